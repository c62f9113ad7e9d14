/** Intervals of uncertainty, and the level at which all of them are stated. */

/** Share of such intervals that hold the true value. */
export const LEVEL = 0.95

/** From `low` to `high`, both included. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** An interval that may reach without bound: `high` is null then, never `Infinity`, which JSON cannot carry. */
export interface OpenInterval {
  readonly low: number
  readonly high: number | null
}
