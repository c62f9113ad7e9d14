/** The special functions behind the intervals and tests: incomplete gamma and beta, and their inverses. */

const EPSILON = Number.EPSILON
const TINY = Number.MIN_VALUE / EPSILON
/** Steps of a series or fraction; the square root of an argument in the millions is well within. */
const MOST_STEPS = 100_000

/** Coefficients of Lanczos's approximation with g = 7 (P. Godfrey, 2001); relative error below 1e-14. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/** Natural logarithm of the gamma function, for x > 0. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const base = x + 6.5
  const sum = LANCZOS.reduce((total, c, i) => (i === 0 ? c : total + c / (x - 1 + i)), 0)
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(sum)
}

/** Regularised lower incomplete gamma function P(a, x), for a > 0 and x ≥ 0; from 0 to 1. */
export function gammaP(a: number, x: number): number {
  if (x <= 0) return 0
  return x < a + 1 ? gammaSeries(a, x) : 1 - gammaFraction(a, x)
}

/** Regularised upper incomplete gamma function Q(a, x) = 1 − P(a, x), exact in the far tail too. */
export function gammaQ(a: number, x: number): number {
  if (x <= 0) return 1
  return x < a + 1 ? 1 - gammaSeries(a, x) : gammaFraction(a, x)
}

/** Series 6.5.29 of Abramowitz and Stegun, Handbook of Mathematical Functions. */
function gammaSeries(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let n = 1; n < MOST_STEPS && term > sum * EPSILON; n += 1) {
    term *= x / (a + n)
    sum += term
  }
  return sum * Math.exp(-x + a * Math.log(x) - logGamma(a))
}

/** Continued fraction 6.5.31 of the same, by Lentz's method. */
function gammaFraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / b
  let fraction = d
  for (let n = 1; n < MOST_STEPS; n += 1) {
    const numerator = -n * (n - a)
    b += 2
    d = 1 / away(numerator * d + b)
    c = away(b + numerator / c)
    fraction *= d * c
    if (Math.abs(d * c - 1) < EPSILON) break
  }
  return fraction * Math.exp(-x + a * Math.log(x) - logGamma(a))
}

/** Keeps a denominator of Lentz's method from zero. */
function away(value: number): number {
  return Math.abs(value) < TINY ? TINY : value
}

/** The x with P(a, x) = p, for a > 0 and 0 ≤ p < 1. */
export function gammaPInverse(a: number, p: number): number {
  if (p <= 0) return 0
  let high = a + 1
  while (gammaP(a, high) < p) high *= 2
  return solve((x) => gammaP(a, x), p, 0, high)
}

/** Regularised incomplete beta function I_x(a, b), for a, b > 0 and 0 ≤ x ≤ 1. */
export function betaI(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  if (x < (a + 1) / (a + b + 2)) return (front * betaFraction(x, a, b)) / a
  return 1 - (front * betaFraction(1 - x, b, a)) / b
}

/** Continued fraction 26.5.8 of Abramowitz and Stegun, by Lentz's method. */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1; m < MOST_STEPS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    fraction *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    fraction *= d * c
    if (Math.abs(d * c - 1) < EPSILON) break
  }
  return fraction
}

/** The x with I_x(a, b) = p, for 0 ≤ p ≤ 1. */
export function betaInverse(p: number, a: number, b: number): number {
  if (p <= 0) return 0
  if (p >= 1) return 1
  return solve((x) => betaI(x, a, b), p, 0, 1)
}

/** Distribution function of the standard normal distribution. */
export function normalCdf(z: number): number {
  const tail = gammaQ(0.5, (z * z) / 2) / 2
  return z < 0 ? tail : 1 - tail
}

/** The z below which a share `p` of the standard normal distribution lies, for 0 < p < 1. */
export function normalQuantile(p: number): number {
  if (p === 0.5) return 0
  const tail = 2 * Math.min(p, 1 - p)
  const z = Math.sqrt(2 * solve((x) => -gammaQ(0.5, x), -tail, 0, 750))
  return p < 0.5 ? -z : z
}

/** Share of the chi-square distribution with `degrees` of freedom above `x`. */
export function chiSquareTail(x: number, degrees: number): number {
  return gammaQ(degrees / 2, x / 2)
}

/** Bisects a rising function for `target` until the numbers between the bounds run out. */
function solve(rising: (x: number) => number, target: number, from: number, to: number): number {
  let low = from
  let high = to
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) break
    if (rising(middle) < target) low = middle
    else high = middle
  }
  return (low + high) / 2
}
