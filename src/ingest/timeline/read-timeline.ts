/** Reads a document's timeline: finds its entries, works out their days and zones, and says what was doubtful. */
import type { DraftEvent, Warning, ZoneBasis } from '../draft.ts'
import { toInstant, type Instant } from '../../domain/instant.ts'
import type { BlockTree } from '../blocks/block.ts'
import { plain } from '../blocks/inline.ts'
import type { StatedField } from './stated-field.ts'
import type { SectionName } from '../sections/names.ts'
import type { Section } from '../sections/section.ts'
import { dayAt } from '../time/calendar.ts'
import { zoneNamed } from '../time/zone-names.ts'
import { wallToEpoch, type Zone } from '../time/zone-offset.ts'
import { actorOf } from './actor.ts'
import type { DayContext, Placed } from './clock-sequence.ts'
import type { FoundEntry } from './found-entry.ts'
import { countStart } from './count-start.ts'
import { gather } from './gather.ts'
import { incidentDays, incidentYear, type FoundDay } from './incident-day.ts'
import { readNotation, zoneMeant, type Notation } from './notation.ts'
import { phaseOf } from './phase.ts'
import { placesOf } from './place-entries.ts'
import { opensDay, selectEntries, timelineSections } from './select.ts'
import { WarningList } from './warning-list.ts'
import { documentZone, type DocumentZone } from './zones-of.ts'

/** What a timeline is read from. */
export interface TimelineSource {
  readonly tree: BlockTree
  readonly sections: readonly Section[]
  readonly fields: readonly StatedField[]
  readonly title: string
  readonly path: string
  /** Zone to take when the text names none: an IANA name, `UTC` or an offset; null for UTC, marked as assumed. */
  readonly zone: string | null
}

/** A timeline as read, with what later readers need of how it was read. */
export interface Timeline {
  readonly events: readonly DraftEvent[]
  readonly zone: Zone
  readonly zoneBasis: ZoneBasis
  readonly warnings: readonly Warning[]
  /** 0 to 1: how surely these are the document's timeline, rightly dated. */
  readonly confidence: number
  /** Days on which the incident may have been, the most telling first. */
  readonly days: readonly FoundDay[]
  readonly notation: Notation
}

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const LONGEST_EVENT = 2_000

interface Reading {
  readonly notation: Notation
  readonly zone: DocumentZone
  readonly warnings: WarningList
}

function instantOf(
  day: number,
  minute: number,
  second: number | null,
  zone: Zone,
): { at: Instant; fit: string } {
  const wall = day * DAY_MS + minute * MINUTE_MS + (second ?? 0) * 1000
  const { epoch, fit } = wallToEpoch(wall, zone)
  return { at: toInstant(epoch), fit }
}

/** A day without a time is written as its midnight in UTC, so that it reads as that day whatever the zone. */
export function dayInstant(day: number): Instant {
  return toInstant(day * DAY_MS)
}

/** `16:4x`, `02:??`: the minute was left open, so that only the day is known for sure. */
const OPEN_MINUTE = /^\D{0,3}(?:\d{4}-\d{2}-\d{2}[T ])?\d{1,2}[:：](?:\d?[xX?]{1,2})/

function precisionOf(entry: FoundEntry, placed: Placed): DraftEvent['precision'] {
  const { stamp } = entry.head
  if (placed.minute === null) return placed.day === null || stamp.placeholder ? 'unknown' : 'day'
  if (placed.day === null) return 'unknown'
  return stamp.approximate || stamp.openEnded || stamp.relative !== null ? 'approximate' : 'minute'
}

function eventOf(entry: FoundEntry, found: Placed, reading: Reading): DraftEvent {
  const { stamp } = entry.head
  const placed = OPEN_MINUTE.test(entry.head.asWritten) ? { ...found, minute: null, until: null } : found
  const zone = zoneMeant(stamp.from.zone ?? entry.zone ?? reading.zone.zone, reading.notation)
  const text = entry.text.slice(0, LONGEST_EVENT)
  const start =
    placed.day === null ? null : timeAt(placed.day, placed.minute, stamp.from.clock?.second ?? null, zone)
  const until =
    placed.until === null
      ? null
      : timeAt(
          placed.until.day,
          placed.until.minute,
          stamp.until?.clock?.second ?? null,
          stamp.until?.zone ?? zone,
        )
  if (start !== null && start.fit !== 'exact') {
    reading.warnings.add(
      `time_in_clock_change`,
      `a time falls into a change of clocks in ${zone}`,
      entry.line,
    )
  }
  const unknown = stamp.placeholder && placed.minute === null
  return {
    at: unknown && stamp.from.date === null ? null : (start?.at ?? null),
    until: until?.at ?? null,
    asWritten: entry.head.asWritten,
    precision: precisionOf(entry, placed),
    text,
    phase: phaseOf(plain(text)),
    actor: entry.actor ?? actorOf(text),
    line: entry.line,
  }
}

function timeAt(
  day: number,
  minute: number | null,
  second: number | null,
  zone: Zone,
): { at: Instant; fit: string } {
  return minute === null ? { at: dayInstant(day), fit: 'exact' } : instantOf(day, minute, second, zone)
}

