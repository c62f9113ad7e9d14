/** The special functions against known values and their own laws. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  betaI,
  betaInverse,
  chiSquareTail,
  gammaP,
  gammaPInverse,
  gammaQ,
  logGamma,
  normalCdf,
  normalQuantile,
} from './special-functions.ts'

/** Whether two numbers agree to about the given relative error. */
function agree(actual: number, expected: number, relative = 1e-10): boolean {
  return Math.abs(actual - expected) <= relative * Math.abs(expected) + 1e-300
}

describe('the gamma function', () => {
  test('agrees with Γ(1/2) = √π, factorials, and Stirling’s values for large arguments', () => {
    expect(agree(logGamma(0.5), Math.log(Math.sqrt(Math.PI)))).toBe(true)
    expect(agree(logGamma(10), Math.log(362_880))).toBe(true)
    expect(agree(logGamma(1000), 5905.220423209181)).toBe(true)
    expect(agree(logGamma(1e6), 12815504.569147611)).toBe(true)
  })

  test('incomplete, agrees with closed forms and with SciPy 1.17 (Cephes, Boost)', () => {
    expect(agree(gammaP(1, 1), 1 - Math.exp(-1))).toBe(true)
    expect(agree(gammaP(0.5, 0.1), 0.34527915398142317)).toBe(true)
    expect(agree(gammaQ(10, 12), 0.24239216167051245)).toBe(true)
    expect(agree(gammaQ(1000, 1010), 0.37232105526300524, 1e-9)).toBe(true)
    expect(agree(gammaP(1e5, 99_000), 0.0007574199211747684, 1e-8)).toBe(true)
    expect(agree(gammaP(50.5, 1), 1.7315004144818653e-66)).toBe(true)
  })

  test('is undone by its inverse', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 5_000, noNaN: true }),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (a, p) => {
          expect(gammaP(a, gammaPInverse(a, p))).toBeCloseTo(p, 9)
          expect(gammaP(a, a) + gammaQ(a, a)).toBeCloseTo(1, 12)
        },
      ),
    )
  })
})

describe('the incomplete beta function', () => {
  test('agrees with closed forms and with SciPy 1.17', () => {
    expect(agree(betaI(0.3, 0.5, 0.5), (2 / Math.PI) * Math.asin(Math.sqrt(0.3)))).toBe(true)
    expect(agree(betaI(0.4, 2, 3), 0.5248)).toBe(true)
    expect(agree(betaI(0.35, 100, 200), 0.7325714649575441)).toBe(true)
    expect(agree(betaI(0.45, 5000, 6000), 0.169188400131846, 1e-8)).toBe(true)
    expect(agree(betaI(1e-4, 1, 1e4), 0.6321389535670702)).toBe(true)
  })

  test('is symmetric and undone by its inverse', () => {
    const shape = fc.double({ min: 0.5, max: 500, noNaN: true })
    const share = fc.double({ min: 0.001, max: 0.999, noNaN: true })
    fc.assert(
      fc.property(shape, shape, share, (a, b, p) => {
        expect(betaI(p, a, b) + betaI(1 - p, b, a)).toBeCloseTo(1, 10)
        expect(betaI(betaInverse(p, a, b), a, b)).toBeCloseTo(p, 9)
      }),
    )
  })
})

test('normal and chi-square values are those of the tables', () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12)
  expect(normalQuantile(0.1)).toBeCloseTo(-1.2815515655446004, 12)
  expect(normalQuantile(1e-10)).toBeCloseTo(-6.361340902404056, 9)
  expect(normalCdf(1.96)).toBeCloseTo(0.9750021048517795, 13)
  expect(normalCdf(-40)).toBeLessThan(1e-300)
  // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4: upper 5 % points.
  expect(chiSquareTail(3.841, 1)).toBeCloseTo(0.05, 4)
  expect(chiSquareTail(18.307, 10)).toBeCloseTo(0.05, 5)
})
