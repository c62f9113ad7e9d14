/** The flood curve on a wide page: time runs to the right, everything hangs on one axis. */
import { linear } from '../scale.ts'
import { smoothLine } from '../smooth-line.ts'
import { timeTicks } from '../time-ticks.ts'
import { textWidth } from '../text-width.ts'
import type { FloodData } from './flood-data.ts'
import styles from './flood.module.css'
import { MARGIN } from './margin.ts'
import type { Span } from './span.ts'
import { type Flood, type Strand, type StrandPoint, floodOf } from './strands.ts'
import { type DecisionLabel, MANY_EVENTS, type WideLayout, layOutWide } from './wide-layout.ts'

interface Props {
  readonly data: FloodData
  readonly span: Span
  readonly width: number
  /** Epoch milliseconds of the cursor; none when null. */
  readonly cursor: number | null
  readonly clock: (at: number) => string
  readonly zone: string | undefined
  readonly label: string
}

export function WideFlood({ data, span, width, cursor, clock, zone, label }: Props) {
  const at = layOutWide(data, span, width)
  const flood = floodOf(data, span)
  const y = linear([0, flood.high === 0 ? 1 : flood.high], [at.base, at.areaTop])
  return (
    <svg class={styles['svg']} viewBox={`0 0 ${width} ${at.height}`} role="group" aria-label={label}>
      <Phases data={data} at={at} />
      {flood.high === 0 ? null : <ShareAxis at={at} y={y} high={flood.high} />}
      {flood.strands.map((strand, i) => (
        <StrandArea key={i} strand={strand} at={at} y={y} filled={i === 0} />
      ))}
      <Moments at={at} clock={clock} />
      <StrandLabels flood={flood} at={at} y={y} data={data} />
      {flood.peak === null ? null : <HighWater flood={flood} peak={flood.peak} at={at} y={y} clock={clock} />}
      <TimeAxis at={at} span={span} zone={zone} />
      <Events data={data} at={at} span={span} clock={clock} />
      <Decisions data={data} at={at} span={span} />
      <Bars at={at} />
      {cursor === null ? null : (
        <path class={styles['cursor']} d={`M${at.x(cursor)} ${at.areaTop - 18}V${at.height}`} />
      )}
    </svg>
  )
}

type Y = (share: number) => number

function Phases({ data, at }: { data: FloodData; at: WideLayout }) {
  return (
    <g class={styles['phases']}>
      {data.moments.slice(1).map((moment, i) => {
        const from = at.x(data.moments[i]?.at ?? moment.at) + 1.5
        const to = at.x(moment.at) - 1.5
        if (to - from < 4) return null
        const named = textWidth(moment.span, 12, true) <= to - from
        return (
          <g key={moment.name}>
            <path d={`M${from} 16.500v7M${from} 20H${to}M${to} 16.500v7`} />
            {named ? (
              <text x={(from + to) / 2} y="10" text-anchor="middle">
                {moment.span}
              </text>
            ) : null}
          </g>
        )
      })}
    </g>
  )
}

function ShareAxis({ at, y, high }: { at: WideLayout; y: Y; high: number }) {
  const step = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25].find((one) => high / one <= 4.5) ?? 0.25
  const marks = Array.from({ length: Math.floor(high / step + 1e-9) }, (_, i) => (i + 1) * step)
  return (
    <g>
      {marks.map((mark) => (
        <g key={mark}>
          <path class={styles['grid']} d={`M${MARGIN.left} ${y(mark)}H${at.width - MARGIN.right}`} />
          <text class={styles['axisText']} x={MARGIN.left - 8} y={y(mark) + 4} text-anchor="end">
            {Math.round(mark * 100)} %
          </text>
        </g>
      ))}
    </g>
  )
}

interface StrandProps {
  readonly strand: Strand
  readonly at: WideLayout
  readonly y: Y
  readonly filled: boolean
}

function StrandArea({ strand, at, y, filled }: StrandProps) {
  const surface = smoothLine(strand.points.map((point) => [at.x(point.at), y(point.share)]))
  const kind = strand.share === null ? styles['unsized'] : filled ? styles['surface'] : styles['inner']
  return (
    <g>
      {filled ? <path class={styles['flood']} d={`${surface}V${at.base}Z`} /> : null}
      <path class={kind} d={surface} />
    </g>
  )
}

