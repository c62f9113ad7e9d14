/** The flood curve, drawn for its room, and the handle that moves its cursor. The drawing's code comes after the text's. */
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useWidth } from '../use-width.ts'
import type { FloodData } from './flood-data.ts'
import styles from './flood.module.css'
import type { Span } from './span.ts'
import { MARGIN } from './margin.ts'

/** Narrower than this, time runs down. */
const WIDE = 640

interface Props {
  readonly data: FloodData
  readonly span: Span
  readonly clock: (at: number) => string
  /** Zone of the axis; the reader's own when undefined. */
  readonly zone: string | undefined
  /** Says what is drawn, for a screen reader. */
  readonly label: string
  /** Epoch milliseconds; null where there is nothing to sort by it, and then there is no handle. */
  readonly cursor: number | null
  readonly onCursor?: (at: number) => void
}

type Drawing = ComponentType<
  Pick<Props, 'data' | 'span' | 'clock' | 'zone' | 'label' | 'cursor'> & { width: number }
>

const DRAWINGS = {
  wide: async (): Promise<Drawing> => (await import('./wide.tsx')).WideFlood,
  tall: async (): Promise<Drawing> => (await import('./tall.tsx')).TallFlood,
} as const

/** The drawing for a shape once its code is here. */
function useDrawing(shape: keyof typeof DRAWINGS): Drawing | undefined {
  const [loaded, setLoaded] = useState<Partial<Record<keyof typeof DRAWINGS, Drawing>>>({})
  useEffect(() => {
    let current = true
    void DRAWINGS[shape]().then((one) => current && setLoaded((known) => ({ ...known, [shape]: one })))
    return () => {
      current = false
    }
  }, [shape])
  return loaded[shape]
}

export function FloodCurve({ data, span, clock, zone, label, cursor, onCursor }: Props) {
  const [room, width] = useWidth<HTMLDivElement>(960)
  const Shown = useDrawing(width < WIDE ? 'tall' : 'wide')
  return (
    <div ref={room} class={styles['chart']}>
      {Shown === undefined ? (
        <div class={styles['waiting']} />
      ) : (
        <Shown {...{ data, span, width, cursor, clock, zone, label }} />
      )}
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
