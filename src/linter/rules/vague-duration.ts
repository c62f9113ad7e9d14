/** “Several minutes”, “for a while”, “a long time” with no time in reach. */
import { phraseBook, phrasesIn, type Match } from '../text/match.ts'
import { tellsOfPast } from '../text/past.ts'
import { type Token } from '../text/tag.ts'
import type { SentenceRule } from './rule.ts'
import { quoted, hitAt, wordsFrom } from './wording.ts'
import { isOneOf, isWord, wordAt } from '../text/look.ts'
import { WRITING } from './sources.ts'

const PHRASES = phraseBook(`
several|few|many|some|multiple|couple|countless|numerous $units
a couple of|more $units
a few more|short|long $units
for some|quite time|sometime
after|for some time
after a while
a while to|before|for|until
for a good|little|long while
~take us|me|them|it ages|forever|long|$units
~take us|me|them|it a|quite|some while|time|long
~take quite some time
for|in ages
$units late
with $the|long|$much delay
with a long|$much delay
it was a long|considerable time
long time before|until
far|much|way too long
longer than usual|expected|planned|normal|necessary|usually
unusually|painfully|extremely|very|exceptionally long
~wait too|so|very long
~wait far|much|way too long
in no time
in a timely manner|fashion
in short|due order|time
before long
in due course
for quite some time
for|after a while
for|in quite a while|bit
a|for long|short|while|brief|limited|lengthy|prolonged|extended|$much time|period|while|duration
for|over an extended|unknown|unacceptable|indefinite period|time|duration
~take too|very|so|quite|unusually long
~take forever|ages|long|longer|$units
took|taken|take|taking some|$much time
a good|large|fair|certain|$much amount of time
for ages|long|$units
some|considerable time later|before|until|after|passed|ago
$units later|earlier|afterwards
briefly
momentarily
fleetingly
temporarily unavailable|down|inaccessible|offline
the better part of
most of the day|night|afternoon|morning|weekend|week|evening
`)

export const vagueDuration: SentenceRule = {
  id: 'vague-duration',
  category: 'vague',
  severity: 'warning',
  why: 'How long is the first thing a reader asks, and the timeline has it',
  source: WRITING,
  language: 'en',
  scope: 'sentence',
  silentIn: ['actions', 'people', 'heading', 'question', 'evidence'],
  check(facts, context) {
    return phrasesIn(PHRASES, facts.tokens)
      .filter((match) => isOfThePast(facts.tokens, match))
      .slice(0, 1)
      .map((match) =>
        hitAt(
          facts,
          match.from,
          match.to,
          `From when to when? ${quoted(wordsFrom(facts, context, match.from, match.to))} has no time beside it.`,
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
    isWord(tokens, match.to, 'old of before')
  )
    return false
  return tellsOfPast(tokens)
}
