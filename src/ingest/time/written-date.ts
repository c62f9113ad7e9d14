/** Calendar dates as people write them: ISO, month names in five languages, numeric in either order, 2024年3月1日, and slips. */
import { MONTH_NAME, WEEKDAY_NAME, isRealDay, monthNamed, weekdayNamed } from './calendar.ts'

/** In which order a numeric date gave day and month; `unclear` when both readings are real days. */
export type DateOrder = 'named' | 'day_first' | 'month_first' | 'unclear'

/** A date as far as it was written. When `order` is `unclear`, `month` and `day` hold the month-first reading. */
export interface WrittenDate {
  /** Null when no year was written. */
  readonly year: number | null
  /** 1 to 12. */
  readonly month: number
  /** 1 to 31; null when only the month was written. */
  readonly day: number | null
  /** The last day of a span such as `January 14-19`; null otherwise. */
  readonly untilDay: number | null
  readonly order: DateOrder
}

export interface ReadDate {
  readonly date: WrittenDate
  readonly end: number
}

const ISO = /(\d{4,5})(?:-|\s-\s|\s?\/\s?|\.)(\d{1,2})(?:-|\s-\s|\s?\/\s?|\.)(\d{1,2})(?!\d)/y
const ISO_UNKNOWN_DAY = /(\d{4})-(\d{2})-(?:\?\?|[xX]{2}|--)/y
const ISO_MONTH = /((?:19|20)\d{2})-(0[1-9]|1[0-2])(?![\d-])/y
/** `November 14th, 1900 and 2100 UTC` names two times, not a year. */
const YEAR = '(?:199\\d|20[0-4]\\d)'
const YEAR_NAME_DAY = new RegExp(`(\\d{4})[-/ ](${MONTH_NAME})[-/ ](\\d{1,2})(?!\\d)`, 'iuy')
const EAST_ASIAN = /(?:(\d{4})\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(?:(\d{1,2})\s?[日号號일])?/y
const NAME_DAY = new RegExp(
  `(${MONTH_NAME})(?:\\s{1,3}|-|\\s?the\\s)?(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:.]\\d|\\d|\\s?[ap]m\\b)(?:\\s?[-–]\\s?(\\d{1,2})(?:st|nd|rd|th)?(?!\\d|:\\d))?(?:\\s?[,-]?\\s{0,2}(${YEAR})(?!\\d|:\\d))?`,
  'iuy',
)
const DAY_NAME = new RegExp(
  `(\\d{1,2})(?:(st|nd|rd|th|\\.)(?:\\s+of)?)?(?:\\s?[-–]\\s?(\\d{1,2})(?:st|nd|rd|th|\\.)?)?[\\s-]{0,3}(${MONTH_NAME})(?:[\\s,-]{0,3}(${YEAR})(?!\\d|:\\d))?`,
  'iuy',
)
const NAME_YEAR = new RegExp(`(${MONTH_NAME})(?:\\s+of)?[\\s,-]{1,3}(${YEAR})(?!\\d|:\\d)`, 'iuy')
const NUMERIC = /(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d{2}|\d{2})(?!\d|:\d)/y
const NUMERIC_SPACED = /(\d{1,2})\s([/-])\s(\d{1,2})\s\2\s((?:19|20)\d{2})(?!\d)/y
/** Only before a time, a separator or the end: `24/7 support` and `3/4 of the nodes` are no days. */
const NUMERIC_NO_YEAR =
  /(?!24\/7)(\d{1,2})\/(\d{1,2})(?=[\s*_`]*(?:$|[-–—:,|)\]～〜~(]|(?:at\s+|kl\.?\s+)?\d{1,2}[:.]\d{2}|\d{4}\b))(?![\d/])/y
const DOTTED_NO_YEAR = /(\d{1,2})\.(\d{1,2})\.?(?![\d.:])/y
const COMPACT = /((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/y
const WEEKDAY_BEFORE = new RegExp(`${WEEKDAY_NAME}[,\\s]{0,3}(?:the\\s+|den\\s+)?`, 'iuy')
const WEEKDAY_AFTER = new RegExp(
  `\\s?[,(（]?\\s?(?:${WEEKDAY_NAME}|[日月火水木金土]曜?日?)(?![\\p{L}])[)）]?`,
  'iuy',
)
const MONTH_DAY_BEFORE_TIME = /(\d{2})-(\d{2})(?=[\sT]+\d{1,2}:\d{2})/y
const MONTH_DAY = /(\d{1,2})-(\d{1,2})(?![\d-])/y

function at(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position
  return pattern.exec(text)
}

function numberOf(digits: string | undefined): number | null {
  return digits === undefined || digits === '' ? null : Number(digits)
}

/** A year with one key struck twice (`22025`) read as a careful reader would; null when it cannot be a year. */
function plausibleYear(digits: string): number | null {
  const year = Number(digits)
  if (digits.length === 4) return year >= 1970 && year <= 2199 ? year : null
  for (let index = 0; index < digits.length; index += 1) {
    const shorter = Number(digits.slice(0, index) + digits.slice(index + 1))
    if (shorter >= 2000 && shorter <= 2099) return shorter
  }
  return null
}

function made(
  year: number | null,
  month: number,
  day: number | null,
  order: DateOrder = 'named',
  untilDay: number | null = null,
): WrittenDate | null {
  if (month < 1 || month > 12) return null
  if (day !== null && !isRealDay(year ?? 2024, month, day)) return null
  const last = untilDay !== null && day !== null && untilDay > day && untilDay <= 31 ? untilDay : null
  return { year, month, day, untilDay: last, order }
}

function ended(date: WrittenDate | null, end: number): ReadDate | null {
  return date === null ? null : { date, end }
}

function readYearFirst(text: string, position: number): ReadDate | null {
  const iso = at(ISO, text, position)
  if (iso !== null) {
    const year = plausibleYear(iso[1] ?? '')
    return year === null ? null : ended(made(year, Number(iso[2]), Number(iso[3])), ISO.lastIndex)
  }
  const unknown = at(ISO_UNKNOWN_DAY, text, position)
  if (unknown !== null) {
    return ended(made(Number(unknown[1]), Number(unknown[2]), null), ISO_UNKNOWN_DAY.lastIndex)
  }
  const named = at(YEAR_NAME_DAY, text, position)
  if (named !== null) {
    const month = monthNamed(named[2] ?? '') ?? 0
    return ended(made(Number(named[1]), month, Number(named[3])), YEAR_NAME_DAY.lastIndex)
  }
  const compact = at(COMPACT, text, position)
  if (compact !== null) {
    return ended(made(Number(compact[1]), Number(compact[2]), Number(compact[3])), COMPACT.lastIndex)
  }
  const month = at(ISO_MONTH, text, position)
  return month === null ? null : ended(made(Number(month[1]), Number(month[2]), null), ISO_MONTH.lastIndex)
}

/** Lower-case "may" and "mar" are words before they are months, unless a year stands beside them. */
function looksLikeMonth(name: string, marked: boolean): boolean {
  return marked || name.length > 4 || name.charAt(0) !== name.charAt(0).toLowerCase()
}

function readNamed(text: string, position: number): ReadDate | null {
  const after = at(NAME_DAY, text, position)
  if (after !== null && looksLikeMonth(after[1] ?? '', after[4] !== undefined)) {
    const month = monthNamed(after[1] ?? '') ?? 0
    const date = made(numberOf(after[4]), month, Number(after[2]), 'named', numberOf(after[3]))
    if (date !== null) return { date, end: NAME_DAY.lastIndex }
  }
  const bare = at(NAME_YEAR, text, position)
  if (bare !== null) {
    return ended(made(Number(bare[2]), monthNamed(bare[1] ?? '') ?? 0, null), NAME_YEAR.lastIndex)
  }
  const before = at(DAY_NAME, text, position)
  if (before === null || !looksLikeMonth(before[4] ?? '', (before[5] ?? before[2]) !== undefined)) return null
  const month = monthNamed(before[4] ?? '') ?? 0
  const date = made(numberOf(before[5]), month, Number(before[1]), 'named', numberOf(before[3]))
  return ended(date, DAY_NAME.lastIndex)
}

function readEastAsian(text: string, position: number): ReadDate | null {
  const match = at(EAST_ASIAN, text, position)
  if (match === null || (match[1] === undefined && match[3] === undefined)) return null
  return ended(made(numberOf(match[1]), Number(match[2]), numberOf(match[3])), EAST_ASIAN.lastIndex)
}

/** Tells the order of a numeric date by what can be a month; a dot means day first, as in Europe. */
function ordered(first: number, second: number, year: number | null, dotted: boolean): WrittenDate | null {
  if (dotted) return made(year, second, first, 'day_first')
  if (first > 12) return made(year, second, first, 'day_first')
  if (second > 12) return made(year, first, second, 'month_first')
  return made(year, first, second, first === second ? 'named' : 'unclear')
}

function readNumeric(text: string, position: number): ReadDate | null {
  const tight = at(NUMERIC, text, position)
  const match = tight ?? at(NUMERIC_SPACED, text, position)
  if (match === null) return null
  const [first = '', separator, second = '', yearDigits = ''] = match.slice(1)
  const short = yearDigits.length === 2
  const version = short && (separator === '.' ? first.length + second.length < 4 : false)
  if (version) return null
  const year = short ? 2000 + Number(yearDigits) : Number(yearDigits)
  const end = tight === null ? NUMERIC_SPACED.lastIndex : NUMERIC.lastIndex
  return ended(ordered(Number(first), Number(second), year, separator === '.'), end)
}

/** What a date reader may take for a date where text alone cannot tell. */
export interface DateHints {
  /** Take `2/15`, and `12-05` before a time, for a day; off in running text, where it is a fraction. */
  readonly slashedWithoutYear: boolean
}

function readBareDate(text: string, position: number, hints: DateHints): ReadDate | null {
  const read =
    readYearFirst(text, position) ??
    readEastAsian(text, position) ??
    readNumeric(text, position) ??
    readNamed(text, position)
  if (read !== null || !hints.slashedWithoutYear) return read
  const short = at(MONTH_DAY_BEFORE_TIME, text, position)
  if (short !== null) {
    const date =
      made(null, Number(short[1]), Number(short[2])) ?? made(null, Number(short[2]), Number(short[1]))
    return ended(date, MONTH_DAY_BEFORE_TIME.lastIndex)
  }
  const match = at(NUMERIC_NO_YEAR, text, position)
  if (match === null) return null
  return ended(ordered(Number(match[1]), Number(match[2]), null, false), NUMERIC_NO_YEAR.lastIndex)
}

/** `24.11` is a day only behind a weekday. */
function readDotted(text: string, position: number): ReadDate | null {
  const match = at(DOTTED_NO_YEAR, text, position)
  return match === null
    ? null
    : ended(made(null, Number(match[2]), Number(match[1]), 'day_first'), DOTTED_NO_YEAR.lastIndex)
}

/**
 * Reads the date that begins exactly at `position`, with the weekday before or after it: `Friday, 21 March 2025`,
 * `2024-03-01 (Fri)`. Null when none begins there.
 */
export function readDate(text: string, position: number, hints: DateHints): ReadDate | null {
  const weekday = at(WEEKDAY_BEFORE, text, position)
  const start = weekday === null ? position : position + weekday[0].length
  const read = readBareDate(text, start, hints) ?? (weekday === null ? null : readDotted(text, start))
  if (read === null) return null
  const after = at(WEEKDAY_AFTER, text, read.end)
  return after === null ? read : { date: read.date, end: read.end + after[0].length }
}

/** Reads a weekday alone, as in `Friday 14:00`: 0 for Sunday to 6 for Saturday. */
export function readWeekday(text: string, position: number): { weekday: number; end: number } | null {
  const match = at(WEEKDAY_BEFORE, text, position)
  const weekday = weekdayNamed(/^\p{L}+/u.exec(match?.[0] ?? '')?.[0] ?? '')
  if (match === null || weekday === null) return null
  return { weekday, end: position + match[0].trimEnd().length }
}

/** Reads the shortened end of a span of ISO dates: the `06-12` of `2026-06-10 → 06-12`. */
export function readMonthDay(text: string, position: number): ReadDate | null {
  const match = at(MONTH_DAY, text, position)
  return match === null ? null : ended(made(null, Number(match[1]), Number(match[2])), MONTH_DAY.lastIndex)
}

/** The same date read day first, where the order was unclear; otherwise unchanged. */
export function dayFirst(date: WrittenDate): WrittenDate {
  return date.order === 'unclear' && date.day !== null ? { ...date, month: date.day, day: date.month } : date
}
