/** Times of day as people write them: 09:05, 9:05 pm, 09.05, 10h47, 0730, 5pm, 13時05分, noon. */

/** A time of day; `minute` is 0 when only the hour was written. */
export interface WrittenClock {
  /** 0 to 24; 24 is the midnight at the end of the day. */
  readonly hour: number
  readonly minute: number
  readonly second: number | null
  /** False for `5:10`, which may be either half of the day beside a time that says am or pm. */
  readonly halfKnown: boolean
  /** True when only an hour, a rough minute (`16:4x`) or a word such as noon was written. */
  readonly rough: boolean
}

export interface ReadClock {
  readonly clock: WrittenClock
  readonly end: number
}

/** Notations that are times only where the text around them says so. */
export interface ClockHints {
  /** Take `11.15` for a time of day. */
  readonly dotted: boolean
  /** Take `0730` for a time of day. */
  readonly compact: boolean
}

const COLON =
  /(\d{1,2})[:：∶](\d{2}|\d[xX?]|[xX?]{2})(?:[:：](\d{2})(?:[.,]\d{1,9})?)?(?!\d|:\d)\s?(?:(a|p)\.?\s?m\b\.?|Uhr\b)?/iy
const DOTTED = /(\d{1,2})\.(\d{2})(?:\.(\d{2}))?(?![\d%]|\.\d|-[^\d\s])\s?(?:(a|p)\.?\s?m\b\.?)?/iy
const DOTTED_HALF = /(\d{1,2})\.(\d{2})()\s?(a|p)\.?\s?m\b\.?/iy
const DOTTED_ZONED = /(\d{1,2})\.(\d{2})(?:\.(\d{2}))?(?=\s?(?:UTC|GMT|CES?T|BST|JST|[PMCE][SD]T)\b)/y
const H_MARK = /(\d{1,2})h(\d{2})(?![\p{L}\d])/iuy
const COMPACT =
  /([01]\d|2[0-4])([0-5]\d)(?:\s?(?:hrs?|hours|h))?(?![\p{L}\d:/%年]|[.,]\d|-[^\d\s]|-\d{1,2}-)/iuy
const COMPACT_MARKED =
  /([01]\d|2[0-4])([0-5]\d)(?=(?:\s?(?:and|to|-|–)\s?[0-2]\d[0-5]\d)?(?:Z\b|\s?(?:UTC|GMT|hrs|hours)\b))(?:\s?(?:hrs|hours))?/iy
const BASIC = /([01]\d|2[0-3])([0-5]\d)([0-5]\d)(?=Z\b)/y
const HALF_DAY = /(\d{1,2})\s?(a|p)\.?\s?m\b\.?(?!\p{L})/iuy
const HOUR_BEFORE_HALF = /(\d{1,2})(?=\s?[-–]\s?\d{1,2}(?::\d{2})?\s?[ap]\.?m\b)/iy
const EAST_ASIAN =
  /(午前|午後|上午|下午|凌晨|晚上|早上|深夜|오전|오후)?\s?(\d{1,2})(?:\s?[時时点點시]\s?(半|(\d{1,2})\s?[分분](?:\s?(\d{1,2})\s?秒)?)?|[:：](\d{2})(?:[:：](\d{2}))?)/y
const EAST_ASIAN_HALF = /(?:午前|午後|上午|下午|凌晨|晚上|早上|深夜|오전|오후)/y
const WORD = /(noon|midday|midnight|正午|零時)(?![\p{L}])/iuy

function at(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position
  return pattern.exec(text)
}

function made(
  hour: number,
  minute: number,
  second: number | null,
  more?: Partial<WrittenClock>,
): WrittenClock | null {
  if (hour > 24 || minute > 59 || (second ?? 0) > 60 || (hour === 24 && minute > 0)) return null
  return { hour, minute, second, halfKnown: hour > 12 || hour === 0, rough: false, ...more }
}

/** Puts am or pm to an hour; `13:52 PM` keeps its hour, since the 24-hour part is the one that was read off a clock. */
function withHalf(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour
  const base = hour === 12 ? 0 : hour
  return half.toLowerCase() === 'p' ? base + 12 : base
}

function ended(clock: WrittenClock | null, end: number): ReadClock | null {
  return clock === null ? null : { clock, end }
}

function trimmedEnd(text: string, end: number): number {
  return text.charAt(end - 1) === ' ' || text.charAt(end - 1) === '\u00a0' ? end - 1 : end
}

