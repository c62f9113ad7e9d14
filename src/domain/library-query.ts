/** The language of the library's search box: words, quoted phrases, `or`, `-not`, and filters such as `class:certificate`. */
import { parseHandle } from './handle.ts'
import type { Day } from './instant.ts'
import {
  FINDING_CATEGORIES,
  INCIDENT_KINDS,
  LAYER_OUTCOMES,
  POSTMORTEM_STATES,
  SECTIONS,
  TIERS,
  type LayerOutcome,
} from './vocabulary.ts'

/** What `has:` can ask for. */
export const HAS_WORDS = [
  'open-claims',
  'actions',
  'no-actions',
  'open-actions',
  'class',
  'no-class',
  'repeat',
  'lessons',
  'restricted',
] as const
export type HasWord = (typeof HAS_WORDS)[number]

/** A word, or several in a row that were quoted. */
export interface SearchWord {
  readonly text: string
  readonly phrase: boolean
  /** Whether it may be the beginning of a longer word: the last one, which is still being typed. */
  readonly prefix: boolean
}

/** One thing that must be found, or must not: any one of its alternatives. */
export interface SearchTerm {
  readonly anyOf: readonly SearchWord[]
  readonly not: boolean
}

/** One narrowing; any one of its values is enough. Names are as typed and are looked up by who answers. */
export type LibraryFilter = WordFilter | LayerFilter

export interface WordFilter {
  readonly key:
    | 'class'
    | 'service'
    | 'team'
    | 'severity'
    | 'kind'
    | 'state'
    | 'tier'
    | 'has'
    | 'finding'
    | 'section'
    | 'language'
  readonly values: readonly string[]
  readonly not: boolean
}

export interface LayerFilter {
  readonly key: 'layer'
  /** `outcome` null = whatever came of it. */
  readonly values: readonly { readonly name: string; readonly outcome: LayerOutcome | null }[]
  readonly not: boolean
}

export interface LibraryQuery {
  /** All must hold. */
  readonly terms: readonly SearchTerm[]
  /** All must hold. */
  readonly filters: readonly LibraryFilter[]
  /** From the beginning of this day; null = no bound. */
  readonly after: Day | null
  /** Before the beginning of this day; null = no bound. */
  readonly before: Day | null
  /** The postmortem that is named by its handle (`PM-204`), if one is. */
  readonly number: number | null
  /** What looked like a filter and is none; it is searched for as words. */
  readonly notUnderstood: readonly string[]
}

/** Narrows nothing. */
export const WHOLE_LIBRARY: LibraryQuery = {
  terms: [],
  filters: [],
  after: null,
  before: null,
  number: null,
  notUnderstood: [],
}

const TOKEN = /(-?)(?:([a-z]+):)?(?:"([^"]*)"?|([^\s"]+))/giu

/** Words of filters that the domain does not list itself. */
export interface KnownWords {
  /** What `finding:` takes beside the categories; without it there is no such filter. */
  readonly rules?: readonly string[]
}

/** Reads what was typed. Never refuses: what is no filter is searched for as words and named in `notUnderstood`. */
export function parseLibraryQuery(text: string, known: KnownWords = {}): LibraryQuery {
  const query = {
    terms: [] as SearchTerm[],
    filters: [] as LibraryFilter[],
    after: null as Day | null,
    before: null as Day | null,
    number: null as number | null,
    notUnderstood: [] as string[],
  }
  let joins = false
  for (const match of text.matchAll(TOKEN)) {
    const [whole, minus, key, quoted, bare] = match
    const not = minus === '-'
    const value = quoted ?? bare ?? ''
    const filter = key === undefined ? null : filterOf(key.toLowerCase(), value, not, known)
    if (filter !== null) {
      take(query, filter)
      continue
    }
    if (key === undefined && quoted === undefined && /^(or|\|)$/i.test(value)) {
      joins = query.terms.length > 0
      continue
    }
    if (key !== undefined) query.notUnderstood.push(whole)
    const number = parseHandle('postmortem', whole)
    if (number !== null) {
      query.number = number
      continue
    }
    addWord(query.terms, wordOf(key, value, quoted !== undefined), not, joins)
    joins = false
  }
  return withPrefix(query, text)
}

