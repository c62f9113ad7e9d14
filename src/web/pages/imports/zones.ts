/** Time zones to choose from: the reader's, the organisation's, UTC, then the whole IANA list. */
import { readerZone } from '../../words.ts'

/** Options of a select: value and words, nothing twice. */
export function zoneOptions(first: readonly string[]): readonly (readonly [string, string])[] {
  const zones = new Set([...first, readerZone(), 'UTC', ...Intl.supportedValuesOf('timeZone')])
  return [...zones].map((zone) => [zone, zone.replaceAll('_', ' ')] as const)
}
