/** Finds the noun phrase that begins at a token. */
import type { NounPhrase } from './noun-phrase.ts'
import type { Token } from './tokens.ts'
import { isTag, tagAt, wordAt } from './look.ts'

const INSIDE = new Set(['det', 'adj', 'noun', 'name', 'num', 'code', 'poss', 'ing', 'adv'])

/** The phrase from `from` on, up to its first modifier; null where none begins. */
export function phraseAt(tokens: readonly Token[], from: number, depth = 0): NounPhrase | null {
  if (tagAt(tokens, from) === 'pron')
    return { from, to: from + 1, head: from, of: ofPhrase(tokens, from + 1, depth) }
  let to = from
  while (to < tokens.length && INSIDE.has(tokens[to]?.tag ?? '')) {
    if (to > from && tagAt(tokens, to) === 'det') break
    if (tagAt(tokens, to) === 'ing' && to > from && isTag(tokens, to - 1, 'noun name')) break
    to += 1
  }
  let head = to - 1
  while (head >= from && !isTag(tokens, head, 'noun name code')) head -= 1
  if (head < from) return null
  return { from, to, head, of: ofPhrase(tokens, to, depth) }
}

/** “of our engineers” behind “one”. */
const ofPhrase = (tokens: readonly Token[], at: number, depth: number): NounPhrase | null =>
  wordAt(tokens, at) === 'of' && depth < 2 ? phraseAt(tokens, at + 1, depth + 1) : null
