/** Finds the moment from which a timeline counts `T+5` and `+0:05` when its own entries give no time of day. */
import { epoch } from '../../domain/instant.ts'
import { PROSE_HINTS, readStamp } from '../time/stamp.ts'
import { offsetAt } from '../time/zone-offset.ts'
import type { FoundEntry } from './found-entry.ts'
import { fieldsNamed, valueOf, type StatedField } from './stated-field.ts'
import { fieldStamp, momentsOf, type Surroundings } from './written-moment.ts'

/** `T+0 is 22:10 UTC on 2022-06-30`, `T0 = 22:10`. */
const ZERO = /(?<![\p{L}\d])T\s?\+?\s?0{1,2}(?::?00)?m?\s*(?:is|was|=|:|at|→|\(|–|—|-)\s*/giu
const MOST = 10
const MINUTE_MS = 60_000

/** Minutes since 1970-01-01 on the wall clock of the document; null when the first entry has its own time, or nothing is told. */
export function countStart(
  entries: readonly FoundEntry[],
  text: string,
  fields: readonly StatedField[],
  around: Surroundings,
): number | null {
  if (entries[0]?.head.stamp.relative == null) return null
  const told = [...text.matchAll(ZERO)]
    .slice(0, MOST)
    .map((match) => readStamp(text.slice(0, match.index + 200), match.index + match[0].length, PROSE_HINTS))
  const stated = fieldsNamed(fields, 'started').map((field) => fieldStamp(valueOf(field)))
  for (const stamp of [...told, ...stated]) {
    const at = stamp === null ? null : (momentsOf(stamp, around).from?.at ?? null)
    if (at !== null) return (epoch(at) + offsetAt(around.zone, epoch(at))) / MINUTE_MS
  }
  return null
}
