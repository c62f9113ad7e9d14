/** Finds phrases written as data among the tokens of a sentence. */
import type { Token } from './tokens.ts'
import { GROUPS } from '../words/groups.ts'
import { isTag, tagAt, wordAt } from './look.ts'
import { wordsOf } from '../words/list.ts'

/** One place in a phrase: the words that may stand there, or a gap. */
type Place = ReadonlySet<string>

/** In a phrase, stands for one to six tokens within a clause. */
const GAP = '…'
const LONGEST_GAP = 6

/** In a phrase, stands for any one word of substance. */
const ANY = '*'

/** A phrase ready for matching: places in a row. */
type Phrase = readonly Place[]

export interface Match {
  readonly from: number
  readonly to: number
}

/** Phrases by the words they may begin with. */
export type PhraseBook = ReadonlyMap<string, readonly Phrase[]>

/** Which books have phrases that begin with a word. */
const BEGINNINGS = new Map<string, PhraseBook[]>()

/**
 * Reads phrases, one a line; `a|b` are alternatives at one place, `~drop` every form of a verb, `$units` any word of a
 * group, `*` any one word, `…` a gap of one to six tokens.
 */
export function phraseBook(lines: string): PhraseBook {
  const book = new Map<string, Phrase[]>()
  for (const line of lines.split('\n')) {
    const places = line
      .trim()
      .split(/\s+/)
      .filter((word) => word !== '')
      .map(placeOf)
    for (const first of places[0] ?? []) {
      const phrases = book.get(first) ?? []
      phrases.push(places)
      book.set(first, phrases)
    }
  }
  for (const first of book.keys()) {
    const books = BEGINNINGS.get(first)
    if (books === undefined) BEGINNINGS.set(first, [book])
    else books.push(book)
  }
  return book
}

/** What may stand at one place: `a|~drop|$units`. */
function placeOf(written: string): Place {
  const whole = groupOf(written)
  if (whole !== null) return whole
  return new Set(written.split('|').flatMap((word) => [...(groupOf(word) ?? wordsOf(word))]))
}

const groupOf = (word: string): Place | null =>
  word.startsWith('$') ? (GROUPS[word.slice(1)] ?? null) : null

/** Where in a sentence phrases of each book may begin, outside quotation marks. */
type Beginnings = ReadonlyMap<PhraseBook, readonly number[]>

/** Most sentences hold the beginning of no phrase of most books: one look at each word finds out for all of them. */
const FOUND = new WeakMap<readonly Token[], Beginnings>()

function beginningsIn(tokens: readonly Token[]): Beginnings {
  const known = FOUND.get(tokens)
  if (known !== undefined) return known
  const found = new Map<PhraseBook, number[]>()
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token
    const books = token.isQuoted ? undefined : BEGINNINGS.get(token.lower)
    if (books === undefined) continue
    for (const book of books) {
      const places = found.get(book)
      if (places === undefined) found.set(book, [at])
      else places.push(at)
    }
  }
  FOUND.set(tokens, found)
  return found
}

const NONE: readonly Match[] = []

/** The first phrase that stands at `at`, or null. */
export function phraseStartingAt(book: PhraseBook, tokens: readonly Token[], at: number): Match | null {
  const lower = tokens[at]?.lower
  if (lower === undefined) return null
  const phrases = book.get(lower)
  if (phrases === undefined) return null
  for (const phrase of phrases) {
    const to = endOf(phrase, 0, tokens, at)
    if (to !== -1) return { from: at, to }
  }
  return null
}

/** Index past the last token of the places from `place` on, matched from `at`; -1 where they do not stand. */
function endOf(places: readonly Place[], place: number, tokens: readonly Token[], at: number): number {
  let next = at
  for (let index = place; index < places.length; index += 1, next += 1) {
    const words = places[index] as Place
    if (words.has(GAP)) return endPastGap(places, index + 1, tokens, next)
    if (
      !words.has(wordAt(tokens, next)) &&
      !(words.has(ANY) && isTag(tokens, next, 'noun adj name verb ing adv'))
    )
      return -1
  }
  return next
}

function endPastGap(places: readonly Place[], place: number, tokens: readonly Token[], from: number): number {
  for (let at = from; at < from + LONGEST_GAP && tagAt(tokens, at) !== 'punct'; at += 1) {
    const end = endOf(places, place, tokens, at + 1)
    if (end !== -1) return end
  }
  return -1
}

/** Every phrase of the sentence outside quotation marks. */
export function phrasesIn(book: PhraseBook, tokens: readonly Token[]): readonly Match[] {
  const beginnings = beginningsIn(tokens).get(book)
  if (beginnings === undefined) return NONE
  const found: Match[] = []
  for (const at of beginnings) {
    const match = phraseStartingAt(book, tokens, at)
    if (match !== null) found.push(match)
  }
  return found
}
