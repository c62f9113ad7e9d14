/** “Human error”, “operator error”, “fat-fingered” given as an explanation. */
import { phraseBook, phrasesIn } from '../text/match.ts'
import type { Token } from '../text/tokens.ts'
import type { SentenceRule } from './rule.ts'
import { hitAt } from './wording.ts'
import { BLAMELESS } from './sources.ts'
import { hasWord, isWord, wordAt } from '../text/look.ts'
import { setOf } from '../words/list.ts'

const PHRASES = phraseBook(`
$error on the part of
admin|administrator|dba|deployer|developer|engineer|engineering|human|manual|operator|personnel|pilot|sre $error|failure
amateur|avoidable|$careless|clumsy|embarrassing|rookie|silly|stupid $error|typo
error|mistake|oversight by the developer|engineer|operator|user
fat-finger|fat-fingered|fat-fingering
human|personal factor|failing|negligence|oversight
user error
`)

/** Where somebody is named as well, the act is said of them. */
const JUDGING = setOf('amateur avoidable careless clumsy embarrassing rookie silly sloppy stupid')

/** Before it: speaking of human error in general, or of keeping clear of it. */
const IN_GENERAL = setOf(
  'against always assumed avoid+ avoiding chance+ could detect guard if kind+ less may might never no not ' +
    'possible potential prevent+ preventing prone protect reduce+ reducing risk than tolerate without would ' +
    '~call ~label',
)

export const humanError: SentenceRule = {
  id: 'human-error',
  category: 'blame',
  severity: 'error',
  why: 'Human error is a symptom of trouble deeper in the system, not its explanation',
  source: BLAMELESS,
  silentIn: ['actions', 'question'],
  check(facts, context) {
    return phrasesIn(PHRASES, facts.tokens)
      .filter(({ from }) => facts.acts.length === 0 || !JUDGING.has(wordAt(facts.tokens, from)))
      .filter((match) => isExplanation(facts.tokens, match.from, match.to))
      .map((match) =>
        hitAt(
          facts,
          context,
          match.from,
          match.to,
          'What made the action look right? “” ends the search for conditions.',
          ['Name the conditions', '<what made the action look right> and <which guard was absent>'],
        ),
      )
  },
}

function isExplanation(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = Math.max(0, from - 6); at < from; at += 1)
    if (IN_GENERAL.has(wordAt(tokens, at))) return false
  // “user error rate”, “human error prevention”, “manual error handling” are names of things.
  return (
    !isWord(tokens, to, 'are code+ handling harder is less log+ message+ page+ prevention rate+ report+') ||
    isToBlame(tokens, to)
  )
}

/** “Human error is the cause.” */
const isToBlame = (tokens: readonly Token[], to: number): boolean =>
  isWord(tokens, to, 'is are') && hasWord(tokens, 'cause reason blame root', to, to + 6)
