/** Spans of time as people write them, read into minutes: 4h 12m, 62-minute, half an hour, 02:14, 約2時間, 1 time og 20 minutter. */
import type { Minutes } from '../../domain/instant.ts'

/** A duration as written. */
export interface WrittenDuration {
  /** The stated span; the lower bound where two were given. Never negative. */
  readonly minutes: Minutes
  /** The upper bound of `1-2 hours`; null when one figure was given. */
  readonly atMost: Minutes | null
  /** The text says it lasted longer: `12h+`, `over 3 hours`, `ongoing`. */
  readonly openEnded: boolean
  readonly approximate: boolean
  readonly start: number
  readonly end: number
}

const UNITS: readonly (readonly [string, number])[] = [
  ['seconds?|secs?|s|sekunder?|sek|秒钟?|秒間?', 1 / 60],
  ['minutes?|mins?|m|minutter|minutt|分钟|分間?', 1],
  ['hours?|hrs?|h|timer|time|小时|時間|个小时', 60],
  ['days?|d|dager|dag|døgn|天|日間?', 1440],
  ['weeks?|wks?|w|uker|uke|周|週間?', 10_080],
]

const UNIT = `(?:${UNITS.map(([names]) => `(${names})`).join('|')})`
const WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  'forty-five': 45,
  fifty: 50,
  sixty: 60,
  ninety: 90,
  en: 1,
  et: 1,
  ett: 1,
  to: 2,
  tre: 3,
  fire: 4,
  fem: 5,
  seks: 6,
  ti: 10,
  half: 0.5,
  'half an': 0.5,
  'half a': 0.5,
  'a half': 0.5,
  'one and a half': 1.5,
  'two and a half': 2.5,
  halvannen: 1.5,
  半: 0.5,
  半个: 0.5,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
}
const AMOUNT = `(\\d{1,6}(?:[.,]\\d{1,3})?|${Object.keys(WORDS)
  .sort((a, b) => b.length - a.length)
  .join('|')})`
const TERM = new RegExp(`${AMOUNT}(\\+)?[\\s-]{0,2}${UNIT}(?![\\p{Ll}\\p{Lu}])(半)?(\\+)?`, 'iuy')
const BOUND = new RegExp(`(\\d{1,6}(?:\\.\\d{1,2})?)\\s?(?:[-–—〜～~]|to|or)\\s?(?=\\d)`, 'iuy')
const BARE_MINUTES = /([0-5]\d)(?![\p{L}\d.:])/uy
const CONNECTOR = /(?:\s*,\s*|\s+and\s+|\s+og\s+|\s+)?(?=[\d\p{L}])/iuy
const CLOCK_SHAPED = /(\d{1,3}):([0-5]\d)(?::([0-5]\d))?(?![\d:])\s?(?:h(?:rs|ours)?\b)?/iy
const HALF_HOUR = /(?:en\s+)?halvtime(?!\p{L})|半小时/iuy
const START = /[\d\p{L}]/u
const OPEN_BEFORE = /(?:over|more than|at least|>|≥|mer enn|minst|超过|以上)\s*$/iu
const OPEN_AFTER = /\s*(?:\+|or more|and counting|ongoing|以上|超)/iuy
const APPROXIMATE_BEFORE =
  /(?:[~≈〜～約约]|about|around|approx(?:imately)?\.?|roughly|almost|nearly|circa|ca\.?|c\.|大约|rundt|omtrent)\s*$/iu

function at(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position
  return pattern.exec(text)
}

function amountOf(written: string): number {
  const word = WORDS[written.toLowerCase()]
  return word ?? Number(written.replace(',', '.'))
}

interface Term {
  readonly minutes: number
  readonly unit: number
  readonly open: boolean
  readonly end: number
}

function readTerm(text: string, position: number): Term | null {
  const match = at(TERM, text, position)
  if (match === null) {
    return at(HALF_HOUR, text, position) === null
      ? null
      : { minutes: 30, unit: 60, open: false, end: HALF_HOUR.lastIndex }
  }
  const index = UNITS.findIndex((_, unit) => match[unit + 3] !== undefined)
  const unit = UNITS[index]?.[1] ?? 1
  const half = match[UNITS.length + 3] === undefined ? 0 : unit / 2
  const open = match[2] !== undefined || match[UNITS.length + 4] !== undefined
  return { minutes: amountOf(match[1] ?? '0') * unit + half, unit, open, end: TERM.lastIndex }
}

