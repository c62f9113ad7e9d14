/** “A canary would have caught it”, “this would have been avoided”. */
import { clauseEnd } from '../acts/act.ts'
import { baseOf } from '../words/forms.ts'
import type { Token } from '../text/tokens.ts'
import { IMPROVEMENTS, MAKE_IT_AN_ACTION, perfectVerb } from './could-have.ts'
import type { SentenceRule } from './rule.ts'
import { hitAt } from './wording.ts'
import { HUMAN_VERBS } from '../words/verbs.ts'
import { ETSY } from './sources.ts'
import { hasTag, hasWord, isOneOf, isWord, wordAt } from '../text/look.ts'

export const wouldHave: SentenceRule = {
  id: 'would-have',
  category: 'hindsight',
  severity: 'warning',
  why: 'It states as certain what nobody can know, and hides a proposal that belongs among the actions',
  source: ETSY,
  silentIn: ['actions', 'went-well', 'lucky', 'heading', 'question'],
  check(facts, context) {
    if (!facts.words.has('would')) return []
    for (const [at, token] of facts.tokens.entries()) {
      if (token.isQuoted || token.lower !== 'would') continue
      const verbAt = perfectVerb(facts.tokens, at)
      if (verbAt === -1 || !isSaving(facts.tokens, at, verbAt)) continue
      return [
        hitAt(
          facts,
          context,
          at,
          clauseEnd(facts.tokens, verbAt + 1),
          'Is this a proposal? Then it belongs among the actions, with a measure.',
          isWord(facts.tokens, at - 1, 'i it that they this we')
            ? MAKE_IT_AN_ACTION
            : ['State what was absent', 'was not in place'],
        ),
      ]
    }
    return []
  },
}

function isSaving(tokens: readonly Token[], at: number, verbAt: number): boolean {
  const verb = baseOf(wordAt(tokens, verbAt))
  if (isNever(tokens, at, verbAt)) return true
  if (isBetter(tokens, verbAt) || isOurs(tokens, at, verb)) return true
  if (isWord(tokens, verbAt, 'happened occurred')) return hasTag(tokens, 'neg', at, verbAt)
  if (hasWord(tokens, 'if whether', at - 9, at) && isWord(tokens, 0, 'investigate check see ask consider'))
    return false
  // “This would have caught it” behind a proposal gives its reason.
  if (isWord(tokens, at - 1, 'this that it') && wordAt(tokens, verbAt - 1) !== 'been') return false
  if (verb === 'block' && wordAt(tokens, verbAt - 1) === 'been') return false
  if (!(IMPROVEMENTS.has(verb) || isOneOf(verb, 'expose keep')) || hasTag(tokens, 'neg', at, verbAt))
    return false
  return !hasWord(tokens, 'anyone attacker+ malicious resolution unauthorized worse', verbAt + 1, verbAt + 6)
}

/** “Would never have reached production.” */
const isNever = (tokens: readonly Token[], at: number, verbAt: number): boolean =>
  wordAt(tokens, at + 1) === 'never' && isWord(tokens, verbAt, 'reached happened gone made got been left')

/** “It would have been better to roll back.” */
const isBetter = (tokens: readonly Token[], verbAt: number): boolean =>
  isWord(tokens, verbAt, 'better safer faster easier best wiser') ||
  (wordAt(tokens, verbAt) === 'to' && wordAt(tokens, verbAt - 1) === 'been') ||
  // “It would have taken five minutes to compare the two.”
  (wordAt(tokens, verbAt) === 'taken' && hasWord(tokens, 'to', verbAt, verbAt + 7)) ||
  (isWord(tokens, verbAt, 'enough sufficient') && wordAt(tokens, verbAt + 1) === 'to')

/** “We would have declared the incident earlier.” */
const isOurs = (tokens: readonly Token[], at: number, verb: string): boolean =>
  isWord(tokens, at - 1, 'we i') && (HUMAN_VERBS.has(verb) || isOneOf(verb, 'call find revert roll stop'))
