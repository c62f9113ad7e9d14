/** A stamp: everything about time that stands at one place of a text – date, time of day, zone, range, and how sure. */
import { readRelative, type RelativeTime } from './relative-time.ts'
import { minuteOfDay, readClock, halfFrom, type ClockHints, type WrittenClock } from './written-clock.ts'
import { readDate, readMonthDay, readWeekday, type DateHints, type WrittenDate } from './written-date.ts'
import { readBareOffset, readZone, type NamedZone } from './zone-names.ts'
import type { Zone } from './zone-offset.ts'

/** One end of a stamp. */
export interface WrittenTime {
  readonly date: WrittenDate | null
  readonly clock: WrittenClock | null
  readonly zone: Zone | null
  /** 0 (Sunday) to 6 for a weekday written in place of a date. */
  readonly weekday: number | null
  /** Days from the day last stated: 0 for `同日`, 1 for `next day`; null when the text says nothing of the kind. */
  readonly dayShift: number | null
}

export interface Stamp {
  readonly from: WrittenTime
  readonly until: WrittenTime | null
  /** A range without an end: `23:28〜`, `14:19 onwards`. */
  readonly openEnded: boolean
  readonly approximate: boolean
  /** The place of a time held by a sign that it is not known: `??:??`, `TBC`. */
  readonly placeholder: boolean
  readonly relative: RelativeTime | null
  readonly start: number
  readonly end: number
}

export type StampHints = ClockHints & DateHints

/** Hints for running text: nothing is a time that could as well be a number. */
export const PROSE_HINTS: StampHints = { dotted: false, compact: false, slashedWithoutYear: false }

/** Hints for a place that is known to hold a time, such as a time column. */
export const COLUMN_HINTS: StampHints = { dotted: true, compact: true, slashedWithoutYear: true }

