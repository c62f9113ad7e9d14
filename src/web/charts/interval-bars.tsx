/** Shares with their intervals: the line is what was seen, the shade what it may well be. */
import styles from './chart.module.css'
import { linear } from './scale.ts'

export interface IntervalBar {
  readonly label: string
  readonly count: number
  readonly n: number
  /** 0 to 1; null where n is 0. */
  readonly share: number | null
  readonly interval: { readonly low: number; readonly high: number } | null
}

interface Props {
  readonly bars: readonly IntervalBar[]
  readonly width: number
  readonly label: string
}

const TOP = 16
const BASE = 206
const LEFT = 44

export function IntervalBars({ bars, width, label }: Props) {
  const y = linear([0, 1], [BASE, TOP])
  const step = (width - LEFT) / Math.max(1, bars.length)
  // Where they are narrow the year is left to the figure's words.
  const named = (bar: IntervalBar) => (step < 92 ? bar.label.replace(/ ’\d\d$/u, '') : bar.label)
  const every = Math.ceil(58 / step)
  return (
    <svg class={styles['svg']} viewBox={`0 0 ${width} ${BASE + 42}`} role="img" aria-label={label}>
      {[0, 0.25, 0.5, 0.75, 1].map((mark) => (
        <g key={mark}>
          <path class={mark === 0 ? styles['axis'] : styles['grid']} d={`M${LEFT} ${y(mark)}H${width}`} />
          <text
            class={`${styles['soft']} ${styles['number']}`}
            x={LEFT - 8}
            y={y(mark) + 4}
            text-anchor="end"
          >
            {mark * 100} %
          </text>
        </g>
      ))}
      {bars.map((bar, i) => {
        const left = LEFT + i * step + Math.min(8, step * 0.1)
        const wide = step - 2 * Math.min(8, step * 0.1)
        const middle = left + wide / 2
        return (
          <g key={bar.label}>
            {bar.interval === null || bar.share === null ? null : (
              <>
                <rect
                  class={styles['interval']}
                  x={left}
                  y={y(bar.interval.high)}
                  width={wide}
                  height={y(bar.interval.low) - y(bar.interval.high)}
                  rx="3"
                />
                <path class={styles['estimate']} d={`M${left} ${y(bar.share)}H${left + wide}`} />
                {wide < 34 ? null : (
                  <text
                    class={`${styles['strong']} ${styles['haloWash']}`}
                    x={middle}
                    y={y(bar.share) - 7}
                    text-anchor="middle"
                  >
                    {Math.round(bar.share * 100)} %
                  </text>
                )}
              </>
            )}
            {i % every === 0 ? (
              <>
                <text x={middle} y={BASE + 18} text-anchor="middle">
                  {named(bar)}
                </text>
                <text class={styles['soft']} x={middle} y={BASE + 35} text-anchor="middle">
                  {bar.n === 0 ? 'no value' : `${bar.count} of ${bar.n}`}
                </text>
              </>
            ) : null}
          </g>
        )
      })}
    </svg>
  )
}
