/** Wall-clock time to instant and back for `UTC`, fixed offsets and IANA zones, with their gaps and overlaps; cached by day. */

/** `UTC`, an offset such as `+02:00`, or an IANA name. */
export type Zone = string

/** How the wall clock met the zone: once, twice (the earlier is taken) or never (moved forward by the gap). */
export type WallFit = 'exact' | 'overlap' | 'gap'

const MINUTE = 60_000
const DAY = 86_400_000
const FIXED = /^([+-])(\d{2}):(\d{2})$/

interface DayOffsets {
  /** Offset in milliseconds from the start of the UTC day. */
  readonly first: number
  /** The epoch from which `second` holds, or `Infinity` on a day without a change. */
  readonly changeAt: number
  readonly second: number
}

const CACHE_LIMIT = 20_000
const dayCache = new Map<string, DayOffsets>()
const formats = new Map<Zone, Intl.DateTimeFormat>()

/** Offset from UTC in minutes of `UTC` or a written offset; null for a name that needs the zone database. */
export function fixedOffset(zone: Zone): number | null {
  if (zone === 'UTC') return 0
  const match = FIXED.exec(zone)
  if (match === null) return null
  const minutes = Number(match[2]) * 60 + Number(match[3])
  return match[1] === '-' ? -minutes : minutes
}

/** `+02:00` for 120. */
export function offsetName(minutes: number): Zone {
  const size = Math.abs(minutes)
  const hours = String(Math.floor(size / 60)).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${hours}:${String(size % 60).padStart(2, '0')}`
}

function formatFor(zone: Zone): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(zone, made)
  return made
}

/** Asks the zone database; slow, so only for the day cache. */
function databaseOffset(zone: Zone, epoch: number): number {
  const parts: Record<string, number> = {}
  for (const part of formatFor(zone).formatToParts(epoch)) parts[part.type] = Number(part.value)
  const wall = Date.UTC(
    parts['year'] ?? 1970,
    (parts['month'] ?? 1) - 1,
    parts['day'] ?? 1,
    parts['hour'] ?? 0,
    parts['minute'] ?? 0,
    parts['second'] ?? 0,
  )
  return wall - Math.floor(epoch / 1000) * 1000
}

function changeWithin(zone: Zone, from: number, to: number, first: number): number {
  let low = from
  let high = to
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE
    if (databaseOffset(zone, middle) === first) low = middle
    else high = middle
  }
  return high
}

function dayOffsets(zone: Zone, dayStart: number): DayOffsets {
  const key = `${zone}|${dayStart}`
  const known = dayCache.get(key)
  if (known !== undefined) return known
  const first = databaseOffset(zone, dayStart)
  const second = databaseOffset(zone, dayStart + DAY)
  const changeAt = first === second ? Infinity : changeWithin(zone, dayStart, dayStart + DAY, first)
  const made = { first, changeAt, second }
  if (dayCache.size >= CACHE_LIMIT) dayCache.clear()
  dayCache.set(key, made)
  return made
}

/**
 * Offset from UTC, in milliseconds, that `zone` keeps at `epoch` (milliseconds); positive east of Greenwich.
 * Throws a `RangeError` for a zone that does not exist: zones come from `readZone` or are checked at the edge.
 */
export function offsetAt(zone: Zone, epoch: number): number {
  const fixed = fixedOffset(zone)
  if (fixed !== null) return fixed * MINUTE
  const day = dayOffsets(zone, Math.floor(epoch / DAY) * DAY)
  return epoch < day.changeAt ? day.first : day.second
}

/**
 * The epoch milliseconds at which clocks of `zone` show `wall` (the same fields read as if they were UTC).
 * An hour that comes twice gives the earlier instant; an hour that is left out is moved forward by the gap,
 * as RFC 5545 and ECMAScript's Temporal ("compatible") do.
 */
export function wallToEpoch(wall: number, zone: Zone): { readonly epoch: number; readonly fit: WallFit } {
  const fixed = fixedOffset(zone)
  if (fixed !== null) return { epoch: wall - fixed * MINUTE, fit: 'exact' }
  const before = offsetAt(zone, wall - DAY)
  const after = offsetAt(zone, wall + DAY)
  const early = wall - before
  if (before === after) return { epoch: early, fit: 'exact' }
  const late = wall - after
  const earlyHolds = offsetAt(zone, early) === before
  const lateHolds = offsetAt(zone, late) === after
  if (earlyHolds) return { epoch: early, fit: lateHolds ? 'overlap' : 'exact' }
  return lateHolds ? { epoch: late, fit: 'exact' } : { epoch: early, fit: 'gap' }
}
