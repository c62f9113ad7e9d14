/** Find or do anything: pages, postmortems and actions from one line, by keyboard. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { useLocation } from 'wouter-preact'
import { useAnswer } from '../answers.ts'
import { Icon } from '../parts/icon.tsx'
import type { Me } from '../session.ts'
import { useSettled } from '../settled.ts'
import { type Entry, commandsFor } from './commands.ts'
import styles from './palette.module.css'

interface Props {
  readonly me: Me
  readonly onClose: () => void
}

export function Palette({ me, onClose }: Props) {
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const [, go] = useLocation()
  const dialog = useRef<HTMLDialogElement>(null)
  const entries = useEntries(me, text)
  useEffect(() => dialog.current?.showModal(), [])
  useEffect(() => setAt(0), [text])
  const choose = (entry: Entry | undefined) => {
    if (entry === undefined) return
    onClose()
    if (entry.href !== undefined) go(entry.href)
    entry.act?.()
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) setAt((at + step + entries.length) % Math.max(1, entries.length))
    else if (event.key === 'Enter') choose(entries[at])
    else return
    event.preventDefault()
  }
  return (
    <dialog
      ref={dialog}
      class={styles['palette']}
      aria-label="Find or do anything"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div class={styles['ask']}>
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          aria-label="What are you looking for?"
          aria-expanded="true"
          aria-controls="palette-list"
          aria-activedescendant={entries.length === 0 ? undefined : `palette-${at}`}
          placeholder="A page, a postmortem, something to do"
          autocomplete="off"
          spellcheck={false}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={press}
        />
        <kbd>Esc</kbd>
      </div>
      <Entries entries={entries} at={at} onPoint={setAt} onChoose={choose} />
    </dialog>
  )
}

interface EntriesProps {
  readonly entries: readonly Entry[]
  readonly at: number
  readonly onPoint: (at: number) => void
  readonly onChoose: (entry: Entry) => void
}

function Entries({ entries, at, onPoint, onChoose }: EntriesProps) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(
    () => list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }),
    [at],
  )
  if (entries.length === 0) return <p class={styles['none']}>Nothing fits. Try fewer or other words.</p>
  return (
    <div ref={list} id="palette-list" class={styles['list']} role="listbox" aria-label="What was found">
      {entries.map((entry, index) => (
        <div key={entry.group + entry.label + (entry.href ?? '')} role="presentation">
          {entry.group === entries[index - 1]?.group ? null : (
            <div class={styles['group']}>{entry.group}</div>
          )}
          <div
            id={`palette-${index}`}
            role="option"
            aria-selected={index === at}
            class={styles['entry']}
            onPointerMove={() => onPoint(index)}
            onClick={() => onChoose(entry)}
          >
            <span>{entry.label}</span>
            {entry.detail === undefined ? null : <small>{entry.detail}</small>}
          </div>
        </div>
      ))}
    </div>
  )
}

/** What fits the text: pages and things to do at once, postmortems when the typing settles. */
function useEntries(me: Me, text: string): readonly Entry[] {
  const wanted = useSettled(text.trim(), 150)
  const mayRead = me.permissions.includes('postmortem.read')
  const found = useAnswer(
    'GET /postmortems',
    { query: { q: wanted, limit: 8 } },
    { when: mayRead && wanted.length > 1, keep: true },
  )
  const commands = useMemo(() => commandsFor(me), [me])
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const fits = (entry: Entry) => {
    const said = `${entry.label} ${entry.also ?? ''}`.toLowerCase()
    return words.every((word) => said.includes(word))
  }
  const cards = words.length === 0 ? [] : (found.data?.items ?? [])
  return [
    ...commands.filter(fits),
    ...cards.map((card) => ({
      group: 'Postmortems',
      label: card.title,
      detail: [card.handle, card.severity].filter(Boolean).join(' · '),
      href: `/postmortems/${card.handle}`,
    })),
    ...(words.length === 0 || !mayRead
      ? []
      : [
          {
            group: 'Search',
            label: `Search the library for “${text.trim()}”`,
            href: `/library?q=${encodeURIComponent(text.trim())}`,
          },
        ]),
  ]
}
