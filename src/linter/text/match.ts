/** Finds phrases written as data among the tokens of a sentence. */
import { wordAt, type Token } from './tag.ts'

/** One place in a phrase: the words that may stand there, or a gap. */
type Place = ReadonlySet<string>

/** In a phrase, stands for one to six tokens within a clause. */
const GAP = '…'
const LONGEST_GAP = 6

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

/** Reads phrases, one a line; `a|b` are alternatives at one place, `…` a gap of one to six tokens. */
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
    const to = endOf(phrase.places, 0, tokens, at)
    if (to !== -1) return { from: at, to, phrase }
  }
  return null
}

/** Index past the last token of the places from `place` on, matched from `at`; -1 where they do not stand. */
function endOf(places: readonly Place[], place: number, tokens: readonly Token[], at: number): number {
  let next = at
  for (let index = place; index < places.length; index += 1, next += 1) {
    const words = places[index] as Place
    if (words.has(GAP)) return endPastGap(places, index + 1, tokens, next)
    if (!words.has(wordAt(tokens, next))) return -1
  }
  return next
}

function endPastGap(places: readonly Place[], place: number, tokens: readonly Token[], from: number): number {
  for (let at = from; at < from + LONGEST_GAP && tokens[at]?.tag !== 'punct'; at += 1) {
    const end = endOf(places, place, tokens, at + 1)
    if (end !== -1) return end
  }
  return -1
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
