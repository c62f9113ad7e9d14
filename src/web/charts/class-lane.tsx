/** A class on a line of time: open for an occurrence, filled for a repeat, a wash for its window, a mark for money. */
import { Link } from 'wouter-preact'
import styles from './chart.module.css'
import { linear } from './scale.ts'

/** Times are epoch milliseconds. */
export interface LaneOccurrence {
  readonly at: number
  readonly repeat: boolean
  readonly href: string
  readonly title: string
}

export interface LaneFunding {
  readonly at: number
  readonly funded: boolean
  /** `funded, €28,000` */
  readonly words: string
}

interface Props {
  readonly from: number
  readonly to: number
  readonly occurrences: readonly LaneOccurrence[]
  readonly windowDays: number
  readonly funding: readonly LaneFunding[]
  /** Places of the months, drawn behind. */
  readonly months: readonly number[]
  readonly width: number
  readonly label: string
}

const HEIGHT = 44
const MIDDLE = 27
const DAY_MS = 86_400_000
const WORD = 52

export function ClassLane({ from, to, occurrences, windowDays, funding, months, width, label }: Props) {
  const x = linear([from, to], [7, width - 7])
  const inside = (at: number) => x(Math.min(Math.max(at, from), to))
  const shown = funding.filter((one) => one.at >= from && one.at <= to)
  const since = shown.find((one) => one.funded)
  return (
    <svg class={styles['svg']} viewBox={`0 0 ${width} ${HEIGHT}`} role="group" aria-label={label}>
      {months.map((month) => (
        <path key={month} class={styles['grid']} d={`M${x(month)} 4V${HEIGHT}`} />
      ))}
      {since === undefined ? null : (
        <rect
          class={styles['after']}
          x={x(since.at)}
          y={MIDDLE - 12}
          width={x(to) - x(since.at)}
          height="24"
        />
      )}
      {occurrences.map((one) => (
        <rect
          key={one.href}
          class={styles['window']}
          x={inside(one.at)}
          y={MIDDLE - 5}
          width={inside(one.at + windowDays * DAY_MS) - inside(one.at)}
          height="10"
        />
      ))}
      <path class={styles['axis']} d={`M0 ${MIDDLE}H${width}`} />
      {shown.map((one) => {
        const late = x(one.at) > width - WORD
        return (
          <g key={one.at}>
            <path
              class={one.funded ? styles['funded'] : styles['declined']}
              d={`M${x(one.at)} ${MIDDLE - 17}v34`}
            >
              <title>{one.words}</title>
            </path>
            <text
              class={`${one.funded ? styles['water'] : styles['soft']} ${styles['small']}`}
              x={x(one.at) + (late ? -4 : 4)}
              y="12"
              text-anchor={late ? 'end' : 'start'}
            >
              {one.funded ? 'funded' : 'declined'}
            </text>
          </g>
        )
      })}
      {occurrences.map((one) => (
        <Link key={one.href} href={one.href} aria-label={`${one.title}${one.repeat ? ', a repeat' : ''}`}>
          <circle class={styles['target']} cx={x(one.at)} cy={MIDDLE} r="12" />
          <circle
            class={`${styles['occurrence']} ${one.repeat ? styles['repeat'] : ''}`}
            cx={x(one.at)}
            cy={MIDDLE}
            r="5"
          >
            <title>{one.title}</title>
          </circle>
        </Link>
      ))}
    </svg>
  )
}
