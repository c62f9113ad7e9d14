/** Shares, rates and their comparison, against published intervals. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { poissonInterval, rateOf } from './poisson.ts'
import { clopperPearson, compareRates } from './rate-ratio.ts'
import { shareOf, wilson } from './wilson.ts'

/** R. G. Newcombe, Statistics in Medicine 17 (1998), table I: methods 3 (score) and 5 (Clopper–Pearson). */
const NEWCOMBE = [
  { count: 81, n: 263, score: [0.2553, 0.3662], exact: [0.2527, 0.3676] },
  { count: 15, n: 148, score: [0.0624, 0.1605], exact: [0.0578, 0.1617] },
  { count: 0, n: 20, score: [0, 0.1611], exact: [0, 0.1684] },
  { count: 1, n: 29, score: [0.0061, 0.1718], exact: [0.0009, 0.1776] },
] as const

const countOf = fc
  .integer({ min: 1, max: 2_000 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))

describe('a share', () => {
  test.each(NEWCOMBE)('of $count in $n has the published intervals', ({ count, n, score, exact }) => {
    expect(wilson(count, n).low).toBeCloseTo(score[0], 4)
    expect(wilson(count, n).high).toBeCloseTo(score[1], 4)
    expect(clopperPearson(count, n).low).toBeCloseTo(exact[0], 4)
    expect(clopperPearson(count, n).high).toBeCloseTo(exact[1], 4)
  })

  test('of nothing is no value, not 0', () => {
    expect(shareOf(0, 0)).toEqual({ count: 0, n: 0, share: null, interval: null })
    expect(shareOf(0, 5).share).toBe(0)
  })

  test('lies in its interval, which mirrors the share of the rest and lies between 0 and 1', () => {
    fc.assert(
      fc.property(countOf, ([count, n]) => {
        const { low, high } = wilson(count, n)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low <= count / n && count / n <= high).toBe(true)
        expect(wilson(n - count, n).low).toBeCloseTo(1 - high, 12)
      }),
    )
  })
})

describe('a Poisson interval', () => {
  /** F. Garwood, Biometrika 28 (1936), table 1, two-sided 95 %; to the digits of later printings. */
  test.each([
    [0, 0, 3.689],
    [1, 0.0253, 5.572],
    [5, 1.623, 11.668],
    [10, 4.795, 18.39],
    [100, 81.364, 121.627],
  ])('of %i is the published one', (count, low, high) => {
    expect(poissonInterval(count).low).toBeCloseTo(low, 3)
    expect(poissonInterval(count).high).toBeCloseTo(high, 3)
  })

  test('stays accurate for large counts (SciPy 1.17)', () => {
    expect(poissonInterval(20_000).low).toBeCloseTo(19723.767600607054, 4)
    expect(poissonInterval(20_000).high).toBeCloseTo(20279.133627926407, 4)
  })

  test('holds its count and moves up with it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000 }), (count) => {
        const { low, high } = poissonInterval(count)
        expect(low <= count && count < high).toBe(true)
        expect(poissonInterval(count + 1).low).toBeGreaterThan(low)
        expect(poissonInterval(count + 1).high).toBeGreaterThan(high)
      }),
    )
  })

  test('of a rate is stated per 30 days, and not at all when observed too briefly', () => {
    const rate = rateOf(5, 150)
    expect(rate?.per30Days).toBe(1)
    expect(rate?.interval.low).toBeCloseTo(1.6235 / 5, 4)
    expect(rateOf(5, 29)).toBeNull()
    expect(rateOf(0, 90)).toMatchObject({ per30Days: 0, interval: { low: 0 } })
  })
})

describe('before and after', () => {
  test('agrees with R’s poisson.test on its own example: ratio 1.971488, 0.8584264 to 4.2772659', () => {
    const compared = compareRates({ count: 6 + 8 + 7, days: 1083 + 1050 + 878 }, { count: 11, days: 800 })
    expect(compared.ratio).toBeCloseTo(1.971488, 6)
    expect(compared.interval?.low).toBeCloseTo(0.8584264, 7)
    expect(compared.interval?.high).toBeCloseTo(4.2772659, 6)
    expect(compared.certainty).toBe('not_yet_sure')
  })

  test('is a change only when the interval leaves 1 out, and the sentence claims no reason', () => {
    const compared = compareRates({ count: 14, days: 200 }, { count: 2, days: 180 })
    expect(compared.certainty).toBe('change')
    expect(compared.sentence).toBe(
      'A change: 14 in 200 days before, 2 in 180 days after (0.16 times the rate before, 95 % interval 0.018 to 0.69). The figures do not say what brought it about.',
    )
  })

  test('is too early with less than 90 days on either side, however clear it looks', () => {
    const compared = compareRates({ count: 40, days: 365 }, { count: 0, days: 89.9 })
    expect(compared).toMatchObject({ certainty: 'too_early', ratio: null, interval: null })
    expect(compared.sentence).toContain('Too early to tell: 40 in 365 days before, 0 in 89 days after')
    expect(compareRates({ count: 40, days: 10 }, { count: 0, days: 400 }).certainty).toBe('too_early')
  })

  test('has no ratio to what never happened, and nothing to say of nothing', () => {
    expect(compareRates({ count: 0, days: 100 }, { count: 3, days: 100 })).toMatchObject({
      ratio: null,
      interval: { high: null },
      certainty: 'not_yet_sure',
    })
    expect(compareRates({ count: 0, days: 100 }, { count: 0, days: 100 })).toMatchObject({
      ratio: null,
      interval: null,
      certainty: 'not_yet_sure',
    })
  })

  test('turned round gives the reciprocal limits, and never Infinity or NaN', () => {
    const side = fc.record({
      count: fc.integer({ min: 0, max: 200 }),
      days: fc.integer({ min: 90, max: 2_000 }),
    })
    fc.assert(
      fc.property(side, side, (before, after) => {
        const there = compareRates(before, after)
        const back = compareRates(after, before)
        expect(there.certainty).toBe(back.certainty)
        const numbers = [there.ratio, there.interval?.low ?? null, there.interval?.high ?? null]
        expect(numbers.every((value) => value === null || Number.isFinite(value))).toBe(true)
        const product = (there.interval?.low ?? 0) * (back.interval?.high ?? 0)
        expect(product === 0 || Math.abs(product - 1) < 1e-6).toBe(true)
      }),
    )
  })
})
