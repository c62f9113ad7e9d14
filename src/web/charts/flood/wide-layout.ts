/** Where everything of the wide flood curve stands: worked out apart from the drawing, so that it can be tested. */
import { type PlacedLabel, type Box, placeLabels } from '../place-labels.ts'
import { type Scale, linear } from '../scale.ts'
import { textWidth, wrapText } from '../text-width.ts'
import type { FloodData, FloodDecision, FloodEvent, FloodMoment } from './flood-data.ts'
import { MARGIN } from './margin.ts'
import type { Span } from './span.ts'

const MOMENT_TOP = 40
const MOMENT_HEIGHT = 32
const MOMENT_STEP = 36
const AREA_HEIGHT = 168
/** Where no impact is drawn there is only room for the lines to end. */
const NO_AREA = 16
const LINE_HEIGHT = 15
/** Widths of decisions' words that are tried, and how much depth a unit of width is worth. */
const WORTH = 0.5
const DECISION_WIDTHS = [210, 170, 140] as const
const EVENT_WIDTH = 150
const EVENT_LINES = 3
const SHORT_EVENT = 190
const BAR_STEP = 26
/** Beyond so many, circles give way to ticks and labels to the list. */
export const MANY_EVENTS = 120
const MOST_LABELS = 24

export interface TextLabel<T> {
  readonly of: T
  readonly lines: readonly string[]
  readonly place: PlacedLabel
}

export interface DecisionLabel extends TextLabel<FloodDecision> {
  readonly choice: readonly string[]
}

export interface WideLayout {
  readonly width: number
  readonly height: number
  readonly x: Scale
  readonly momentTop: number
  readonly areaTop: number
  readonly base: number
  readonly rail: number
  readonly moments: readonly (TextLabel<FloodMoment> | { readonly of: FloodMoment; readonly place: null })[]
  readonly decisions: readonly DecisionLabel[]
  readonly events: readonly TextLabel<FloodEvent>[]
  readonly barsTop: number
  readonly bars: readonly Bar[]
}

/** A belief or a piece of missing information on its row. */
export interface Bar {
  readonly kind: 'belief' | 'missing'
  readonly y: number
  readonly left: number
  readonly right: number
  /** Still open at the end of the drawing. */
  readonly open: boolean
  readonly text: string
  readonly side: 'inside' | 'right' | 'left'
  readonly after: string
  readonly afterLeft: number
}

/** Lays the wide drawing out in `width` user units; events outside the span are left to the list. */
export function layOutWide(data: FloodData, span: Span, width: number): WideLayout {
  const x = linear([span.from, span.to], [MARGIN.left, width - MARGIN.right])
  const moments = layOutMoments(data.moments, x, width)
  const momentRows = Math.max(1, ...moments.map((one) => (one.place === null ? 1 : rowOf(one.place))))
  const areaTop = MOMENT_TOP + (moments.length === 0 ? 0 : momentRows * MOMENT_STEP) + 26
  const base = areaTop + (data.impacts.length === 0 ? NO_AREA : AREA_HEIGHT)
  const rail = base + 52
  const within = (one: { at: number }) => one.at >= span.from && one.at <= span.to
  const decisions = layOutDecisions(data.decisions.filter(within), x, rail, width)
  const events = layOutEvents(data.events.filter(within), decisions, x, rail, width)
  const lowest = Math.max(rail + 16, ...[...decisions, ...events].map((one) => one.place.bottom))
  const barsTop = lowest + 34
  const bars = layOutBars(data, x, span, barsTop, width)
  return {
    width,
    height: bars.length === 0 ? lowest + 10 : barsTop + bars.length * BAR_STEP + 6,
    x,
    momentTop: MOMENT_TOP,
    areaTop,
    base,
    rail,
    moments,
    decisions,
    events,
    barsTop,
    bars,
  }
}

const rowOf = (place: PlacedLabel): number => Math.round((place.top - MOMENT_TOP) / MOMENT_STEP) + 1

/** Moments closer than this share one line. */
const SAME = 4