const FILLER = /(?:[\s*_`]|~~)+/y
const JOINT = /[\s*_`]*(?:[,@–—:;|]|-{1,2}(?=\s)|\bat\b|\bkl\.?|\bon\b|\bden\b|T(?=\d)|の|に)?[\s*_`]*/iuy
const APPROXIMATELY =
  /(?:[~〜～≈∼約约]|大约|およそ|c\.|ca\.?\s|circa\s|\(?(?:approx(?:imately|\.)?|est\.|estimated)\)?\s|around\s|about\s|roughly\s|some\s?time\s(?:around|after|before)\s|(?:shortly|just|soon|right)\s(?:after|before)\s|(?:before|after|by|early|late)\s|rundt\s|omtrent\s|omkring\s|cirka\s)\s?/iuy
const PREPOSITION = /(?:at|on|from|since|between|kl\.?|den|fra|ved|um|am|à|le|a las)\s+(?=[\d~\p{L}])/iuy
const AFTERWARDS =
  /\s?(?:[頃ころ]|ごろ|前後|左右|\(?(?:approximately|approx\.?|approximate|estimated|est\.|推定|約)\)?|-?ish(?!\p{L})|\?(?!\?))/iuy
const ONWARDS =
  /\s?(?:[〜～](?!\s?\d)|以降|以来|onwards?(?!\p{L})|\+(?!\s?[\d約])|[–—-](?=\s?(?:present|ongoing|now)\b)\s?(?:present|ongoing|now))/iuy
const PART_OF_DAY =
  /[\s,]{0,2}(?:(?:in\sthe\s|early\s|late\s|mid-?\s?)?(?:morning|afternoon|evening|night|midday)(?!\p{L})|深夜|未明|早朝|午前(?!\d)|午後(?!\d)|夕方|夜|朝|昼|上午|下午|晚上)(?:頃|\s?推定)?/iuy
const RANGE_SIGN =
  /[\s*_`]*(?:-{1,2}>?|[–—−→〜～~]|to\b|until\b|till\b|til\b|through\b|から|至|到)[\s*_`]*(?=[\d~\p{L}(約])/iuy
const BETWEEN_AND = /\s+and\s+(?=[\d~\p{L}])/iuy
const UNTIL_MINUTES = /[-–](\d{2})(?![\d:.\p{L}/]|-)/uy
const PLACEHOLDER =
  /(?:[?xX]{1,2}[:.][?xX]{2}|--:--|\?{1,4}|HH:MM|\(?time\s(?:tbc|tbd|unknown)\)?|TB[CDA](?![\p{L}\d])|時刻不明|不明|unknown(?:\s(?:date|time))?(?!\p{L})|(?:date|time)\sunknown|N\/A)/iuy
const SHIFT =
  /(?:(同日|同セッション|same\sday)|(翌日|翌朝|次日|第二天|(?:the\s)?(?:next|following)\s(?:day|morning)|neste\sdag))(?!\p{L})/iuy
/** `10:00 -0500`; with a colon it could be a range. */
const SPACED_MINUS = /^\s[-−]\d{4}(?!\d)/
const LATE_YEAR = /\s((?:19|20)\d{2})(?!\d|:\d)/y
const ALSO = /[\s*_`]*[(/[][\s*_`]*/y

function at(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position
  return pattern.exec(text)
}

function skip(pattern: RegExp, text: string, position: number): number {
  return at(pattern, text, position) === null ? position : pattern.lastIndex
}

interface Draft {
  date: WrittenDate | null
  clock: WrittenClock | null
  zone: Zone | null
  weekday: number | null
  dayShift: number | null
}

function blank(): Draft {
  return { date: null, clock: null, zone: null, weekday: null, dayShift: null }
}

/** What reading has found so far; `end` is the first position behind it. */
interface Scan {
  readonly text: string
  readonly hints: StampHints
  end: number
  approximate: boolean
  openEnded: boolean
  placeholder: boolean
  /** "between" led in, so that "and" joins the two ends. */
  between: boolean
  /** "kl." led in, so that 07.54 is a time. */
  dotted: boolean
}

function takeZone(scan: Scan, part: Draft): void {
  if (part.zone !== null || part.clock === null) return
  const direct = /z/i.test(scan.text.charAt(scan.end)) && !/[\p{L}\d]/u.test(scan.text.charAt(scan.end + 1))
  if (direct) {
    part.zone = 'UTC'
    scan.end += 1
    return
  }
  const minus = part.clock.second !== null || SPACED_MINUS.test(scan.text.slice(scan.end, scan.end + 8))
  const bare = readBareOffset(scan.text, scan.end, minus)
  const read: NamedZone | null = bare ?? zoneNear(scan.text, scan.end)
  if (read === null) return
  part.zone = read.zone
  scan.end = read.end
}

/** `13:05 UTC - 13:50`: spaces around the dash and a full time behind it make a range, not an offset. */
const RANGE_BEHIND_ZONE = /(UTC|GMT)(?=\s[-–—−]\s\d{1,2}[:.]\d{2}(?!\d))/iy

/** A zone after blanks or mark-up, perhaps in brackets or with a second name: ` UTC`, ` (JST)`, `（JST）`, ` CET/UTC+1`. */
function zoneNear(text: string, position: number): NamedZone | null {
  const gap = /[\s*_`,]*([([（]?)\s?/y
  gap.lastIndex = position
  const opening = gap.exec(text)?.[1] ?? ''
  const range = opening === '' ? at(RANGE_BEHIND_ZONE, text, gap.lastIndex) : null
  if (range !== null) return { zone: 'UTC', end: RANGE_BEHIND_ZONE.lastIndex }
  const read = readZone(text, gap.lastIndex)
  if (read === null) return null
  const again = text.charAt(read.end) === '/' ? readZone(text, read.end + 1) : null
  const end = again?.end ?? read.end
  if (opening === '') return { zone: read.zone, end }
  const closing = /\s?[)\]）]/y
  closing.lastIndex = end
  return closing.test(text) ? { zone: read.zone, end: closing.lastIndex } : null
}

function takeClock(scan: Scan, part: Draft, position: number): boolean {
  const read = readClock(
    scan.text,
    position,
    part.date === null && !scan.dotted ? scan.hints : { ...scan.hints, dotted: true },
  )
  if (read === null) return false
  part.clock = read.clock
  scan.end = read.end
  if (read.clock.rough) scan.approximate = true
  takeZone(scan, part)
  return true
}

function takeDate(scan: Scan, part: Draft, position: number): boolean {
  const read = readDate(scan.text, position, scan.hints)
  if (read !== null) {
    part.date = read.date
    scan.end = read.end
    return true
  }
  return false
}

function takeDayWord(scan: Scan, part: Draft, position: number): boolean {
  const shift = at(SHIFT, scan.text, position)
  if (shift !== null) {
    part.dayShift = shift[1] === undefined ? 1 : 0
    scan.end = SHIFT.lastIndex
    return true
  }
  const weekday = readWeekday(scan.text, position)
  if (weekday === null) return false
  part.weekday = weekday.weekday
  scan.end = weekday.end
  return true
}

function skipPreposition(scan: Scan, position: number): number {
  const match = at(PREPOSITION, scan.text, position)
  if (match === null) return position
  if (/^between/i.test(match[0])) scan.between = true
  if (/^kl/i.test(match[0])) scan.dotted = true
  return PREPOSITION.lastIndex
}

function takeApproximately(scan: Scan, position: number): number {
  const before = skip(APPROXIMATELY, scan.text, position)
  if (before === position) return position
  scan.approximate = true
  return before
}

function takeAfterwards(scan: Scan): void {
  const after = at(AFTERWARDS, scan.text, scan.end)
  if (after !== null) {
    scan.approximate = true
    scan.end = AFTERWARDS.lastIndex
  }
  const onwards = at(ONWARDS, scan.text, scan.end)
  if (onwards !== null) {
    scan.openEnded = true
    scan.end = ONWARDS.lastIndex
  }
}

/** The time that goes with a date already read, or the date that goes with a time. */
function takeOther(scan: Scan, part: Draft): void {
  const held = scan.end
  const sure = scan.approximate
  const joint = skip(JOINT, scan.text, scan.end)
  const open = scan.text.charAt(joint) === '(' ? joint + 1 : joint
  const position = takeApproximately(scan, skipPreposition(scan, open))
  const took =
    part.clock === null
      ? takeClock(scan, part, position) || takePlaceholderClock(scan, position)
      : part.date === null && position > held && takeDateAfterClock(scan, part, position)
  if (!took) scan.approximate = sure
  if (took && open > joint && scan.text.charAt(scan.end) === ')') scan.end += 1
}

/** Behind a time, only a full date or a named one: `16:30 on 5 March`, never `16:30 3/4 of the nodes`. */
function takeDateAfterClock(scan: Scan, part: Draft, position: number): boolean {
  const read = readDate(scan.text, position, PROSE_HINTS)
  if (read === null || read.date.day === null) return false
  part.date = read.date
  scan.end = read.end
  return true
}

function takePlaceholderClock(scan: Scan, position: number): boolean {
  const match = at(PLACEHOLDER, scan.text, position)
  if (match === null || !/[?xX-]{1,2}[:.]|時刻|time/i.test(match[0])) return false
  scan.placeholder = true
  scan.end = PLACEHOLDER.lastIndex
  return true
}

function takePart(scan: Scan, part: Draft): boolean {
  const position = takeApproximately(scan, skipPreposition(scan, scan.end))
  const began =
    takeDate(scan, part, position) || takeClock(scan, part, position) || takeDayWord(scan, part, position)
  if (!began) return false
  takeAfterwards(scan)
  if (part.date === null || part.clock === null) takeOther(scan, part)
  takeAfterwards(scan)
  takeZone(scan, part)
  takeAfterwards(scan)
  if (part.clock === null && part.date !== null) takePartOfDay(scan)
  return true
}

function takePartOfDay(scan: Scan): void {
  const match = at(PART_OF_DAY, scan.text, scan.end)
  if (match === null) return
  scan.end = PART_OF_DAY.lastIndex
  scan.approximate = true
}

function takeUntilMinutes(scan: Scan, from: Draft): Draft | null {
  const match = from.clock === null || from.clock.rough ? null : at(UNTIL_MINUTES, scan.text, scan.end)
  const minute = Number(match?.[1] ?? 60)
  if (from.clock === null || minute > 59 || minute <= from.clock.minute) return null
  scan.end = UNTIL_MINUTES.lastIndex
  return { ...blank(), clock: { ...from.clock, minute, second: null } }
}

function takeUntilDate(scan: Scan, part: Draft, position: number): boolean {
  const read = readMonthDay(scan.text, position)
  if (read === null) return false
  part.date = read.date
  scan.end = read.end
  return true
}

/** The second time of a range, when one follows. */
function takeUntil(scan: Scan, from: Draft): Draft | null {
  const minutes = takeUntilMinutes(scan, from)
  if (minutes !== null) return minutes
  const held = { end: scan.end, approximate: scan.approximate, openEnded: scan.openEnded }
  const and = scan.between ? skip(BETWEEN_AND, scan.text, scan.end) : scan.end
  const sign = and === scan.end ? skip(RANGE_SIGN, scan.text, scan.end) : and
  const part = blank()
  if (sign !== held.end) {
    scan.end = sign
    if (takePart(scan, part) && fitsRange(from, part)) return part
    scan.end = sign
    if (from.date !== null && from.clock === null && takeUntilDate(scan, part, sign)) return part
  }
  Object.assign(scan, held)
  return null
}

/** `10:00 - 2024 …` and `2024-01-01 - 10:00` are not ranges: both ends hold the same kind of thing. */
function fitsRange(from: Draft, until: Draft): boolean {
  if (until.clock !== null) return from.clock !== null
  return until.date !== null && until.date.day !== null && from.date !== null && from.clock === null
}

/** `Wed Mar 5 10:00:00 UTC 2024`, as the `date` command writes it. */
function takeLateYear(scan: Scan, from: Draft): void {
  if (from.date === null || from.date.year !== null || from.clock?.second == null) return
  const year = at(LATE_YEAR, scan.text, scan.end)?.[1]
  if (year === undefined) return
  from.date = { ...from.date, year: Number(year) }
  scan.end = LATE_YEAR.lastIndex
}

/** `12:48 (6:48 PDT)`, `17:54 UTC / 10:54 PDT`: the same time again in another zone. */
function skipSameTimeElsewhere(scan: Scan, from: Draft): void {
  if (from.clock === null) return
  const opening = skip(ALSO, scan.text, scan.end)
  if (opening === scan.end) return
  const again = readClock(scan.text, opening, PROSE_HINTS)
  if (again === null) return
  const zone = zoneNear(scan.text, again.end)
  if (zone === null) return
  const closing = /[\s*_`]*[)\]]/y
  closing.lastIndex = zone.end
  scan.end = closing.test(scan.text) ? closing.lastIndex : zone.end
}

function joined(from: Draft, until: Draft | null): Draft {
  if (until === null) return from
  const clock = from.clock !== null && until.clock !== null ? halfFrom(from.clock, until.clock) : from.clock
  const sameDay =
    from.clock !== null && until.clock !== null && minuteOfDay(from.clock) <= minuteOfDay(until.clock)
  return { ...from, clock, zone: from.zone ?? until.zone, date: from.date ?? (sameDay ? until.date : null) }
}

function readUnknown(scan: Scan): boolean {
  if (at(PLACEHOLDER, scan.text, scan.end) === null) return false
  scan.placeholder = true
  scan.end = PLACEHOLDER.lastIndex
  return true
}

function spanOfDays(from: Draft): Draft | null {
  if (from.date === null || from.date.untilDay === null) return null
  return { ...blank(), date: { ...from.date, day: from.date.untilDay, untilDay: null } }
}

/**
 * Reads the stamp that begins at `position`, mark-up such as `**` before it allowed: a date, a time, both in either order,
 * with zone, range, words of doubt, or a placeholder or relative time. Null when none begins there.
 * `end` is the first position behind the stamp; separators and closing mark-up are left to the caller.
 */
export function readStamp(text: string, position: number, hints: StampHints): Stamp | null {
  const start = skip(FILLER, text, position)
  const scan: Scan = {
    text,
    hints,
    end: start,
    approximate: false,
    openEnded: false,
    placeholder: false,
    between: false,
    dotted: false,
  }
  const from = blank()
  const relative = readRelative(text, start)
  if (relative !== null) {
    scan.end = relative.end
    return finished(scan, from, null, relative.relative, start)
  }
  if (!takePart(scan, from)) {
    scan.end = start
    return readUnknown(scan) ? finished(scan, from, null, null, start) : null
  }
  takeLateYear(scan, from)
  skipSameTimeElsewhere(scan, from)
  const until = takeUntil(scan, from) ?? secondClock(scan, from)
  if (until !== null && until.zone === null) until.zone = from.zone
  return finished(scan, joined(from, until), until ?? spanOfDays(from), null, start)
}

/** Two times with seconds side by side are the ends of an interval. */
function secondClock(scan: Scan, from: Draft): Draft | null {
  if (from.clock === null || from.clock.second === null || scan.text.charAt(scan.end) !== ' ') return null
  const read = readClock(scan.text, scan.end + 1, PROSE_HINTS)
  if (read === null || read.clock.second === null) return null
  scan.end = read.end
  return { ...blank(), clock: read.clock }
}

function finished(
  scan: Scan,
  from: Draft,
  until: Draft | null,
  relative: RelativeTime | null,
  start: number,
): Stamp {
  return {
    from,
    until,
    openEnded: scan.openEnded,
    approximate: scan.approximate,
    placeholder: scan.placeholder,
    relative,
    start,
    end: scan.end,
  }
}
