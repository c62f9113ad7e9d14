/** The timeline as a list: each entry with how exactly its time is known, its phase, its source and its evidence. */
import { useState } from 'preact/hooks'
import { Link } from 'wouter-preact'
import type { Postmortem } from '../../../contract/postmortems.ts'
import type { Phase } from '../../../domain/vocabulary.ts'
import { Button } from '../../parts/button.tsx'
import { Time } from '../../parts/time.tsx'
import { countOf, countWords, timeWords } from '../../words.ts'
import { useReadingZone } from './clock.ts'
import { EvidenceNumbers, type Numbers } from './evidence.tsx'
import styles from './event-list.module.css'
import { plain } from './flood-of.ts'
import { MarginSlot } from './section.tsx'

type Event = Postmortem['timeline'][number]

const PHASE_WORDS = {
  alarm: 'Alarm',
  detection: 'Detection',
  response: 'Response',
  recovery: 'Recovery',
  context: '',
} as const satisfies Record<Phase, string>

/** A longer list begins with so many entries. */
const FIRST = 60
const MANY = 200

interface Props {
  readonly postmortem: Postmortem
  readonly numbers: Numbers
}

export function EventList({ postmortem, numbers }: Props) {
  const zone = useReadingZone()
  const [raw, setRaw] = useState(false)
  const [all, setAll] = useState(false)
  const curated = postmortem.timeline.filter((event) => event.curated)
  const rest = postmortem.timeline.length - curated.length
  const listed = raw || curated.length === 0 ? postmortem.timeline : curated
  const shown = all ? listed : listed.slice(0, FIRST)
  return (
    <div class={styles['list']}>
      <div class={styles['head']}>
        <h3>{countOf(listed.length, 'entry', 'entries')}</h3>
        {rest === 0 || curated.length === 0 ? null : (
          <Button kind="quiet" aria-pressed={raw} onClick={() => setRaw(!raw)}>
            {raw ? 'Curated entries only' : `Raw log, ${countWords(rest)} more`}
          </Button>
        )}
      </div>
      {byDay(shown, zone).map((group, i) => (
        <section key={i} class={`${styles['group']} ${shown.length > MANY ? styles['many'] : ''}`}>
          {group.day === null ? null : <h4>{group.day}</h4>}
          <ol>
            {group.events.map((event) => (
              <Entry key={event.id} event={event} numbers={numbers} handle={postmortem.handle} />
            ))}
          </ol>
        </section>
      ))}
      <MarginSlot at="list" names={othersThan(shown, postmortem.timeline)} />
      {shown.length === listed.length ? null : (
        <Button onClick={() => setAll(true)}>Show all {countWords(listed.length)} entries</Button>
      )}
    </div>
  )
}

/** The entries that are not on the page. */
function othersThan(shown: readonly Event[], all: readonly Event[]): ReadonlyMap<string, string> {
  const ids = new Set(shown.map((event) => event.id))
  return new Map(
    all.filter((event) => !ids.has(event.id)).map((event) => [event.id, 'in an entry that is not shown']),
  )
}

/** Entries of a day together; one day alone needs no heading. */
function byDay(
  events: readonly Event[],
  zone: string | undefined,
): { day: string | null; events: readonly Event[] }[] {
  const groups: { day: string | null; events: Event[] }[] = []
  for (const event of events) {
    const day =
      event.at === null ? (groups.at(-1)?.day ?? 'Time not known') : timeWords(event.at, 'long', zone)
    const last = groups.at(-1)
    if (last !== undefined && last.day === day) last.events.push(event)
    else groups.push({ day, events: [event] })
  }
  return groups.length === 1 ? groups.map((group) => ({ ...group, day: null })) : groups
}

function Entry({ event, numbers, handle }: { event: Event; numbers: Numbers; handle: string }) {
  const phase = PHASE_WORDS[event.phase]
  return (
    <li class={event.curated ? undefined : styles['raw']} id={`event-${event.id}`} data-said>
      <span class={styles['when']}>
        <When event={event} />
      </span>
      <span class={`${styles['phase']} ${styles[event.phase] ?? ''}`}>{phase}</span>
      <div>
        <p>
          {plain(event.text)} <EvidenceNumbers ids={event.evidenceIds} numbers={numbers} />
        </p>
        <Beneath event={event} handle={handle} />
        <MarginSlot at="part" id={event.id} text={event.text} />
      </div>
    </li>
  )
}

/** A line of an imported file, as `2024/outage.md:37`. */
const LINE = /\.\w+:(\d+)$/u

/** Who and from where; a line of the imported text leads to it. */
function Beneath({ event, handle }: { event: Event; handle: string }) {
  const line = event.source === null ? undefined : LINE.exec(event.source)?.[1]
  const words = [event.actor ?? '', line === undefined ? (event.source ?? '') : '']
    .filter(Boolean)
    .join(' · ')
  if (words === '' && line === undefined) return null
  return (
    <small>
      {words}
      {words !== '' && line !== undefined ? ' · ' : ''}
      {line === undefined ? null : <Link href={`/postmortems/${handle}/original#L${line}`}>line {line}</Link>}
    </small>
  )
}

/** `10:02`, `~10:02`, or what is known instead of it. */
function When({ event }: { event: Event }) {
  const timeZone = useReadingZone()
  if (event.at === null || event.precision === 'unknown') {
    return event.asWritten === null ? (
      <span class="soft">not known</span>
    ) : (
      <span class="soft">“{event.asWritten}”</span>
    )
  }
  if (event.precision === 'day') return <span class="soft">that day</span>
  const about = event.precision === 'minute' ? '' : '~'
  const shown = timeWords(event.at, 'clock', timeZone)
  const same = event.asWritten === null || event.asWritten.trim() === shown
  return (
    <>
      {about}
      {same ? (
        <Time at={event.at} style="clock" timeZone={timeZone} />
      ) : (
        <Time at={event.at} style="clock" timeZone={timeZone} asWritten={event.asWritten} zone={event.zone} />
      )}
      {event.until === null ? null : (
        <>
          –<Time at={event.until} style="clock" timeZone={timeZone} />
        </>
      )}
      {event.precision === 'inferred' ? <small>inferred</small> : null}
    </>
  )
}
