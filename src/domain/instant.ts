/** Points and spans of time: an instant is a UTC ISO 8601 string, a span is minutes; neither is a bare string or number. */

/** A point in time, UTC, ISO 8601 with seconds or milliseconds: `2024-02-01T09:12:00Z`. */
export type Instant = string & { readonly __brand: 'Instant' }

/** A calendar day without a zone: `2024-02-01`. */
export type Day = string & { readonly __brand: 'Day' }

/** A span of time in minutes; may be fractional, never negative where it measures a duration. */
export type Minutes = number & { readonly __brand: 'Minutes' }

/** A half-open period of time: `from` belongs to it, `to` does not. */
export interface Period {
  readonly from: Instant
  readonly to: Instant
}

const WHOLE_SECOND = /\.000Z$/

/**
 * Makes an instant of a date, epoch milliseconds or an ISO string with an offset.
 * Milliseconds are kept only when they are not zero. Throws a `RangeError` on anything that is not a time.
 */
export function toInstant(value: Date | number | string): Instant {
  const date = value instanceof Date ? value : new Date(value)
  return date.toISOString().replace(WHOLE_SECOND, 'Z') as Instant
}

/** Epoch milliseconds of an instant. */
export function epoch(instant: Instant): number {
  return Date.parse(instant)
}

/** Orders two instants, for sorting: negative, zero or positive. */
export function compareInstants(a: Instant, b: Instant): number {
  return epoch(a) - epoch(b)
}

/** Minutes from `from` to `to`; negative when `to` is earlier. */
export function minutesBetween(from: Instant, to: Instant): Minutes {
  return ((epoch(to) - epoch(from)) / 60_000) as Minutes
}
