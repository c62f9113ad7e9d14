/** Keeps room for text on its way, so that nothing moves when it arrives. */
import styles from './skeleton.module.css'

const WIDTHS = [92, 78, 85, 64, 88, 71] as const

interface Props {
  /** How many lines to draw. */
  readonly lines: number
  /** Height of a line, as CSS. */
  readonly size?: string
}

export function Skeleton({ lines, size = '1rem' }: Props) {
  return (
    <div class={styles['lines']} role="status">
      <span class="hide">Loading</span>
      {Array.from({ length: lines }, (_, at) => (
        <div
          key={at}
          class={styles['line']}
          style={{ width: `${WIDTHS[at % WIDTHS.length]}%`, fontSize: size }}
        />
      ))}
    </div>
  )
}
