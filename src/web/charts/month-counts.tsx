/** Counts by month with their natural limits; a point that fired a rule is ringed, a month not over yet is dashed. */
import { Link } from 'wouter-preact'
import styles from './chart.module.css'
import { countTicks, linear } from './scale.ts'

export interface CountPoint {
  /** `Nov ’25` */
  readonly label: string
  /** Without the year, where room is short. */
  readonly short: string
  readonly count: number
  /** The rule it broke, as words; null for none. */
  readonly signal: string | null
  /** Not over yet: it counts in no limit. */
  readonly open: boolean
  /** The list behind it. */
  readonly href: string
}

interface Props {
  readonly points: readonly CountPoint[]
  readonly limits: { readonly mean: number; readonly lower: number; readonly upper: number } | null
  readonly width: number
  readonly label: string
}

const TOP = 20
const BASE = 150
const NARROW = 560

export function MonthCounts({ points, limits, width, label }: Props) {
  const narrow = width < NARROW
  const left = 26
  const right = width - (narrow || limits === null ? 10 : 104)
  const highest = Math.max(limits?.upper ?? 0, ...points.map((point) => point.count))
  const marks = countTicks(highest, 3)
  const y = linear([0, marks.at(-1) ?? 1], [BASE, TOP])
  const step = (right - left) / points.length
  const x = (i: number) => left + step * (i + 0.5)
  const every = Math.ceil(44 / step)
  const over = points.filter((point) => !point.open)
  return (
    <svg class={styles['svg']} viewBox={`0 0 ${width} ${BASE + 28}`} role="group" aria-label={label}>
      {limits === null ? null : (
        <rect
          class={styles['limits']}
          x={left}
          y={y(limits.upper)}
          width={right - left}
          height={y(limits.lower) - y(limits.upper)}
        />
      )}
      {marks.map((mark) => (
        <g key={mark}>
          <path class={mark === 0 ? styles['axis'] : styles['grid']} d={`M${left} ${y(mark)}H${right}`} />
          <text
            class={`${styles['soft']} ${styles['number']}`}
            x={left - 7}
            y={y(mark) + 4}
            text-anchor="end"
          >
            {mark}
          </text>
        </g>
      ))}
      {limits === null ? null : <Limits {...{ limits, y, left, right, narrow }} />}
      <path class={styles['line']} d={`M${over.map((point, i) => `${x(i)} ${y(point.count)}`).join('L')}`} />
      {points.map((point, i) => (
        <g key={point.label}>
          <Link href={point.href} aria-label={`${point.label}: ${point.count}`}>
            <circle class={styles['target']} cx={x(i)} cy={y(point.count)} r="14" />
            <circle
              class={
                point.signal === null ? (point.open ? styles['open'] : styles['point']) : styles['signal']
              }
              cx={x(i)}
              cy={y(point.count)}
              r={point.signal === null ? 4 : 5}
            />
          </Link>
          {point.signal !== null || i === points.length - 1 || i === 0 ? (
            <text
              class={`${styles['strong']} ${styles['halo']}`}
              x={x(i)}
              y={y(point.count) - 11}
              text-anchor="middle"
            >
              {point.count}
            </text>
          ) : null}
          {i % every === 0 || (i === points.length - 1 && every === 1) ? (
            <text class={styles['soft']} x={x(i)} y={BASE + 19} text-anchor="middle">
              {narrow ? point.short : point.label}
            </text>
          ) : null}
        </g>
      ))}
    </svg>
  )
}

interface LimitsProps {
  readonly limits: NonNullable<Props['limits']>
  readonly y: (count: number) => number
  readonly left: number
  readonly right: number
  readonly narrow: boolean
}

function Limits({ limits, y, left, right, narrow }: LimitsProps) {
  const written = (value: number) => value.toFixed(1).replace(/\.0$/u, '')
  return (
    <g>
      <path class={styles['mean']} d={`M${left} ${y(limits.mean)}H${right}`} />
      {narrow ? null : (
        <>
          <text class={styles['soft']} x={right + 8} y={y(limits.upper) + 4}>
            upper limit {written(limits.upper)}
          </text>
          <text x={right + 8} y={y(limits.mean) + 4}>
            mean {written(limits.mean)}
          </text>
          <text class={styles['soft']} x={right + 8} y={y(limits.lower) + 4}>
            lower limit {written(limits.lower)}
          </text>
        </>
      )}
    </g>
  )
}
