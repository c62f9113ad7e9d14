/** One postmortem as a page worth reading. What is not there takes no room. */
import { useState } from 'preact/hooks'
import type { Postmortem } from '../../../contract/postmortems.ts'
import { SECTIONS } from '../../../domain/vocabulary.ts'
import { later } from '../../later.tsx'
import { capital, numberOf } from '../../number-words.ts'
import type { PageProps } from '../../page-route.ts'
import { SECTION_WORDS } from '../../words.ts'
import { ReadingZone, clockOf } from './clock.ts'
import { Contents, type Entry } from './contents.tsx'
import { numberEvidence } from './evidence-numbers.ts'
import { Head } from './head.tsx'
import { Impact, hasImpact } from './impact.tsx'
import { isListing } from '../../../domain/listing.ts'
import { MarginSlot } from './section.tsx'
import { Sheet } from './sheet.tsx'
import { hasTimeline, Timeline } from './timeline.tsx'

const Below = later(async () => (await import('./below.tsx')).Below)

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
  return (
    <ReadingZone.Provider value={zone}>
      <Head postmortem={postmortem} />
      <MarginSlot at="head" />
      {hasImpact(postmortem) ? <Impact {...all} /> : null}
      {hasTimeline(postmortem) ? <Timeline {...all} onZone={setZone} /> : null}
      <Below {...all} />
    </ReadingZone.Provider>
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