interface Sum {
  minutes: number
  lastUnit: number
  open: boolean
  end: number
}

/** Adds terms of ever smaller units: `1 day, 4 hours and 10 minutes`. */
function readSum(text: string, position: number): Sum | null {
  const first = readTerm(text, position)
  if (first === null) return null
  const sum: Sum = { minutes: first.minutes, lastUnit: first.unit, open: first.open, end: first.end }
  for (let count = 0; count < 4; count += 1) {
    const gap = at(CONNECTOR, text, sum.end)
    const next = gap === null ? null : readTerm(text, CONNECTOR.lastIndex)
    if (next === null || next.unit >= sum.lastUnit) break
    sum.minutes += next.minutes
    sum.lastUnit = next.unit
    sum.open ||= next.open
    sum.end = next.end
  }
  const bare = sum.lastUnit === 60 ? at(BARE_MINUTES, text, sum.end) : null
  if (bare === null) return sum
  return { ...sum, minutes: sum.minutes + Number(bare[1]), lastUnit: 1, end: BARE_MINUTES.lastIndex }
}

function described(text: string, start: number, sum: Sum, atMost: number | null): WrittenDuration {
  const before = text.slice(Math.max(0, start - 16), start)
  const after = at(OPEN_AFTER, text, sum.end)
  return {
    minutes: sum.minutes as Minutes,
    atMost: atMost as Minutes | null,
    openEnded: sum.open || OPEN_BEFORE.test(before) || after !== null,
    approximate: APPROXIMATE_BEFORE.test(before),
    start,
    end: sum.end,
  }
}

function readBounds(text: string, position: number): WrittenDuration | null {
  const low = at(BOUND, text, position)
  const high = low === null ? null : readSum(text, BOUND.lastIndex)
  if (low === null || high === null) return null
  const lower = Number(low[1]) * high.lastUnit
  return lower < high.minutes ? described(text, position, { ...high, minutes: lower }, high.minutes) : null
}

/**
 * Reads the duration that begins exactly at `position`; null when none does. `clockShaped` takes `02:14` for hours and
 * minutes, which only a field named for a duration may.
 */
export function readDuration(text: string, position: number, clockShaped: boolean): WrittenDuration | null {
  const bounds = readBounds(text, position)
  if (bounds !== null) return bounds
  const sum = readSum(text, position)
  if (sum !== null) return described(text, position, sum, null)
  const clock = clockShaped ? at(CLOCK_SHAPED, text, position) : null
  if (clock === null) return null
  const minutes = Number(clock[1]) * 60 + Number(clock[2]) + Number(clock[3] ?? 0) / 60
  return described(text, position, { minutes, lastUnit: 1, open: false, end: CLOCK_SHAPED.lastIndex }, null)
}

/** Longest stretch of a field's value that is searched; a duration stands near the beginning. */
const SEARCHED = 400

/**
 * Finds the first duration in the value of a field such as `Duration`: `7h (during support hours 10:00-17:00)` gives 420.
 * Vague words ("a few hours"), `?` and `N/A` give null.
 */
export function findDuration(value: string): WrittenDuration | null {
  const text = value.slice(0, SEARCHED)
  const clockAtStart = /^[\s*_`~(]*/.exec(text)?.[0].length ?? 0
  const first = readDuration(
    text,
    clockAtStart,
    !/[-–—]|\bto\b/.test(text.slice(clockAtStart, clockAtStart + 12)),
  )
  if (first !== null) return first
  for (let position = 0; position < text.length; position += 1) {
    const before = text.charAt(position - 1)
    if (
      !START.test(text.charAt(position)) ||
      (/[\p{L}\d.:]/u.test(before) && !/[約约大\p{Script=Han}]/u.test(before))
    )
      continue
    const read = readDuration(text, position, false)
    if (read !== null) return read
  }
  return null
}
