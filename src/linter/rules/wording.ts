/** Cuts the words of a sentence out of its source, for messages and rewrites. */
import type { SentenceFacts } from '../facts.ts'
import type { Act } from '../acts/act.ts'
import { gerundOf } from '../words/forms.ts'
import { ERR, MISDEED } from '../words/verbs.ts'
import type { Context, Hit } from './rule.ts'

const LONGEST_QUOTE = 60

/** The source behind tokens `from` to `to`, white space made single. */
export function wordsFrom(facts: SentenceFacts, context: Context, from: number, to: number): string {
  const first = facts.tokens[from]
  const last = facts.tokens[to - 1]
  if (first === undefined || last === undefined || to <= from) return ''
  const origin = facts.block.start
  return context.source
    .slice(origin + first.start, origin + last.end)
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** For a message: cut to a length that fits one line. */
export function quoted(words: string): string {
  return words.length > LONGEST_QUOTE ? `“${words.slice(0, LONGEST_QUOTE - 1)}…”` : `“${words}”`
}

/** Where tokens `from` to `to` stand in the block. */
export function spanOfTokens(facts: SentenceFacts, from: number, to: number): { start: number; end: number } {
  const start = facts.tokens[from]?.start ?? facts.span.start
  return { start, end: Math.max(start, facts.tokens[Math.max(from, to - 1)]?.end ?? facts.span.end) }
}

/** Whom the act is laid at, as the sentence calls them. */
export function agentWords(facts: SentenceFacts, context: Context, act: Act): string {
  const { phrase } = act.agent
  const words = phrase === null ? '' : wordsFrom(facts, context, phrase.from, phrase.of?.to ?? phrase.to)
  return words.replace(/^they$/i, 'them')
}

/** “noticing the alert for 30 minutes”: the act as a thing; a blank where the sentence only calls it wrong. */
export function actAsThing(facts: SentenceFacts, context: Context, act: Act): string {
  if (act.verb === ERR || act.verb === MISDEED || !/^[a-z-]+$/.test(act.verb)) return '<step>'
  const rest = act.object < act.to ? ` ${wordsFrom(facts, context, act.object, act.to)}` : ''
  return `${gerundOf(act.verb)}${rest}`
}

/** Words from the head of a sentence as they stand within one: “the failover”. */
export const within = (words: string): string =>
  words.replace(/^(?:The|An?|Our|Their|These|Those|This|That|My|Its)\b/, (first) => first.toLowerCase())

/** With the capital of the sentence's first word where the rewrite opens the sentence. */
export function opening(act: Act, text: string): string {
  return act.from === 0 ? text : text.charAt(0).toLowerCase() + text.slice(1)
}

/** A rewrite as rules write it: title, replacement, whether it can be applied unread. */
type Written = readonly [title: string, replacement: string, isSafe?: boolean]

/** A hit at tokens `from` to `to`; “” in the message stands for their words. */
export const hitAt = (
  facts: SentenceFacts,
  context: Context,
  from: number,
  to: number,
  message: string,
  ...rewrites: readonly Written[]
): Hit => hitSaying(facts, from, to, message, wordsFrom(facts, context, from, to), rewrites)

/** A hit at an act; “” in the message stands for whom it is laid at. */
export const actHit = (
  facts: SentenceFacts,
  context: Context,
  act: Act,
  message: string,
  ...rewrites: readonly Written[]
): Hit => hitSaying(facts, act.from, act.to, message, agentWords(facts, context, act), rewrites)

const hitSaying = (
  facts: SentenceFacts,
  from: number,
  to: number,
  message: string,
  words: string,
  rewrites: readonly Written[],
): Hit => ({
  ...spanOfTokens(facts, from, to),
  message: message.replace('“”', () => quoted(words)),
  rewrites: rewrites.map(([title, replacement, isSafe = false]) => ({ title, replacement, isSafe })),
})
