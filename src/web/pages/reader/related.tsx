/** Around the postmortem: others of its class, and for its authors what the import was not sure of. */
import { Link } from 'wouter-preact'
import type { Postmortem } from '../../../contract/postmortems.ts'
import { countOf, shareWords, timeWords } from '../../words.ts'
import styles from './related.module.css'
import { Section } from './section.tsx'

/** Earlier and later postmortems of the same confirmed class. */
export function SameClass({ postmortem }: { postmortem: Postmortem }) {
  if (postmortem.sameClass.length === 0) return null
  return (
    <Section id="same-class" title="Others of its class">
      <ul class={styles['same']}>
        {postmortem.sameClass.map((one) => (
          <li key={one.id}>
            <span class="num">
              {one.impactStartedAt === null ? '–' : timeWords(one.impactStartedAt, 'day')}
            </span>
            <Link href={`/postmortems/${one.handle}`}>{one.title}</Link>
            <span class="soft">{one.handle}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  title: 'title',
  severity: 'severity',
  startedAt: 'start of the impact',
  impactStartedAt: 'start of the impact',
  detectedAt: 'detection',
  mitigatedAt: 'mitigation',
  recoveredAt: 'recovery',
  timeline: 'timeline',
  actions: 'actions',
  services: 'services',
  classes: 'classes',
}

/** Folded, at the end, for those who can mend it. */
export function ImportReading({ postmortem }: { postmortem: Postmortem }) {
  const { reading } = postmortem
  if (reading === null || !postmortem.may.edit) return null
  const fields = Object.entries(reading.confidence).sort(([, a], [, b]) => a - b)
  const warnings = reading.warnings
  return (
    <details class={styles['reading']}>
      <summary>
        How the import read this text
        {warnings.length === 0 ? '' : `: ${countOf(warnings.length, 'thing', 'things')} to look at`}
      </summary>
      {warnings.length === 0 ? null : (
        <ul>
          {warnings.map((warning, i) => (
            <li key={i}>
              {warning.message}{' '}
              {warning.line === null ? null : (
                <Link href={`/postmortems/${postmortem.handle}/original#L${warning.line}`}>
                  line {warning.line}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
      {fields.length === 0 ? null : (
        <p>
          How sure it was:{' '}
          {fields
            .map(([field, confidence]) => `${FIELD_WORDS[field] ?? field} ${shareWords(confidence)}`)
            .join(', ')}
          .
        </p>
      )}
    </details>
  )
}
