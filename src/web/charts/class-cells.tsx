/** Small multiples: one square for each incident, month by month, on the same scale in every panel. */
import styles from './chart.module.css'

interface Props {
  readonly counts: readonly number[]
  /** Highest count of any panel, so that all share one scale. */
  readonly most: number
  /** The class is not known, or several are put together. */
  readonly soft: boolean
  readonly first: string
  readonly last: string
  readonly label: string
}

const WIDTH = 280
const CELL = 11
const GAP = 1.5

export function ClassCells({ counts, most, soft, first, last, label }: Props) {
  const height = Math.max(2, most) * (CELL + GAP)
  const step = WIDTH / Math.max(1, counts.length)
  return (
    <div>
      <svg class={styles['svg']} viewBox={`0 0 ${WIDTH} ${height + 1}`} role="img" aria-label={label}>
        {counts.flatMap((count, column) =>
          Array.from({ length: count }, (_, row) => (
            <rect
              key={`${column} ${row}`}
              class={soft ? styles['cellSoft'] : styles['cell']}
              x={column * step + 1}
              y={height - (row + 1) * (CELL + GAP)}
              width={step - 2}
              height={CELL}
              rx="1.5"
            />
          )),
        )}
        <path class={styles['axis']} d={`M0 ${height}H${WIDTH}`} />
      </svg>
      <p class={styles['ends']} aria-hidden="true">
        <span>{first}</span>
        <span>{last}</span>
      </p>
    </div>
  )
}
