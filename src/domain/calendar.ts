/** The calendar in a time zone: which day and month an instant falls on, and when a day begins there. */
import { epoch, toInstant } from './instant.ts'
import type { Day, Instant, Period } from './instant.ts'

const DAY_MS = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()

/** Whether the name is a zone that the platform knows: an IANA name, `UTC` or an offset such as `+02:00`. */
export function isZone(name: string): boolean {
  try {
    formatOf(name)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    era: 'short',
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

/** What the clock on the wall shows, as epoch milliseconds of the same digits in UTC. */
function wallClock(at: number, zone: string): number {
  const shown: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {}
  for (const { type, value } of formatOf(zone).formatToParts(at)) shown[type] = value
  const number = (type: Intl.DateTimeFormatPartTypes): number => Number(shown[type] ?? 0)
  const wall = new Date(0)
  wall.setUTCFullYear(number('year'), number('month') - 1, number('day'))
  return wall.setUTCHours(number('hour'), number('minute'), number('second'))
}

/** Milliseconds that the zone's clocks are ahead of UTC at an instant. */
function offsetAt(at: number, zone: string): number {
  return wallClock(at, zone) - Math.floor(at / 1000) * 1000
}

/** The day on which an instant falls in a zone. Throws a `RangeError` on an unknown zone: see `isZone`. */
export function dayOf(at: Instant, zone: string): Day {
  return dayOfUtc(wallClock(epoch(at), zone))
}

function dayOfUtc(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10) as Day
}

function utcOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`)
}

/**
 * The first instant of a day in a zone. Where clocks skip midnight it is the first moment after the skip;
 * where midnight comes twice it is the earlier one. Days therefore follow each other without a gap or an overlap.
 */
export function startOfDay(day: Day, zone: string): Instant {
  const midnight = utcOf(day)
  const offsets = [offsetAt(midnight - DAY_MS, zone), offsetAt(midnight + DAY_MS, zone)]
  const starts = offsets
    .filter((offset) => offsetAt(midnight - offset, zone) === offset)
    .map((offset) => midnight - offset)
  return toInstant(starts.length > 0 ? Math.min(...starts) : firstAfterSkip(midnight, offsets, zone))
}

/** Bisects for the change of clocks that skips midnight. */
function firstAfterSkip(midnight: number, offsets: readonly number[], zone: string): number {
  let before = midnight - Math.max(...offsets) - 1
  let after = midnight - Math.min(...offsets)
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (wallClock(middle, zone) < midnight) before = middle
    else after = middle
  }
  return after
}

/** `addDays('2024-02-28', 2)` is `2024-03-01`; `days` may be negative. */
export function addDays(day: Day, days: number): Day {
  return dayOfUtc(utcOf(day) + days * DAY_MS)
}

/** Whole calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (utcOf(to) - utcOf(from)) / DAY_MS
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(utcOf(day)).getUTCDay() || 7
}

/** Whether a text is a day of the calendar, written `2024-02-29`. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const ms = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(ms) && dayOfUtc(ms) === text
}

/** The length of the steps into which a period is cut. */
export type Step = 'month' | 'quarter' | 'year'
const MONTHS_OF: Readonly<Record<Step, number>> = { month: 1, quarter: 3, year: 12 }

/** The first day of the month, quarter or year in which a day lies. */
export function firstDayOf(step: Step, day: Day): Day {
  const month = Number(day.slice(5, 7)) - 1
  const first = month - (month % MONTHS_OF[step])
  return `${day.slice(0, 5)}${String(first + 1).padStart(2, '0')}-01` as Day
}

/** `addMonths('2024-11-01', 3)` is `2025-02-01`; for first days of months only. */
function addMonths(first: Day, months: number): Day {
  const date = new Date(utcOf(first))
  date.setUTCMonth(date.getUTCMonth() + months)
  return dayOfUtc(date.getTime())
}

/**
 * The whole months, quarters or years of a zone that hold the days `from` ≤ day < `to`, in order, each half-open
 * and each beginning where the one before ends. Empty when `to` is not after `from`.
 */
export function stepsBetween(step: Step, from: Day, to: Day, zone: string): Period[] {
  const periods: Period[] = []
  if (from >= to) return periods
  for (let first = firstDayOf(step, from); first < to;) {
    const next = addMonths(first, MONTHS_OF[step])
    periods.push({ from: startOfDay(first, zone), to: startOfDay(next, zone) })
    first = next
  }
  return periods
}

/** The period of the days `from` ≤ day < `to` in a zone. */
export function periodOfDays(from: Day, to: Day, zone: string): Period {
  return { from: startOfDay(from, zone), to: startOfDay(to, zone) }
}

/** Whether an instant lies in a half-open period. */
export function isWithin(at: Instant, period: Period): boolean {
  return epoch(at) >= epoch(period.from) && epoch(at) < epoch(period.to)
}

/** Elapsed days of 24 hours between two instants; fractional, negative when `to` is earlier. */
export function elapsedDays(from: Instant, to: Instant): number {
  return (epoch(to) - epoch(from)) / DAY_MS
}
