/** “If only”, “if the operator had checked”, “had we tested”. */
import type { SentenceFacts } from '../facts.ts'
import { clauseEnd } from '../acts/act.ts'
import type { Token } from '../text/tokens.ts'
import type { SentenceRule } from './rule.ts'
import { hitAt } from './wording.ts'
import { ADAPTIVE } from './sources.ts'
import { hasWord, isOneOf, isTag, isWord, tagAt, wordAt } from '../text/look.ts'
import { setOf } from '../words/list.ts'

export const ifOnly: SentenceRule = {
  id: 'if-only',
  category: 'hindsight',
  severity: 'warning',
  why: '“If … had” rewrites the past instead of describing it',
  source: ADAPTIVE,
  silentIn: ['actions', 'went-well', 'lucky', 'question'],
  check(facts, context) {
    const from = conditionAt(facts)
    if (from === -1) return []
    return [
      hitAt(
        facts,
        context,
        from,
        clauseEnd(facts.tokens, from + 1),
        'What happened instead? This tells of a past that was not there.',
        ['Tell what was the case', '<what was the case, and how it looked then>'],
      ),
    ]
  },
}

function conditionAt({ tokens, words }: SentenceFacts): number {
  if (!words.has('if') && !words.has('had')) return -1
  for (const [at, token] of tokens.entries()) {
    if (token.isQuoted) continue
    if (
      token.lower === 'if' &&
      wordAt(tokens, at + 1) === 'only' &&
      hasWord(tokens, 'had were was could would', at + 2, at + 9)
    )
      return at
    if (token.lower === 'if' && hasPerfect(tokens, at)) return at
    if (token.lower === 'had' && isInverted(tokens, at)) return at
  }
  return -1
}

/** “if NP had (not) done” and, beside it, what would have followed. */
function hasPerfect(tokens: readonly Token[], at: number): boolean {
  if (isWord(tokens, at - 1, 'as ask asked check checked determine even know see unclear whether'))
    return false
  const end = clauseBreak(tokens, at)
  const had = tokens.slice(at + 1, end).findIndex((token) => token.lower === 'had') + at + 1
  if (had === at) return false
  let verb = had + 1
  while (isTag(tokens, verb, 'adv neg') || wordAt(tokens, verb) === 'been') verb += 1
  if (HARMED.has(wordAt(tokens, verb))) return false
  const isVerb = tagAt(tokens, verb) === 'verb' || wordAt(tokens, verb - 1) === 'been'
  return isVerb && hasConsequence(tokens)
}

/** “Had it been exploited” fears the worse, it wishes for nothing better. */
const HARMED = setOf('exploited happened')

function clauseBreak(tokens: readonly Token[], from: number): number {
  const at = tokens.findIndex((token, index) => index > from && /^[,;.]$/.test(token.text))
  return at === -1 ? tokens.length : at
}

const hasConsequence = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (token, at) =>
      isOneOf(token.lower, 'would could might should') &&
      tokens.slice(at + 1, at + 5).some((next) => next.lower === 'have' || next.lower === 'be'),
  )

/** “Had we tested this, …”: at the head of a clause, before its subject. */
function isInverted(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  const opens =
    before === undefined ||
    before.text === ',' ||
    before.text === ':' ||
    before.text === ';' ||
    before.lower === 'and'
  const isTrailing = hasWord(tokens, 'would could', 0, at) && before?.tag !== 'pron'
  if (!(opens || isTrailing) || !isTag(tokens, at + 1, 'det pron name noun')) return false
  const end = clauseBreak(tokens, at)
  const clause = tokens.slice(at + 2, end)
  if (clause.some(({ lower }) => HARMED.has(lower))) return false
  const hasVerb = clause.some((token) => token.tag === 'verb' || token.lower === 'been')
  return hasVerb && hasConsequence(tokens)
}
