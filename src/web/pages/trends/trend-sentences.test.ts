import { describe, expect, it } from 'vitest'
import type { Trends } from '../../../contract/trends.ts'
import type { Instant } from '../../../domain/instant.ts'
import { shareOf } from '../../../domain/statistics/wilson.ts'
import { xmrChart } from '../../../domain/statistics/xmr.ts'
import { compareShares, sentencesOf } from './trend-sentences.ts'

const monthStart = (month: number): Instant =>
  new Date(Date.UTC(2026, month, 1)).toISOString().replace('.000Z', 'Z') as Instant

const noDurations = {
  n: 0,
  unknown: 0,
  median: null,
  lowerQuartile: null,
  upperQuartile: null,
  p90: null,
  points: [],
}

/** A year of counts, all months over. */
function year(counts: readonly number[], more: Partial<Trends> = {}): Trends {
  const chart = xmrChart(counts, 0)
  const n = counts.reduce((sum, count) => sum + count, 0)
  return {
    period: { from: monthStart(0), to: monthStart(counts.length), by: 'month', timeZone: 'UTC' },
    asOf: monthStart(counts.length),
    incidents: {
      n,
      undated: 0,
      nearMisses: 0,
      drills: 0,
      buckets: counts.map((count, i) => ({
        from: monthStart(i),
        to: monthStart(i + 1),
        count,
        signal: chart.signals.find((signal) => signal.index === i)?.rule ?? null,
      })),
      limits: chart.limits,
    },
    byClass: [],
    repeatShare: { whole: shareOf(0, 0), buckets: [] },
    bySeverity: [],
    coverage: [],
    durations: { detect: noDurations, mitigate: noDurations, recover: noDurations },
    wording: { n: 0, read: [], byCategory: [] },
    openActions: { n: 0, overdue: 0, noOwner: 0, noDue: 0, bands: [] },
    ...more,
  }
}

const repeats = (shares: readonly (readonly [count: number, n: number])[]): Trends['repeatShare'] => ({
  whole: shareOf(
    shares.reduce((sum, [count]) => sum + count, 0),
    shares.reduce((sum, [, n]) => sum + n, 0),
  ),
  buckets: shares.map(([count, n], i) => ({
    ...shareOf(count, n),
    from: monthStart(i),
    to: monthStart(i + 1),
  })),
})

const first = (trends: Trends) => sentencesOf(trends)[0]

describe('the sentences of a period', () => {
  it('say nothing where nothing was recorded', () => {
    expect(sentencesOf(year([0, 0, 0]))).toEqual([])
  })

  it('see no change while every month keeps within its limits', () => {
    expect(first(year([4, 3, 5, 4, 4, 3, 5, 4, 4, 5]))).toMatchObject({
      lead: 'Five incidents in October.',
      certainty: 'no_change',
    })
  })

  it('name the month that fired a rule, and the rule', () => {
    const said = first(year([4, 4, 5, 4, 5, 4, 4, 5, 4, 14]))
    expect(said?.certainty).toBe('change')
    expect(said?.rest).toMatch(/October stands? out\.$/u)
    expect(said?.why).toContain('beyond a limit')
  })

  it('ask for more months before they speak of limits', () => {
    expect(first(year([4, 9, 1]))).toMatchObject({ lead: 'One incident in March.', certainty: 'not_enough' })
  })

  it('call overlapping repeat shares not yet sure, and few ones not enough', () => {
    const sure = (shares: readonly (readonly [number, number])[]) =>
      sentencesOf(year([5, 5], { repeatShare: repeats(shares) })).find((one) => one.figure === '#repeats')
    expect(
      sure([
        [19, 30],
        [9, 20],
      ]),
    ).toMatchObject({ lead: 'Repeats look rarer,', certainty: 'not_yet_sure' })
    expect(
      sure([
        [28, 30],
        [2, 30],
      ]),
    ).toMatchObject({ lead: 'Repeats are rarer,', certainty: 'change' })
    expect(
      sure([
        [2, 4],
        [1, 3],
      ]),
    ).toMatchObject({ lead: 'Three of seven repeated a class', certainty: 'not_enough' })
  })

  it('never give a mean, and say how many are unknown', () => {
    const detect = { ...noDurations, n: 40, unknown: 2, median: 9, p90: 85 }
    const said = sentencesOf(
      year([5, 5], { durations: { detect, mitigate: noDurations, recover: noDurations } }),
    )
    expect(said.map((one) => `${one.lead} ${one.rest}`).join(' ')).not.toMatch(/\bmean\b|average/u)
    expect(said.find((one) => one.figure === '#durations')).toMatchObject({
      lead: 'Half of the incidents were noticed within 9 min.',
      why: 'n 40, 2 unknown.',
    })
  })

  it('compare shares only with enough on both sides', () => {
    expect(compareShares(shareOf(3, 7), shareOf(10, 20))).toBe('not_enough')
    expect(compareShares(shareOf(0, 0), shareOf(10, 20))).toBe('not_enough')
  })
})
