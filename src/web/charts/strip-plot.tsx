/** Durations as they are: every point on a logarithmic scale, the median as a line, the quartiles as a shade. */
import { minutesWords } from '../words.ts'
import styles from './chart.module.css'
import { durationTicks, logarithmic } from './scale.ts'

export interface Strip {
  readonly name: string
  readonly n: number
  readonly unknown: number
  readonly median: number | null
  readonly lowerQuartile: number | null
  readonly upperQuartile: number | null
  readonly p90: number | null
  /** Minutes. */
  readonly points: readonly number[]
}

interface Props {
  readonly strips: readonly Strip[]
  readonly width: number
  readonly label: string
}

const ROW = 62
const TOP = 8
const DOT = 3.2
const NARROW = 720

export function StripPlot({ strips, width, label }: Props) {
  const narrow = width < NARROW
  const left = narrow ? 8 : 128
  const right = width - (narrow ? 8 : 128)
  const values = strips.flatMap((strip) => strip.points).filter((value) => value > 0)
  const marks = durationTicks(Math.min(...values, 1_000), Math.max(...values, 3))
  const x = logarithmic([marks[0] ?? 1, marks.at(-1) ?? 10], [left, right])
  const row = narrow ? ROW + 22 : ROW
  const base = TOP + strips.length * row
  const every = Math.ceil(marks.length / Math.floor((right - left) / 52))
  return (
    <svg class={styles['svg']} viewBox={`0 0 ${width} ${base + 24}`} role="img" aria-label={label}>
      {marks.map((mark, i) => (
        <g key={mark}>
          <path class={styles['grid']} d={`M${x(mark)} ${TOP}V${base}`} />
          {i % every === 0 ? (
            <text
              class={`${styles['soft']} ${styles['number']}`}
              x={x(mark)}
              y={base + 18}
              text-anchor="middle"
            >
              {minutesWords(mark)}
            </text>
          ) : null}
        </g>
      ))}
      {strips.map((strip, i) => (
        <StripRow key={strip.name} strip={strip} top={TOP + i * row} {...{ x, width, narrow }} />
      ))}
    </svg>
  )
}

interface RowProps {
  readonly strip: Strip
  readonly top: number
  readonly x: (minutes: number) => number
  readonly width: number
  readonly narrow: boolean
}

function StripRow({ strip, top, x, width, narrow }: RowProps) {
  const { median, lowerQuartile, upperQuartile, p90 } = strip
  const middle = top + (narrow ? 56 : 28)
  const known = [`n ${strip.n}`, strip.unknown === 0 ? '' : `${strip.unknown} unknown`]
    .filter(Boolean)
    .join(', ')
  const summary = median === null ? 'not enough data' : `median ${minutesWords(median)}`
  const spread = [
    lowerQuartile === null || upperQuartile === null
      ? ''
      : `${minutesWords(lowerQuartile)} – ${minutesWords(upperQuartile)}`,
    p90 === null ? '' : `p90 ${minutesWords(p90)}`,
  ]
    .filter(Boolean)
    .join(', ')
  return (
    <g>
      {lowerQuartile === null || upperQuartile === null ? null : (
        <rect
          class={styles['interval']}
          x={x(lowerQuartile)}
          y={middle - 11}
          width={Math.max(2, x(upperQuartile) - x(lowerQuartile))}
          height="22"
          rx="3"
        />
      )}
      <path class={styles['dot']} d={dotsOf(strip.points, x, middle)} />
      {median === null ? null : <path class={styles['estimate']} d={`M${x(median)} ${middle - 16}v32`} />}
      <text class={styles['strong']} x="0" y={top + (narrow ? 14 : 24)}>
        {strip.name}
      </text>
      <text class={`${styles['soft']} ${styles['small']}`} x="0" y={top + (narrow ? 30 : 41)}>
        {known}
      </text>
      <text class={styles['strong']} x={width} y={top + (narrow ? 14 : 24)} text-anchor="end">
        {summary}
      </text>
      <text
        class={`${styles['soft']} ${styles['small']}`}
        x={width}
        y={top + (narrow ? 30 : 41)}
        text-anchor="end"
      >
        {spread}
      </text>
    </g>
  )
}

/** All points as one path; those that would lie over each other are set apart up and down. */
function dotsOf(points: readonly number[], x: (minutes: number) => number, middle: number): string {
  const taken = new Map<number, number>()
  return [...points]
    .sort((a, b) => a - b)
    .map((value) => {
      const column = Math.round(x(value) / (2 * DOT))
      const before = taken.get(column) ?? 0
      taken.set(column, before + 1)
      const side = before % 2 === 0 ? 1 : -1
      const up = Math.min(Math.ceil(before / 2), 4) * side * DOT * 1.6
      return `M${(x(value) - DOT).toFixed(1)} ${(middle + up).toFixed(1)}a${DOT} ${DOT} 0 1 0 ${2 * DOT} 0a${DOT} ${DOT} 0 1 0 ${-2 * DOT} 0`
    })
    .join('')
}
