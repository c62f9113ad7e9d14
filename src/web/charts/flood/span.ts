/** Which stretch of time the flood curve shows: the incident itself, and what happened close to it. */
import type { FloodData } from './flood-data.ts'

export interface Span {
  readonly from: number
  readonly to: number
  /** Events before and after the stretch, which stand in the list only. */
  readonly earlier: number
  readonly later: number
}

const MINUTE = 60_000
/** The shortest stretch drawn. */
const LEAST_MS = 10 * MINUTE
/** How far beyond the incident events are still drawn, as a part of its length. */
const REACH = 0.5
const PAD = 0.04

/** The stretch to draw; null when fewer than two times are known. */
export function spanOf(data: FloodData): Span | null {
  const core = coreOf(data)
  if (core === null) return null
  const reach = Math.max(LEAST_MS / 2, (core.to - core.from) * REACH)
  const near = [
    ...[...data.events, ...data.decisions].map((one) => one.at),
    ...data.impacts.flatMap((impact) => [impact.from, impact.to]),
  ].filter((at) => at >= core.from - reach && at <= core.to + reach)
  const first = Math.min(core.from, ...near)
  const last = Math.max(core.to, ...near)
  const short = Math.max(0, LEAST_MS - (last - first)) / 2
  const pad = (last - first) * PAD
  // Whole minutes, so that the handle beneath can stand on each.
  const from = Math.floor((first - short - pad) / MINUTE) * MINUTE
  const to = Math.ceil((last + short + pad) / MINUTE) * MINUTE
  return {
    from,
    to,
    earlier: data.events.filter((event) => event.at < from).length,
    later: data.events.filter((event) => event.at > to).length,
  }
}

/** From the first to the last moment or stated impact; where these do not tell an end, where most of all times lie. */
function coreOf(data: FloodData): { from: number; to: number } | null {
  const moments = data.moments.map((moment) => moment.at)
  const stated = data.impacts.flatMap((impact) => [impact.from, impact.to])
  const known = moments.length > 1 ? moments : [...moments, ...stated]
  const core = { from: Math.min(...known), to: Math.max(...known) }
  if (known.length > 1 && core.to - core.from >= LEAST_MS) return core
  const times = [...known, ...data.events.map((event) => event.at)].sort((a, b) => a - b)
  return times.length < 2 ? null : densest(times)
}

/** The stretch that holds the middle four fifths of the times, or all of them when the rest lies close. */
function densest(times: readonly number[]): { from: number; to: number } {
  const at = (share: number) => times[Math.round((times.length - 1) * share)] ?? 0
  const [first, last] = [at(0), at(1)]
  const [low, high] = [at(0.1), at(0.9)]
  return last - first <= 3 * Math.max(high - low, LEAST_MS)
    ? { from: first, to: last }
    : { from: low, to: high }
}
