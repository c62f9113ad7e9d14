/** Finds the day by which an action is promised. */
import type { Day } from '../../domain/instant.ts'
import { dayAt, dayNumberOf, isRealDay } from '../time/calendar.ts'
import { dayFirst, readDate, type WrittenDate } from '../time/written-date.ts'

/** What fills in where a date leaves something open. */
export interface DueReading {
  /** Numeric dates whose order is unclear are read day first. */
  readonly dayFirst: boolean
  /** Days since 1970-01-01 of the incident: a date without a year is the first such day from then on. */
  readonly incidentDay: number | null
}

const KEY =
  /(?:\b(?:due|deadline|by|before|until|eta|target(?: date)?|no later than|completion|frist|innen|senest|før)\b|期限|締切|截止|完成时间)[^\w\n]{0,6}(?:date|on|by|日期|日)?[^\w\n]{0,6}/giu
/** `8月31日前完成`, `3月1日まで`: the word stands behind the date. */
const EAST_ASIAN_BY = /(?:\d{4}\s?年\s?)?\d{1,2}\s?月\s?\d{1,2}\s?日\s?(?:之?前|まで)/u
/** `— 2025-09-23 —`: a date set off as a part of its own. */
const SET_OFF = /(?:^|\s)[—–|-]\s+(?=[\d\p{Lu}])/gu
const PART_ENDS = /^\s*(?:[—–|(.-]|$)/
const WORD_START = /(?<![\p{L}\d.:/-])(?=[\d\p{L}])/gu
const LONGEST = 4_000
const LONGEST_CELL = 200
/** A due day this little before the incident still belongs to its year. */
const SLACK_DAYS = 7

const IN_TEXT = { slashedWithoutYear: false }
const IN_CELL = { slashedWithoutYear: true }

/** A date written as due or deadline in running text. A date merely set off is due only while the action is not done. */
export function dueInText(text: string, done: boolean, reading: DueReading): Day | null {
  const sample = text.slice(0, LONGEST)
  for (const key of sample.matchAll(KEY)) {
    const read = readDate(sample, key.index + key[0].length, IN_TEXT)
    const day = read === null ? null : dayOf(read.date, reading)
    if (day !== null) return day
  }
  const east = EAST_ASIAN_BY.exec(sample)
  const promised = east === null ? null : readDate(sample, east.index, IN_TEXT)
  if (promised !== null) return dayOf(promised.date, reading)
  return done ? null : dueSetOff(sample, reading)
}

function dueSetOff(text: string, reading: DueReading): Day | null {
  for (const sign of text.matchAll(SET_OFF)) {
    const read = readDate(text, sign.index + sign[0].length, IN_TEXT)
    if (read === null || !PART_ENDS.test(text.slice(read.end, read.end + 12))) continue
    const day = dayOf(read.date, reading)
    if (day !== null) return day
  }
  return null
}

/** The first day in a cell that holds nothing but a due date; a month, a quarter or a sprint is none. */
export function dueInCell(cell: string, reading: DueReading): Day | null {
  const text = cell.slice(0, LONGEST_CELL)
  for (const { index } of text.matchAll(WORD_START)) {
    const read = readDate(text, index, IN_CELL)
    const day = read === null ? null : dayOf(read.date, reading)
    if (day !== null) return day
  }
  return null
}

function dayOf(written: WrittenDate, reading: DueReading): Day | null {
  const { year, month, day } = reading.dayFirst ? dayFirst(written) : written
  if (day === null) return null
  if (year !== null) return isRealDay(year, month, day) ? dayAt(dayNumberOf(year, month, day)) : null
  const { incidentDay } = reading
  if (incidentDay === null) return null
  const first = Number(dayAt(incidentDay).slice(0, 4))
  for (const each of [first, first + 1]) {
    if (!isRealDay(each, month, day)) continue
    const number = dayNumberOf(each, month, day)
    if (number >= incidentDay - SLACK_DAYS) return dayAt(number)
  }
  return null
}