function Moments({ at, clock }: { at: WideLayout; clock: Props['clock'] }) {
  return (
    <g>
      {at.moments.map(({ of, place }) => {
        const x = at.x(of.at)
        const side = place?.anchor === 'end' ? 'end' : 'start'
        return (
          <g key={of.name}>
            <path class={styles['moment']} d={`M${x} ${place?.top ?? at.areaTop - 10}V${at.base}`} />
            {place === null ? null : (
              <>
                <text class={styles['momentName']} x={place.x} y={place.top + 11} text-anchor={side}>
                  {of.name}
                </text>
                <text class={styles['small']} x={place.x} y={place.top + 27} text-anchor={side}>
                  {[clock(of.at), of.after].filter(Boolean).join(' · ')}
                </text>
              </>
            )}
          </g>
        )
      })}
    </g>
  )
}

/** Names each strand where the moments leave most room, unless it lies too close under another. */
function StrandLabels({ flood, at, y, data }: { flood: Flood; at: WideLayout; y: Y; data: FloodData }) {
  let free = -Infinity
  return (
    <g>
      {flood.strands.map((strand) => {
        const top = y(strand.share ?? 0.5)
        const room = widestGap(strand, data, at)
        const words = strand.share === null ? 'share not known' : `${Math.round(strand.share * 100)} %`
        const fits = textWidth(strand.label, 12.5, true) + 16 <= room.right - room.left
        if (!fits || top < free || top + 38 > at.base) return null
        free = top + 40
        return (
          <g key={strand.label}>
            <text class={styles['strandName']} x={room.left + 8} y={top + 20}>
              {strand.label}
            </text>
            <text class={styles['strandShare']} x={room.left + 8} y={top + 36}>
              {words}
            </text>
          </g>
        )
      })}
    </g>
  )
}

function widestGap(strand: Strand, data: FloodData, at: WideLayout): { left: number; right: number } {
  const inside = data.moments.map((moment) => moment.at).filter((one) => one > strand.from && one < strand.to)
  const edges = [strand.from, ...inside, strand.to].map(at.x)
  const gaps = edges.slice(1).map((right, i) => ({ left: edges[i] ?? right, right }))
  return gaps.reduce((best, gap) => (gap.right - gap.left > best.right - best.left ? gap : best), {
    left: 0,
    right: 0,
  })
}

interface HighWaterProps {
  readonly flood: Flood
  readonly peak: StrandPoint
  readonly at: WideLayout
  readonly y: Y
  readonly clock: Props['clock']
}

function HighWater({ flood, peak, at, y, clock }: HighWaterProps) {
  const words = `High-water mark: ${Math.round(peak.share * 100)} % at ${clock(peak.at)}`
  const half = textWidth(words, 13, true) / 2
  const x = at.x(peak.at)
  const [first] = flood.strands
  const left = Math.max(x - half - 30, first === undefined ? 0 : at.x(first.from))
  const right = Math.min(x + half + 30, first === undefined ? at.width : at.x(first.to))
  const middle = Math.min(Math.max(x, half + 4), at.width - half - 4)
  return (
    <g>
      <path class={styles['mark']} d={`M${left} ${y(peak.share)}H${right}`} />
      <circle class={styles['markDot']} cx={x} cy={y(peak.share)} r="3.5" />
      <text class={styles['markText']} x={middle} y={y(peak.share) - 9} text-anchor="middle">
        {words}
      </text>
    </g>
  )
}

function TimeAxis({ at, span, zone }: { at: WideLayout; span: Span; zone: string | undefined }) {
  return (
    <g>
      <path class={styles['axis']} d={`M${MARGIN.left} ${at.base}H${at.width - MARGIN.right}`} />
      {timeTicks(span.from, span.to, Math.max(3, Math.floor(at.width / 85)), zone).map((tick) => (
        <g key={tick.at}>
          <path class={styles['axis']} d={`M${at.x(tick.at)} ${at.base}v5`} />
          <text class={styles['axisText']} x={at.x(tick.at)} y={at.base + 19} text-anchor="middle">
            {tick.label}
          </text>
        </g>
      ))}
    </g>
  )
}

interface EventsProps {
  readonly data: FloodData
  readonly at: WideLayout
  readonly span: Span
  readonly clock: Props['clock']
}

