/** Turns stamps that stand in fields and sentences into instants, with the document's day and zone where they give none. */
import type { Instant } from '../../domain/instant.ts'
import { toInstant } from '../../domain/instant.ts'
import { COLUMN_HINTS, PROSE_HINTS, readStamp, type Stamp, type WrittenTime } from '../time/stamp.ts'
import { minuteOfDay } from '../time/written-clock.ts'
import { wallToEpoch, type Zone } from '../time/zone-offset.ts'
import { zoneMeant } from './notation.ts'
import { resolveDate } from './clock-sequence.ts'

/** A moment as far as it is known. */
export interface WrittenMoment {
  /** Null when only the day was written. */
  readonly at: Instant | null
  /** Days since 1970-01-01 on the wall calendar. */
  readonly day: number
}

/** What fills the gaps of a stamp. */
export interface Surroundings {
  /** Days since 1970-01-01; null when the document gives no day. */
  readonly day: number | null
  readonly year: number | null
  readonly zone: Zone
  readonly dayFirst: boolean
  readonly cst: Zone
}

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const CANDIDATE = /(?<![\p{L}\d.:/-])(?=[\d~]|\p{L}{3})/gu
const MOST_CANDIDATES = 400
const LONGEST = 1_500

/** All stamps in a text that hold a date or a time, in order. */
export function stampsIn(text: string, limit: number): Stamp[] {
  const found: Stamp[] = []
  const searched = text.slice(0, LONGEST)
  let end = 0
  let tried = 0
  for (const { index } of searched.matchAll(CANDIDATE)) {
    if (index < end) continue
    tried += 1
    if (tried > MOST_CANDIDATES || found.length >= limit) break
    const stamp = readStamp(searched, index, PROSE_HINTS)
    if (stamp === null || (stamp.from.date === null && stamp.from.clock === null)) continue
    found.push(stamp)
    end = stamp.end
  }
  return found
}

/** The first stamp of a field's value; at its beginning `0730` and `11.15` are times too. */
export function fieldStamp(value: string): Stamp | null {
  const first = readStamp(value, 0, COLUMN_HINTS)
  if (first !== null && (first.from.clock !== null || first.from.date !== null)) return first
  return stampsIn(value, 1)[0] ?? null
}

/** The moment that one end of a stamp means; null when no day can be had. `near` places an end after its beginning. */
export function momentOf(
  time: WrittenTime,
  around: Surroundings,
  otherwise: { zone: Zone | null; notBefore: WrittenMoment | null },
): WrittenMoment | null {
  const base = otherwise.notBefore?.day ?? around.day
  const written =
    time.date === null ? null : resolveDate(time.date, { day: base, year: around.year }, around.dayFirst)
  const day = written ?? base
  if (day === null || (time.date !== null && written === null)) return null
  if (time.clock === null) return { at: null, day }
  const zone = zoneMeant(time.zone ?? otherwise.zone ?? around.zone, around)
  const wall = day * DAY_MS + minuteOfDay(time.clock) * MINUTE_MS + (time.clock.second ?? 0) * 1000
  const { epoch } = wallToEpoch(wall, zone)
  const earliest = otherwise.notBefore?.at ?? null
  const passedMidnight = written === null && earliest !== null && epoch < Date.parse(earliest)
  return passedMidnight ? { at: toInstant(epoch + DAY_MS), day: day + 1 } : { at: toInstant(epoch), day }
}

/** Both ends of a stamp. */
export function momentsOf(
  stamp: Stamp,
  around: Surroundings,
): { from: WrittenMoment | null; until: WrittenMoment | null } {
  const from = momentOf(stamp.from, around, { zone: null, notBefore: null })
  const until =
    stamp.until === null || from === null
      ? null
      : momentOf(stamp.until, around, { zone: stamp.from.zone, notBefore: from })
  return { from, until }
}