function warnOf(entry: FoundEntry, placed: Placed, reading: Reading): void {
  const { stamp } = entry.head
  const { warnings } = reading
  if (stamp.placeholder) warnings.add('placeholder_time', 'a time was left open', entry.line)
  if (placed.late) warnings.add('times_out_of_order', 'a time is earlier than the one above it', entry.line)
  if (placed.day === null && placed.minute !== null) {
    warnings.add('date_unknown', 'a time has no date in the text or the file name', entry.line)
  } else if (placed.yearInferred) warnings.add('year_inferred', 'a date has no year', entry.line)
  const { zone } = stamp.from
  if (zone !== null && zone !== reading.zone.zone) {
    warnings.add('zone_mixed', `a time is in ${zone}, others in ${reading.zone.zone}`, entry.line)
  }
}

/** Places and dates the chosen entries; dates that only open a day leave no event. */
function eventsOf(entries: readonly FoundEntry[], context: DayContext, reading: Reading): DraftEvent[] {
  const chosen = entries.map((entry, index) => ({ entry, opens: opensDay(entry, entries[index + 1]) }))
  const events: DraftEvent[] = []
  for (const [entry, placed] of placesOf(chosen, context)) {
    warnOf(entry, placed, reading)
    if (entry === entries[0] && placed.dayInferred && placed.day !== null && placed.minute !== null) {
      reading.warnings.add(
        'date_inferred',
        `the first time has no date; ${dayAt(placed.day)} is taken`,
        entry.line,
      )
    }
    events.push(eventOf(entry, placed, reading))
  }
  return events.sort((a, b) => a.line - b.line)
}

const ABOUT_TIMES = /\btimes?\b|\bdates?\b|\bevents?\b|時刻|時間|时间|\btider\b/i
const LONGEST_NOTE = 200
const BARE_NOTE = 40

/** Headings of the timeline and the short lines under them that speak of its times: `All times in PST, on February 8th 2019`. */
function timelineNotes(sections: readonly Section[], timeline: ReadonlySet<number>): string[] {
  const notes: string[] = []
  for (const section of sections) {
    if (section.name !== 'timeline' || !timeline.has(section.index)) continue
    if (section.heading !== null) notes.push(section.heading.text)
    const [first] = section.blocks
    if (first?.kind !== 'paragraph') continue
    const text = plain(first.lines.map((line) => line.text).join(' '))
    const speaks = text.length < BARE_NOTE || ABOUT_TIMES.test(text)
    if (text.length < LONGEST_NOTE && speaks) notes.push(text)
  }
  return notes
}

function confidenceOf(
  entries: readonly FoundEntry[],
  events: readonly DraftEvent[],
  basis: ZoneBasis,
): number {
  if (entries.length === 0) return 0.8
  const named = entries.filter((entry) => entry.run.inTimeline).length / entries.length
  const dated = events.filter((event) => event.at !== null).length / Math.max(events.length, 1)
  const base = 0.62 + 0.26 * named + (entries.length >= 3 ? 0.06 : 0)
  return Math.min(0.97, Math.round(base * (0.4 + 0.6 * dated) * (basis === 'assumed' ? 0.97 : 1) * 100) / 100)
}

/** Sections whose dates are of what came or comes after the incident: due days, reviews, other incidents. */
const AFTERWARDS: ReadonlySet<SectionName | null> = new Set([
  'actions',
  'lessons',
  'recurrence',
  'references',
  'people',
])

/** The text but for those sections. */
function toldText({ tree, sections }: TimelineSource): string {
  const parts: string[] = []
  let from = 0
  for (const section of sections.filter((one) => AFTERWARDS.has(one.name))) {
    parts.push(tree.text.slice(from, tree.lines[section.line - 1]?.offset))
    from = Math.max(from, tree.lines[section.endLine]?.offset ?? tree.text.length)
  }
  return [...parts, tree.text.slice(from)].join('')
}

/**
 * Reads the timeline of a document. Never throws. Linear in the text.
 * Events stand in the order of the file; a day without a time has `precision: 'day'` and `at` at midnight UTC of that day.
 */
export function readTimeline(source: TimelineSource): Timeline {
  const { tree, sections } = source
  const months = new Set<number>()
  const places = {
    title: source.title,
    path: source.path,
    fields: source.fields,
    timelineNotes: [],
    text: toldText(source),
  }
  const guess = incidentDays(places, true).filter((found) => found.source !== 'firstDate')
  for (const found of guess) months.add(Number(dayAt(found.day).slice(5, 7)))
  const notation = readNotation(tree.text, tree.lines, months)
  const timeline = timelineSections(sections, notation.hints)
  const days = incidentDays(
    { ...places, timelineNotes: timelineNotes(sections, timeline) },
    notation.dayFirst,
  )
  const entries = selectEntries(gather(sections, timeline, notation.hints), sections)
  const option = source.zone === null ? null : zoneNamed(source.zone)
  const zone = documentZone(tree, sections, timeline, entries, option)
  const warnings = new WarningList()
  const day = days[0]?.day ?? null
  const year = incidentYear(places)
  const around = { day, year, zone: zone.zone, dayFirst: notation.dayFirst, cst: notation.cst }
  const context = {
    incidentDay: day,
    incidentYear: year,
    dayFirst: notation.dayFirst,
    start: countStart(entries, tree.text, source.fields, around),
  }
  const events = eventsOf(entries, context, { zone, warnings, notation })
  if (zone.basis === 'assumed' && events.some((event) => event.precision !== 'day' && event.at !== null)) {
    warnings.add('zone_assumed', 'the text names no zone for its times; UTC is taken', null)
  }
  return {
    events,
    zone: zoneMeant(zone.zone, notation),
    zoneBasis: zone.basis,
    warnings: warnings.list(),
    confidence: confidenceOf(entries, events, zone.basis),
    days,
    notation,
  }
}
