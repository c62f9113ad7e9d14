/** Runs the entries of a timeline through the clock, forwards, or backwards where the newest stands first. */
import { minuteOfDay } from '../time/written-clock.ts'
import { ClockSequence, type DayContext, type Placed } from './clock-sequence.ts'
import type { FoundEntry } from './found-entry.ts'

const HALF_DAY = 12 * 60

/** Whether undated times run backwards, as where the newest update stands first; a step up is then a midnight passed. */
function newestFirst(entries: readonly FoundEntry[]): boolean {
  let down = 0
  let before: number | null = null
  for (const { head } of entries) {
    const { clock, date, weekday } = head.stamp.from
    if (date !== null || weekday !== null || head.stamp.relative !== null) return false
    if (clock === null) continue
    const minute = minuteOfDay(clock)
    const step = before === null ? 0 : minute - before
    if (step > 0 && step < HALF_DAY) return false
    if (step < 0) down += 1
    before = minute
  }
  return down >= 2
}

/** Where each of the timed entries falls; entries that only open a day are given as such, in the order of the file. */
export function placesOf(
  chosen: readonly { entry: FoundEntry; opens: boolean }[],
  context: DayContext,
): ReadonlyMap<FoundEntry, Placed> {
  const timed = chosen.filter(({ opens }) => !opens).map(({ entry }) => entry)
  const backwards = timed.length === chosen.length && newestFirst(timed)
  const order = backwards ? [...chosen].reverse() : chosen
  const sequence = new ClockSequence(backwards ? [...timed].reverse() : timed, context)
  const places = new Map<FoundEntry, Placed>()
  for (const { entry, opens } of order) {
    if (opens) sequence.openDay(entry)
    else places.set(entry, sequence.place(entry, places.size))
  }
  return places
}
