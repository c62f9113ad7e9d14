/** What the whole text tells about its notation: whether 11.15 and 0730 are times, and which way round 03/04/2022 goes. */
import type { StampHints } from '../time/stamp.ts'
import { readDate, type WrittenDate } from '../time/written-date.ts'
import type { Zone } from '../time/zone-offset.ts'
import type { TextLine } from '../blocks/block.ts'

export interface Notation {
  readonly hints: StampHints
  /** Numeric dates whose order is unclear are read day first. */
  readonly dayFirst: boolean
  /** The zone that CST means: eight hours ahead of UTC in a Chinese text, six behind in others. */
  readonly cst: Zone
}

const LINE_START = /^[\s>•*+\-–#\d.)|[(`_~]{0,12}?(?=\d{1,2}\.\d{2}(?!\d|\.\d|%))(\d{1,2})\.(\d{2})\b/
const DATED_START =
  /^[\s>•*+\-–#|[(`_~]{0,12}(?:\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|\d{4}年\d{1,2}月\d{1,2}日|\p{L}{3,9}\.? \d{1,2},? \d{4})[, ]\s?(?:kl\.? ?)?(\d{1,2})\.(\d{2})(?!\d|\.\d|%)/u
const COMPACT_START = /^[\s>•*+\-–|[(`_~]{0,8}?([012]\d)([0-5]\d)(?=[\s:|,\]*`_-])(?!-\d\d-)/
const NUMERIC_DATE = /(?<![\d./-])\d{1,2}([/-])\d{1,2}\1(?:\d{4}|\d{2})(?!\d)/g
const US_ZONE =
  /\b(?:P[SD]T|E[SD]T|C[SD]T|M[SD]T|US\/|Pacific|Eastern time|(?<=(?:\d|[ap]m|[AP]M)\s)(?:PT|ET|MT))\b/
const EAST_ASIAN = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u
const HAN = /\p{Script=Han}{4}/u
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
const US_CENTRAL = '-06:00'
const MOST_DATES = 200

function isClock(hour: string, minute: string): boolean {
  return Number(hour) < 24 && Number(minute) < 60
}

/** Lines that begin with `HH.MM`; a numbered outline (1.1, 1.2) has too few two-digit minutes to count. */
function countDotted(lines: readonly TextLine[]): number {
  let count = 0
  for (const { text } of lines) {
    const start = text.slice(0, 48)
    const match = LINE_START.exec(start) ?? DATED_START.exec(start)
    if (match !== null && isClock(match[1] ?? '99', match[2] ?? '99')) count += 1
  }
  return count
}

/** Lines that begin with four digits which are times; a list of years is none. */
function countCompact(lines: readonly TextLine[]): number {
  let count = 0
  let beyondYears = false
  for (const { text } of lines) {
    const match = COMPACT_START.exec(text.slice(0, 40))
    if (match === null || !isClock(match[1] ?? '99', match[2] ?? '99')) continue
    count += 1
    const number = Number(`${match[1]}${match[2]}`)
    if (number < 1900 || number > 2035) beyondYears = true
  }
  return beyondYears ? count : 0
}

function numericDates(text: string): WrittenDate[] {
  const dates: WrittenDate[] = []
  for (const match of text.matchAll(NUMERIC_DATE)) {
    const read = readDate(text, match.index, { slashedWithoutYear: false })
    if (read !== null) dates.push(read.date)
    if (dates.length >= MOST_DATES) break
  }
  return dates
}

/** Day first unless dates that can only be month first, or American zones or East Asian script, say otherwise. */
function readsDayFirst(text: string, incidentMonths: ReadonlySet<number>): boolean {
  const dates = numericDates(text)
  const dayFirst = dates.filter((date) => date.order === 'day_first').length
  const monthFirst = dates.filter((date) => date.order === 'month_first').length
  if (dayFirst !== monthFirst) return dayFirst > monthFirst
  const unclear = dates.filter((date) => date.order === 'unclear')
  const asMonth = unclear.filter((date) => incidentMonths.has(date.month)).length
  const asDay = unclear.filter((date) => date.day !== null && incidentMonths.has(date.day)).length
  if (asMonth !== asDay) return asDay > asMonth
  return !US_ZONE.test(text) && !EAST_ASIAN.test(text)
}

/** Reads the notation of a text; `incidentMonths` are months (1 to 12) in which the incident is otherwise known to lie. */
export function readNotation(
  text: string,
  lines: readonly TextLine[],
  incidentMonths: ReadonlySet<number>,
): Notation {
  return {
    hints: { dotted: countDotted(lines) >= 2, compact: countCompact(lines) >= 3, slashedWithoutYear: true },
    dayFirst: readsDayFirst(text, incidentMonths),
    cst: /\bCST\b/.test(text) && HAN.test(text) && !KANA.test(text) ? '+08:00' : US_CENTRAL,
  }
}

/** The zone as this text means it: only CST depends on the text. */
export function zoneMeant(zone: Zone, notation: Pick<Notation, 'cst'>): Zone {
  return zone === US_CENTRAL ? notation.cst : zone
}
