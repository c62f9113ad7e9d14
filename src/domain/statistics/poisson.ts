/** Rates of occurrences over time, with the exact Poisson interval. */
import { LEVEL } from './interval.ts'
import type { Interval } from './interval.ts'
import { gammaPInverse } from './special-functions.ts'

const TAIL = (1 - LEVEL) / 2

/** Fewest days of observation for which a rate is given. */
export const LEAST_DAYS_FOR_RATE = 30

/**
 * The exact 95 % interval for the mean behind a count: F. Garwood, "Fiducial Limits for the Poisson Distribution",
 * Biometrika 28 (1936), from the chi-square quantiles χ²(α/2, 2k)/2 and χ²(1−α/2, 2k+2)/2.
 */
export function poissonInterval(count: number): Interval {
  return {
    low: count === 0 ? 0 : gammaPInverse(count, TAIL),
    high: gammaPInverse(count + 1, 1 - TAIL),
  }
}

/** Occurrences per 30 days of observation. */
export interface Rate {
  readonly count: number
  /** Time under observation. */
  readonly days: number
  readonly per30Days: number
  readonly interval: Interval
}

/** The rate of `count` occurrences in `days`; null when observed for less than 30 days: not enough data. */
export function rateOf(count: number, days: number): Rate | null {
  if (days < LEAST_DAYS_FOR_RATE) return null
  const scale = 30 / days
  const { low, high } = poissonInterval(count)
  return { count, days, per30Days: count * scale, interval: { low: low * scale, high: high * scale } }
}
