/** What may be said of a class: how often it comes, and whether that changed since work on it was funded. */
import type { RegisterRow } from '../../../contract/classes.ts'
import { epoch } from '../../../domain/instant.ts'
import type { Instant } from '../../../domain/instant.ts'
import { type Certainty, compareRates } from '../../../domain/statistics/rate-ratio.ts'
import { capital, numberOf, numberWord } from '../../number-words.ts'
import { shareWords, timeWords } from '../../words.ts'

const DAY_MS = 86_400_000

/** How sure one may be, as the words that stand beside a claim. */
export const CERTAINTY_WORDS = {
  change: 'A change.',
  not_yet_sure: 'Not yet sure.',
  too_early: 'Too early to tell.',
} as const satisfies Record<Certainty, string>

export interface Standing {
  readonly certainty: string
  readonly sentence: string
}

/**
 * Compares occurrences before and after the first funding within the period; null where nothing was funded. Time is
 * observed from `observedFrom` to `until`, both within the period.
 */
export function sinceFunding(row: RegisterRow, observedFrom: Instant, until: Instant): Standing | null {
  const funded = row.funding.find((one) => one.state === 'funded' && one.at > observedFrom && one.at < until)
  if (funded === undefined) return null
  const days = (from: Instant, to: Instant) => (epoch(to) - epoch(from)) / DAY_MS
  const after = row.occurrences.filter((one) => one.at >= funded.at).length
  const compared = compareRates(
    { count: row.occurrences.length - after, days: days(observedFrom, funded.at) },
    { count: after, days: days(funded.at, until) },
  )
  // The certainty stands apart from the sentence, which begins with it.
  const sentence = compared.sentence.replace(/^(?:A change|Not yet sure|Too early to tell)[:.,]?\s*/u, '')
  return {
    certainty: CERTAINTY_WORDS[compared.certainty],
    sentence: `Since funding on ${timeWords(funded.at, 'day')}: ${sentence}`,
  }
}

/** Occurrences fewer than this say little about a rate. */
const LEAST_FOR_RATE = 3

/** `0.4 in 30 days (0.1 to 0.9)`, with a word of caution where that rests on little. */
export function rateWords(row: RegisterRow): string {
  if (row.rate === null) return 'not enough data'
  const { per30Days, interval, days } = row.rate
  const written = (value: number) => (value >= 10 ? value.toFixed(0) : value.toFixed(value < 0.1 ? 2 : 1))
  const rate = `${written(per30Days)} in 30 days, ${written(interval.low)} to ${written(interval.high)} by its interval, over ${Math.round(days)} days`
  return row.occurrences.length < LEAST_FOR_RATE ? `${rate}; few to go by` : rate
}

/** `7 of 9 repeat it, 78 %`; nothing where it never occurred. */
export function repeatWords(row: RegisterRow): string {
  const n = row.occurrences.length
  return n === 0 ? '' : `${row.repeats} of ${n} within the window, ${shareWords(row.repeats / n)}`
}

/** The register in one sentence, from the rows that came back. */
export function registerTitle(rows: readonly RegisterRow[]): string {
  const occurred = rows.filter((row) => row.occurrences.length > 0)
  if (occurred.length === 0) return 'No class has occurred in this period'
  const back = occurred.filter((row) => row.repeats > 0).length
  if (back === 0)
    return `${capital(numberOf(occurred.length, 'class', 'classes'))} occurred; none came back within its window`
  return `${capital(numberWord(back))} of ${numberOf(occurred.length, 'class', 'classes')} came back within ${back === 1 ? 'its window' : 'their windows'}`
}

/** Those that repeat first, then by how often, then by name. */
export function inOrder(rows: readonly RegisterRow[]): RegisterRow[] {
  return [...rows].sort(
    (a, b) =>
      b.repeats - a.repeats ||
      b.occurrences.length - a.occurrences.length ||
      b.suggested - a.suggested ||
      a.class.name.localeCompare(b.class.name),
  )
}
