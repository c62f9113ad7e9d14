/** The library's search box: words and filters on one line, filters drawn as tokens, their values offered. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { Icon } from '../../parts/icon.tsx'
import { useKeys } from '../../parts/keys.tsx'
import { type Filter, begun, completed, partAt, partsOf } from './query-words.ts'
import styles from './search-box.module.css'

interface Props {
  readonly query: string
  readonly onQuery: (query: string) => void
  /** Values to offer for a filter, given what is typed of it. */
  readonly valuesOf: (filter: Filter, typed: string) => readonly string[]
  /** Called when a filter is begun, so that its values can be fetched. */
  readonly onFilter: (filter: Filter | null) => void
}

const OFFERED: readonly Filter[] = ['class', 'service', 'team', 'severity', 'layer', 'before', 'after', 'has']

export function SearchBox({ query, onQuery, valuesOf, onFilter }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const mirror = useRef<HTMLDivElement>(null)
  const [caret, setCaret] = useState(-1)
  const [at, setAt] = useState(0)
  const part = caret < 0 ? null : partAt(query, caret)
  const values = part?.filter == null ? [] : valuesOf(part.filter, part.value)
  useKeys({
    '/': () => {
      input.current?.focus()
      input.current?.select()
    },
  })
  useEffect(() => {
    onFilter(part?.filter ?? null)
    setAt(0)
  }, [part?.filter, part?.value])

  const look = () => {
    setCaret(input.current?.selectionStart ?? -1)
    if (mirror.current !== null && input.current !== null)
      mirror.current.scrollLeft = input.current.scrollLeft
  }
  const write = (next: string) => {
    onQuery(next)
    requestAnimationFrame(() => {
      input.current?.focus()
      look()
    })
  }
  const choose = (value: string) => part !== null && write(completed(query, part, value))
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Escape') setCaret(-1)
    else if (step !== undefined && values.length > 0) setAt((at + step + values.length) % values.length)
    else if ((event.key === 'Enter' || event.key === 'Tab') && values[at] !== undefined) choose(values[at])
    else if (event.key === 'Enter') input.current?.blur()
    else return
    event.preventDefault()
  }
  const open = values.length > 0
  return (
    <search>
      <div class={styles['box']}>
        <Icon name="search" />
        <div class={styles['line']}>
          <Tokens query={query} inner={mirror} />
          <input
            ref={input}
            type="search"
            role="combobox"
            aria-label="Search postmortems by words and filters"
            aria-expanded={open}
            aria-controls="library-values"
            aria-activedescendant={open ? `library-value-${at}` : undefined}
            placeholder="Words, or what happened in a sentence"
            autocomplete="off"
            spellcheck={false}
            value={query}
            onInput={(event) => {
              onQuery(event.currentTarget.value)
              look()
            }}
            onKeyUp={look}
            onClick={look}
            onScroll={look}
            onBlur={() => setCaret(-1)}
            onKeyDown={press}
          />
        </div>
        <kbd>/</kbd>
        {open ? <Values values={values} at={at} onPoint={setAt} onChoose={choose} /> : null}
      </div>
      <p class={styles['help']}>
        Narrow with
        {OFFERED.map((filter) => (
          <button key={filter} type="button" onClick={() => write(begun(query, filter))}>
            {filter}:
          </button>
        ))}
      </p>
    </search>
  )
}

function Tokens({ query, inner }: { query: string; inner: { current: HTMLDivElement | null } }) {
  return (
    <div ref={inner} class={styles['tokens']} aria-hidden="true">
      {partsOf(query).map((part) =>
        part.filter === null ? (
          part.text
        ) : (
          <span key={part.start} class={`${styles['token']} ${part.not ? styles['not'] : ''}`}>
            {part.text}
          </span>
        ),
      )}
    </div>
  )
}

interface ValuesProps {
  readonly values: readonly string[]
  readonly at: number
  readonly onPoint: (at: number) => void
  readonly onChoose: (value: string) => void
}

function Values({ values, at, onPoint, onChoose }: ValuesProps) {
  return (
    <ul id="library-values" class={styles['values']} role="listbox" aria-label="Values">
      {values.map((value, index) => (
        <li
          key={value}
          id={`library-value-${index}`}
          role="option"
          aria-selected={index === at}
          onPointerMove={() => onPoint(index)}
          // Before the box loses the focus, which would take the list away.
          onPointerDown={(event) => {
            event.preventDefault()
            onChoose(value)
          }}
        >
          {value}
        </li>
      ))}
    </ul>
  )
}
