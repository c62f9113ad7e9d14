/** The impact: up to four figures, then who was affected, segment by segment. */
import type { Postmortem } from '../../../contract/postmortems.ts'
import { epoch } from '../../../domain/instant.ts'
import type { ImpactKind } from '../../../domain/vocabulary.ts'
import { Markdown } from '../../parts/markdown.tsx'
import { countWords, moneyWords, shareWords } from '../../words.ts'
import { EvidenceNumbers, type Numbers } from './evidence.tsx'
import { impactFigures } from './impact-figures.ts'
import styles from './impact.module.css'
import { Section } from './section.tsx'

interface Props {
  readonly postmortem: Postmortem
  readonly numbers: Numbers
  readonly clock: (at: number) => string
}

const KIND_WORDS = {
  availability: 'availability',
  latency: 'latency',
  data: 'data',
  security: 'security',
  money: 'money',
} as const satisfies Record<ImpactKind, string>

/** Whether there is anything to say about the impact. */
export const hasImpact = (postmortem: Postmortem): boolean =>
  postmortem.impacts.length > 0 || postmortem.sections.impact !== null || postmortem.impactMinutes !== null

export function Impact({ postmortem, numbers, clock }: Props) {
  const figures = impactFigures(postmortem, clock)
  const told = postmortem.impacts.find((impact) => impact.customersToldAt !== null)?.customersToldAt ?? null
  return (
    <Section id="impact" title="Impact">
      {figures.length === 0 ? null : (
        <ul class={styles['figures']}>
          {figures.map((figure, i) => (
            <li key={i}>
              <b>
                {figure.value}
                {figure.unit === '' ? null : <small> {figure.unit}</small>}
              </b>
              <p>{figure.of}</p>
              {figure.note === '' ? null : (
                <p>
                  {figure.note} <EvidenceNumbers ids={figure.evidenceIds} numbers={numbers} />
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      {told === null ? null : <p class={styles['told']}>Customers were told at {clock(epoch(told))}.</p>}
      {postmortem.sections.impact === null ? null : (
        <div class={styles['words']}>
          <Markdown text={postmortem.sections.impact} />
        </div>
      )}
      {postmortem.impacts.length === 0 ? null : (
        <Segments impacts={postmortem.impacts} numbers={numbers} clock={clock} />
      )}
    </Section>
  )
}

type Statement = Postmortem['impacts'][number]

interface SegmentsProps {
  readonly impacts: readonly Statement[]
  readonly numbers: Numbers
  readonly clock: Props['clock']
}

function Segments({ impacts, numbers, clock }: SegmentsProps) {
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

function whenWords(impact: Statement, clock: Props['clock']): string {
  const from = impact.from === null ? '' : clock(epoch(impact.from))
  const to = impact.to === null ? '' : clock(epoch(impact.to))
  if (from === '' && to === '') return 'not known'
  if (to === '') return `from ${from}`
  return from === '' ? `until ${to}` : `${from} to ${to}`
}
