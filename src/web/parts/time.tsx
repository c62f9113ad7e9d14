/** Times in the reader's zone, with the time as it was written on hover and focus. */
import type { Instant } from '../../domain/instant.ts'
import { type TimeStyle, dayWords, timeWords } from '../words.ts'
import styles from './time.module.css'

interface Props {
  readonly at: Instant
  readonly style?: TimeStyle
  /** The time as the source wrote it, and its zone where known. */
  readonly asWritten?: string | null
  readonly zone?: string | null
  /** Shown in this zone in place of the reader's. */
  readonly timeZone?: string | undefined
}

export function Time({ at, style = 'moment', asWritten, zone, timeZone }: Props) {
  const words = timeWords(at, style, timeZone)
  if (asWritten === undefined || asWritten === null) return <time dateTime={at}>{words}</time>
  const original = `Written as ${asWritten}${zone === undefined || zone === null ? '' : `, ${zone}`}`
  return (
    <time
      dateTime={at}
      class={`${styles['time']} ${styles['tied']}`}
      tabIndex={0}
      data-original={original}
      aria-description={original}
    >
      {words}
    </time>
  )
}

/** A calendar day without a clock. */
export function DayTime({ day }: { day: string }) {
  return <time dateTime={day}>{dayWords(day)}</time>
}
