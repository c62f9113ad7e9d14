/** Finds who or what does a verb: its subject, through joined verbs, relative clauses and insertions. */
import { nearestBefore, phraseBefore, type NounPhrase } from './noun-phrase.ts'
import type { Token } from './tokens.ts'
import { isOneOf, tagAt, wordAt } from './look.ts'

const BEFORE_VERB = new Set(['adv', 'aux', 'modal', 'neg'])

/** Insertions longer than this many tokens are not looked past. */
const LONGEST_INSERTION = 16

/** The subject of the verb at `verb`; null where the sentence names none. */
export function subjectOf(tokens: readonly Token[], verb: number, depth = 0): NounPhrase | null {
  if (depth > 4) return null
  let end = verb
  while (end > 0 && BEFORE_VERB.has(tokens[end - 1]?.tag ?? '')) end -= 1
  const before = tokens[end - 1]
  if (before === undefined) return null
  if (
    before.lower === 'to' ||
    isOneOf(before.lower, 'attempted began chose decided managed opted proceeded started tried went')
  ) {
    return subjectOfController(tokens, end - 1, depth)
  }
  if (before.tag === 'conj') return subjectOfJoined(tokens, end - 1, depth)
  if (before.lower === 'who') return nearestBefore(tokens, tokens[end - 2]?.text === ',' ? end - 2 : end - 1)
  if (before.tag === 'rel') return phraseBefore(tokens, tokens[end - 2]?.text === ',' ? end - 2 : end - 1)
  if (before.text === ',') return subjectPastInsertion(tokens, end - 1, depth)
  return pastRelative(tokens, phraseBefore(tokens, end))
}

/** “The person who approved the change did not look”: past “the change” to whom the clause speaks of. */
function pastRelative(tokens: readonly Token[], phrase: NounPhrase | null): NounPhrase | null {
  if (phrase === null || tagAt(tokens, phrase.from - 1) !== 'verb') return phrase
  let at = phrase.from - 2
  while (BEFORE_VERB.has(tokens[at]?.tag ?? '')) at -= 1
  if (wordAt(tokens, at) === 'whoever') return { from: at, to: at + 1, head: at, of: null }
  return tagAt(tokens, at) === 'rel' ? (phraseBefore(tokens, at) ?? phrase) : phrase
}

/** “decided to ignore”: who decided. */
function subjectOfController(tokens: readonly Token[], to: number, depth: number): NounPhrase | null {
  for (let at = to; at >= 0 && to - at < 5; at -= 1) {
    if (tagAt(tokens, at) === 'verb') return subjectOf(tokens, at, depth + 1)
  }
  return null
}

/** “replaced the disk and did not report it”: who replaced. */
function subjectOfJoined(tokens: readonly Token[], conj: number, depth: number): NounPhrase | null {
  for (let at = conj - 1; at >= 0; at -= 1) {
    const tag = tokens[at]?.tag
    if (tokens[at]?.text === ';') return null
    if (tag === 'verb' || tag === 'aux')
      return isModifier(tokens, at) ? null : subjectOf(tokens, at, depth + 1)
  }
  return null
}

const isModifier = (tokens: readonly Token[], at: number): boolean =>
  wordAt(tokens, at + 1) === 'by' && tagAt(tokens, at - 1) === 'noun'

/** “Our DBA, despite several warnings, failed”: past the insertion. “When it fired, failed” has no subject. */
function subjectPastInsertion(tokens: readonly Token[], comma: number, depth: number): NounPhrase | null {
  for (let at = comma - 1; at > 0 && comma - at < LONGEST_INSERTION; at -= 1) {
    if (tokens[at]?.text !== ',') continue
    const phrase = phraseBefore(tokens, at)
    return phrase ?? subjectOfJoined(tokens, at, depth + 1)
  }
  // “, ignored the alert”: a list of verbs.
  return subjectOfJoined(tokens, comma, depth + 1)
}
