/** The flood curve, drawn for its room, and the handle that moves its cursor. */
import { useWidth } from '../use-width.ts'
import type { FloodData } from './flood-data.ts'
import styles from './flood.module.css'
import type { Span } from './span.ts'
import { TallFlood } from './tall.tsx'
import { MARGIN } from './wide-layout.ts'
import { WideFlood } from './wide.tsx'

/** Narrower than this, time runs down. */
const WIDE = 640

interface Props {
  readonly data: FloodData
  readonly span: Span
  readonly clock: (at: number) => string
  /** Says what is drawn, for a screen reader. */
  readonly label: string
  /** Epoch milliseconds; null where there is nothing to sort by it, and then there is no handle. */
  readonly cursor: number | null
  readonly onCursor?: (at: number) => void
}

export function FloodCurve({ data, span, clock, label, cursor, onCursor }: Props) {
  const [room, width] = useWidth<HTMLDivElement>(960)
  const Drawing = width < WIDE ? TallFlood : WideFlood
  return (
    <div ref={room} class={styles['chart']}>
      <Drawing data={data} span={span} width={width} cursor={cursor} clock={clock} label={label} />
      {cursor === null || onCursor === undefined ? null : (
        <Handle span={span} cursor={cursor} onCursor={onCursor} clock={clock} width={width} />
      )}
    </div>
  )
}

interface HandleProps {
  readonly span: Span
  readonly cursor: number
  readonly onCursor: (at: number) => void
  readonly clock: (at: number) => string
  readonly width: number
}

const THUMB = 22

/** A native slider whose thumb stands exactly under the cursor of a wide drawing; one step is a minute, or a 240th of it all. */
function Handle({ span, cursor, onCursor, clock, width }: HandleProps) {
  const step = Math.max(60_000, Math.ceil((span.to - span.from) / 240 / 60_000) * 60_000)
  const wide = width >= WIDE
  const style = wide
    ? {
        marginLeft: `${MARGIN.left - THUMB / 2}px`,
        width: `${width - MARGIN.left - MARGIN.right + THUMB}px`,
      }
    : { width: '100%' }
  return (
    <div class={styles['slider']}>
      <label>
        <span class="hide">State of knowledge at</span>
        <input
          type="range"
          min={span.from}
          max={span.to}
          step={step}
          value={cursor}
          aria-valuetext={clock(cursor)}
          style={style}
          onInput={(event) => onCursor(Number(event.currentTarget.value))}
        />
      </label>
    </div>
  )
}