function Events({ data, at, span, clock }: EventsProps) {
  const shown = data.events.filter((event) => event.at >= span.from && event.at <= span.to)
  return (
    <g>
      <path class={styles['rail']} d={`M${MARGIN.left} ${at.rail}H${at.width - MARGIN.right}`} />
      {span.earlier === 0 ? null : (
        <text class={styles['axisText']} x={MARGIN.left - 6} y={at.rail + 4} text-anchor="end">
          ‹ {span.earlier}
        </text>
      )}
      {span.later === 0 ? null : (
        <text class={styles['axisText']} x={at.width} y={at.rail + 18} text-anchor="end">
          {span.later} later ›
        </text>
      )}
      {shown.length > MANY_EVENTS ? (
        <path
          class={styles['tick']}
          d={shown.map((event) => `M${at.x(event.at).toFixed(1)} ${at.rail - 5}v10`).join('')}
        />
      ) : (
        shown.map((event) => (
          <circle
            key={event.id}
            class={event.exact ? styles['event'] : styles['about']}
            cx={at.x(event.at)}
            cy={at.rail}
            r="3.5"
          >
            <title>{`${event.exact ? '' : '~'}${clock(event.at)} ${event.text}`}</title>
          </circle>
        ))
      )}
      {at.events.map(({ of, lines, place }) => (
        <g key={of.id}>
          {place.top > at.rail + 26 ? (
            <path class={styles['stem']} d={`M${at.x(of.at)} ${at.rail + 5}V${place.top + 2}`} />
          ) : null}
          {lines.map((text, i) => (
            <text
              key={i}
              class={styles['eventText']}
              x={place.x}
              y={place.top + 12 + i * 15}
              text-anchor={place.anchor}
            >
              {text}
            </text>
          ))}
        </g>
      ))}
    </g>
  )
}

const DIAMOND = 'l7.500 7.500-7.500 7.500-7.500-7.500Z'

/** Every decision has its diamond; its words where they find room, else in the diamond's own title. */
function Decisions({ data, at, span }: { data: FloodData; at: WideLayout; span: Span }) {
  const shown = data.decisions.filter((one) => one.at >= span.from && one.at <= span.to)
  return (
    <g>
      {shown.map((of) => {
        const x = at.x(of.at)
        const label = at.decisions.find((one) => one.of === of)
        return (
          <a
            key={of.href}
            href={of.href}
            class={styles['decision']}
            {...(label === undefined ? { 'aria-label': of.question } : {})}
          >
            {of.prompted === null ? null : (
              <path
                class={styles['latency']}
                d={`M${Math.max(MARGIN.left, at.x(of.prompted))} ${at.rail}H${x}`}
              />
            )}
            {label === undefined ? (
              <title>{of.question}</title>
            ) : (
              <path class={styles['stemDecision']} d={`M${x} ${at.rail}V${label.place.top + 4}`} />
            )}
            <path class={styles['diamond']} d={`M${x} ${at.rail - 7.5}${DIAMOND}`} />
            {label === undefined ? null : <DecisionWords label={label} />}
          </a>
        )
      })}
    </g>
  )
}

function DecisionWords({ label }: { label: DecisionLabel }) {
  const { of, lines, choice, place } = label
  const rows = [
    ...lines.map((text) => ({ text, kind: 'question' })),
    ...choice.map((text) => ({ text, kind: 'choice' })),
    ...(of.latency === '' ? [] : [{ text: of.latency, kind: 'small' }]),
  ]
  return (
    <>
      {rows.map((row, i) => (
        <text
          key={i}
          class={styles[row.kind]}
          x={place.x}
          y={place.top + 12 + i * 15}
          text-anchor={place.anchor === 'end' ? 'end' : 'start'}
        >
          {row.text}
        </text>
      ))}
    </>
  )
}

function Bars({ at }: { at: WideLayout }) {
  if (at.bars.length === 0) return null
  return (
    <g>
      <text class={styles['heading']} x={MARGIN.left} y={at.barsTop - 14}>
        What was held to be true, and what was missing
      </text>
      {at.bars.map((bar, i) => (
        <g key={i}>
          {bar.open ? (
            <path
              class={styles[`${bar.kind}Open`]}
              d={`M${bar.right} ${bar.y}H${bar.left + 3}q-3 0-3 3v14q0 3 3 3H${bar.right}`}
            />
          ) : (
            <rect
              class={styles[bar.kind]}
              x={bar.left}
              y={bar.y}
              width={bar.right - bar.left}
              height="20"
              rx="3"
            />
          )}
          <text
            class={styles[`${bar.kind}Text`]}
            x={bar.side === 'inside' ? bar.left + 8 : bar.side === 'right' ? bar.right + 8 : bar.left - 8}
            y={bar.y + 14}
            text-anchor={bar.side === 'left' ? 'end' : 'start'}
          >
            {bar.text}
          </text>
          {bar.after === '' ? null : (
            <text class={styles['small']} x={bar.afterLeft} y={bar.y + 14}>
              {bar.after}
            </text>
          )}
        </g>
      ))}
    </g>
  )
}
