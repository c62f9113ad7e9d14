/** Protective layers as glyphs: solid held, broken failed, outlined bypassed, dashed absent. */
import type { LayerOutcome } from '../../domain/vocabulary.ts'
import { LAYER_OUTCOME_WORDS } from '../words.ts'
import styles from './layer-glyph.module.css'

/** Each 8 wide and 16 high. */
const GLYPHS = {
  held: <path d="M4 2v12" stroke-width="5" />,
  failed: <path d="M4 2v4.500M4 9.500V14" stroke-width="5" />,
  bypassed: <path d="M2 2.600h4v10.800H2Z" stroke-width="1.2" />,
  absent: <path d="M4 2v12" stroke-width="5" stroke-dasharray="1.200 2.400" />,
} as const satisfies Record<LayerOutcome, unknown>

const ORDER = ['held', 'failed', 'bypassed', 'absent'] as const

/** One layer's outcome: the glyph and its word. */
export function LayerGlyph({ outcome }: { outcome: LayerOutcome }) {
  return (
    <span class={styles['word']}>
      <svg
        class={`${styles['strip']} ${styles[outcome]}`}
        width="8"
        height="16"
        viewBox="0 0 8 16"
        aria-hidden="true"
      >
        {GLYPHS[outcome]}
      </svg>
      {LAYER_OUTCOME_WORDS[outcome]}
    </span>
  )
}

/** The layers an incident met, in order, as one small drawing that says its counts. */
export function LayerStrip({ layers }: { layers: readonly { outcome: LayerOutcome }[] }) {
  if (layers.length === 0) return <span class="none">no value</span>
  const counts = ORDER.map(
    (outcome) => [outcome, layers.filter((layer) => layer.outcome === outcome).length] as const,
  )
  const words = counts.filter(([, count]) => count > 0).map(([outcome, count]) => `${count} ${outcome}`)
  return (
    <svg
      class={styles['strip']}
      width={layers.length * 11}
      height="16"
      viewBox={`0 0 ${layers.length * 11} 16`}
      role="img"
      aria-label={words.join(', ')}
    >
      {layers.map((layer, at) => (
        <g key={at} class={styles[layer.outcome]} transform={`translate(${at * 11} 0)`} stroke="currentColor">
          {GLYPHS[layer.outcome]}
        </g>
      ))}
    </svg>
  )
}
