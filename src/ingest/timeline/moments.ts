/** The moments of the incident as the document gives them: in fields, in the words of its summary, in its timeline. */
import type { DraftEvent, Warning } from '../draft.ts'
import type { Day, Instant, Minutes } from '../../domain/instant.ts'
import { epoch } from '../../domain/instant.ts'
import { dayAt } from '../time/calendar.ts'
import { findDuration } from '../time/duration.ts'
import type { StatedDuration } from './duration-check.ts'
import {
  detectionEvent,
  eventBefore,
  mitigationEvent,
  recoveryEvent,
  startDayEvent,
  startEvent,
} from './event-moments.ts'
import { incidentYear } from './incident-day.ts'
import type { Timeline, TimelineSource } from './read-timeline.ts'
import { durationConfidence, durationWarnings, statedDuration } from './stated-duration.ts'
import { fieldsNamed, valueOf, type StatedField } from './stated-field.ts'
import { storySentences, toldStart, type ToldTime } from './story-sentences.ts'
import { fieldStamp, momentsOf, stampsIn, type Surroundings, type WrittenMoment } from './written-moment.ts'

/** By what the start was found, the surest first. */
export type StartBasis =
  | 'field'
  | 'span'
  | 'sentence'
  | 'duration'
  | 'label'
  | 'wording'
  | 'first'
  | 'detected'
  | 'day'
  | 'none'

export interface Moments {
  readonly startedAt: Instant | null
  readonly startedOn: Day | null
  readonly detectedAt: Instant | null
  readonly mitigatedAt: Instant | null
  readonly recoveredAt: Instant | null
  readonly statedDurationMinutes: Minutes | null
  readonly basis: StartBasis
  readonly warnings: readonly Warning[]
  /** 0 to 1 each: the share of such readings expected to be right. */
  readonly confidence: { readonly startedAt: number; readonly duration: number }
}

const CONFIDENCE: Readonly<Record<StartBasis, number>> = {
  field: 0.95,
  span: 0.9,
  sentence: 0.8,
  label: 0.92,
  duration: 0.86,
  wording: 0.82,
  first: 0.74,
  detected: 0.7,
  day: 0.6,
  none: 0.5,
}

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

interface Start {
  readonly moment: WrittenMoment
  readonly until: WrittenMoment | null
  readonly basis: StartBasis
}

function fieldMoments(
  field: StatedField,
  around: Surroundings,
): { from: WrittenMoment | null; until: WrittenMoment | null } {
  const stamp = fieldStamp(valueOf(field))
  return stamp === null ? { from: null, until: null } : momentsOf(stamp, around)
}

/** The date of a page is when it was written, unless the same place says when the incident ended. */
function endsInFrontMatter(fields: readonly StatedField[]): boolean {
  return fieldsNamed(fields, 'recovered').some((field) => field.place === 'frontMatter')
}

/** `29 minutes (00:21 - 00:50)` gives the range of the incident, `7h (during support hours 10:00-17:00)` does not. */
function isRange(field: StatedField, from: WrittenMoment, until: WrittenMoment | null): boolean {
  if (from.at === null || until?.at == null) return false
  const value = valueOf(field)
  const before = findDuration(value.slice(0, fieldStamp(value)?.start ?? 0))
  const length = (epoch(until.at) - epoch(from.at)) / MINUTE_MS
  return before === null || Math.abs(before.minutes - length) <= Math.max(2, length / 10)
}

/** A start field, a period, a time beside the date, or a duration written as a range of times. */
function startByField(fields: readonly StatedField[], around: Surroundings): Start | null {
  for (const name of ['started', 'period', 'date', 'duration']) {
    for (const field of fieldsNamed(fields, name)) {
      const { from, until } = fieldMoments(field, around)
      if (from === null || from.at === null) continue
      if (name === 'duration' && !isRange(field, from, until)) continue
      if (field.place === 'frontMatter' && name === 'date' && !endsInFrontMatter(fields)) continue
      return { moment: from, until, basis: 'field' }
    }
  }
  return null
}

/** A start or period field that gives a day and no time: the document says that it knows no more. */
function startDayByField(fields: readonly StatedField[], around: Surroundings): Start | null {
  for (const field of [...fieldsNamed(fields, 'started'), ...fieldsNamed(fields, 'period')]) {
    const { from, until } = fieldMoments(field, around)
    if (from !== null) return { moment: from, until, basis: 'day' }
  }
  return null
}

function startOfTold(told: ToldTime, around: Surroundings): Start | null {
  const { from, until } = momentsOf(told.stamp, around)
  if (from === null) return null
  return { moment: from, until, basis: told.kind === 'span' ? 'span' : 'sentence' }
}

function startBySentence(sentences: readonly string[], around: Surroundings): Start | null {
  const told = toldStart(sentences)
  return told === null ? null : startOfTold(told, around)
}

