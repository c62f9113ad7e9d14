/** Finds the noun phrase that begins at a token. */
import type { NounPhrase } from './noun-phrase.ts'
import type { Token } from './tag.ts'

const INSIDE = new Set(['det', 'adj', 'noun', 'name', 'num', 'code', 'poss', 'ing', 'adv'])

/** The phrase from `from` on, up to its first modifier; null where none begins. */
export function phraseAt(tokens: readonly Token[], from: number, depth = 0): NounPhrase | null {
  if (tokens[from]?.tag === 'pron')
    return { from, to: from + 1, head: from, of: ofPhrase(tokens, from + 1, depth) }
  let to = from
  while (to < tokens.length && INSIDE.has(tokens[to]?.tag ?? '')) {
    if (to > from && tokens[to]?.tag === 'det') break
    if (tokens[to]?.tag === 'ing' && to > from && /^(?:noun|name)$/.test(tokens[to - 1]?.tag ?? '')) break
    to += 1
  }
  let head = to - 1
  while (head >= from && !/^(?:noun|name|code)$/.test(tokens[head]?.tag ?? '')) head -= 1
  if (head < from) return null
  return { from, to, head, of: ofPhrase(tokens, to, depth) }
}

/** “of our engineers” behind “one”. */
const ofPhrase = (tokens: readonly Token[], at: number, depth: number): NounPhrase | null =>
  tokens[at]?.lower === 'of' && depth < 2 ? phraseAt(tokens, at + 1, depth + 1) : null
