/** The library: every postmortem, found by words and filters, grouped by class so that repeats are seen. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'wouter-preact'
import { type Pages, useAnswer, usePages } from '../../answers.ts'
import { ButtonLink } from '../../parts/button.tsx'
import { EmptyState } from '../../parts/empty.tsx'
import { Keys, useKeys } from '../../parts/keys.tsx'
import { LayerGlyph } from '../../parts/layer-glyph.tsx'
import { ProblemNotice } from '../../parts/problem-notice.tsx'
import { Skeleton } from '../../parts/skeleton.tsx'
import { useMay, useSeverityRank } from '../../session.ts'
import { useSettled } from '../../settled.ts'
import { useTitle } from '../../title.ts'
import { countWords, yearAgo } from '../../words.ts'
import { useFilterValues } from './filter-values.ts'
import { type Group, groupByClass } from './grouping.ts'
import styles from './library.module.css'
import { listQuery } from '../../library-query.ts'
import { More } from './more.tsx'
import { Rows } from './rows.tsx'
import { SearchBox } from './search-box.tsx'
import { hrefOf, useColumns, useLibraryState } from './state.ts'
import { Tools } from './tools.tsx'
import { Views, useUsualViews } from './views.tsx'

export function LibraryPage() {
  const [state, change] = useLibraryState()
  const [typed, type] = useTypedQuery(state.query, (query) => change({ query }))

  const list = usePages('GET /postmortems', listQuery(state.query, state.sort), { keep: true })
  const counted = list.first !== undefined
  const saved = useAnswer('GET /saved-views', undefined, { when: counted })
  const filters = useFilterValues()
  const views = [...useUsualViews(), ...(saved.data?.items ?? [])]
  const name = views.find((view) => view.query === state.query)?.name
  const heading = state.query === '' ? 'Library' : (name ?? 'Found in the library')
  useTitle(heading)
  return (
    <div class={styles['page']}>
      <Views
        query={state.query}
        saved={saved.data?.items ?? []}
        counted={counted}
        hrefOf={(query) => hrefOf({ query })}
      />
      <div>
        <div class={styles['top']}>
          <h1>{heading}</h1>
          {useMay('postmortem.import') ? (
            <ButtonLink href="/imports">Bring in old postmortems</ButtonLink>
          ) : null}
        </div>
        <SearchBox query={typed} onQuery={type} valuesOf={filters.valuesOf} onFilter={filters.onFilter} />
        <Found list={list} state={state} change={change} saved={saved.data?.items ?? []} />
      </div>
    </div>
  )
}

/** What is in the box: written to the address when the typing settles, read from it when something else changes it. */
function useTypedQuery(query: string, write: (query: string) => void): [string, (text: string) => void] {
  const [typed, type] = useState(query)
  const settled = useSettled(typed, 180)
  // What this box last wrote, so that its own echo does not undo a key pressed since.
  const written = useRef(query)
  useEffect(() => {
    if (query === written.current) return
    written.current = query
    type(query)
  }, [query])
  useEffect(() => {
    if (settled === written.current) return
    written.current = settled
    write(settled)
  }, [settled])
  return [typed, type]
}

type State = ReturnType<typeof useLibraryState>
type Saved = Parameters<typeof Views>[0]['saved']

interface FoundProps {
  readonly list: Pages<'GET /postmortems'>
  readonly state: State[0]
  readonly change: State[1]
  readonly saved: Saved
}

