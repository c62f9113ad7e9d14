/** Times of the demonstration story: how its files write them, and how they become instants near the present. */
import { toInstant } from '../src/domain/instant.ts'
import type { Day, Instant } from '../src/domain/instant.ts'

/** A moment counted from an incident's day: `10:04` is that day, `+1d 09:12` the next, `-3d 14:00` three days before. */
export interface StoryMoment {
  readonly story: 'moment'
  /** As the file writes it; events are referred to by this notation. */
  readonly written: string
  readonly days: number
  /** Minutes after local midnight. */
  readonly minutes: number
}

/** A calendar day counted from an incident's day: `+36d`. */
export interface StoryDay {
  readonly story: 'day'
  readonly days: number
}

const MOMENT = /^(?:([+-]\d{1,3})d)?(?: ?([01]\d|2[0-3]):([0-5]\d))?$/
const DAY = /^([+-]\d{1,3})d$/
/** A moment that names only a day is taken to be mid-morning. */
const MID_MORNING = 10 * 60

/** Reads `10:04`, `+1d 09:12` or `+5d`; null when it is none of these. */
export function readMoment(written: string): StoryMoment | null {
  const match = MOMENT.exec(written)
  if (match === null || written === '') return null
  const [, days, hour, minute] = match
  const minutes = hour === undefined ? MID_MORNING : Number(hour) * 60 + Number(minute)
  return { story: 'moment', written, days: Number(days ?? 0), minutes }
}

/** Reads `+36d`; null when it is something else. */
export function readDay(written: string): StoryDay | null {
  const match = DAY.exec(written)
  return match === null ? null : { story: 'day', days: Number(match[1]) }
}

/** The calendar day `days` after `day`. */
export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10) as Day
}

/**
 * The instant at which clocks in `zone` show `minutes` after midnight of `day`.
 * A time that a clock change skips is taken by the offset before the change.
 */
export function wallInstant(day: Day, minutes: number, zone: string): Instant {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + minutes * 60_000
  const guess = asUtc - offsetAt(asUtc, zone)
  return toInstant(asUtc - offsetAt(guess, zone))
}

/** Making a formatter costs more than using it a thousand times. */
const CLOCKS = new Map<string, Intl.DateTimeFormat>()

function clockOf(zone: string): Intl.DateTimeFormat {
  const made =
    CLOCKS.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
  CLOCKS.set(zone, made)
  return made
}

/** Milliseconds by which clocks in `zone` are ahead of UTC at an epoch time. */
function offsetAt(time: number, zone: string): number {
  const parts = clockOf(zone).formatToParts(time)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '00'
  const shown = `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}Z`
  return Date.parse(shown) - time
}

/** A parsed file whose moments have become instants and whose days have become calendar days. */
export type Settled<T> = T extends StoryMoment
  ? Instant
  : T extends StoryDay
    ? Day
    : T extends string
      ? T
      : T extends readonly (infer Item)[]
        ? readonly Settled<Item>[]
        : T extends object
          ? { readonly [Key in keyof T]: Settled<T[Key]> }
          : T

/** Replaces every moment and day inside `value`, counted from `day` in `zone`. */
export function settle<T>(value: T, day: Day, zone: string): Settled<T> {
  return settleUnknown(value, day, zone) as Settled<T>
}

function settleUnknown(value: unknown, day: Day, zone: string): unknown {
  if (Array.isArray(value)) return value.map((item) => settleUnknown(item, day, zone))
  if (typeof value !== 'object' || value === null) return value
  if (isMoment(value)) return wallInstant(addDays(day, value.days), value.minutes, zone)
  if (isDay(value)) return addDays(day, value.days)
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, settleUnknown(inner, day, zone)]),
  )
}

function isMoment(value: object): value is StoryMoment {
  return 'story' in value && value.story === 'moment'
}

function isDay(value: object): value is StoryDay {
  return 'story' in value && value.story === 'day'
}
