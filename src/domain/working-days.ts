/** Working days: adding and counting them by the organisation's week. */
import { addDays, dayOf, daysBetween, startOfDay, weekdayOf } from './calendar.ts'
import type { Day, Instant } from './instant.ts'
import type { Weekday } from './organisation.ts'

/** When work is done: the weekdays, and days off that fall on them. */
export interface WorkingWeek {
  /** At least one. */
  readonly workingDays: readonly Weekday[]
  readonly timeZone: string
  /** Public holidays and the like. */
  readonly daysOff?: readonly Day[]
}

/** Whether work is done on a day. */
export function isWorkingDay(day: Day, week: WorkingWeek): boolean {
  const weekday = weekdayOf(day)
  return week.workingDays.some((one) => one === weekday) && !(week.daysOff ?? []).includes(day)
}

/**
 * The day `count` working days after a day: 1 from a Friday is Monday; 0 is the day itself or, when no work is done on it,
 * the next working day. A negative count goes back. Throws a `RangeError` for a week without working days.
 */
export function addWorkingDays(day: Day, count: number, week: WorkingWeek): Day {
  if (week.workingDays.length === 0) throw new RangeError('A week needs at least one working day')
  const step = count < 0 ? -1 : 1
  let reached = day
  if (count === 0) while (!isWorkingDay(reached, week)) reached = addDays(reached, 1)
  for (let left = Math.abs(count); left > 0;) {
    reached = addDays(reached, step)
    if (isWorkingDay(reached, week)) left -= 1
  }
  return reached
}

/** Working days in `from` ≤ day < `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: Day, to: Day, week: WorkingWeek): number {
  const days = Array.from({ length: Math.max(0, daysBetween(from, to)) }, (_, index) => addDays(from, index))
  return days.filter((day) => isWorkingDay(day, week)).length
}

/** Something to be done by the end of a day; `before` is the first instant at which it is late. */
export interface Deadline {
  readonly day: Day
  readonly before: Instant
}

/** What falls due `count` working days after an instant, in the zone of the week. */
export function deadlineAfter(start: Instant, count: number, week: WorkingWeek): Deadline {
  const day = addWorkingDays(dayOf(start, week.timeZone), count, week)
  return { day, before: startOfDay(addDays(day, 1), week.timeZone) }
}
