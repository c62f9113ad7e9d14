/** Looks at tokens by word and by tag. Words and tags are written as running text: `isWord(tokens, at, 'took takes')`. */
import type { Tag, Token } from './tokens.ts'
import { wordsOf } from '../words/list.ts'

/** Words parted by spaces, or a set of them. */
type Words = string | ReadonlySet<string>

/** Sets by the text they were written as. */
const READ = new Map<string, ReadonlySet<string>>()

function read(words: string): ReadonlySet<string> {
  const known = READ.get(words)
  if (known !== undefined) return known
  const set = new Set(wordsOf(words))
  READ.set(words, set)
  return set
}

const setFrom = (words: Words): ReadonlySet<string> => (typeof words === 'string' ? read(words) : words)

/** Whether a word stands among others. */
export const isOneOf = (word: string, words: Words): boolean => setFrom(words).has(word)

/** The token’s word in lower case; empty beyond either end. */
export const wordAt = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? ''

/** The token’s tag; empty beyond either end. */
export const tagAt = (tokens: readonly Token[], at: number): Tag | '' => tokens[at]?.tag ?? ''

export const isWord = (tokens: readonly Token[], at: number, words: Words): boolean =>
  isOneOf(wordAt(tokens, at), words)

export const isTag = (tokens: readonly Token[], at: number, tags: string): boolean =>
  isOneOf(tagAt(tokens, at), tags)

/** Whether one of the words stands in `tokens[from, to)`; places beyond the ends hold none. */
export function hasWord(
  tokens: readonly Token[],
  words: Words,
  from = 0,
  to: number = tokens.length,
): boolean {
  const set = setFrom(words)
  for (let at = Math.max(from, 0); at < Math.min(to, tokens.length); at += 1)
    if (set.has(wordAt(tokens, at))) return true
  return false
}

/** Whether a token of `tokens[from, to)` has one of the tags. */
export function hasTag(
  tokens: readonly Token[],
  tags: string,
  from = 0,
  to: number = tokens.length,
): boolean {
  const set = setFrom(tags)
  for (let at = Math.max(from, 0); at < Math.min(to, tokens.length); at += 1)
    if (set.has(tagAt(tokens, at))) return true
  return false
}
