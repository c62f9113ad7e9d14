/** “Just a minor blip”: the impact made small in words. */
import { phraseBook, phrasesIn } from '../text/match.ts'
import type { SentenceRule } from './rule.ts'
import { hitAt } from './wording.ts'
import { WRITING } from './sources.ts'

const PHRASES = phraseBook(`
$minor blip|glitch|hiccup|inconvenience|snag|wobble
just|merely|only|simply a $minor blip|delay|disruption|glitch|hiccup|inconvenience|interruption|issue|outage|problem
no big deal
`)

export const minimising: SentenceRule = {
  id: 'minimising',
  category: 'wording',
  severity: 'info',
  why: 'Readers who were hurt stop trusting the rest; a number cannot be argued with',
  source: WRITING,
  silentIn: ['actions', 'reference'],
  check(facts, context) {
    return phrasesIn(PHRASES, facts.tokens)
      .slice(0, 1)
      .map((match) =>
        hitAt(
          facts,
          context,
          match.from,
          match.to,
          'How long, and for how many? “” makes it small without a number.',
          ['Give the number', '<n> min for <n> users'],
        ),
      )
  },
}
