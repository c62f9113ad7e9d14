/** Before and after: whether the rate of a class changed, and the honest sentence that goes with the figure. */
import { LEVEL } from './interval.ts'
import type { Interval, OpenInterval } from './interval.ts'
import { betaInverse } from './special-functions.ts'

const TAIL = (1 - LEVEL) / 2

/** Fewest days on either side; with less it is too early to tell. */
export const LEAST_DAYS_EACH_SIDE = 90

/** Occurrences in a stretch of observation. */
export interface Observed {
  readonly count: number
  readonly days: number
}

/** How sure one may be: the words that stand beside the claim. */
export type Certainty = 'change' | 'not_yet_sure' | 'too_early'

/** A comparison of two stretches. */
export interface RateRatio {
  readonly before: Observed
  readonly after: Observed
  /** Rate after ÷ rate before; null where too early, or where nothing happened before to compare with. */
  readonly ratio: number | null
  /** Conditional exact 95 % interval; null where too early or where nothing happened on either side. */
  readonly interval: OpenInterval | null
  readonly certainty: Certainty
  /** What may be said, with both counts and both times of observation; it never names a reason. */
  readonly sentence: string
}

/** The exact 95 % interval for a proportion: C. J. Clopper and E. S. Pearson, Biometrika 26 (1934). */
export function clopperPearson(count: number, n: number): Interval {
  return {
    low: count === 0 ? 0 : betaInverse(TAIL, count, n - count + 1),
    high: count === n ? 1 : betaInverse(1 - TAIL, count + 1, n - count),
  }
}

/**
 * Compares the rates of two stretches. Given both counts' sum, the count after is binomial with a proportion that is a
 * function of the ratio (J. Przyborowski and H. Wilenski, Biometrika 31, 1940), so the Clopper–Pearson limits of that proportion are
 * exact limits of the ratio. Less than 90 days on either side is too early to tell; it is a change only when the
 * interval leaves 1 out.
 */
export function compareRates(before: Observed, after: Observed): RateRatio {
  if (Math.min(before.days, after.days) < LEAST_DAYS_EACH_SIDE) {
    return {
      before,
      after,
      ratio: null,
      interval: null,
      certainty: 'too_early',
      sentence: `Too early to tell: ${told(before, after)}; ${String(LEAST_DAYS_EACH_SIDE)} days are needed on either side.`,
    }
  }
  const ratio = before.count === 0 ? null : after.count / after.days / (before.count / before.days)
  const interval = ratioInterval(before, after)
  const certainty = interval !== null && leavesOutOne(interval) ? 'change' : 'not_yet_sure'
  return { before, after, ratio, interval, certainty, sentence: sentenceOf(before, after, ratio, interval) }
}

function ratioInterval(before: Observed, after: Observed): OpenInterval | null {
  const total = before.count + after.count
  if (total === 0) return null
  const { low, high } = clopperPearson(after.count, total)
  const odds = (share: number): number => (share / (1 - share)) * (before.days / after.days)
  return { low: odds(low), high: before.count === 0 ? null : odds(high) }
}

function leavesOutOne({ low, high }: OpenInterval): boolean {
  return low > 1 || (high !== null && high < 1)
}

function sentenceOf(
  before: Observed,
  after: Observed,
  ratio: number | null,
  interval: OpenInterval | null,
): string {
  if (interval === null) return `Not yet sure: ${told(before, after)}; there is nothing to compare.`
  const limits = `95 % interval ${shown(interval.low)} to ${interval.high === null ? 'no upper limit' : shown(interval.high)}`
  const times = ratio === null ? limits : `${shown(ratio)} times the rate before, ${limits}`
  return leavesOutOne(interval)
    ? `A change: ${told(before, after)} (${times}). The figures do not say what brought it about.`
    : `Not yet sure: ${told(before, after)} (${times}); no change is within that.`
}

function told(before: Observed, after: Observed): string {
  return `${stretch(before)} before, ${stretch(after)} after`
}

function stretch({ count, days }: Observed): string {
  return `${String(count)} in ${String(Math.floor(days))} ${Math.floor(days) === 1 ? 'day' : 'days'}`
}

function shown(value: number): string {
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(2)))
}
