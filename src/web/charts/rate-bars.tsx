/** Small multiples of a rate: one bar for each bucket, on the same scale in every panel; where nothing was read, no bar. */
import styles from './chart.module.css'

interface Props {
  /** Null where the rate has no ground. */
  readonly rates: readonly (number | null)[]
  /** Highest rate of any panel, so that all share one scale. */
  readonly most: number
  readonly first: string
  readonly last: string
  readonly label: string
}

const WIDTH = 280
const HEIGHT = 56

export function RateBars({ rates, most, first, last, label }: Props) {
  const step = WIDTH / Math.max(1, rates.length)
  const heightOf = (rate: number): number => (most === 0 ? 0 : (rate / most) * HEIGHT)
  return (
    <div>
      <svg class={styles['svg']} viewBox={`0 0 ${WIDTH} ${HEIGHT + 1}`} role="img" aria-label={label}>
        {rates.map((rate, column) =>
          rate === null || rate === 0 ? null : (
            <rect
              key={column}
              class={styles['cell']}
              x={column * step + 1.5}
              y={HEIGHT - heightOf(rate)}
              width={Math.max(1, step - 3)}
              height={heightOf(rate)}
              rx="1.5"
            />
          ),
        )}
        <path class={styles['axis']} d={`M0 ${HEIGHT}H${WIDTH}`} />
      </svg>
      <p class={styles['ends']} aria-hidden="true">
        <span>{first}</span>
        <span>{last}</span>
      </p>
    </div>
  )
}