function layOutMoments(moments: readonly FloodMoment[], x: Scale, width: number): WideLayout['moments'] {
  const lines = moments.map((moment): Box => ({
    left: x(moment.at) - 2,
    right: x(moment.at) + 2,
    top: MOMENT_TOP,
    bottom: 400,
  }))
  const wanted = moments.map((moment, i) => ({
    id: String(i),
    x: x(moment.at),
    width: Math.max(textWidth(moment.name, 12.5, true), textWidth(`00:00 · ${moment.after}`, 12)),
    height: MOMENT_HEIGHT,
    weight: i === 0 || i === moments.length - 1 ? 2 : 1,
    gap: 6,
  }))
  const room = {
    left: 0,
    right: width,
    top: MOMENT_TOP,
    bottom: MOMENT_TOP + 3 * MOMENT_STEP,
    step: MOMENT_STEP,
  }
  // Tried one by one, since a moment's own line may pass beside its label but no other's.
  const placed = new Map<string, PlacedLabel>()
  const taken: Box[] = []
  for (const label of [...wanted].sort((a, b) => b.weight - a.weight)) {
    const others = lines.filter((line) => Math.abs(line.left + 2 - label.x) > SAME)
    const place = placeLabels([label], room, [...others, ...taken]).get(label.id)
    if (place === undefined) continue
    placed.set(label.id, place)
    taken.push(boxOfPlaced(place, label.width))
  }
  return moments.map((of, i) => {
    const place = placed.get(String(i))
    return place === undefined ? { of, place: null } : { of, lines: [], place }
  })
}

/** The box a placed label covers. */
function boxOfPlaced(place: PlacedLabel, width: number): Box {
  const left =
    place.anchor === 'start' ? place.x : place.anchor === 'end' ? place.x - width : place.x - width / 2
  return { left, right: left + width, top: place.top, bottom: place.bottom }
}

/** From which end decisions are placed, and on which side of their lines they stand. */
interface Attempt {
  readonly order: 1 | -1
  readonly side?: 'start' | 'end'
}

/** Where they come close, a staircase from one end keeps every line free. */
const ATTEMPTS: readonly Attempt[] = [
  { order: 1 },
  { order: -1 },
  { order: -1, side: 'start' },
  { order: 1, side: 'end' },
]

/** The attempt that places most decisions, and of those the flattest; a little depth is worth wider words. */
function layOutDecisions(
  decisions: readonly FloodDecision[],
  x: Scale,
  rail: number,
  width: number,
): DecisionLabel[] {
  const attempts = DECISION_WIDTHS.flatMap((wide) =>
    ATTEMPTS.map((attempt) => {
      const placed = tryDecisions(decisions, wide, attempt, x, rail, width)
      const depth = Math.max(0, ...placed.map((one) => one.place.bottom)) - wide * WORTH
      return { placed, depth }
    }),
  )
  attempts.sort((a, b) => b.placed.length - a.placed.length || a.depth - b.depth)
  return attempts[0]?.placed ?? []
}

function tryDecisions(
  decisions: readonly FloodDecision[],
  wide: number,
  { order, side }: Attempt,
  x: Scale,
  rail: number,
  width: number,
): DecisionLabel[] {
  const made = decisions.map((of) => ({
    of,
    lines: wrapText(of.question, wide, 13, 3, true),
    choice: wrapText(of.choice, wide, 12, 2),
  }))
  const wanted = made.map((one, i) => ({
    id: String(i),
    x: x(one.of.at),
    width: decisionWidth(one),
    height: (one.lines.length + one.choice.length + (one.of.latency === '' ? 0 : 1)) * LINE_HEIGHT + 6,
    weight: -i * order,
    gap: 9,
    ...(side === undefined ? {} : { side }),
  }))
  const stems = decisions.map((one): Box => ({
    left: x(one.at) - 4,
    right: x(one.at) + 4,
    top: rail,
    bottom: rail + 20,
  }))
  const room = { left: 0, right: width, top: rail + 20, bottom: rail + 440, step: LINE_HEIGHT }
  const placed = placeLabels(wanted, room, stems)
  return made.flatMap((one, i) => {
    const place = placed.get(String(i))
    return place === undefined ? [] : [{ ...one, place }]
  })
}

const decisionWidth = (one: { lines: readonly string[]; choice: readonly string[] }): number =>
  widest([
    ...one.lines.map((line) => [line, 13, true] as const),
    ...one.choice.map((line) => [line, 12, false] as const),
  ])

