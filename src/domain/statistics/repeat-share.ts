/** Repeat share: of the incidents with a confirmed class, how many repeat one, with the list behind it. */
import { isWithin } from '../calendar.ts'
import type { IncidentId } from '../ids.ts'
import type { MarkedOccurrence } from '../incident-class.ts'
import type { Period } from '../instant.ts'
import { shareOf } from './wilson.ts'
import type { Share } from './wilson.ts'

export interface RepeatShare extends Share {
  /** The incidents counted in `count`. */
  readonly repeats: readonly IncidentId[]
  /** The incidents counted in `n`. */
  readonly population: readonly IncidentId[]
}

/**
 * Repeats ÷ incidents with a confirmed class in a half-open period. Occurrences are marked over the whole past (see
 * `markRepeats`); an incident of several classes counts once, and as a repeat when it repeats any of them.
 */
export function repeatShare(marked: readonly MarkedOccurrence[], period: Period): RepeatShare {
  const within = marked.filter((occurrence) => isWithin(occurrence.at, period))
  const population = [...new Set(within.map((occurrence) => occurrence.incidentId))]
  const repeats = [...new Set(within.filter((one) => one.repeat).map((one) => one.incidentId))]
  return { ...shareOf(repeats.length, population.length), repeats, population }
}