interface Bound {
  readonly key: 'after' | 'before'
  readonly day: Day
}
type Filter = LibraryFilter | Bound

function take(
  query: { filters: LibraryFilter[]; after: Day | null; before: Day | null },
  filter: Filter,
): void {
  if ('day' in filter) query[filter.key] = filter.day
  else query.filters.push(filter)
}

function wordOf(key: string | undefined, value: string, phrase: boolean): SearchWord {
  return { text: key === undefined ? value : `${key} ${value}`, phrase, prefix: false }
}

function addWord(terms: SearchTerm[], word: SearchWord, not: boolean, joins: boolean): void {
  if (!/[\p{L}\p{N}]/u.test(word.text)) return
  const last = terms.at(-1)
  if (joins && last !== undefined && last.not === not) {
    terms[terms.length - 1] = { ...last, anyOf: [...last.anyOf, word] }
  } else terms.push({ anyOf: [word], not })
}

/** The last word of a query that does not end in a space is still being typed. */
function withPrefix(query: LibraryQuery, text: string): LibraryQuery {
  const last = query.terms.at(-1)
  const word = last?.anyOf.at(-1)
  if (last === undefined || word === undefined) return query
  const typing = text.endsWith(word.text) && !word.phrase && !last.not && word.text.length >= 3
  if (!typing) return query
  const ending = { ...last, anyOf: [...last.anyOf.slice(0, -1), { ...word, prefix: true }] }
  return { ...query, terms: [...query.terms.slice(0, -1), ending] }
}

function filterOf(key: string, value: string, not: boolean, known: KnownWords): Filter | null {
  const values = value.split(',').filter((one) => one !== '')
  if (values.length === 0) return null
  switch (key) {
    case 'class':
    case 'service':
    case 'team':
      return { key, values, not }
    case 'severity':
      return { key, values: values.map((one) => one.toUpperCase()), not }
    case 'language':
      return { key, values: values.map((one) => one.toLowerCase()), not }
    case 'kind':
      return closed(key, values, INCIDENT_KINDS, not)
    case 'state':
      return closed(key, values, POSTMORTEM_STATES, not)
    case 'tier':
      return closed(key, values, TIERS, not)
    case 'has':
      return closed(key, values, HAS_WORDS, not)
    case 'finding':
      return known.rules === undefined
        ? null
        : closed(key, values, [...FINDING_CATEGORIES, ...known.rules], not)
    case 'section':
      return closed(key, values, SECTIONS, not)
    case 'layer':
      return layerFilter(values, not)
    case 'after':
    case 'before': {
      const day = not ? null : dayOf(value)
      return day === null ? null : { key, day }
    }
    default:
      return null
  }
}

/** A filter on a closed list; hyphens stand for the list's underscores where it has them. */
function closed(
  key: 'kind' | 'state' | 'tier' | 'has' | 'section' | 'finding',
  values: readonly string[],
  words: readonly string[],
  not: boolean,
): LibraryFilter | null {
  const known = values.map((value) => {
    const lower = value.toLowerCase()
    return words.find((word) => [lower, lower.replaceAll('-', '_')].includes(word.toLowerCase())) ?? null
  })
  return known.every((word) => word !== null) ? { key, values: known, not } : null
}

function layerFilter(values: readonly string[], not: boolean): LibraryFilter | null {
  const layers = values.map((value) => {
    const [name = '', outcome] = value.split('=')
    const known = LAYER_OUTCOMES.find((one) => one === outcome?.toLowerCase())
    return name === '' || (outcome !== undefined && known === undefined)
      ? null
      : { name, outcome: known ?? null }
  })
  return layers.every((layer) => layer !== null) ? { key: 'layer', values: layers, not } : null
}

/** The first day of `2026`, `2026-03` or `2026-03-05`; null for anything else. */
function dayOf(text: string): Day | null {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text)
  if (match === null) return null
  const day = `${match[1]}-${match[2] ?? '01'}-${match[3] ?? '01'}`
  const date = new Date(`${day}T00:00:00Z`)
  const isDay = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
  return isDay ? (day as Day) : null
}
