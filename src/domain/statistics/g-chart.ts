/** g-charts: days between occurrences of a rare class, where counts per month would be mostly zero. */
import { runsOfEight } from './xmr.ts'
import type { Signal } from './xmr.ts'

/** Fewest gaps for which limits are given. */
export const LEAST_FOR_G = 8

/**
 * The rules: a gap longer than the upper limit; the last of eight or more in a row on one side of the centre. Longer gaps mean
 * that the class grows rarer.
 */
export const G_RULES = ['beyond_limit', 'run_of_eight'] as const
export type GRule = (typeof G_RULES)[number]

export interface GLimits {
  /** Mean gap. */
  readonly mean: number
  /** Median of the geometric distribution with that mean: half of the gaps are expected on either side. */
  readonly centre: number
  readonly upper: number
}

/** `limits` null means not enough data: fewer than 8 gaps. There is no lower limit: it would lie below 0. */
export interface GChart {
  readonly n: number
  readonly limits: GLimits | null
  readonly signals: readonly Signal<GRule>[]
  /** Whether the time since the last occurrence, still running, is already beyond the upper limit. */
  readonly openGapBeyond: boolean
}

/**
 * Limits for whole days without an occurrence between one occurrence and the next, in order of time:
 * x̄ + 3√(x̄(x̄ + 1)), after J. C. Benneyan, "Number-Between g-Type Statistical Quality Control Charts for Monitoring
 * Adverse Events", Health Care Management Science 4 (2001). `openGap` is the days since the last occurrence.
 */
export function gChart(gaps: readonly number[], openGap: number | null = null): GChart {
  const n = gaps.length
  if (n < LEAST_FOR_G) return { n, limits: null, signals: [], openGapBeyond: false }
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / n
  const upper = mean + 3 * Math.sqrt(mean * (mean + 1))
  const centre = mean === 0 ? 0 : Math.log(0.5) / Math.log(mean / (mean + 1))
  const beyond = gaps.flatMap((gap, index) => (gap > upper ? [index] : []))
  const signals = [
    ...beyond.map((index): Signal<GRule> => ({ index, rule: 'beyond_limit' })),
    ...runsOfEight(gaps, centre).map((index): Signal<GRule> => ({ index, rule: 'run_of_eight' })),
  ].sort((a, b) => a.index - b.index)
  return {
    n,
    limits: { mean, centre, upper },
    signals,
    openGapBeyond: openGap !== null && openGap > upper,
  }
}
