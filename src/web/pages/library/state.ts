/** What the library's address holds: the query, the order and the grouping; and which columns this browser shows. */
import { useState } from 'preact/hooks'
import { useLocation, useSearch } from 'wouter-preact'
import { LIBRARY_SORT_WORDS, type LibrarySort } from './sorts.ts'
import { COLUMNS, type ColumnKey } from './rows.tsx'

export interface LibraryState {
  readonly query: string
  readonly sort: LibrarySort | null
  readonly grouped: boolean
}

/** The address of a state of the library; what is usual is left out. */
export function hrefOf(state: Partial<LibraryState>): string {
  const search = new URLSearchParams()
  if (state.query !== undefined && state.query !== '') search.set('q', state.query)
  if (state.sort !== undefined && state.sort !== null) search.set('sort', state.sort)
  if (state.grouped === false) search.set('group', 'none')
  return search.size === 0 ? '/library' : `/library?${search.toString()}`
}

/** The state in the address, and how to change it without a step back for every key. */
export function useLibraryState(): [LibraryState, (change: Partial<LibraryState>) => void] {
  const search = new URLSearchParams(useSearch())
  const [, go] = useLocation()
  const sort = search.get('sort')
  const state: LibraryState = {
    query: search.get('q') ?? '',
    sort: sort !== null && sort in LIBRARY_SORT_WORDS ? (sort as LibrarySort) : null,
    grouped: search.get('group') !== 'none',
  }
  return [state, (change) => go(hrefOf({ ...state, ...change }), { replace: true })]
}

const STORED = 'highwater.library.hidden'

/** The columns shown in this browser, and how to show or hide one. */
export function useColumns(): [ReadonlySet<ColumnKey>, (key: ColumnKey) => void] {
  const [hidden, hide] = useState<readonly string[]>(() => (localStorage.getItem(STORED) ?? '').split(','))
  const shown = new Set((Object.keys(COLUMNS) as ColumnKey[]).filter((key) => !hidden.includes(key)))
  const toggle = (key: ColumnKey) => {
    const next = hidden.includes(key) ? hidden.filter((one) => one !== key) : [...hidden, key]
    localStorage.setItem(STORED, next.join(','))
    hide(next)
  }
  return [shown, toggle]
}
