/** Finds phrases written as data among the tokens of a sentence. */
import { wordAt, type Token } from './tag.ts'

/** One place in a phrase: the words that may stand there. */
type Place = ReadonlySet<string>

/** A phrase ready for matching: places in a row. */
export interface Phrase {
  readonly places: readonly Place[]
}

export interface Match {
  readonly from: number
  readonly to: number
  readonly phrase: Phrase
}

/** Phrases by the words they may begin with. */
export type PhraseBook = ReadonlyMap<string, readonly Phrase[]>

/** Reads phrases, one a line; `a|b` are alternatives at one place. */
export function phraseBook(lines: string): PhraseBook {
  const book = new Map<string, Phrase[]>()
  for (const line of lines.split('\n')) {
    const places = line
      .trim()
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => new Set(word.split('|')))
    for (const first of places[0] ?? []) {
      const phrases = book.get(first) ?? []
      phrases.push({ places })
      book.set(first, phrases)
    }
  }
  return book
}

/** The first phrase that stands at `at`, or null. */
export function phraseStartingAt(book: PhraseBook, tokens: readonly Token[], at: number): Match | null {
  const lower = tokens[at]?.lower
  if (lower === undefined) return null
  for (const phrase of book.get(lower) ?? []) {
    if (phrase.places.every((place, index) => place.has(wordAt(tokens, at + index)))) {
      return { from: at, to: at + phrase.places.length, phrase }
    }
  }
  return null
}

/** Every phrase of the sentence outside quotation marks. */
export function phrasesIn(book: PhraseBook, tokens: readonly Token[]): Match[] {
  const found: Match[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at]?.isQuoted === true) continue
    const match = phraseStartingAt(book, tokens, at)
    if (match !== null) found.push(match)
  }
  return found
}
