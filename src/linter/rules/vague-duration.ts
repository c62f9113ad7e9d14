/** “Several minutes”, “for a while”, “a long time” with no time in reach. */
import { phraseBook, phrasesIn, type Match } from '../text/match.ts'
import { tellsOfPast } from '../text/past.ts'
import type { Token } from '../text/tokens.ts'
import type { SentenceRule } from './rule.ts'
import { hitAt } from './wording.ts'
import { WRITING } from './sources.ts'
import { isOneOf, isTag, isWord, wordAt } from '../text/look.ts'

const PHRASES = phraseBook(`
$units afterwards|earlier|later
$units late
a certain|fair|good|large|$much amount of time
a couple more|of $units
a few long|more|short $units
a while before|for|to|until
after|for a while
after|for some time
a|for brief|extended|lengthy|limited|long|$much|prolonged|short|while duration|period|time|while
before long
briefly
considerable|some time after|ago|before|later|passed|until
countless|couple|few|many|multiple|numerous|several|some $units
exceptionally|extremely|painfully|unusually|very long
far|much|way too long
for a good|little|long while
for ages|long|$units
for quite some time
for|over an extended|indefinite|unacceptable|unknown duration|period|time
in a timely fashion|manner
in no time
long time before|until
longer than expected|necessary|normal|planned|usual|usually
most|much of the afternoon|day|evening|morning|night|week|weekend
not long after|afterwards
take|taken|taking|took $much|some time
the better part of
with a long|$much delay
with long|$much|$the delay
~take ages|forever|long|longer|$units
~take it|me|them|us ages|forever|long|$units
~take it|me|them|us a|quite|some long|time|while
~take quite some time
~take quite|so|too long
~wait so|too long
`)

export const vagueDuration: SentenceRule = {
  id: 'vague-duration',
  category: 'vague',
  severity: 'warning',
  why: 'How long is the first thing a reader asks, and the timeline has it',
  source: WRITING,
  silentIn: ['actions', 'heading', 'question', 'evidence'],
  check(facts, context) {
    return phrasesIn(PHRASES, facts.tokens)
      .filter((match) => isOfThePast(facts.tokens, match))
      .slice(0, 1)
      .map((match) =>
        hitAt(
          facts,
          context,
          wordAt(facts.tokens, match.from - 1) === 'for' ? match.from - 1 : match.from,
          match.to,
          'From when to when? “” has no time beside it.',
          ['Give the times', 'from <time> to <time> (<n> min)'],
          ['Link the timeline', '<n> min ([timeline](#timeline))'],
        ),
      )
  },
}

/** “every few minutes”, “for the first time”, “takes a few seconds to start” are how things are. */
function isOfThePast(tokens: readonly Token[], match: Match): boolean {
  const before = wordAt(tokens, match.from - 1)
  if (
    isOneOf(before, 'every each within next per not no than first once') ||
    isWord(tokens, match.to, isWord(tokens, match.from, '~take') ? 'of' : 'old of before')
  )
    return false
  // “a very long file”
  if (
    wordAt(tokens, match.to - 1) === 'long' &&
    isTag(tokens, match.to, 'noun') &&
    !isWord(tokens, match.to, 'time while')
  )
    return false
  return tellsOfPast(tokens)
}
