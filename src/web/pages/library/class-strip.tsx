/** A class on one line of time: each occurrence, the window after it, and when work on it was funded. */
import type { RegisterRow } from '../../../contract/classes.ts'
import { epoch } from '../../../domain/instant.ts'
import { timeWords } from '../../words.ts'
import styles from './class-strip.module.css'

const WIDTH = 300
const DAY_MS = 86_400_000

interface Props {
  readonly row: RegisterRow
  readonly period: { readonly from: string; readonly to: string }
  /** Whether to write where the line begins; once a list is enough. */
  readonly dated: boolean
}

export function ClassStrip({ row, period, dated }: Props) {
  const [from, to] = [Date.parse(period.from), Date.parse(period.to)]
  const x = (ms: number) =>
    Math.round(((Math.min(Math.max(ms, from), to) - from) / (to - from)) * WIDTH * 10) / 10
  const funded = row.funding.find((one) => one.state === 'funded')
  return (
    <svg class={styles['strip']} viewBox={`0 0 ${WIDTH} 22`} width={WIDTH} height="22" aria-hidden="true">
      <path class={styles['base']} d={`M0 15.500H${WIDTH}`} />
      {row.occurrences.map((one) => {
        const at = epoch(one.at)
        const end = x(at + row.class.windowDays * DAY_MS)
        return (
          <rect
            key={one.postmortem.id}
            class={styles['window']}
            x={x(at)}
            y="11"
            width={end - x(at)}
            height="9"
          />
        )
      })}
      {row.funding.map((one) => (
        <path
          key={one.at}
          class={one.state === 'funded' ? styles['funded'] : styles['declined']}
          d={`M${x(epoch(one.at))} 3v18`}
        />
      ))}
      {row.occurrences.map((one) => (
        <circle
          key={one.postmortem.id}
          class={one.repeat ? styles['repeat'] : styles['first']}
          cx={x(epoch(one.at))}
          cy="15.5"
          r="4.5"
        />
      ))}
      {dated ? (
        <text class={styles['end']} x="0" y="8">
          {timeWords(period.from as RegisterRow['occurrences'][number]['at'], 'month')}
        </text>
      ) : null}
      {funded === undefined ? null : (
        <text
          class={styles['word']}
          x={x(epoch(funded.at)) + (x(epoch(funded.at)) > WIDTH - 60 ? -5 : 5)}
          y="8"
          text-anchor={x(epoch(funded.at)) > WIDTH - 60 ? 'end' : 'start'}
        >
          funded
        </text>
      )}
    </svg>
  )
}
