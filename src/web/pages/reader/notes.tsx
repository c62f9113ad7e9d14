/** The quiet margin for authors: findings at their lines, one open at a time, set-aside ones with their reason. */
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import type { Postmortem } from '../../../contract/postmortems.ts'
import type { Finding } from '../../../contract/wording.ts'
import { useAnswer } from '../../answers.ts'
import { kept } from '../../kept.ts'
import { countOf, countWords } from '../../words.ts'
import { rangeOfWords, timesBefore } from './find-words.ts'
import { Note } from './note.tsx'
import styles from './notes.module.css'
import { marginNotes, type Spot } from './section.tsx'

/** The finding whose card is open. */
const opened = kept<string | null>(null)

export function AuthorsNotes({ postmortem }: { postmortem: Postmortem }) {
  const { data } = useAnswer('GET /postmortems/{postmortemId}/findings', {
    params: { postmortemId: postmortem.id },
  })
  const items = data?.items
  useEffect(() => {
    if (items === undefined) return undefined
    marginNotes.value = (spot) =>
      spot.at === 'head' ? (
        <Overview items={items} />
      ) : (
        <NotesAt spot={spot} findings={items.filter((one) => holds(spot, one))} postmortem={postmortem} />
      )
    return () => {
      marginNotes.value = null
    }
  }, [items, postmortem])
  useEffect(
    () => () => {
      opened.value = null
    },
    [],
  )
  return null
}

/** Whether a place is that of a finding: each finding has one. */
function holds(
  { at, section, from = 0, to = Number.POSITIVE_INFINITY, id, names }: Spot,
  finding: Finding,
): boolean {
  const { place } = finding
  if (place === null) return at === 'end'
  if (at === 'section') {
    return place.part === 'section' && finding.section === section && place.start >= from && place.start < to
  }
  return place.partId !== null && (at === 'part' ? place.partId === id : names?.has(place.partId) === true)
}

function Overview({ items }: { items: readonly Finding[] }) {
  if (items.length === 0) return null
  const open = items.filter((one) => one.state === 'open')
  const aside = items.length - open.length
  const first = () => {
    // In the order of the page, which is not always the order of the text.
    const note = document.querySelector<HTMLElement>('[data-notes] [data-open]')
    note?.scrollIntoView({ block: 'center' })
    note?.focus()
    note?.click()
  }
  return (
    <p class={styles['overview']}>
      {open.length === 0
        ? 'No wording left to look at'
        : `${countOf(open.length, 'place')} in the wording to look at`}
      {aside === 0 ? '' : `, ${countWords(aside)} set aside`}.{' '}
      {open.length === 0 ? null : (
        <button type="button" onClick={first}>
          Go to the first
        </button>
      )}{' '}
      <span>Only those who may edit see this.</span>
    </p>
  )
}

interface AtProps {
  readonly spot: Spot
  readonly findings: readonly Finding[]
  readonly postmortem: Postmortem
}

function NotesAt({ spot, findings, postmortem }: AtProps) {
  const place = useRef<HTMLUListElement>(null)
  const key = findings.map((one) => one.fingerprint + one.state).join()
  const times = useMemo(() => findings.map((one) => timesBeforeIn(spot, one)), [key, spot.text])
  useMarks(place, findings, times, key)
  useLines(place, findings, times, key)
  if (findings.length === 0) return null
  return (
    <ul class={styles['notes']} ref={place} data-notes aria-label="Notes on the wording">
      {findings.map((finding) => (
        <Note
          key={finding.fingerprint}
          finding={finding}
          postmortem={postmortem}
          opened={opened}
          name={nameOf(spot, finding)}
        />
      ))}
    </ul>
  )
}

function nameOf({ at, names }: Spot, { place, words }: Finding): string | undefined {
  if (at === 'end') return 'no longer in the text'
  // What is said of a list as a whole is not said of its first part.
  return words === '' ? undefined : names?.get(place?.partId ?? '')
}

const timesBeforeIn = ({ text, from = 0 }: Spot, { place, words }: Finding): number =>
  text === undefined || text === null || place === null ? 0 : timesBefore(text, place.start - from, words)

type Place = { readonly current: HTMLUListElement | null }

function rangeOf(place: Place, finding: Finding, times: number): Range | null {
  const root = place.current?.closest('[data-said]') ?? null
  return root === null || finding.words === '' ? null : rangeOfWords(root, finding.words, times)
}

/** Underlines the words in the text without touching it; browsers without highlights leave them plain. */
function useMarks(place: Place, findings: readonly Finding[], times: readonly number[], key: string): void {
  useEffect(() => {
    if (typeof Highlight === 'undefined') return undefined
    const added = findings.flatMap((finding, i) => {
      const range = rangeOf(place, finding, times[i] ?? 0)
      return range === null ? [] : [{ range, name: finding.state === 'open' ? 'finding' : 'finding-aside' }]
    })
    for (const { range, name } of added) highlightOf(name).add(range)
    return () => {
      for (const { range, name } of added) highlightOf(name).delete(range)
    }
  }, [key, times])
}

function highlightOf(name: string): Highlight {
  const known = CSS.highlights.get(name)
  if (known !== undefined) return known
  const made = new Highlight()
  CSS.highlights.set(name, made)
  return made
}

/** Beside the text each note stands at its line, or below the note before it; under the text they follow each other. */
function useLines(place: Place, findings: readonly Finding[], times: readonly number[], key: string): void {
  useLayoutEffect(() => {
    const list = place.current
    const said = list?.closest('[data-said]')
    if (list === null || said === null || said === undefined) return undefined
    const align = () => {
      const notes = [...list.children] as HTMLElement[]
      for (const note of notes) note.style.marginTop = ''
      const text = said.firstElementChild?.getBoundingClientRect()
      const { left } = list.getBoundingClientRect()
      if (text === undefined || left < text.right) return
      for (const [i, note] of notes.entries()) {
        const finding = findings[i]
        const line =
          finding === undefined ? null : rangeOf(place, finding, times[i] ?? 0)?.getBoundingClientRect()
        const short = (line?.top ?? 0) - note.getBoundingClientRect().top - 4
        if (short > 0) note.style.marginTop = `${Math.round(short)}px`
      }
    }
    align()
    const observer = new ResizeObserver(align)
    observer.observe(said.firstElementChild ?? said)
    return () => observer.disconnect()
  }, [key, times])
}
