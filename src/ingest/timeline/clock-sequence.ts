/** Works out on which day each time of a timeline falls: dates stated above, midnight crossings, late entries, hours without am or pm. */
import { dayNumberOf, dayAt, isRealDay, weekdayOf } from '../time/calendar.ts'
import type { WrittenTime } from '../time/stamp.ts'
import { minuteOfDay, type WrittenClock } from '../time/written-clock.ts'
import { dayFirst, type WrittenDate } from '../time/written-date.ts'
import type { FoundEntry } from './found-entry.ts'

/** Where an entry falls on the wall clock of its zone. */
export interface Placed {
  /** Days since 1970-01-01; null when no date could be had. */
  readonly day: number | null
  /** Minutes since midnight of `day`; null when only the day is known. */
  readonly minute: number | null
  readonly until: { readonly day: number; readonly minute: number | null } | null
  /** The date was not written on the entry. */
  readonly dayInferred: boolean
  /** The year was not written with the date. */
  readonly yearInferred: boolean
  /** It comes after an entry with a later time. */
  readonly late: boolean
}

/** What is known before the first entry is read. */
export interface DayContext {
  /** Days since 1970-01-01 of the incident, as far as the document says. */
  readonly incidentDay: number | null
  /** A year, where no day is known. */
  readonly incidentYear: number | null
  readonly dayFirst: boolean
  /** Minutes since 1970-01-01 on the wall clock, from which `T+5` counts; null where only the timeline itself tells. */
  readonly start: number | null
}

const DAY = 1440
/** A step back by more than this cannot be a late entry. */
const SURE_CROSSING = 12 * 60
/** A step back by less than this is a late entry or a second thread. */
const NO_CROSSING = 4 * 60
/** Words by which a line says that it was put in afterwards. */
const ADDED = /^\W*(?:(?:added|noted) (?:later|afterwards)|addendum|補足|追記|补充|补记)/iu
const LONGEST_RANGE = 10 * 60

/** The day number of a written date; the year nearest to `near` when none was written. Null when it cannot be told. */
export function resolveDate(
  date: WrittenDate,
  near: { day: number | null; year: number | null },
  readDayFirst: boolean,
): number | null {
  const read = readDayFirst ? dayFirst(date) : date
  if (read.day === null) return null
  if (read.year !== null) return realDay(read.year, read.month, read.day)
  if (near.day === null) return near.year === null ? null : realDay(near.year, read.month, read.day)
  const year = Number(dayAt(near.day).slice(0, 4))
  const nearest = [year - 1, year, year + 1]
    .map((each) => realDay(each, read.month, read.day as number))
    .filter((each) => each !== null)
    .sort((a, b) => Math.abs(a - (near.day ?? 0)) - Math.abs(b - (near.day ?? 0)))
  return nearest[0] ?? null
}

function realDay(year: number, month: number, day: number): number | null {
  return isRealDay(year, month, day) ? dayNumberOf(year, month, day) : null
}

/** The first day on or after `from` that is this weekday; the nearest one when nothing was stated above. */
function dayOfWeekday(weekday: number, from: number, stated: boolean): number {
  const ahead = (weekday - weekdayOf(from) + 7) % 7
  return stated || ahead <= 3 ? from + ahead : from + ahead - 7
}

/** Whether hours go to 12 only: some are marked am or pm, or the clock runs …11, 12, 1, 2 and never passes 12. */
function countsToTwelve(entries: readonly FoundEntry[]): boolean {
  let wraps = 0
  let before: WrittenClock | null = null
  for (const { head } of entries) {
    const { clock } = head.stamp.from
    if (clock === null) continue
    if (!clock.halfKnown && before !== null && !before.halfKnown && before.hour >= 11 && clock.hour <= 2)
      wraps += 1
    if (clock.hour === 0 || clock.hour > 12) {
      if (!/[ap]\.?m\b/i.test(head.asWritten)) return false
    }
    before = clock
  }
  return wraps > 0 || entries.some(({ head }) => /\d\s?[ap]\.?m\b/i.test(head.asWritten))
}

/** Follows the entries from top to bottom. */
export class ClockSequence {
  private day: number | null
  private year: number | null
  private statedDay = false
  /** Minutes since 1970-01-01 on the wall clock of the entry before; null before the first. */
  private last: number | null = null
  private lastRun: FoundEntry['run'] | null = null
  private crossed = false
  private start: number | null
  private readonly context: DayContext
  private readonly twelve: boolean
  private readonly entries: readonly FoundEntry[]

  constructor(entries: readonly FoundEntry[], context: DayContext) {
    this.entries = entries
    this.context = context
    this.day = context.incidentDay
    this.year = context.incidentYear
    this.start = context.start
    this.twelve = countsToTwelve(entries)
  }

  /** Takes a date that stands above entries without being one. */
  openDay(entry: FoundEntry): void {
    const day = this.writtenDay(entry.head.stamp.from, entry.year)
    if (day !== null) this.state(day)
  }

