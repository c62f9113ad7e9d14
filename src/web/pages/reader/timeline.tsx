/** The timeline: drawn to scale with its handle, the state of knowledge beneath, the four questions, then the list. */
import { useMemo, useState } from 'preact/hooks'
import type { Postmortem } from '../../../contract/postmortems.ts'
import { FloodCurve } from '../../charts/flood/flood.tsx'
import type { FloodData } from '../../charts/flood/flood-data.ts'
import { type Span, spanOf } from '../../charts/flood/span.ts'
import { later } from '../../later.tsx'
import { countOf, readerZone } from '../../words.ts'
import { type Clock, otherZone, useReadingZone } from './clock.ts'
import type { Numbers } from './evidence.tsx'
import { floodOfPostmortem } from './flood-of.ts'
import { type Fact, factsOf } from './knowledge.ts'
import { KnowledgePanel } from './knowledge-panel.tsx'
import { Section } from './section.tsx'
import { timelineTitle } from './section-titles.ts'
import styles from './timeline.module.css'

interface Props {
  readonly postmortem: Postmortem
  readonly numbers: Numbers
  readonly clock: Clock
  /** Writes all times in a zone; in the reader's own when undefined. */
  readonly onZone: (zone: string | undefined) => void
}

const TimelineWords = later(async () => (await import('./timeline-words.tsx')).TimelineWords)

/** Whether there is a time to show. */
export const hasTimeline = (postmortem: Postmortem): boolean =>
  postmortem.timeline.length > 0 || spanOf(floodOfPostmortem(postmortem, String)) !== null

export function Timeline({ postmortem, numbers, clock, onZone }: Props) {
  const zone = useReadingZone()
  const data = useMemo(() => floodOfPostmortem(postmortem, clock), [postmortem, zone])
  const facts = useMemo(() => factsOf(postmortem, clock), [postmortem, zone])
  const span = useMemo(() => spanOf(data), [data])
  return (
    <Section
      id="timeline"
      title={timelineTitle(postmortem)}
      lead={
        <>
          {leadWords(data, facts, span)} <Zone postmortem={postmortem} onZone={onZone} />
        </>
      }
    >
      {span === null ? null : <Drawing data={data} facts={facts} span={span} clock={clock} />}
      <TimelineWords postmortem={postmortem} numbers={numbers} clock={clock} />
    </Section>
  )
}

/** Says whose clock the times are read from; where the text was written by another one, lets the reader change. */
function Zone({ postmortem, onZone }: Pick<Props, 'postmortem' | 'onZone'>) {
  const zone = useReadingZone()
  const other = otherZone(postmortem)
  if (other === null) return <>Times are yours, {readerZone()}.</>
  return zone === undefined ? (
    <>
      Times are yours, {readerZone()}.{' '}
      <button type="button" class={styles['zone']} onClick={() => onZone(other)}>
        Show them as written, {other}
      </button>
    </>
  ) : (
    <>
      Times are as written, {zone}.{' '}
      <button type="button" class={styles['zone']} onClick={() => onZone(undefined)}>
        Show them in yours, {readerZone()}
      </button>
    </>
  )
}

function leadWords(data: FloodData, facts: readonly Fact[], span: Span | null): string {
  if (span === null) return ''
  return [
    'Drawn to scale.',
    data.decisions.length === 0
      ? ''
      : 'Each diamond is a decision; the bar before it is how long it took from the event that called for it.',
    facts.length === 0 ? '' : 'Move the handle to see what was known at any minute.',
  ]
    .filter(Boolean)
    .join(' ')
}

interface DrawingProps {
  readonly data: FloodData
  readonly facts: readonly Fact[]
  readonly span: Span
  readonly clock: Clock
}

function Drawing({ data, facts, span, clock }: DrawingProps) {
  const zone = useReadingZone()
  const [cursor, setCursor] = useState(() => firstCursor(data, span))
  const sorted = facts.length > 0
  const first = clock(span.from)
  const last = clock(span.to)
  return (
    <figure class={styles['drawing']}>
      <FloodCurve
        data={data}
        span={span}
        clock={clock}
        zone={zone}
        label={`Timeline from ${first} to ${last}, drawn to scale. The same entries stand in the list below.`}
        cursor={sorted ? cursor : null}
        onCursor={setCursor}
      />
      <figcaption class={styles['made']}>{madeWords(data, span)}</figcaption>
      {sorted ? (
        <KnowledgePanel facts={facts} at={cursor} beside={besideWords(data, cursor)} clock={clock} />
      ) : null}
    </figure>
  )
}

/** Begins at the first decision: where it matters most what was known. */
const firstCursor = (data: FloodData, span: Span): number =>
  data.decisions.find((decision) => decision.at >= span.from && decision.at <= span.to)?.at ??
  (span.from + span.to) / 2

function madeWords(data: FloodData, span: Span): string {
  const sized = data.impacts.some((impact) => impact.share !== null)
  const outside = [
    span.earlier === 0 ? '' : countOf(span.earlier, 'earlier entry', 'earlier entries'),
    span.later === 0 ? '' : countOf(span.later, 'later entry', 'later entries'),
  ].filter(Boolean)
  return [
    data.impacts.length === 0
      ? ''
      : sized
        ? 'Area: the share stated for each segment; how fast it rose and fell is not measured.'
        : 'Area: from the start of the impact to its end; how much was affected is not stated.',
    outside.length === 0
      ? ''
      : `${outside.join(' and ')} ${span.earlier + span.later === 1 ? 'stands' : 'stand'} in the list only.`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** What happened at or just before the cursor's minute. */
function besideWords(data: FloodData, at: number): string {
  const decision = data.decisions.find((one) => Math.abs(one.at - at) < 60_000)
  if (decision !== undefined) return `Decision: ${decision.question}`
  const moment = data.moments.find((one) => Math.abs(one.at - at) < 60_000)
  if (moment !== undefined) return moment.name
  return data.events.findLast((one) => at - one.at >= 0 && at - one.at < 60_000)?.text ?? ''
}
