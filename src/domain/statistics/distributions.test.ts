/** Quantiles and control charts against published examples. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gChart } from './g-chart.ts'
import { median, quantile, summariseDurations } from './quantiles.ts'
import { xmrChart } from './xmr.ts'

describe('quantiles', () => {
  test('are of type 7: R’s quantile(1:10) and quantile(c(1, 2, 4, 8), 0.4)', () => {
    const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    expect([0, 0.25, 0.5, 0.75, 1].map((p) => quantile(ten, p))).toEqual([1, 3.25, 5.5, 7.75, 10])
    expect(quantile(ten, 0.9)).toBeCloseTo(9.1, 12)
    expect(quantile([1, 2, 4, 8], 0.4)).toBeCloseTo(2.4, 12)
  })

  test('of nothing are no value', () => {
    expect(quantile([], 0.5)).toBeNull()
    expect(median([])).toBeNull()
    expect(median([3, 1, 2])).toBe(2)
  })

  test('lie among the values and rise with p', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 })
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(values, share, share, (list, p, q) => {
        const sorted = [...list].sort((a, b) => a - b)
        const [low, high] = [quantile(sorted, Math.min(p, q)) ?? NaN, quantile(sorted, Math.max(p, q)) ?? NaN]
        expect(low).toBeLessThanOrEqual(high + 1e-9)
        expect(low).toBeGreaterThanOrEqual((sorted[0] ?? NaN) - 1e-9)
        expect(high).toBeLessThanOrEqual((sorted.at(-1) ?? NaN) + 1e-9)
      }),
    )
  })
})

describe('a summary of durations', () => {
  test('counts what is not known and leaves it out of every figure', () => {
    expect(summariseDurations([10, 20, 30, 40], 2)).toEqual({
      n: 4,
      unknown: 2,
      median: 25,
      lowerQuartile: 17.5,
      upperQuartile: 32.5,
      p90: null,
      points: [10, 20, 30, 40],
    })
  })

  test('gives no quartiles of three values, no 90th percentile of nine, nothing of none', () => {
    expect(summariseDurations([1, 2, 3], 0)).toMatchObject({ median: 2, lowerQuartile: null, p90: null })
    expect(
      summariseDurations(
        Array.from({ length: 10 }, (_, i) => i),
        0,
      ).p90,
    ).toBeCloseTo(8.1)
    expect(summariseDurations([], 1)).toMatchObject({ n: 0, unknown: 1, median: null })
  })
})

describe('an XmR chart', () => {
  /** NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2, flow rates: limits 45.8159 and 55.8041. */
  const FLOW = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]

  test('has the published limits', () => {
    const { limits, signals } = xmrChart(FLOW)
    expect(limits?.mean).toBeCloseTo(50.81, 10)
    expect(limits?.lower).toBeCloseTo(45.8159, 2)
    expect(limits?.upper).toBeCloseTo(55.8041, 2)
    // The mean moving range is 1.8778; D₄ of ranges of two is 3.268.
    expect(limits?.step).toBeCloseTo(3.268 * 1.8778, 3)
    expect(signals).toEqual([])
  })

  test('says not enough data with fewer than 8 points', () => {
    expect(xmrChart([1, 2, 3, 4, 5, 6, 7])).toEqual({ n: 7, limits: null, signals: [] })
  })

  test('names the rule that fired', () => {
    const spike = xmrChart([3, 4, 3, 4, 3, 4, 3, 4, 3, 4, 30, 3])
    expect(spike.signals).toContainEqual({ index: 10, rule: 'beyond_limit' })
    expect(spike.signals).toContainEqual({ index: 10, rule: 'large_step' })
    const shift = xmrChart([9, 8, 9, 8, 9, 8, 9, 8, 2, 3, 2, 3, 2, 3, 2, 3])
    expect(shift.signals.filter((signal) => signal.rule === 'run_of_eight').map((one) => one.index)).toEqual([
      7, 15,
    ])
    const near = xmrChart([5, 6, 5, 4, 5, 6, 5, 4, 5, 6, 8, 8, 8])
    expect(near.signals).toEqual([{ index: 12, rule: 'three_of_four' }])
  })

  test('sees nothing in a constant series, and does not draw below the floor of counts', () => {
    expect(xmrChart(Array.from({ length: 12 }, () => 0.1)).signals).toEqual([])
    expect(xmrChart([0, 4, 0, 5, 1, 3, 0, 4], 0).limits?.lower).toBe(0)
    expect(xmrChart([0, 4, 0, 5, 1, 3, 0, 4]).limits?.lower).toBeLessThan(0)
  })

  test('moves with its series: shifted and scaled values have shifted and scaled limits and the same signals', () => {
    const series = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 8, maxLength: 36 })
    fc.assert(
      fc.property(series, (values) => {
        const one = xmrChart(values)
        const other = xmrChart(values.map((value) => 4 * value + 1024))
        expect(other.limits?.mean).toBeCloseTo(4 * (one.limits?.mean ?? NaN) + 1024, 8)
        expect(other.limits?.upper).toBeCloseTo(4 * (one.limits?.upper ?? NaN) + 1024, 8)
      }),
    )
  })
})

describe('a g-chart', () => {
  test('has the limit x̄ + 3√(x̄(x̄+1)) of Benneyan and no lower one', () => {
    const { limits } = gChart([10, 12, 8, 11, 9, 10, 13, 7])
    expect(limits?.mean).toBe(10)
    expect(limits?.upper).toBeCloseTo(10 + 3 * Math.sqrt(110), 12)
    // Half of a geometric distribution with mean 10 lies below ln ½ / ln (10/11).
    expect(limits?.centre).toBeCloseTo(7.2725, 4)
  })

  test('names a gap that is longer than expected, and one still running', () => {
    const gaps = [3, 5, 2, 4, 6, 3, 5, 2, 4, 120]
    expect(gChart(gaps).signals).toContainEqual({ index: 9, rule: 'beyond_limit' })
    expect(gChart([3, 5, 2, 4, 6, 3, 5, 2], 90).openGapBeyond).toBe(true)
    expect(gChart([3, 5, 2, 4, 6, 3, 5, 2], 5).openGapBeyond).toBe(false)
  })

  test('says not enough data with fewer than 8 gaps, and bears gaps of no day', () => {
    expect(gChart([5, 6], 400)).toEqual({ n: 2, limits: null, signals: [], openGapBeyond: false })
    expect(gChart([0, 0, 0, 0, 0, 0, 0, 0]).limits).toEqual({ mean: 0, centre: 0, upper: 0 })
  })
})
