/** “Could have been prevented”, “we could have caught this”. */
import type { SentenceFacts } from '../facts.ts'
import { clauseEnd } from '../acts/act.ts'
import { agentOf } from '../text/agent.ts'
import { baseOf } from '../words/forms.ts'
import { subjectOf } from '../text/subject.ts'
import type { Token } from '../text/tokens.ts'
import type { Context, SentenceRule } from './rule.ts'
import { hitAt } from './wording.ts'
import { ADAPTIVE } from './sources.ts'
import { hasWord, isOneOf, isTag, isWord, tagAt, wordAt } from '../text/look.ts'
import { bases } from '../words/list.ts'

/** What makes things better. Base forms. */
export const IMPROVEMENTS = bases(
  'alert allow avert avoid block catch contain cut detect discover enable find fix flag give help ' +
    'identify lead limit minimise mitigate notice prevent protect recover reduce resolve respond reveal ' +
    'save shorten show spare spot start stop surface tell tip verify warn',
)

export const MAKE_IT_AN_ACTION = [
  'Make it an action',
  '<add what would show or stop this, as an action>',
] as const

export const couldHave: SentenceRule = {
  id: 'could-have',
  category: 'hindsight',
  severity: 'warning',
  why: 'A past that did not happen explains nothing about the one that did',
  source: ADAPTIVE,
  silentIn: ['actions', 'heading', 'question'],
  check(facts, context) {
    if (!facts.words.has('could') && !facts.words.has('might')) return []
    for (const [at, token] of facts.tokens.entries()) {
      if (token.isQuoted || (token.lower !== 'could' && token.lower !== 'might')) continue
      const verbAt = perfectVerb(facts.tokens, at)
      if (verbAt === -1 || !isRegret(facts, context, at, verbAt)) continue
      return [
        hitAt(
          facts,
          context,
          at,
          clauseEnd(facts.tokens, verbAt + 1),
          'Is there a gap or an action in this? “Could have” tells of a past that did not happen.',
          ['Name the gap', 'had no <monitor, step or guard> for this'],
          MAKE_IT_AN_ACTION,
        ),
      ]
    }
    return []
  },
}

/** Index of the participle after “could (not) have (been)”; -1 when there is none. */
export function perfectVerb(tokens: readonly Token[], modal: number): number {
  let next = modal + 1
  while (isTag(tokens, next, 'adv neg pron')) next += 1
  if (!isWord(tokens, next, 'have of')) return -1
  next += 1
  while (tagAt(tokens, next) === 'adv' || wordAt(tokens, next) === 'been') next += 1
  return tokens[next] === undefined ? -1 : next
}

function isRegret(facts: SentenceFacts, context: Context, at: number, verbAt: number): boolean {
  const { tokens } = facts
  const verb = baseOf(wordAt(tokens, verbAt))
  if (isWord(tokens, 0, 'neither nor which what whether who')) return false
  if (isWord(tokens, at - 1, 'we i') && isWord(tokens, verbAt, 'seen known told')) return true
  if (hasWord(tokens, 'not', at, verbAt)) return false
  if (wordAt(tokens, at - 1) === 'never') return false
  if (isSooner(tokens, verbAt)) return true
  if (!IMPROVEMENTS.has(verb) && !isOneOf(verb, 'check do test')) return isChoice(facts, context, at, verbAt)
  if (isOneOf(verb, 'allow do block stop')) return !harms(tokens, verbAt) && !isGuess(tokens, at)
  return !isGuess(tokens, at)
}

/** “could have been started 25 minutes earlier”. */
const isSooner = (tokens: readonly Token[], verbAt: number): boolean =>
  hasWord(tokens, 'earlier sooner faster quicker', verbAt + 1, verbAt + 8)

/** “could have allowed attackers to”, “might have exposed tokens”: harm that did not come. */
const harms = (tokens: readonly Token[], verbAt: number): boolean =>
  hasWord(tokens, 'access anyone attacker+ data malicious observer+ unauthorized', verbAt + 1, verbAt + 8) ||
  (wordAt(tokens, verbAt) === 'done' && hasWord(tokens, 'damage this', verbAt + 1, verbAt + 4))

const isGuess = (tokens: readonly Token[], at: number): boolean =>
  hasWord(tokens, 'if possible what whether who', at - 4, at)

/** “the deployer could have used the canary”: what a person might have chosen. */
function isChoice(facts: SentenceFacts, context: Context, at: number, verbAt: number): boolean {
  const { tokens } = facts
  if (
    wordAt(tokens, at) !== 'could' ||
    wordAt(tokens, verbAt - 1) === 'been' ||
    tagAt(tokens, verbAt) !== 'verb'
  )
    return false
  if (isWord(tokens, verbAt, 'accessed affected caused gone happened read triggered') || isGuess(tokens, at))
    return false
  const { kind, phrase } = agentOf(tokens, subjectOf(tokens, at), 'check', context.roster)
  if (phrase !== null && wordAt(tokens, phrase.head).startsWith('any')) return false
  return kind === 'person' || kind === 'team' || kind === 'we' || kind === 'vendor'
}
