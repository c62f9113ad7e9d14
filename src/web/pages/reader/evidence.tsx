/** Evidence as chips beside what it supports, as numbers in running text, and as the list at the end. */
import { Chip } from '../../parts/chip.tsx'
import { countWords, timeWords } from '../../words.ts'
import type { EvidenceKind } from '../../../domain/vocabulary.ts'
import { useReadingZone } from './clock.ts'
import type { Evidence, Numbered } from './evidence-numbers.ts'
import styles from './evidence.module.css'

export type Numbers = ReadonlyMap<string, Numbered>

const KIND_WORDS = {
  timeline_event: 'timeline',
  link: 'link',
  metric: 'reading',
  file: 'file',
  message: 'message',
} as const satisfies Record<EvidenceKind, string>

/** What an evidence reads: a metric with its value and unit. */
export function evidenceLabel(evidence: Evidence): string {
  if (evidence.value === null) return evidence.label
  const unit = evidence.unit === null ? '' : ` ${evidence.unit}`
  return `${evidence.label}: ${Number.isInteger(evidence.value) ? countWords(evidence.value) : evidence.value}${unit}`
}

export function evidenceDetail(evidence: Evidence, zone: string | undefined): string {
  const at = evidence.at === null ? '' : timeWords(evidence.at, 'short', zone)
  return [at, evidence.source ?? '', KIND_WORDS[evidence.kind]].filter(Boolean).join(' · ')
}

export function EvidenceChip({ numbered }: { numbered: Numbered }) {
  const zone = useReadingZone()
  const { evidence, number } = numbered
  return (
    <Chip
      number={number}
      label={evidenceLabel(evidence)}
      detail={evidenceDetail(evidence, zone)}
      href={evidence.url ?? `#evidence-${number}`}
    />
  )
}

/** Chips of several, in order of their numbers; nothing without evidence. */
export function EvidenceChips({ ids, numbers }: { ids: readonly string[]; numbers: Numbers }) {
  return (
    <>
      {numbered(ids, numbers).map((one) => (
        <EvidenceChip key={one.number} numbered={one} />
      ))}
    </>
  )
}

/** Numbers that lead to the list of evidence: `[3] [4]`. */
export function EvidenceNumbers({ ids, numbers }: { ids: readonly string[]; numbers: Numbers }) {
  return (
    <>
      {numbered(ids, numbers).map((one) => (
        <a
          key={one.number}
          class={styles['number']}
          href={`#evidence-${one.number}`}
          aria-label={`Evidence ${one.number}: ${evidenceLabel(one.evidence)}`}
          title={evidenceLabel(one.evidence)}
        >
          [{one.number}]
        </a>
      ))}
    </>
  )
}

const numbered = (ids: readonly string[], numbers: Numbers): Numbered[] =>
  ids
    .map((id) => numbers.get(id))
    .filter((one) => one !== undefined)
    .sort((a, b) => a.number - b.number)

/** Every piece of evidence by its number. */
export function EvidenceList({ numbers }: { numbers: Numbers }) {
  const zone = useReadingZone()
  return (
    <ol class={styles['list']}>
      {[...numbers.values()].map(({ number, evidence }) => (
        <li key={number} id={`evidence-${number}`}>
          <span class={styles['count']}>{number}</span>
          <span>
            {evidence.url === null ? (
              evidenceLabel(evidence)
            ) : (
              <a href={evidence.url} target="_blank" rel="noopener noreferrer nofollow">
                {evidenceLabel(evidence)}
              </a>
            )}
            <small>{evidenceDetail(evidence, zone)}</small>
          </span>
        </li>
      ))}
    </ol>
  )
}