const widest = (lines: readonly (readonly [string, number, boolean])[]): number =>
  Math.max(0, ...lines.map(([line, size, bold]) => textWidth(line, size, bold)))

function layOutEvents(
  events: readonly FloodEvent[],
  decisions: readonly DecisionLabel[],
  x: Scale,
  rail: number,
  width: number,
): TextLabel<FloodEvent>[] {
  const weighty = [...events].sort((a, b) => b.weight - a.weight).slice(0, MOST_LABELS)
  const short = weighty.filter((event) => textWidth(event.text, 12) <= SHORT_EVENT)
  const above = placeLabels(
    short.map((event) => wantedEvent(event, [event.text], x)),
    { left: 0, right: width, top: rail - 25, bottom: rail - 8, step: LINE_HEIGHT * 2 },
  )
  const rest = weighty.filter((event) => !above.has(event.id))
  const wrapped = new Map(rest.map((event) => [event.id, wrapText(event.text, EVENT_WIDTH, 12, EVENT_LINES)]))
  const taken = decisions.flatMap((one): Box[] => [
    boxOfPlaced(one.place, decisionWidth(one)),
    { left: x(one.of.at) - 4, right: x(one.of.at) + 4, top: rail, bottom: one.place.top + 4 },
  ])
  const below = placeLabels(
    rest.map((event) => wantedEvent(event, wrapped.get(event.id) ?? [], x)),
    { left: 0, right: width, top: rail + 11, bottom: rail + 150, step: LINE_HEIGHT },
    taken,
  )
  return weighty.flatMap((of) => {
    const place = above.get(of.id) ?? below.get(of.id)
    return place === undefined ? [] : [{ of, lines: wrapped.get(of.id) ?? [of.text], place }]
  })
}

const wantedEvent = (event: FloodEvent, lines: readonly string[], x: Scale) => ({
  id: event.id,
  x: x(event.at),
  width: widest(lines.map((line) => [line, 12, false] as const)),
  height: lines.length * LINE_HEIGHT,
  weight: event.weight,
  gap: 0,
})

function layOutBars(data: FloodData, x: Scale, span: Span, top: number, width: number): Bar[] {
  const shown = <T extends { from: number; to: number | null }>(all: readonly T[]): T[] =>
    all.filter((one) => one.from < span.to && (one.to ?? span.to) > span.from)
  const beliefs = shown(data.beliefs).map((one) => ({
    kind: 'belief' as const,
    ...one,
    text: `Believed: ${one.text}`,
    afters: [one.proved],
  }))
  const missing = shown(data.missing).map((one) => ({
    kind: 'missing' as const,
    ...one,
    text: `Missing: ${one.text}`,
    afters: [[one.span, one.arrived].filter(Boolean).join(', '), one.span],
  }))
  return [...beliefs, ...missing].map((one, i) => {
    const left = x(Math.max(one.from, span.from))
    const right = Math.max(left + 4, x(Math.min(one.to ?? span.to, span.to)))
    const open = one.to === null || one.to > span.to
    return { kind: one.kind, y: top + i * BAR_STEP, left, right, open, ...barText(one, left, right, width) }
  })
}

/** Inside its bar where it fits, else on the side with more room; what follows it stands to the right or not at all. */
function barText(
  one: { text: string; afters: readonly string[] },
  left: number,
  right: number,
  width: number,
) {
  const wide = textWidth(one.text, 12, true) + 20
  const [before, behind] = [left - 8, width - right - 8]
  const side =
    right - left >= wide
      ? ('inside' as const)
      : behind >= wide || behind >= before
        ? ('right' as const)
        : ('left' as const)
  const room = side === 'inside' ? right - left - 12 : side === 'right' ? behind : before
  const [text = ''] = wrapText(one.text, room, 12, 1, true)
  const afterLeft = right + 8 + (side === 'right' ? textWidth(text, 12, true) + 10 : 0)
  const after = one.afters.find((words) => afterLeft + textWidth(words, 12) <= width + 4) ?? ''
  if (after === one.afters[0] || side === 'inside') return { text, side, after, afterLeft }
  // No room behind the words: the bar itself is empty and may hold it.
  const within = one.afters.find((words) => textWidth(words, 12) + 16 <= right - left) ?? ''
  return within === '' ? { text, side, after, afterLeft } : { text, side, after: within, afterLeft: left + 8 }
}