function Found({ list, state, change, saved }: FoundProps) {
  const { query, grouped } = state
  const register = useAnswer('GET /classes', { query: { from: yearAgo() } }, { when: grouped })
  const [shown, toggle] = useColumns()
  const rankOf = useSeverityRank()
  const groups: readonly Group[] = grouped
    ? groupByClass(list.items, register.data?.rows ?? [])
    : [{ key: '', name: '', cards: list.items, row: null }]
  const current = useMarkedRow(groups, JSON.stringify(state))
  if (list.problem !== null) {
    return (
      <div class={styles['say']}>
        <ProblemNotice problem={list.problem} onAgain={list.again} />
      </div>
    )
  }
  if (list.first === undefined) return <Skeleton lines={14} size="1.6rem" />
  return (
    <div aria-busy={list.loading}>
      <Tools
        state={state}
        change={change}
        saved={saved}
        shown={shown}
        toggle={toggle}
        said={<Said total={list.first.total} cards={groups} notUnderstood={list.first.notUnderstood} />}
      />
      {list.items.length === 0 ? (
        <Nothing query={query} />
      ) : (
        <>
          <Rows
            groups={groups}
            grouped={grouped}
            shown={shown}
            current={current}
            period={register.data?.period ?? null}
            rankOf={rankOf}
          />
          <More hasMore={list.hasMore} loading={list.loading} onMore={list.more} />
          <Key grouped={grouped} />
        </>
      )}
    </div>
  )
}

/** J and K mark a row, Enter opens it; another list begins unmarked. */
function useMarkedRow(groups: readonly Group[], list: string): number {
  const [at, setAt] = useState(-1)
  useEffect(() => setAt(-1), [list])
  const [, go] = useLocation()
  const handles = groups.flatMap((group) => group.cards.map((card) => card.handle))
  const move = (step: number) => {
    const next = Math.min(Math.max(at + step, 0), handles.length - 1)
    setAt(next)
    document.querySelector(`[data-row="${handles[next]}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ...(handles[at] === undefined ? {} : { Enter: () => go(`/postmortems/${handles[at]}`) }),
  })
  return at
}

interface SaidProps {
  readonly total: number | null
  readonly cards: readonly Group[]
  readonly notUnderstood: readonly string[]
}

function Said({ total, cards, notUnderstood }: SaidProps) {
  const here = cards.flatMap((group) => group.cards)
  const repeats = here.filter((card) => card.repeatAfterDays !== null).length
  const whole = total !== null && here.length === total
  return (
    <p aria-live="polite">
      <b>{total === null ? 'More than 10,000' : countWords(total)}</b>{' '}
      {total === 1 ? 'postmortem' : 'postmortems'}
      {repeats > 0
        ? `, ${repeats} of ${whole ? 'them' : `the ${here.length} shown`} ${repeats === 1 ? 'a repeat of its' : 'repeats of their'} class`
        : ''}
      {notUnderstood.length === 0 ? null : (
        <span class={styles['not']}> · not understood: {notUnderstood.join(', ')}</span>
      )}
    </p>
  )
}

function Nothing({ query }: { query: string }) {
  const mayImport = useMay('postmortem.import')
  if (query !== '') {
    return (
      <EmptyState
        title="Nothing fits all of that."
        actions={<ButtonLink href="/library">Clear the search</ButtonLink>}
      >
        Take a filter away, or describe what happened in other words: near meanings are found, too.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="The library is empty."
      actions={
        mayImport ? (
          <ButtonLink href="/imports" kind="first">
            Bring in a folder of postmortems
          </ButtonLink>
        ) : undefined
      }
    >
      {mayImport
        ? 'Most organisations have a folder nobody opens. Point Highwater at it: nothing in it is changed, and the originals are kept to the byte.'
        : 'A facilitator or an administrator can bring in existing postmortems.'}
    </EmptyState>
  )
}

function Key({ grouped }: { grouped: boolean }) {
  return (
    <div class={styles['key']}>
      {(['held', 'failed', 'bypassed', 'absent'] as const).map((outcome) => (
        <LayerGlyph key={outcome} outcome={outcome} />
      ))}
      <span class={styles['keys']}>
        <Keys keys={['J', 'K']}>move</Keys>
        <Keys keys={['Enter']}>read</Keys>
      </span>
      {grouped ? (
        <span class={styles['note']}>
          On a class’s line the wash is its window; a filled dot fell inside the window of the one before, so
          it counts as a repeat. Twelve months to today.
        </span>
      ) : null}
    </div>
  )
}
