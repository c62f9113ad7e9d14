/** One postmortem as a page worth reading. What is not there takes no room. */
import { useEffect, useState } from 'preact/hooks'
import type { Postmortem } from '../../../contract/postmortems.ts'
import { SECTIONS } from '../../../domain/vocabulary.ts'
import { LayerStack } from '../../charts/layer-stack.tsx'
import { capital, numberOf } from '../../number-words.ts'
import type { PageProps } from '../../page-route.ts'
import { SECTION_WORDS } from '../../words.ts'
import { Actions, Ideas } from './actions.tsx'
import { ReadingZone, clockOf } from './clock.ts'
import { Contents, type Entry } from './contents.tsx'
import { Decisions } from './decisions.tsx'
import { EvidenceList } from './evidence.tsx'
import { numberEvidence } from './evidence-numbers.ts'
import { Head } from './head.tsx'
import { Impact, hasImpact } from './impact.tsx'
import { Asides, AsWritten, Factors, isListing, Lessons, ProseSection } from './prose.tsx'
import styles from './reader-page.module.css'
import { ImportReading, SameClass } from './related.tsx'
import { Section } from './section.tsx'
import { layersTitle } from './section-titles.ts'
import { Sheet } from './sheet.tsx'
import { hasTimeline, Timeline } from './timeline.tsx'

export function ReaderPage({ params }: PageProps) {
  return (
    <Sheet
      handle={params['handle'] ?? ''}
      view="reading"
      contents={(postmortem) => <Contents entries={entriesOf(postmortem)} note={readingNote(postmortem)} />}
    >
      {(postmortem) => <Reading postmortem={postmortem} />}
    </Sheet>
  )
}

export function Reading({ postmortem }: { postmortem: Postmortem }) {
  const numbers = numberEvidence(postmortem)
  const [zone, setZone] = useState<string | undefined>(undefined)
  const all = { postmortem, numbers, clock: clockOf(postmortem, zone) }
  useNamedPlace(postmortem.id)
  return (
    <ReadingZone.Provider value={zone}>
      <Head postmortem={postmortem} />
      {hasImpact(postmortem) ? <Impact {...all} /> : null}
      {hasTimeline(postmortem) ? <Timeline {...all} onZone={setZone} /> : null}
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
      <ImportReading postmortem={postmortem} />
      <p class={styles['end']}>Cite as {postmortem.handle}</p>
    </ReadingZone.Provider>
  )
}

/** What was written of the course of events: told as it is, or folded away where it is the list above once more. */
function Story({
  postmortem,
  numbers,
}: {
  postmortem: Postmortem
  numbers: ReturnType<typeof numberEvidence>
}) {
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

/** Only the sections that are there. */
function entriesOf(postmortem: Postmortem): Entry[] {
  const { sections } = postmortem
  const asides = [sections.wentWell, sections.wentWrong, sections.lucky, sections.surprised]
  const story =
    sections.timeline !== null && !(postmortem.timeline.length > 0 && isListing(sections.timeline))
  const wanted: readonly (readonly [boolean, string, string])[] = [
    [sections.summary !== null, 'summary', 'Summary'],
    [hasImpact(postmortem), 'impact', 'Impact'],
    [hasTimeline(postmortem), 'timeline', 'Timeline'],
    [story, 'timeline-text', 'What happened'],
    [sections.detection !== null, 'detection', SECTION_WORDS.detection],
    [sections.resolution !== null, 'resolution', SECTION_WORDS.resolution],
    [postmortem.decisions.length > 0, 'decisions', 'Decision points'],
    [postmortem.layersMet.length > 0, 'layers', 'Protective layers'],
    [postmortem.factors.length > 0 || sections.causes !== null, 'causes', SECTION_WORDS.causes],
    [sections.lessons !== null, 'lessons', 'Lessons'],
    [asides.some((text) => text !== null), 'asides', 'What went well, luck'],
    [postmortem.actions.length > 0 || sections.actions !== null, 'actions', 'Actions'],
    [postmortem.ideas.length > 0, 'ideas', 'Ideas'],
    [postmortem.sameClass.length > 0, 'same-class', 'Others of its class'],
    [postmortem.evidence.length > 0, 'evidence', 'Evidence'],
  ]
  return wanted.filter(([there]) => there).map(([, id, title]) => ({ id, title }))
}

const WORDS_PER_MINUTE = 220

function readingNote(postmortem: Postmortem): string {
  const words = SECTIONS.reduce(
    (sum, name) => sum + (postmortem.sections[name]?.split(/\s+/u).length ?? 0),
    postmortem.timeline.length * 12,
  )
  return `${capital(numberOf(Math.max(1, Math.round(words / WORDS_PER_MINUTE)), 'minute'))} to read.`
}

/** Goes to the section the address names, once it is drawn: the browser looked before it was. */
function useNamedPlace(id: string): void {
  useEffect(() => {
    const named = location.hash.slice(1)
    if (named !== '') document.getElementById(decodeURIComponent(named))?.scrollIntoView()
  }, [id])
}
