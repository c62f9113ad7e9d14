/** Shares with their n and a Wilson interval. */
import { LEVEL } from './interval.ts'
import type { Interval } from './interval.ts'
import { normalQuantile } from './special-functions.ts'

const Z = normalQuantile(1 - (1 - LEVEL) / 2)

/** A share is never shown without its n; it is null when n is 0: no value. */
export interface Share {
  readonly count: number
  readonly n: number
  /** 0 to 1. */
  readonly share: number | null
  /** Wilson 95 %. */
  readonly interval: Interval | null
}

/** `count` of `n`, with its interval; `count` from 0 to `n`. */
export function shareOf(count: number, n: number): Share {
  return n === 0
    ? { count, n, share: null, interval: null }
    : { count, n, share: count / n, interval: wilson(count, n) }
}

/**
 * The score interval without continuity correction of E. B. Wilson, "Probable Inference, the Law of Succession, and
 * Statistical Inference", JASA 22 (1927), at 95 %; `n` at least 1.
 */
export function wilson(count: number, n: number): Interval {
  const p = count / n
  const scale = 1 + Z ** 2 / n
  const middle = (p + Z ** 2 / (2 * n)) / scale
  const half = (Z / scale) * Math.sqrt((p * (1 - p)) / n + Z ** 2 / (4 * n ** 2))
  return {
    low: count === 0 ? 0 : Math.max(0, middle - half),
    high: count === n ? 1 : Math.min(1, middle + half),
  }
}
