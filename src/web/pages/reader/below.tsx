/** One postmortem below its first screen: what happened, decisions, layers, factors, lessons, actions and what it stands on. */
import { useEffect } from 'preact/hooks'
import type { Postmortem } from '../../../contract/postmortems.ts'
import { LayerStack } from '../../charts/layer-stack.tsx'
import { later } from '../../later.tsx'
import { Actions, Ideas } from './actions.tsx'
import type { Clock } from './clock.ts'
import { Decisions } from './decisions.tsx'
import { EvidenceList, type Numbers } from './evidence.tsx'
import { isListing } from '../../../domain/listing.ts'
import { Asides, AsWritten, Factors, Lessons, ProseSection } from './prose.tsx'
import styles from './reader-page.module.css'
import { ImportReading, SameClass } from './related.tsx'
import { MarginSlot, Section } from './section.tsx'
import { layersTitle } from './section-titles.ts'

/** Only its authors see them, so only they fetch the code. */
const AuthorsNotes = later(async () => (await import('./notes.tsx')).AuthorsNotes, null)

export interface BelowProps {
  readonly postmortem: Postmortem
  readonly numbers: Numbers
  readonly clock: Clock
}

export function Below(all: BelowProps) {
  const { postmortem, numbers } = all
  useNamedPlace(postmortem.id)
  return (
    <>
      {postmortem.may.edit ? <AuthorsNotes postmortem={postmortem} /> : null}
      <Story {...all} />
      <ProseSection {...all} name="detection" />
      <ProseSection {...all} name="resolution" />
      {postmortem.decisions.length === 0 ? null : <Decisions {...all} />}
      {postmortem.layersMet.length === 0 ? null : <Layers postmortem={postmortem} />}
      <Factors {...all} />
      <Lessons {...all} />
      <Asides postmortem={postmortem} />
      <Actions {...all} />
      {postmortem.ideas.length === 0 ? null : <Ideas ideas={postmortem.ideas} />}
      <SameClass postmortem={postmortem} />
      {numbers.size === 0 ? null : (
        <Section id="evidence" title="Evidence">
          <EvidenceList numbers={numbers} />
        </Section>
      )}
      <MarginSlot at="end" />
      <ImportReading postmortem={postmortem} />
      <p class={styles['end']}>Cite as {postmortem.handle}</p>
    </>
  )
}

/** What was written of the course of events: told as it is, or folded away where it is the list above once more. */
function Story({ postmortem, numbers }: BelowProps) {
  const text = postmortem.sections.timeline
  if (text === null) return null
  if (postmortem.timeline.length > 0 && isListing(text)) {
    return <AsWritten text={text} what="The timeline as it was written" />
  }
  return (
    <ProseSection
      postmortem={postmortem}
      numbers={numbers}
      name="timeline"
      id="timeline-text"
      title="What happened"
    />
  )
}

function Layers({ postmortem }: { postmortem: Postmortem }) {
  return (
    <Section
      id="layers"
      title={layersTitle(postmortem)}
      lead="In the order in which it met them. The stream on the left is what got through."
    >
      <LayerStack
        layers={postmortem.layersMet.map((met) => ({
          name: met.layer.name,
          outcome: met.outcome,
          shown: met.shownBy ?? '',
        }))}
      />
    </Section>
  )
}

/** Goes to the section the address names, once it is drawn: the browser looked before it was. */
function useNamedPlace(id: string): void {
  useEffect(() => {
    const named = location.hash.slice(1)
    if (named !== '') document.getElementById(decodeURIComponent(named))?.scrollIntoView()
  }, [id])
}
