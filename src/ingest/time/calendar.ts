/** Days of the proleptic Gregorian calendar as whole numbers since 1970-01-01, and the month and weekday names of five languages. */
import type { Day } from '../../domain/instant.ts'

const DAY_MS = 86_400_000

/** Days in a month (1 to 12) of a year; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month < 1 || month > 12) return 0
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Whether year, month (1 to 12) and day (from 1) name a real day. */
export function isRealDay(year: number, month: number, day: number): boolean {
  return Number.isInteger(day) && day >= 1 && day <= daysInMonth(year, month)
}

/** Days since 1970-01-01 of a day that exists. */
export function dayNumberOf(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / DAY_MS
}

/** The `Day` that lies so many days after 1970-01-01. */
export function dayAt(number: number): Day {
  return new Date(number * DAY_MS).toISOString().slice(0, 10) as Day
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(number: number): number {
  return (((number + 4) % 7) + 7) % 7
}

const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'januar', 'jän', 'jänner', 'janvier', 'enero'],
  ['february', 'feb', 'februar', 'février', 'febrero'],
  ['march', 'mar', 'mars', 'märz', 'marzo'],
  ['april', 'apr', 'avril', 'abril'],
  ['may', 'mai', 'mayo'],
  ['june', 'jun', 'juni', 'juin', 'junio'],
  ['july', 'jul', 'juli', 'juillet', 'julio'],
  ['august', 'aug', 'août', 'agosto'],
  ['september', 'sep', 'sept', 'septembre', 'septiembre'],
  ['october', 'oct', 'okt', 'oktober', 'octobre', 'octubre'],
  ['november', 'nov', 'novembre', 'noviembre'],
  ['december', 'dec', 'des', 'desember', 'dezember', 'dez', 'décembre', 'diciembre'],
]

const MONTH_NUMBER = new Map(
  MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
)

const WEEKDAYS: readonly (readonly string[])[] = [
  ['sunday', 'sun', 'søndag', 'sonntag'],
  ['monday', 'mon', 'mandag', 'montag'],
  ['tuesday', 'tue', 'tues', 'tirsdag', 'dienstag'],
  ['wednesday', 'wed', 'weds', 'onsdag', 'mittwoch'],
  ['thursday', 'thu', 'thur', 'thurs', 'torsdag', 'donnerstag'],
  ['friday', 'fri', 'fredag', 'freitag'],
  ['saturday', 'sat', 'lørdag', 'samstag'],
]

const WEEKDAY_NUMBER = new Map(
  WEEKDAYS.flatMap((names, index) => names.map((name) => [name, index] as const)),
)

/** Longest names first, so that an alternation over them never stops at a shorter one. */
function alternation(names: Iterable<string>): string {
  return [...names].sort((a, b) => b.length - a.length).join('|')
}

/** Source of a regular expression (flags `iu`) that matches a month name in any of the languages; no groups. */
export const MONTH_NAME = `(?:${alternation(MONTH_NUMBER.keys())})(?![\\p{L}])\\.?`

/** Source of a regular expression (flags `iu`) that matches a weekday name in any of the languages; no groups. */
export const WEEKDAY_NAME = `(?:${alternation(WEEKDAY_NUMBER.keys())})(?![\\p{L}])\\.?`

/** Source of a lookahead (flags `iu`) that holds where a date can begin: at a digit, or at the first letters of a month or weekday. */
export const DATE_BEGINS = `(?=\\d|${[...new Set([...MONTH_NUMBER.keys(), ...WEEKDAY_NUMBER.keys()].map((name) => name.slice(0, 3)))].join('|')})`

/** 1 to 12 for a month's name or abbreviation, with or without its dot; null for any other word. */
export function monthNamed(name: string): number | null {
  return MONTH_NUMBER.get(name.toLowerCase().replace(/\.$/, '')) ?? null
}

/** 0 (Sunday) to 6 for a weekday's name or abbreviation; null for any other word. */
export function weekdayNamed(name: string): number | null {
  return WEEKDAY_NUMBER.get(name.toLowerCase().replace(/\.$/, '')) ?? null
}
