/** Protective layers as a stack: the stream runs down, goes round a bypassed layer, through a broken one, and is narrowed by one that held. */
import type { LayerOutcome } from '../../domain/vocabulary.ts'
import { LAYER_OUTCOME_WORDS } from '../words.ts'
import styles from './layer-stack.module.css'

export interface StackedLayer {
  readonly name: string
  readonly outcome: LayerOutcome
  /** What shows it; empty when nothing is written. */
  readonly shown: string
}

const ROUND = 'M76 -1V0C76 16 124 14 124 35S76 54 76 70V71'
const GATES = {
  held: 'M14 35H138',
  failed: 'M14 35H50M102 35H138',
  bypassed: 'M14 35H96',
  absent: 'M14 35H138',
} as const satisfies Record<LayerOutcome, string>
/** How wide the stream is after none, one or several layers held. */
const WIDTHS = [14, 7, 2.5] as const

const widthAfter = (held: number): number => WIDTHS[Math.min(held, WIDTHS.length - 1)] ?? 2.5

/** In the order in which the incident met them. */
export function LayerStack({ layers }: { layers: readonly StackedLayer[] }) {
  return (
    <ol class={styles['stack']}>
      {layers.map((layer, i) => {
        const held = layers.slice(0, i).filter((one) => one.outcome === 'held').length
        return (
          <li key={i} class={styles[layer.outcome]}>
            <span class={styles['slat']}>
              <Slat outcome={layer.outcome} before={widthAfter(held)} after={widthAfter(held + 1)} />
            </span>
            <h3>
              {layer.name}
              <small>{LAYER_OUTCOME_WORDS[layer.outcome]}</small>
            </h3>
            <p>{layer.shown}</p>
          </li>
        )
      })}
    </ol>
  )
}

function Slat({ outcome, before, after }: { outcome: LayerOutcome; before: number; after: number }) {
  return (
    <svg viewBox="0 0 152 70" preserveAspectRatio="none" aria-hidden="true">
      {outcome === 'held' ? (
        <>
          <path class={styles['flow']} stroke-width={before} d="M76 -1V32" />
          <path class={styles['flow']} stroke-width={after} d="M76 36V71" />
        </>
      ) : (
        <path class={styles['flow']} stroke-width={before} d={outcome === 'bypassed' ? ROUND : 'M76 -1V71'} />
      )}
      <path class={styles['gate']} d={GATES[outcome]} />
    </svg>
  )
}
