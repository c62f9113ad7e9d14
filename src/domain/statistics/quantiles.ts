/** Quantiles and the summary of a set of durations, with what is not known counted beside them. */

/** Fewest values for which quartiles are given. */
export const LEAST_FOR_QUARTILES = 4
/** Fewest values for which the 90th percentile is given. */
export const LEAST_FOR_P90 = 10

/**
 * The quantile of values in ascending order, by linear interpolation between the closest ranks: type 7 of Hyndman and Fan,
 * "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996), which R, NumPy and spreadsheets use
 * by default. Null for no values. `p` from 0 to 1.
 */
export function quantile(ascending: readonly number[], p: number): number | null {
  const position = (ascending.length - 1) * p
  const below = ascending[Math.floor(position)]
  const above = ascending[Math.ceil(position)]
  if (below === undefined || above === undefined) return null
  return below + (above - below) * (position - Math.floor(position))
}

/** The middle of the values, in any order; null for none. */
export function median(values: readonly number[]): number | null {
  return quantile([...values].sort(ascending), 0.5)
}

/** A set of values without a mean: where its middle and its spread lie, and every point to draw. */
export interface Distribution {
  /** Values known. */
  readonly n: number
  /** Values not known; they are in no figure. */
  readonly unknown: number
  readonly median: number | null
  /** Null with fewer than 4 values: not enough data. */
  readonly lowerQuartile: number | null
  readonly upperQuartile: number | null
  /** Null with fewer than 10 values: not enough data. */
  readonly p90: number | null
  /** Ascending. */
  readonly points: readonly number[]
}

/** Sums up durations in minutes, in ascending order, and how many beside them are not known. */
export function summariseDurations(points: readonly number[], unknown: number): Distribution {
  const n = points.length
  return {
    n,
    unknown,
    median: quantile(points, 0.5),
    lowerQuartile: n < LEAST_FOR_QUARTILES ? null : quantile(points, 0.25),
    upperQuartile: n < LEAST_FOR_QUARTILES ? null : quantile(points, 0.75),
    p90: n < LEAST_FOR_P90 ? null : quantile(points, 0.9),
    points,
  }
}

function ascending(a: number, b: number): number {
  return a - b
}
