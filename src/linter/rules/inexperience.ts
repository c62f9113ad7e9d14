/** Somebody’s being new or junior given as the reason. */
import { phraseBook, phrasesIn } from '../text/match.ts'
import type { SentenceRule } from './rule.ts'
import { quoted, spanOfTokens, wordsFrom } from './wording.ts'

const PHRASES = phraseBook(`
due to|their|his|her inexperience
because|as|since he|she|they was|were|is|are new|junior|inexperienced
still learning how to
still learning the ropes
let loose on|with
too inexperienced|junior|green|new to|for|with
written|deployed|made|done|run|merged|executed|reviewed|approved|performed|handled|left|changed|built by|to a|an|the|our|some junior|inexperienced|new|untrained|unqualified|graduate intern|engineer|developer|hire|admin|graduate|person|contractor|trainee|dev|colleague|dba|operator
by|to a|an|the|our junior|inexperienced|untrained dev|engineer|developer|admin|dba|operator|sre|analyst|technician
by|to a|an|the|our intern|trainee|newbie|rookie who|with
barely knows|knew|understands|understood
out of his|her|their depth
inexperience of the|our|a
his|her|their lack of experience|knowledge|training|understanding
engineer|developer|operator|intern|admin|team|engineers|developers|person lacked the experience|knowledge|skills|expertise|training
lack of experience|expertise on|in|of the|our|team
inexperienced|untrained|unqualified engineer|developer|operator|staff|admin|team|engineers|developers|operators|intern|reviewer|responder
`)

export const inexperience: SentenceRule = {
  id: 'inexperience',
  category: 'blame',
  severity: 'warning',
  why: 'Experience is luck as a control: a guard that only works for the experienced is the finding (PagerDuty on the fundamental attribution error).',
  source: 'https://postmortems.pagerduty.com/culture/blameless/',
  language: 'en',
  scope: 'sentence',
  silentIn: ['actions', 'went-well'],
  check(facts, context) {
    return phrasesIn(PHRASES, facts.tokens)
      .slice(0, 1)
      .map((match) => ({
        ...spanOfTokens(facts, match.from, match.to),
        message: `Which guard needed experience to hold? ${quoted(wordsFrom(facts, context, match.from, match.to))} points at the person.`,
        rewrites: [
          { title: 'Name the guard', replacement: '<tool or process> allowed <action> without <check>' },
        ],
      }))
  },
}
