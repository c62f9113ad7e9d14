/** Kaplan–Meier curves: the share of action items not yet verified, by days since they were proposed. */
import type { Interval } from './interval.ts'
import { LEVEL } from './interval.ts'
import { normalQuantile } from './special-functions.ts'

const Z = normalQuantile(1 - (1 - LEVEL) / 2)

/** One item: how long it was followed, and how that ended. A dropped or still open one is censored. */
export interface Followed {
  /** At least 0. */
  readonly days: number
  readonly end: 'verified' | 'dropped' | 'open'
}

/** The curve from `days` on, until the next step. */
export interface SurvivalStep {
  readonly days: number
  /** Items followed up to this day, before what happens on it. */
  readonly atRisk: number
  readonly verified: number
  /** Censored on this day, shown apart. */
  readonly dropped: number
  readonly open: number
  /** Estimated share still not verified after this day. */
  readonly share: number
  /** Greenwood's standard error of the share; null once it is 0. */
  readonly standardError: number | null
  /** 95 %, on the log-minus-log scale; null while the share is 1 and once it is 0, where that scale has no value. */
  readonly interval: Interval | null
}

export interface SurvivalCurve {
  readonly n: number
  readonly verified: number
  readonly dropped: number
  readonly open: number
  /** One for each day on which something happened, ascending; empty for no items. */
  readonly steps: readonly SurvivalStep[]
  /** First day by which half are verified; null while the curve has not come down to half: no value yet. */
  readonly medianDays: number | null
}

/**
 * The product-limit estimate of E. L. Kaplan and P. Meier, JASA 53 (1958), with M. Greenwood's variance (1926). Intervals
 * are taken for log(−log S) and turned back (J. D. Kalbfleisch and R. L. Prentice, The Statistical Analysis of Failure
 * Time Data, 1980), which keeps them between 0 and 1. Items that end on the day of a verification are at risk on it.
 */
export function survivalCurve(items: readonly Followed[]): SurvivalCurve {
  const days = endsByDay(items)
  const steps: SurvivalStep[] = []
  let atRisk = items.length
  let share = 1
  let greenwood = 0
  for (const [day, { verified, dropped, open }] of days) {
    share *= 1 - verified / atRisk
    greenwood += verified === atRisk ? 0 : verified / (atRisk * (atRisk - verified))
    steps.push({
      days: day,
      atRisk,
      verified,
      dropped,
      open,
      share,
      standardError: share === 0 ? null : share * Math.sqrt(greenwood),
      interval: logLogInterval(share, greenwood),
    })
    atRisk -= verified + dropped + open
  }
  const total = (end: Followed['end']): number => steps.reduce((sum, step) => sum + step[end], 0)
  return {
    n: items.length,
    verified: total('verified'),
    dropped: total('dropped'),
    open: total('open'),
    steps,
    // Rounding may leave a half a hair above a half.
    medianDays: steps.find((step) => step.share <= 0.5 + 1e-12)?.days ?? null,
  }
}

/** How many items ended how on each day, days ascending. */
function endsByDay(items: readonly Followed[]): [number, Record<Followed['end'], number>][] {
  const days = new Map<number, Record<Followed['end'], number>>()
  for (const item of items) {
    const ends = days.get(item.days) ?? { verified: 0, dropped: 0, open: 0 }
    ends[item.end] += 1
    days.set(item.days, ends)
  }
  return [...days].sort(([a], [b]) => a - b)
}

/** How many items are still followed at each of the given days: the row of numbers under a curve. */
export function atRiskOn(items: readonly Followed[], days: readonly number[]): number[] {
  return days.map((day) => items.filter((item) => item.days >= day).length)
}

function logLogInterval(share: number, greenwood: number): Interval | null {
  if (share <= 0 || share >= 1) return null
  const reach = (Z * Math.sqrt(greenwood)) / Math.abs(Math.log(share))
  return { low: share ** Math.exp(reach), high: share ** Math.exp(-reach) }
}
