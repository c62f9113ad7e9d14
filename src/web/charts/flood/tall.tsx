/** The flood curve on a phone: time runs down, labels stand in one column beside it. */
import { spreadColumn } from '../place-labels.ts'
import { linear } from '../scale.ts'
import { smoothLine } from '../smooth-line.ts'
import { wrapText } from '../text-width.ts'
import { timeTicks } from '../time-ticks.ts'
import type { FloodData } from './flood-data.ts'
import styles from './flood.module.css'
import type { Span } from './span.ts'
import { type StrandPoint, floodOf } from './strands.ts'

interface Props {
  readonly data: FloodData
  readonly span: Span
  readonly width: number
  readonly cursor: number | null
  readonly clock: (at: number) => string
  readonly zone: string | undefined
  readonly label: string
}

const AXIS = 46
const AREA = 82
const RAIL = AXIS + AREA + 10
const LABELS = RAIL + 16
const MOST_EVENTS = 10
const TOP = 12

/** One entry of the column. */
interface Entry {
  readonly at: number
  readonly kind: 'moment' | 'decision' | 'event' | 'mark'
  readonly lines: readonly { readonly text: string; readonly kind: string }[]
  readonly href: string | null
}

export function TallFlood({ data, span, width, cursor, clock, zone, label }: Props) {
  const flood = floodOf(data, span)
  const entries = entriesOf(data, span, width, clock)
  const heights = entries.map((entry) => entry.lines.length * 15 + 7)
  const height = Math.max(340, heights.reduce((sum, one) => sum + one, 0) + 60)
  const y = linear([span.from, span.to], [TOP, TOP + height])
  const places = spreadColumn(
    entries.map((entry, i) => ({ at: y(entry.at) - 9, height: heights[i] ?? 0 })),
    0,
    TOP + height,
  )
  const x = linear([0, flood.high === 0 ? 1 : flood.high], [AXIS, AXIS + AREA])
  return (
    <svg class={styles['svg']} viewBox={`0 0 ${width} ${height + 2 * TOP}`} role="group" aria-label={label}>
      {flood.strands.map((strand, i) => (
        <Shape key={i} points={strand.points} sized={strand.share !== null} filled={i === 0} x={x} y={y} />
      ))}
      <path class={styles['axis']} d={`M${AXIS} ${TOP}V${TOP + height}`} />
      <path class={styles['rail']} d={`M${RAIL} ${TOP}V${TOP + height}`} />
      {timeTicks(span.from, span.to, Math.floor(height / 70), zone).map((tick) => (
        <text key={tick.at} class={styles['axisText']} x={AXIS - 8} y={y(tick.at) + 4} text-anchor="end">
          {tick.label}
        </text>
      ))}
      {entries.map((entry, i) => (
        <EntryMark key={i} entry={entry} at={y(entry.at)} top={places[i] ?? 0} />
      ))}
      {cursor === null ? null : <path class={styles['cursor']} d={`M${AXIS - 6} ${y(cursor)}H${RAIL + 6}`} />}
    </svg>
  )
}

interface ShapeProps {
  readonly points: readonly StrandPoint[]
  readonly sized: boolean
  readonly filled: boolean
  readonly x: (share: number) => number
  readonly y: (at: number) => number
}

function Shape({ points, sized, filled, x, y }: ShapeProps) {
  const surface = smoothLine(
    points.map((point) => [y(point.at), x(point.share)]),
    true,
  )
  const kind = sized ? (filled ? styles['surface'] : styles['inner']) : styles['unsized']
  return (
    <g>
      {filled ? <path class={styles['flood']} d={`${surface}H${AXIS}Z`} /> : null}
      <path class={kind} d={surface} />
    </g>
  )
}

function entriesOf(data: FloodData, span: Span, width: number, clock: Props['clock']): Entry[] {
  const room = width - LABELS
  const within = (one: { at: number }) => one.at >= span.from && one.at <= span.to
  const moments = data.moments.map((moment): Entry => {
    const text = [`${moment.name} ${clock(moment.at)}`, moment.after].filter(Boolean).join(', ')
    return { at: moment.at, kind: 'moment', lines: [{ text, kind: 'momentName' }], href: null }
  })
  const decisions = data.decisions.filter(within).map((decision): Entry => ({
    at: decision.at,
    kind: 'decision',
    href: decision.href,
    lines: [
      ...linesOf(`${clock(decision.at)} ${decision.question}`, room, 13, 3, 'question', true),
      ...linesOf(decision.choice, room, 12, 2, 'choice'),
    ],
  }))
  const events = data.events
    .filter(within)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_EVENTS)
    .map((event): Entry => ({
      at: event.at,
      kind: 'event',
      href: null,
      lines: linesOf(`${event.exact ? '' : '~'}${clock(event.at)} ${event.text}`, room, 12, 2, 'eventText'),
    }))
  const { peak } = floodOf(data, span)
  const mark: Entry[] =
    peak === null
      ? []
      : [
          {
            at: peak.at,
            kind: 'mark',
            href: null,
            lines: [
              {
                text: `High water: ${Math.round(peak.share * 100)} % at ${clock(peak.at)}`,
                kind: 'markText',
              },
            ],
          },
        ]
  return [...moments, ...decisions, ...events, ...mark].sort((a, b) => a.at - b.at)
}

const linesOf = (text: string, width: number, size: number, most: number, kind: string, bold = false) =>
  wrapText(text, width, size, most, bold).map((line) => ({ text: line, kind }))

/** The mark on the rail, its label, and a line between them where the label had to move. */
function EntryMark({ entry, at, top }: { entry: Entry; at: number; top: number }) {
  const middle = top + 9
  const inside = (
    <>
      {entry.kind === 'moment' ? <path class={styles['moment']} d={`M${AXIS} ${at}H${RAIL}`} /> : null}
      <path class={styles['leader']} d={`M${RAIL + 4} ${at}L${LABELS - 4} ${middle}`} />
      {entry.kind === 'decision' ? (
        <path class={styles['diamond']} d={`M${RAIL} ${at - 7}l7 7-7 7-7-7Z`} />
      ) : entry.kind === 'event' ? (
        <circle class={styles['event']} cx={RAIL} cy={at} r="3" />
      ) : entry.kind === 'mark' ? (
        <circle class={styles['markDot']} cx={AXIS + AREA} cy={at} r="3.5" />
      ) : null}
      {entry.lines.map((row, i) => (
        <text key={i} class={styles[row.kind]} x={LABELS} y={top + 13 + i * 15}>
          {row.text}
        </text>
      ))}
    </>
  )
  return entry.href === null ? (
    <g>{inside}</g>
  ) : (
    <a href={entry.href} class={styles['decision']}>
      {inside}
    </a>
  )
}
