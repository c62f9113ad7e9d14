/** XmR charts: natural limits for a series of monthly counts or medians, and which rule a point breaks. */

/** Fewest points for which limits are given. */
export const LEAST_FOR_XMR = 8

/**
 * The rules by which a point is a signal (D. J. Wheeler, Understanding Variation, 2nd ed., 2000):
 * beyond a natural limit; the last of eight or more in a row on one side of the mean; the last of three out of four nearer to
 * the same limit than to the mean; a step between two points above the upper limit of steps.
 */
export const XMR_RULES = ['beyond_limit', 'run_of_eight', 'three_of_four', 'large_step'] as const
export type XmrRule = (typeof XMR_RULES)[number]

/** A point that is a signal, and by which rule. */
export interface Signal<Rule extends string> {
  readonly index: number
  readonly rule: Rule
}

/** Limits of a series: `lower` and `upper` are natural process limits, `step` the upper limit of moving ranges. */
export interface XmrLimits {
  readonly mean: number
  readonly lower: number
  readonly upper: number
  readonly step: number
}

/** `limits` null means not enough data: fewer than 8 points. */
export interface XmrChart {
  readonly n: number
  readonly limits: XmrLimits | null
  readonly signals: readonly Signal<XmrRule>[]
}

/** 3/d₂ and D₄ for ranges of two points: 3/1.128 and 3.268. */
const TO_LIMIT = 2.66
const TO_STEP_LIMIT = 3.268

/**
 * Natural limits, mean ± 2.66 × the mean moving range, of values in order of time. `floor` is a value below which the
 * series cannot go, 0 for counts: the lower limit drawn stops there, while the rules use the limit itself.
 */
export function xmrChart(values: readonly number[], floor: number | null = null): XmrChart {
  const n = values.length
  if (n < LEAST_FOR_XMR) return { n, limits: null, signals: [] }
  const steps = values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? value)))
  const mean = average(values)
  const meanStep = average(steps)
  const reach = TO_LIMIT * meanStep
  const step = TO_STEP_LIMIT * meanStep
  const signals = [
    ...indexesOf(values, (value) => Math.abs(value - mean) > reach + tolerance(mean)).map(
      named('beyond_limit'),
    ),
    ...runsOfEight(values, mean).map(named('run_of_eight')),
    ...threeOfFour(values, mean, reach).map(named('three_of_four')),
    ...indexesOf(steps, (value) => value > step).map((i) => named('large_step')(i + 1)),
  ].sort((a, b) => a.index - b.index)
  const lower = floor === null ? mean - reach : Math.max(floor, mean - reach)
  return { n, limits: { mean, lower, upper: mean + reach, step }, signals }
}

function named(rule: XmrRule): (index: number) => Signal<XmrRule> {
  return (index) => ({ index, rule })
}

/** Less than this apart is rounding, not a difference. */
function tolerance(middle: number): number {
  return 1e-9 * Math.max(1, Math.abs(middle))
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function indexesOf(values: readonly number[], test: (value: number) => boolean): number[] {
  return values.flatMap((value, index) => (test(value) ? [index] : []))
}

/** Indexes of points that end a run of eight or more on one side of a middle; a point on the middle ends the run. */
export function runsOfEight(values: readonly number[], middle: number): number[] {
  let side = 0
  let length = 0
  return values.flatMap((value, index) => {
    const now = Math.abs(value - middle) <= tolerance(middle) ? 0 : Math.sign(value - middle)
    length = now !== 0 && now === side ? length + 1 : Math.abs(now)
    side = now
    return length >= 8 ? [index] : []
  })
}

function threeOfFour(values: readonly number[], mean: number, reach: number): number[] {
  const near = reach / 2 + tolerance(mean)
  const side = (value: number): number => (Math.abs(value - mean) > near ? Math.sign(value - mean) : 0)
  return values.flatMap((value, index) => {
    const now = side(value)
    const last = values.slice(Math.max(0, index - 3), index + 1)
    return now !== 0 && last.filter((one) => side(one) === now).length >= 3 ? [index] : []
  })
}
