/** Finds noun phrases: the one that ends at a token, and its head. */
import { isDay } from '../words/calendar.ts'
import { isGivenName } from '../words/people.ts'
import type { Token } from './tokens.ts'
import { isOneOf, isTag, isWord, tagAt, wordAt } from './look.ts'

export interface NounPhrase {
  /** Index of its first token in the sentence. */
  readonly from: number
  /** Index just past its last token, modifiers after the head not counted. */
  readonly to: number
  /** Index of the head. */
  readonly head: number
  /** The phrase behind a partitive or a role: “the identity team” in “members of the identity team”. */
  readonly of: NounPhrase | null
}

const INSIDE = new Set(['det', 'adj', 'noun', 'name', 'num', 'code', 'poss', 'prep', 'ing'])
const LONGEST = 25

/** The phrase that ends just before `end`, which heads whatever it is modified by; null where there is none. */
export function phraseBefore(tokens: readonly Token[], end: number): NounPhrase | null {
  const last = tokens[end - 1]
  if (last === undefined) return null
  if (last.tag === 'pron') return { from: end - 1, to: end, head: end - 1, of: null }
  return headPhrase(tokens, leftEdge(tokens, end), end)
}

/** The noun phrase that ends just before `end` without what it modifies: “a release manager” in “goes back to a release manager who”. */
export function nearestBefore(tokens: readonly Token[], end: number): NounPhrase | null {
  let from = end
  while (from > 0 && isTag(tokens, from - 1, 'det adj noun name num code poss')) {
    from -= 1
    if (tagAt(tokens, from) === 'det') break
  }
  if (from === end || wordAt(tokens, from - 1) === 'of') return phraseBefore(tokens, end)
  return headPhrase(tokens, from, end)
}

/** How far left the phrase and its modifiers reach. */
function leftEdge(tokens: readonly Token[], end: number): number {
  let from = end
  while (from > 0 && end - from < LONGEST) {
    const before = tokens[from - 1] as Token
    if (before.text === ')') {
      const open = openingOf(tokens, from - 1)
      if (open === -1) break
      from = open
    } else if (
      INSIDE.has(before.tag) ||
      isReducedRelative(tokens, from - 1) ||
      isDirection(tokens, from - 1) ||
      joins(tokens, from - 1)
    )
      from -= 1
    else if (before.tag === 'pron' && tagAt(tokens, from) === 'prep') return from - 1
    else break
  }
  return from
}

function openingOf(tokens: readonly Token[], close: number): number {
  for (let at = close - 1; at >= 0 && close - at < LONGEST; at -= 1) if (tokens[at]?.text === '(') return at
  return -1
}

/** “pushed” in “the config pushed by Bob failed”. */
function isReducedRelative(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at + 1]
  const before = tokens[at - 1]
  if (tagAt(tokens, at) !== 'verb' || before === undefined || after === undefined) return false
  return isOneOf(before.tag, 'noun name code') && isOneOf(after.lower, 'by to in on from for at with via')
}

/** “to” before a noun: “the page sent to the engineer”. */
const isDirection = (tokens: readonly Token[], at: number): boolean =>
  tagAt(tokens, at) === 'to' && isTag(tokens, at + 1, 'det noun name code adj num')

/** “and” between two nouns of one subject. */
function joins(tokens: readonly Token[], at: number): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]]
  if (!isWord(tokens, at, 'and or &') || before === undefined || after === undefined) return false
  return isOneOf(before.tag, 'noun name code') && isOneOf(after.tag, 'det noun name adj code')
}

interface Group {
  from: number
  to: number
  /** The preposition or participle before it, which makes it a modifier. */
  governor: number
}

function headPhrase(tokens: readonly Token[], from: number, end: number): NounPhrase | null {
  const groups = groupsOf(tokens, from, end)
  const ungoverned = groups.findIndex((group) => group.governor === -1)
  // “Two days before the cut-over | the data group”: the first tells when.
  const isTime =
    isWord(tokens, from - 1, 'before after since until') && groups[ungoverned + 1]?.governor === -1
  const first = isTime ? ungoverned + 1 : ungoverned
  const group = groups[first]
  if (group === undefined) return null
  const head = headOf(tokens, group)
  if (head === -1) return null
  const next = groups[first + 1]
  const linksOn = next !== undefined && next.governor !== -1 && wordAt(tokens, next.governor) === 'of'
  const of = linksOn ? { from: next.from, to: next.to, head: headOf(tokens, next), of: null } : null
  return { from: group.from, to: group.to, head, of: of !== null && of.head !== -1 ? of : null }
}

function groupsOf(tokens: readonly Token[], from: number, end: number): Group[] {
  const groups: Group[] = []
  let governor = -1
  let open: Group | null = null
  for (let at = from; at < end; at += 1) {
    const token = tokens[at] as Token
    if (token.text === '(') {
      while (at < end - 1 && tokens[at]?.text !== ')') at += 1
      continue
    }
    const modifies =
      token.tag === 'prep' ||
      token.tag === 'to' ||
      token.tag === 'verb' ||
      (token.tag === 'ing' && open !== null && isAfterNoun(tokens, at))
    if (modifies) {
      governor = at
      open = null
    } else if (open === null || startsAnew(tokens, open, at)) {
      open = { from: at, to: at + 1, governor: open === null ? governor : -1 }
      groups.push(open)
      governor = -1
    } else open.to = at + 1
  }
  return groups
}

const isAfterNoun = (tokens: readonly Token[], at: number): boolean =>
  isTag(tokens, at - 1, 'noun name code num')

/** “In the morning | Bob”, “during the deploy | the engineer”. */
function startsAnew(tokens: readonly Token[], open: Group, at: number): boolean {
  const token = tokens[at] as Token
  const isNoun = isAfterNoun(tokens, at)
  if (token.tag === 'det') return isNoun
  return (
    isNoun &&
    open.governor !== -1 &&
    token.tag === 'name' &&
    isGivenName(token.lower) &&
    (tagAt(tokens, at - 1) !== 'name' || isDay(wordAt(tokens, at - 1)))
  )
}

function headOf(tokens: readonly Token[], group: Group): number {
  for (let at = group.to - 1; at >= group.from; at -= 1) {
    const tag = tokens[at]?.tag
    if (tag === 'noun' || tag === 'name' || tag === 'code' || tag === 'pron') return at
  }
  const last = group.to - 1
  return tagAt(tokens, last) === 'ing' || tagAt(tokens, last) === 'num' || tagAt(tokens, last) === 'adj'
    ? last
    : -1
}