/** A timeline whose first entry has only its day, and that day is the incident's, begins on that day. */
function dayBefore(timeline: Timeline, first: Instant): number | null {
  const [entry] = timeline.events
  if (entry?.precision !== 'day' || entry.at === null) return null
  const day = epoch(entry.at) / DAY_MS
  const known = timeline.days.some((each) => each.day === day && each.source !== 'firstDate')
  return known && epoch(first) - epoch(entry.at) > 2 * DAY_MS ? day : null
}

const SINCE = /\b(?:starting|beginning|as of)\s+$|^since\b/i

/** `Investigating - We see errors since 17:52 UTC`: the first post tells of a time before its own, on the same day. */
function startToldIn(event: DraftEvent, around: Surroundings): Start | null {
  const at = event.at === null ? null : epoch(event.at)
  if (at === null || event.precision === 'day') return null
  const day = Math.floor(at / DAY_MS)
  for (const stamp of stampsIn(event.text, 3)) {
    const led = [event.text.slice(0, stamp.start), event.text.slice(stamp.start)].some((text) =>
      SINCE.test(text),
    )
    if (stamp.from.clock === null || !led) continue
    const { from } = momentsOf(stamp, { ...around, day })
    const told = from?.at == null ? null : epoch(from.at)
    if (from !== null && told !== null && told < at && told > at - DAY_MS)
      return { moment: from, until: null, basis: 'sentence' }
  }
  return null
}

function startByEvent(timeline: Timeline, stated: StatedDuration | null, around: Surroundings): Start | null {
  const found = startEvent(timeline.events)
  if (found === null || found.event.at === null) return null
  const told = found.by === 'label' ? null : startToldIn(found.event, around)
  if (told !== null) return told
  const exact =
    stated !== null && stated.line !== null && !stated.duration.approximate && stated.duration.minutes >= 5
  const counted = exact && found.by !== 'label' ? eventBefore(timeline.events, stated.duration.minutes) : null
  if (counted?.at != null) {
    const day = Math.floor(epoch(counted.at) / DAY_MS)
    return { moment: { at: counted.at, day }, until: null, basis: 'duration' }
  }
  const before = found.by === 'first' ? dayBefore(timeline, found.event.at) : null
  if (before !== null) return { moment: { at: null, day: before }, until: null, basis: 'day' }
  const day = Math.floor(epoch(found.event.at) / DAY_MS)
  return { moment: { at: found.event.at, day }, until: null, basis: found.by }
}

function startByFrontMatter(fields: readonly StatedField[], around: Surroundings): Start | null {
  for (const field of fieldsNamed(fields, 'date')) {
    const { from } = field.place === 'frontMatter' ? fieldMoments(field, around) : { from: null }
    if (from !== null && from.at !== null) return { moment: from, until: null, basis: 'detected' }
  }
  for (const field of fieldsNamed(fields, 'detected')) {
    const { from } = fieldMoments(field, around)
    if (from !== null && from.at !== null) return { moment: from, until: null, basis: 'detected' }
  }
  return null
}

/** The day of the first trouble in the timeline, else the one that the document bears, else that of its first entry. */
function startByDay(timeline: Timeline): Start | null {
  const [best] = timeline.days
  const trouble = startDayEvent(timeline.events)?.at ?? null
  const dated = timeline.events.find((event) => event.precision === 'day' && event.at !== null)?.at ?? null
  const days = [trouble, dated].map((at) => (at === null ? null : epoch(at) / DAY_MS))
  const day = days[0] ?? best?.day ?? days[1] ?? null
  return day === null ? null : { moment: { at: null, day }, until: null, basis: 'day' }
}

function findStart(
  source: TimelineSource,
  timeline: Timeline,
  around: Surroundings,
  sentences: readonly string[],
  stated: StatedDuration | null,
): Start | null {
  const byStory = surest(
    startBySentence(sentences, around),
    startByEvent(timeline, stated, around),
    timeline.events,
  )
  return (
    startByField(source.fields, around) ??
    startDayByField(source.fields, around) ??
    (byStory?.moment.at == null ? startAnywhere(source, timeline, around) : null) ??
    byStory ??
    startByFrontMatter(source.fields, around) ??
    startByDay(timeline)
  )
}

/** A report without timed events may tell the time in any of its sections; beside a timeline of days only with its date. */
function startAnywhere(source: TimelineSource, timeline: Timeline, around: Surroundings): Start | null {
  const timed = timeline.events.some((event) => event.at !== null && event.precision !== 'day')
  if (timed) return null
  const fieldLines = new Set(source.fields.map((field) => field.line))
  const told = toldStart(storySentences(source.sections, fieldLines, true))
  if (told === null || (timeline.events.length > 1 && told.stamp.from.date === null)) return null
  const found = startOfTold(told, around)
  return found?.moment.at == null ? null : found
}

