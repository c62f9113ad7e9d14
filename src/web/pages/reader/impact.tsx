/** The impact: up to four figures, then who was affected, segment by segment. */
import type { Postmortem } from '../../../contract/postmortems.ts'
import { epoch } from '../../../domain/instant.ts'
import { later } from '../../later.tsx'
import { Markdown } from '../../parts/markdown.tsx'
import { EvidenceNumbers, type Numbers } from './evidence.tsx'
import { impactFigures } from './impact-figures.ts'
import styles from './impact.module.css'
import { Section, WithMargin } from './section.tsx'

interface Props {
  readonly postmortem: Postmortem
  readonly numbers: Numbers
  readonly clock: (at: number) => string
}

const Segments = later(async () => (await import('./impact-segments.tsx')).Segments)

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
          <WithMargin
            margin={null}
            notes={{ at: 'section', section: 'impact', text: postmortem.sections.impact }}
          >
            <Markdown text={postmortem.sections.impact} />
          </WithMargin>
        </div>
      )}
      {postmortem.impacts.length === 0 ? null : (
        <Segments impacts={postmortem.impacts} numbers={numbers} clock={clock} />
      )}
    </Section>
  )
}