/** `16:4x` is the ten minutes from 16:40, `16:??` the hour. */
function minuteOf(written: string): number {
  const tens = written.charAt(0)
  if (tens < '0' || tens > '9') return 0
  const ones = written.charAt(1)
  return Number(tens) * 10 + (ones >= '0' && ones <= '9' ? Number(ones) : 0)
}

function readMarked(pattern: RegExp, text: string, position: number): ReadClock | null {
  const match = at(pattern, text, position)
  if (match === null) return null
  const [hour = '', minute = '', second, half] = match.slice(1)
  const rough = /[xX?]/.test(minute)
  const clock = made(
    withHalf(Number(hour), half),
    minuteOf(minute),
    second === undefined || second === '' ? null : Number(second),
    {
      rough,
      ...(half === undefined ? {} : { halfKnown: true }),
    },
  )
  return ended(clock, trimmedEnd(text, pattern.lastIndex))
}

function eastAsianHour(half: string | undefined, hour: number): number {
  const afternoon = half === '午後' || half === '下午' || half === '오후' || half === '晚上'
  return withHalf(hour, half === undefined ? undefined : afternoon ? 'p' : 'a')
}

function readEastAsian(text: string, position: number): ReadClock | null {
  if (at(EAST_ASIAN_HALF, text, position) === null && !/\d/.test(text.charAt(position))) return null
  const match = at(EAST_ASIAN, text, position)
  if (match === null || (match[1] === undefined && match[6] !== undefined)) return null
  const minute = match[3] === '半' ? 30 : Number(match[4] ?? match[6] ?? 0)
  const second = match[5] ?? match[7]
  const onlyHour = match[3] === undefined && match[6] === undefined
  const clock = made(
    eastAsianHour(match[1], Number(match[2])),
    minute,
    second === undefined ? null : Number(second),
    {
      halfKnown: true,
      rough: onlyHour,
    },
  )
  return ended(clock, EAST_ASIAN.lastIndex)
}

function readWord(text: string, position: number): ReadClock | null {
  const word = at(WORD, text, position)?.[1]?.toLowerCase()
  if (word === undefined) return null
  const hour = word === 'midnight' || word === '零時' ? 0 : 12
  return ended(made(hour, 0, null, { halfKnown: true }), WORD.lastIndex)
}

function readHours(text: string, position: number, hints: ClockHints): ReadClock | null {
  const half = at(HALF_DAY, text, position)
  if (half !== null && Number(half[1]) <= 12) {
    return ended(
      made(withHalf(Number(half[1]), half[2]), 0, null, { halfKnown: true, rough: true }),
      HALF_DAY.lastIndex,
    )
  }
  const bare = at(HOUR_BEFORE_HALF, text, position)
  if (bare !== null && Number(bare[1]) <= 12) {
    return ended(made(Number(bare[1]), 0, null, { rough: true }), HOUR_BEFORE_HALF.lastIndex)
  }
  const pattern = hints.compact ? COMPACT : COMPACT_MARKED
  const compact = at(pattern, text, position)
  if (compact === null) return null
  return ended(made(Number(compact[1]), Number(compact[2]), null, { halfKnown: true }), pattern.lastIndex)
}

/**
 * Reads the time of day that begins exactly at `position`; null when none does. `dotted` and `compact` notations are
 * read only when the hints allow them.
 */
export function readClock(text: string, position: number, hints: ClockHints): ReadClock | null {
  return (
    readMarked(COLON, text, position) ??
    readMarked(BASIC, text, position) ??
    readEastAsian(text, position) ??
    readMarked(H_MARK, text, position) ??
    readMarked(hints.dotted ? DOTTED : DOTTED_HALF, text, position) ??
    readMarked(DOTTED_ZONED, text, position) ??
    readHours(text, position, hints) ??
    readWord(text, position)
  )
}

/** Minutes since midnight, seconds dropped. */
export function minuteOfDay(clock: WrittenClock): number {
  return clock.hour * 60 + clock.minute
}

/** The first time of a range, given the half of the day its end names: `2:14 - 3:30 pm`, `11 - 1 pm`. */
export function halfFrom(start: WrittenClock, end: WrittenClock): WrittenClock {
  if (start.halfKnown || !end.halfKnown || start.hour > 12) return start
  const later = { ...start, hour: (start.hour % 12) + 12, halfKnown: true }
  return minuteOfDay(later) <= minuteOfDay(end) ? later : { ...start, hour: start.hour % 12, halfKnown: true }
}
