/** The impact by segment: share, number, money and time, as a table. */
import type { Postmortem } from '../../../contract/postmortems.ts'
import { epoch } from '../../../domain/instant.ts'
import type { ImpactKind } from '../../../domain/vocabulary.ts'
import { countWords, moneyWords, shareWords } from '../../words.ts'
import { EvidenceNumbers, type Numbers } from './evidence.tsx'
import styles from './impact.module.css'

const KIND_WORDS = {
  availability: 'availability',
  latency: 'latency',
  data: 'data',
  security: 'security',
  money: 'money',
} as const satisfies Record<ImpactKind, string>

type Statement = Postmortem['impacts'][number]

interface SegmentsProps {
  readonly impacts: readonly Statement[]
  readonly numbers: Numbers
  readonly clock: (at: number) => string
}

export function Segments({ impacts, numbers, clock }: SegmentsProps) {
  const anyShare = impacts.some((impact) => impact.share !== null)
  const anyMoney = impacts.some((impact) => impact.money !== null)
  return (
    <table class={styles['segments']}>
      <caption class="hide">Who was affected, by segment</caption>
      <thead>
        <tr>
          <th scope="col">Segment</th>
          {anyShare ? (
            <th scope="col" class={styles['bar']}>
              Share affected
            </th>
          ) : null}
          <th scope="col" class={styles['number']}>
            Share
          </th>
          <th scope="col" class={styles['number']}>
            How many
          </th>
          {anyMoney ? (
            <th scope="col" class={styles['number']}>
              Money
            </th>
          ) : null}
          <th scope="col" class={styles['when']}>
            When
          </th>
        </tr>
      </thead>
      <tbody>
        {impacts.map((impact) => (
          <tr key={impact.id}>
            <td>
              {impact.segment} <EvidenceNumbers ids={impact.evidenceIds} numbers={numbers} />
              <small>{[KIND_WORDS[impact.kind], impact.note ?? ''].filter(Boolean).join(' · ')}</small>
            </td>
            {anyShare ? (
              <td class={styles['bar']}>
                {impact.share === null ? null : (
                  <span style={{ width: `${Math.max(0.5, impact.share * 100)}%` }} />
                )}
              </td>
            ) : null}
            <Value value={impact.share === null ? null : shareWords(impact.share)} />
            <Value value={impact.count === null ? null : countWords(impact.count)} />
            {anyMoney ? (
              <Value
                value={impact.money === null ? null : moneyWords(impact.money.amount, impact.money.currency)}
              />
            ) : null}
            <td class={styles['when']}>{whenWords(impact, clock)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A number of the table; what is not known is a dash, and takes no room on a phone. */
function Value({ value }: { value: string | null }) {
  return <td class={`${styles['number']} ${value === null ? styles['none'] : ''}`}>{value ?? '–'}</td>
}

function whenWords(impact: Statement, clock: SegmentsProps['clock']): string {
  const from = impact.from === null ? '' : clock(epoch(impact.from))
  const to = impact.to === null ? '' : clock(epoch(impact.to))
  if (from === '' && to === '') return 'not known'
  if (to === '') return `from ${from}`
  return from === '' ? `until ${to}` : `${from} to ${to}`
}