/** A point in a sentence counts when it is an event too, or comes before all of them. */
function fitsEvents(told: WrittenMoment, events: readonly DraftEvent[]): boolean {
  if (told.at === null) return false
  const at = epoch(told.at)
  const times = events.flatMap((event) =>
    event.at === null || event.precision === 'day' ? [] : [epoch(event.at)],
  )
  const first = Math.min(...times)
  const near = times.some((time) => Math.abs(time - at) <= 3 * MINUTE_MS)
  return near || (at <= first + 10 * MINUTE_MS && at >= first - DAY_MS)
}

const NEAR_DAYS = 20

/** A day mistyped in the summary is not taken against the timeline. */
function isNear(told: WrittenMoment, events: readonly DraftEvent[]): boolean {
  const days = events.flatMap((event) => (event.at === null ? [] : [epoch(event.at) / DAY_MS]))
  return days.length === 0 || days.some((day) => Math.abs(day - told.day) <= NEAR_DAYS)
}

/** A labelled event or a span told in the summary goes before a point in a sentence, and that before mere wording. */
function surest(told: Start | null, event: Start | null, events: readonly DraftEvent[]): Start | null {
  if (told === null || event === null) return told ?? event
  if (told.basis === 'span' && isNear(told.moment, events)) return told
  if (event.basis === 'label' || event.basis === 'duration') return event
  return fitsEvents(told.moment, events) ? told : event
}

function firstField(fields: readonly StatedField[], name: string, around: Surroundings): Instant | null {
  for (const field of fieldsNamed(fields, name)) {
    const { from } = fieldMoments(field, around)
    if (from !== null && from.at !== null) return from.at
  }
  return null
}

/** The day that fills in for sentences and fields without one: that of the first dated event before any other. */
function aroundOf(source: TimelineSource, timeline: Timeline): Surroundings {
  const places = {
    title: source.title,
    path: source.path,
    fields: source.fields,
    timelineNotes: [],
    text: source.tree.text,
  }
  const event = timeline.events.find((each) => each.at !== null)
  const eventDay = event?.at == null ? null : Math.floor(epoch(event.at) / DAY_MS)
  const [best] = timeline.days
  const told =
    best !== undefined && (best.source === 'field' || best.source === 'title' || best.source === 'timeline')
  return {
    day: told ? best.day : (eventDay ?? best?.day ?? null),
    year: incidentYear(places),
    zone: timeline.zone,
    dayFirst: timeline.notation.dayFirst,
    cst: timeline.notation.cst,
  }
}

function linesSpokenFor(source: TimelineSource, timeline: Timeline): Set<number> {
  return new Set([...timeline.events, ...source.fields].map((each) => each.line))
}

/** The end of the impact, and whether the document names it as such rather than in the wording of an event. */
function findEnd(
  source: TimelineSource,
  timeline: Timeline,
  around: Surroundings,
  start: Start | null,
): { at: Instant | null; sure: boolean } {
  const told = firstField(source.fields, 'recovered', around) ?? start?.until?.at ?? null
  if (told !== null) return { at: told, sure: true }
  const recovery = recoveryEvent(timeline.events)
  return { at: recovery?.event.at ?? null, sure: recovery?.by === 'label' }
}

/** Reads the moments of the incident. What the text does not give is null. Never throws; linear in the text. */
export function readMoments(source: TimelineSource, timeline: Timeline): Moments {
  const { fields } = source
  const around = aroundOf(source, timeline)
  const sentences = storySentences(source.sections, linesSpokenFor(source, timeline), false)
  const stated = statedDuration(fields, sentences)
  const start = findStart(source, timeline, around, sentences, stated)
  const startedAt = start?.moment.at ?? null
  const from = startedAt === null ? null : epoch(startedAt)
  const end = findEnd(source, timeline, around, start)
  const moments = {
    startedAt,
    detectedAt: firstField(fields, 'detected', around) ?? detectionEvent(timeline.events, from)?.at ?? null,
    mitigatedAt: firstField(fields, 'mitigated', around) ?? mitigationEvent(timeline.events)?.at ?? null,
    recoveredAt: end.at,
  }
  const basis = start?.basis ?? 'none'
  return {
    ...moments,
    startedOn: start === null ? null : dayAt(start.moment.day),
    statedDurationMinutes: stated?.duration.minutes ?? null,
    basis,
    warnings: [...durationWarnings(fields, moments, stated, end.sure), ...orderWarnings(startedAt, end.at)],
    confidence: { startedAt: CONFIDENCE[basis], duration: durationConfidence(stated) },
  }
}

function orderWarnings(startedAt: Instant | null, recoveredAt: Instant | null): Warning[] {
  if (startedAt === null || recoveredAt === null || epoch(recoveredAt) >= epoch(startedAt)) return []
  return [{ code: 'moments_out_of_order', message: 'the end stands before the start', line: null }]
}
