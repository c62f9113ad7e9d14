/** Kaplan–Meier and log-rank against the remission data that textbooks work through. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atRiskOn, survivalCurve } from './kaplan-meier.ts'
import type { Followed } from './kaplan-meier.ts'
import { logRank } from './log-rank.ts'

const verified = (...days: number[]): Followed[] => days.map((day) => ({ days: day, end: 'verified' }))
const open = (...days: number[]): Followed[] => days.map((day) => ({ days: day, end: 'open' }))

/**
 * Weeks in remission of E. J. Freireich et al., Blood 21 (1963): 6-mercaptopurine and placebo. Estimates, Greenwood's errors and
 * the test are those of D. G. Kleinbaum and M. Klein, Survival Analysis, chapter 2, and D. Collett.
 */
const TREATED = [
  ...verified(6, 6, 6, 7, 10, 13, 16, 22, 23),
  ...open(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35),
]
const PLACEBO = verified(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23)

describe('a Kaplan–Meier curve', () => {
  test('has the published estimates and Greenwood errors', () => {
    const steps = survivalCurve(TREATED).steps.filter((step) => step.verified > 0)
    expect(steps.map((step) => step.days)).toEqual([6, 7, 10, 13, 16, 22, 23])
    expect(steps.map((step) => step.atRisk)).toEqual([21, 17, 15, 12, 11, 7, 6])
    const shares = [0.857, 0.807, 0.753, 0.69, 0.627, 0.538, 0.448]
    const errors = [0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346]
    for (const [i, step] of steps.entries()) {
      expect(step.share).toBeCloseTo(shares[i] ?? NaN, 3)
      expect(step.standardError).toBeCloseTo(errors[i] ?? NaN, 4)
    }
  })

  test('has the log-minus-log intervals of SciPy 1.17 and R’s survfit(conf.type = "log-log")', () => {
    const at = (days: number) => survivalCurve(TREATED).steps.find((step) => step.days === days)?.interval
    expect(at(6)?.low).toBeCloseTo(0.61971796, 7)
    expect(at(6)?.high).toBeCloseTo(0.95155175, 7)
    expect(at(23)?.low).toBeCloseTo(0.18805201, 7)
    expect(at(23)?.high).toBeCloseTo(0.68014263, 7)
  })

  test('gives the published medians, and none before the curve has come down to half', () => {
    expect(survivalCurve(TREATED).medianDays).toBe(23)
    expect(survivalCurve(PLACEBO).medianDays).toBe(8)
    expect(survivalCurve([...verified(5), ...open(9, 9, 9)]).medianDays).toBeNull()
  })

  test('counts dropped items as censored and shows them apart', () => {
    const items: Followed[] = [...verified(10), { days: 5, end: 'dropped' }, ...open(20)]
    const curve = survivalCurve(items)
    expect(curve).toMatchObject({ n: 3, verified: 1, dropped: 1, open: 1 })
    expect(curve.steps).toMatchObject([
      { days: 5, atRisk: 3, dropped: 1, share: 1, interval: null },
      { days: 10, atRisk: 2, verified: 1, share: 0.5 },
      { days: 20, atRisk: 1, open: 1, share: 0.5 },
    ])
  })

  test('of nothing has no step and no value; at its end it claims no interval', () => {
    expect(survivalCurve([])).toMatchObject({ n: 0, steps: [], medianDays: null })
    expect(survivalCurve(verified(3)).steps).toMatchObject([
      { share: 0, standardError: null, interval: null },
    ])
  })

  test('falls, stays in its interval, and without censoring is the plain share', () => {
    const item: fc.Arbitrary<Followed> = fc.record({
      days: fc.integer({ min: 0, max: 60 }),
      end: fc.constantFrom('verified', 'dropped', 'open'),
    })
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 80 }), (items) => {
        const { steps } = survivalCurve(items)
        const shares = steps.map((step) => step.share)
        expect(shares.every((share, i) => share <= (shares[i - 1] ?? 1))).toBe(true)
        const within = steps.every(
          ({ share, interval }) => interval === null || (interval.low <= share && share <= interval.high),
        )
        expect(within).toBe(true)
        const all = items.map(({ days }): Followed => ({ days, end: 'verified' }))
        for (const step of survivalCurve(all).steps) {
          const left = all.filter((one) => one.days > step.days).length
          expect(step.share).toBeCloseTo(left / all.length, 10)
        }
      }),
    )
  })
})

describe('a log-rank test', () => {
  test('has the published statistic: 16.79 on one degree of freedom, 19.25 and 10.75 expected', () => {
    const compared = logRank(TREATED, PLACEBO)
    expect(compared?.chiSquare).toBeCloseTo(16.793, 3)
    expect(compared?.first).toMatchObject({ n: 21, verified: 9 })
    expect(compared?.first.expected).toBeCloseTo(19.25, 2)
    expect(compared?.second).toMatchObject({ n: 21, verified: 21 })
    expect(compared?.second.expected).toBeCloseTo(10.75, 2)
    expect(compared?.p).toBeCloseTo(4.17e-5, 7)
  })

  test('does not care which group is called the first', () => {
    const [there, back] = [logRank(TREATED, PLACEBO), logRank(PLACEBO, TREATED)]
    expect(back?.chiSquare).toBeCloseTo(there?.chiSquare ?? NaN, 10)
  })

  test('of groups that nothing tells apart is no value', () => {
    expect(logRank([], PLACEBO)).toBeNull()
    expect(logRank(open(5, 6), open(7))).toBeNull()
    expect(logRank([], [])).toBeNull()
  })

  test('of a group against itself finds no difference', () => {
    expect(logRank(TREATED, TREATED)).toMatchObject({ chiSquare: 0, p: 1 })
  })
})

test('numbers at risk are of those still followed on the day', () => {
  expect(atRiskOn(TREATED, [0, 6, 7, 20, 40])).toEqual([21, 21, 17, 8, 0])
})
