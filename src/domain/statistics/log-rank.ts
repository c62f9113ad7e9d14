/** The log-rank test: whether two groups of action items are verified at different speeds. */
import type { Followed } from './kaplan-meier.ts'
import { chiSquareTail } from './special-functions.ts'

/** One group's verifications, and how many would be expected were the groups alike. */
export interface LogRankGroup {
  readonly n: number
  readonly verified: number
  readonly expected: number
}

export interface LogRank {
  readonly first: LogRankGroup
  readonly second: LogRankGroup
  /** One degree of freedom. */
  readonly chiSquare: number
  /** Chance of a difference at least this large were the groups alike. */
  readonly p: number
}

/**
 * Compares two groups by the log-rank test of N. Mantel, Cancer Chemotherapy Reports 50 (1966), with the
 * hypergeometric variance. Null when no verification could tell the groups apart: not enough data.
 */
export function logRank(first: readonly Followed[], second: readonly Followed[]): LogRank | null {
  const inFirst = tally(first)
  const inSecond = tally(second)
  const days = [...new Set([...inFirst.keys(), ...inSecond.keys()])].sort((a, b) => a - b)
  let [atRiskFirst, atRiskSecond] = [first.length, second.length]
  let [observed, total, expected, variance] = [0, 0, 0, 0]
  for (const day of days) {
    const one = inFirst.get(day) ?? NOTHING
    const other = inSecond.get(day) ?? NOTHING
    const verified = one.verified + other.verified
    const atRisk = atRiskFirst + atRiskSecond
    const share = atRiskFirst / atRisk
    observed += one.verified
    total += verified
    expected += verified * share
    if (atRisk > 1) variance += (verified * share * (1 - share) * (atRisk - verified)) / (atRisk - 1)
    atRiskFirst -= one.ended
    atRiskSecond -= other.ended
  }
  if (variance <= 0) return null
  const chiSquare = (observed - expected) ** 2 / variance
  return {
    first: { n: first.length, verified: observed, expected },
    second: { n: second.length, verified: total - observed, expected: total - expected },
    chiSquare,
    p: chiSquareTail(chiSquare, 1),
  }
}

interface DayTally {
  verified: number
  ended: number
}
const NOTHING: Readonly<DayTally> = { verified: 0, ended: 0 }

/** How many items ended on each day, and how many of them verified. */
function tally(items: readonly Followed[]): Map<number, DayTally> {
  const days = new Map<number, DayTally>()
  for (const { days: day, end } of items) {
    const at = days.get(day) ?? { verified: 0, ended: 0 }
    days.set(day, { verified: at.verified + (end === 'verified' ? 1 : 0), ended: at.ended + 1 })
  }
  return days
}
