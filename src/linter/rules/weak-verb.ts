/** Actions that only look: “investigate”, “consider”, “discuss”. */
import { isActionPlace, isBounded, leadOf } from '../actions/lead.ts'
import { phraseBook, phraseStartingAt } from '../text/match.ts'
import type { Token } from '../text/tokens.ts'
import { STRONG_ACTION_VERBS, WEAK_ACTION_VERBS } from '../words/verbs.ts'
import type { SentenceRule } from './rule.ts'
import { quoted, hitAt, wordsFrom } from './wording.ts'
import { LUNNEY } from './sources.ts'
import { isOneOf, isWord, wordAt } from '../text/look.ts'

export const weakVerb: SentenceRule = {
  id: 'weak-verb',
  category: 'weak-action',
  severity: 'warning',
  why: 'Actions are actionable, specific and bounded; “Investigate monitoring” is the authors’ own bad example',
  source: LUNNEY,
  silentIn: [],
  check(facts, context) {
    if (!isActionPlace(facts, context.role)) return []
    const lead = leadOf(facts.tokens)
    if (
      lead === -1 ||
      !isLooking(facts.tokens, lead) ||
      isBounded(facts, lead, isTimeboxed(facts.tokens)) ||
      hasOutcome(facts.tokens, lead)
    )
      return []
    const object = wordsFrom(facts, context, lead + 1, facts.tokens.length).replace(/[.;]$/, '')
    return [
      hitAt(
        facts,
        context,
        lead,
        facts.tokens.length,
        `What will be different when it is done? ${quoted(wordsFrom(facts, context, lead, lead + 2))} has no end.`,
        ['Name the change', `Add <thing> so that <measurable>; done when <check>`],
        ['Bound the search', `Find out ${object.slice(0, 120)} within <n> days and write down the decision`],
      ),
    ]
  },
}

const LOOKING = phraseBook(`
come up with
find a|out|ways
get a better feel|idea|sense|understanding
have|having|take|taking a chat|conversation|discussion|look|think
research
see about|how|if|what|whether
think|thinking
work out|with
~dig deeper|in|into
~drill down|into
~get to the
~reach out
~start a|the conversation|discussion
~start discussing|investigating|looking|talking|thinking
~take another|closer look
`)

/** What makes verbs of looking look at nothing in particular. */
function isLooking(tokens: readonly Token[], lead: number): boolean {
  const lower = wordAt(tokens, lead)
  const next = wordAt(tokens, lead + 1)
  const isNoun =
    isOneOf(lower, 'analysis consideration discussion evaluation investigation research review') &&
    isOneOf(next, 'of into on about whether')
  if (isNoun) return true
  const base = lower.endsWith('ing') ? lower.replace(/ing$/, '') : lower
  if (phraseStartingAt(LOOKING, tokens, lead) !== null) return true
  if (!WEAK_ACTION_VERBS.has(lower) && !WEAK_ACTION_VERBS.has(base) && !WEAK_ACTION_VERBS.has(`${base}e`))
    return false
  if (isOneOf(lower, 'look looking')) return isOneOf(next, 'into at for more again deeper further')
  if (isOneOf(lower, 'figure figuring')) return next === 'out'
  if (isOneOf(lower, 'find finding')) return isOneOf(next, 'a out ways better some the')
  if (isOneOf(lower, 'follow following')) return isOneOf(next, 'up')
  if (isOneOf(lower, 'check checking see')) return isOneOf(next, 'if whether with why how what for in')
  if (isOneOf(lower, 'talk talking think thinking')) return isOneOf(next, 'to with about through of')
  return true
}

/** A figure bounds looking only as its limit: “for two days”, “by 12 May”. */
const isTimeboxed = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (token, at) =>
      token.tag === 'num' &&
      tokens
        .slice(Math.max(0, at - 2), at)
        .some((word) => isOneOf(word.lower, 'within for by until before in max under below at')),
  )

/** “… and report the result”, “… write up a proposal”. */
function hasOutcome(tokens: readonly Token[], lead: number): boolean {
  return tokens
    .slice(lead + 1)
    .some(
      (token, index, rest) =>
        isWord(rest, index - 1, 'and then') &&
        (STRONG_ACTION_VERBS.has(token.lower) ||
          isOneOf(token.lower, 'agree decide file present propose record report')),
    )
}