  /** Places the entry at `index`; entries must be placed in order. */
  place(entry: FoundEntry, index: number): Placed {
    const { stamp } = entry.head
    if (stamp.relative !== null) return this.placeRelative(stamp.relative)
    const written = this.writtenDay(stamp.from, entry.year)
    if (written !== null) this.state(written)
    const { clock } = stamp.from
    const inferred = written === null
    const yearInferred = stamp.from.date !== null && stamp.from.date.year === null
    if (clock === null) {
      const known = written ?? (stamp.placeholder ? null : this.day)
      const until =
        stamp.until === null || known === null ? null : this.placeUntil(stamp.until, known, null, entry.year)
      return { day: known, minute: null, until, dayInferred: inferred, yearInferred, late: false }
    }
    const minute = this.minuteOf(clock, written !== null)
    if (this.day === null)
      return { day: null, minute, until: null, dayInferred: true, yearInferred, late: false }
    const late = inferred && (this.isAside(minute, entry) || this.step(minute, entry, index))
    const at = this.day * DAY + minute
    const backwards = this.last !== null && at < this.last
    if (!late) this.last = at
    this.start ??= at
    this.lastRun = entry.run
    const placedDay = this.day + Math.floor(minute / DAY)
    const until =
      stamp.until === null ? null : this.placeUntil(stamp.until, placedDay, minute % DAY, entry.year)
    return {
      day: placedDay,
      minute: minute % DAY,
      until,
      dayInferred: inferred,
      yearInferred,
      late: late || backwards,
    }
  }

  private state(day: number): void {
    if (this.day !== day || !this.statedDay) {
      this.crossed = false
      if (this.day !== day) this.last = null
    }
    this.day = day
    this.year = null
    this.statedDay = true
  }

  private writtenDay(from: WrittenTime, headYear: number | null): number | null {
    if (from.date !== null) {
      const date = from.date.year === null && headYear !== null ? { ...from.date, year: headYear } : from.date
      return resolveDate(date, { day: this.day, year: this.year }, this.context.dayFirst)
    }
    if (this.day === null) return null
    if (from.weekday !== null)
      return dayOfWeekday(from.weekday, this.day, this.statedDay || this.last !== null)
    return from.dayShift === null ? null : this.day + from.dayShift
  }

  /** An hour without am or pm, in a timeline that counts to twelve, is the half that keeps the order. */
  private minuteOf(clock: WrittenClock, dated: boolean): number {
    const minute = minuteOfDay(clock)
    if (!this.twelve || clock.halfKnown || this.last === null || this.day === null) return minute
    if (dated && this.last < this.day * DAY) return minute
    const later = (minute % (12 * 60)) + 12 * 60
    return this.day * DAY + minute < this.last && this.day * DAY + later >= this.last ? later : minute
  }

  /** Moves to the next day when the clock passed midnight; answers whether the entry is a late one instead. */
  private step(minute: number, entry: FoundEntry, index: number): boolean {
    if (this.last === null || this.day === null) return false
    const at = this.day * DAY + minute
    const back = this.last - at
    if (back > 0 && this.passedMidnight(back, minute, entry, index)) {
      this.day += 1
      this.crossed = true
      return false
    }
    if (this.crossed && back < -20 * 60 && this.returnsBefore(minute)) {
      this.day -= 1
      this.crossed = false
      return true
    }
    return back > 0
  }

  /** An entry marked as put in afterwards, whose time runs ahead, does not move the clock. */
  private isAside(minute: number, entry: FoundEntry): boolean {
    if (this.last === null || this.day === null || !ADDED.test(entry.text.slice(0, 80))) return false
    return this.day * DAY + minute > this.last
  }

  private passedMidnight(back: number, minute: number, entry: FoundEntry, index: number): boolean {
    if (back >= SURE_CROSSING) return true
    if (back < NO_CROSSING || this.last === null) return false
    if (entry.run !== this.lastRun && entry.run.shape !== 'heading') return false
    const lastMinute = this.last % DAY
    return lastMinute >= 14 * 60 && minute <= 12 * 60 && !this.comesBack(lastMinute, index)
  }

  /** Whether one of the next times, before a date is stated again, is later than the time before the step back. */
  private comesBack(lastMinute: number, index: number): boolean {
    for (const { head } of this.entries.slice(index + 1, index + 7)) {
      if (head.stamp.from.date !== null) return false
      const { clock } = head.stamp.from
      if (clock !== null && minuteOfDay(clock) >= lastMinute) return true
    }
    return false
  }

  /** After a crossing, a jump to shortly before midnight is the evening before. */
  private returnsBefore(minute: number): boolean {
    return minute >= 20 * 60 && this.last !== null && this.last % DAY <= 4 * 60
  }

  private placeRelative(relative: { minutes: number; base: 'previous' | 'start' }): Placed {
    const base = relative.base === 'start' ? (this.start ?? this.last) : this.last
    const nothing = { until: null, dayInferred: true, yearInferred: false, late: false }
    if (base === null) return { day: this.day, minute: null, ...nothing }
    const at = base + relative.minutes
    this.last = at
    return { day: Math.floor(at / DAY), minute: ((at % DAY) + DAY) % DAY, ...nothing }
  }

  private placeUntil(
    until: WrittenTime,
    day: number,
    minute: number | null,
    headYear: number | null,
  ): Placed['until'] {
    const date =
      until.date !== null && until.date.year === null && headYear !== null
        ? { ...until.date, year: headYear }
        : until.date
    const written = date === null ? null : resolveDate(date, { day, year: null }, this.context.dayFirst)
    const clock = until.clock === null ? null : minuteOfDay(until.clock)
    if (clock === null || minute === null)
      return written === null || written < day ? null : { day: written, minute: clock }
    if (written !== null)
      return written * DAY + clock < day * DAY + minute ? null : { day: written, minute: clock }
    if (clock >= minute) return { day, minute: clock }
    return clock + DAY - minute <= LONGEST_RANGE ? { day: day + 1, minute: clock } : null
  }
}
