/** What gathering finds, before dates are worked out: entries as they stand, in runs of the same shape. */
import type { Section } from '../sections/section.ts'
import type { Zone } from '../time/zone-offset.ts'
import type { EntryHead } from './entry-head.ts'

export type EntryShape = 'item' | 'row' | 'line' | 'heading' | 'label' | 'chat' | 'code'

/** Neighbours of one shape: the items of one list level, the rows of one table, the lines of one section, its sub-headings. */
export interface Run {
  readonly shape: EntryShape
  readonly section: Section
  /** Stands in the timeline, by a heading or by the item it hangs under. */
  readonly inTimeline: boolean
  /** Shares its list with a part that is named as the timeline. */
  readonly besideTimeline: boolean
  /** How many neighbours there are, timed or not. */
  size: number
  /** How many of them are entries. */
  timed: number
  /** How many have a time of day. */
  clocked: number
  /** How many carry date and time. */
  complete: number
  /** How many are written with a point and no date, as version numbers are too. */
  pointed: number
  /** How many begin as prose does ("On Monday …"). */
  prose: number
  /** Some neighbour is a bullet of a kind only found in lists that lost their headings. */
  readonly bulleted: boolean
}

export interface FoundEntry {
  readonly run: Run
  readonly head: EntryHead
  readonly line: number
  readonly endLine: number
  readonly text: string
  /** From a column head. */
  readonly zone: Zone | null
  /** From a column head. */
  readonly year: number | null
  readonly actor: string | null
  /** It only opens a day for the entries below it, unless none follow. */
  readonly mayOpenDay: boolean
  /** It is no event even when nothing follows. */
  readonly onlyOpensDay: boolean
  /** Nesting of a list item; level of a heading; else 0. */
  readonly depth: number
}

export function newRun(
  shape: EntryShape,
  section: Section,
  place: { inTimeline: boolean; besideTimeline: boolean; bulleted: boolean },
): Run {
  return { shape, section, ...place, size: 0, timed: 0, clocked: 0, complete: 0, pointed: 0, prose: 0 }
}

const POINTED = /^\d{1,2}\.\d{2}$/

/** Counts an entry into its run. */
export function counted(entry: FoundEntry): FoundEntry {
  const { stamp, prose } = entry.head
  const { run } = entry
  run.timed += 1
  if (stamp.from.clock !== null || stamp.relative !== null) run.clocked += 1
  if (stamp.from.clock !== null && stamp.from.date !== null) run.complete += 1
  if (prose) run.prose += 1
  if (POINTED.test(entry.head.asWritten)) run.pointed += 1
  return entry
}

/** A date and nothing else: it may stand for the day of what follows. */
export function isDateOnly(entry: FoundEntry): boolean {
  const { from, until, placeholder, relative } = entry.head.stamp
  return (
    from.clock === null &&
    (from.date !== null || from.weekday !== null) &&
    !placeholder &&
    relative === null &&
    (until === null || until.clock === null)
  )
}
