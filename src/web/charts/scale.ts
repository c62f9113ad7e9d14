/** Scales: from values to places on a drawing, and the round values that mark an axis. */
import { ticks } from 'd3-array'

/** From a value to a place in user units. */
export type Scale = (value: number) => number

type Range = readonly [from: number, to: number]

/** A straight scale; a domain without extent maps to the middle. */
export function linear([d0, d1]: Range, [r0, r1]: Range): Scale {
  const extent = d1 - d0
  return (value) => (extent === 0 ? (r0 + r1) / 2 : r0 + ((value - d0) / extent) * (r1 - r0))
}

/** A logarithmic scale; both ends of the domain above 0, smaller values are held at its beginning. */
export function logarithmic([d0, d1]: Range, range: Range): Scale {
  const straight = linear([Math.log(d0), Math.log(d1)], range)
  return (value) => straight(Math.log(Math.max(d0, value)))
}

/** Whole numbers from 0 to at least `max`, about `about` steps apart evenly: the axis of a count. */
export function countTicks(max: number, about = 4): number[] {
  const top = Math.max(1, Math.ceil(max))
  const marks = ticks(0, top, about).filter(Number.isInteger)
  const step = (marks[1] ?? 1) - (marks[0] ?? 0)
  while ((marks.at(-1) ?? 0) < top) marks.push((marks.at(-1) ?? 0) + step)
  return marks
}

const DURATION_MARKS = [1, 3, 10, 30, 60, 180, 720, 1_440, 4_320, 10_080, 43_200, 129_600, 525_600]

/** Round durations in minutes that bracket `low` to `high`: the axis of a logarithmic strip. */
export function durationTicks(low: number, high: number): number[] {
  const first = DURATION_MARKS.findLastIndex((mark) => mark <= Math.max(low, 1))
  const last = DURATION_MARKS.findIndex((mark) => mark >= high)
  return DURATION_MARKS.slice(Math.max(0, first), last < 0 ? undefined : Math.max(last, first + 1) + 1)
}
