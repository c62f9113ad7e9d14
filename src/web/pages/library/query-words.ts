/** The library's query as a person types it: its filters and words, where each stands, and what could complete it. */

/** Names of filters, as the server reads them. */
export const FILTERS = [
  'class',
  'service',
  'team',
  'severity',
  'kind',
  'state',
  'layer',
  'before',
  'after',
  'has',
] as const
export type Filter = (typeof FILTERS)[number]

export interface Part {
  /** The part as typed, white space included. */
  readonly text: string
  readonly start: number
  /** Set where the part narrows by a filter; null for a plain word or white space. */
  readonly filter: Filter | null
  /** The filter's value without quotes; the word itself otherwise. */
  readonly value: string
  /** Whether a minus excludes it. */
  readonly not: boolean
}

const PART = /\s+|-?[a-z]+:(?:"[^"]*"?|[^\s"]*)+|"[^"]*"?|[^\s]+/giu
const NAMED = /^(-?)([a-z]+):(.*)$/isu

/** Cuts a query into parts that together are the query again. */
export function partsOf(query: string): readonly Part[] {
  return [...query.matchAll(PART)].map((match) => {
    const [text] = match
    const named = NAMED.exec(text)
    const filter = FILTERS.find((one) => one === named?.[2]?.toLowerCase()) ?? null
    return {
      text,
      start: match.index,
      filter,
      value: (filter === null ? text : (named?.[3] ?? '')).replaceAll('"', '').trim(),
      not: text.startsWith('-') && text.length > 1,
    }
  })
}

/** The part under the caret, when it is a filter whose value is being typed. */
export function partAt(query: string, caret: number): Part | null {
  const part = partsOf(query).find((one) => caret > one.start && caret <= one.start + one.text.length)
  return part === undefined || part.filter === null ? null : part
}

/** A value as it must be written: in quotes where it holds a space. */
export const quoted = (value: string): string => (/\s/.test(value) ? `"${value}"` : value)

/** The query with the value of one part replaced, and a space after it to go on. */
export function completed(query: string, part: Part, value: string): string {
  const before = query.slice(0, part.start)
  const after = query.slice(part.start + part.text.length).trimStart()
  return `${before}${part.not ? '-' : ''}${part.filter}:${quoted(value)} ${after}`
}

/** The query with a filter begun at its end, ready for its value. */
export const begun = (query: string, filter: Filter): string =>
  `${query.trimEnd()}${query.trim() === '' ? '' : ' '}${filter}:`
