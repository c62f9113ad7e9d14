/** Counting by month or quarter: which half-open period an instant falls into. */
import { epoch } from '../instant.ts'
import type { Instant, Period } from '../instant.ts'

/** Things in their periods, in order; those outside every period, and those without a time, apart. */
export interface Bucketed<T> {
  readonly buckets: readonly (Period & { readonly items: readonly T[] })[]
  readonly outside: readonly T[]
  readonly undated: readonly T[]
}

/** Sorts things into periods that follow each other (see `stepsBetween`); `at` null means not dated. */
export function intoBuckets<T>(
  items: readonly T[],
  at: (item: T) => Instant | null,
  periods: readonly Period[],
): Bucketed<T> {
  const starts = periods.map((period) => epoch(period.from))
  const end = epoch(periods.at(-1)?.to ?? ('1970-01-01T00:00:00Z' as Instant))
  const held: T[][] = periods.map(() => [])
  const outside: T[] = []
  const undated: T[] = []
  for (const item of items) {
    const when = at(item)
    const index = when === null ? -1 : lastAtMost(starts, epoch(when))
    const place = when === null ? undated : epoch(when) < end ? (held[index] ?? outside) : outside
    place.push(item)
  }
  return { buckets: periods.map((period, i) => ({ ...period, items: held[i] ?? [] })), outside, undated }
}

/** Index of the last number that is at most `value`, in ascending numbers; −1 for none. */
function lastAtMost(ascending: readonly number[], value: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ascending[middle] ?? Infinity) <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}
