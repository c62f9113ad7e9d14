/** How severe an incident was: filled for the gravest, outlined for the next, pale below. */
import styles from './severity.module.css'

interface Props {
  /** As the organisation's scale calls it; null when unknown. */
  readonly code: string | null
  /** Place in the scale, 1 the gravest; null when off the scale. */
  readonly rank: number | null
  /** Near misses and drills say so in place of a severity. */
  readonly kind?: string
}

const OTHER_WORDS: Readonly<Record<string, string>> = { near_miss: 'Near miss', drill: 'Drill' }

export function SeverityMark({ code, rank, kind }: Props) {
  const other = kind === undefined ? undefined : OTHER_WORDS[kind]
  const words = code ?? other
  if (words === undefined) return <span class="none">no value</span>
  const weight = rank === 1 ? styles['first'] : rank === 2 ? '' : styles['pale']
  return <span class={`${styles['mark']} ${weight}`}>{words}</span>
}
