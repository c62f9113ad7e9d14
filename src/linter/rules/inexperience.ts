/** Somebody’s being new or junior given as the reason. */
import { phraseBook, phrasesIn } from '../text/match.ts'
import type { SentenceRule } from './rule.ts'
import { quoted, hitAt, wordsFrom } from './wording.ts'
import { BLAMELESS } from './sources.ts'

const PHRASES = phraseBook(`
due to|$his inexperience
because|as|since he|she|they $be new|junior|inexperienced
still learning how to
still learning the ropes
let loose on|with
too inexperienced|junior|green|new to|for|with
$done|handled|left by|to $the junior|new|graduate|$green $people
by|to $the junior|$green $people
by|to $the intern|trainee|newbie|rookie who|with
barely ~know|~understand
out of $his depth
inexperience of the|our|a
$his lack of experience|knowledge|training|understanding
$people lacked the experience|knowledge|skills|expertise|training
lack of experience|expertise on|in|of the|our|team
$green $people
`)

export const inexperience: SentenceRule = {
  id: 'inexperience',
  category: 'blame',
  severity: 'warning',
  why: 'Experience is luck as a control: a guard that only works for the experienced is the finding',
  source: BLAMELESS,
  language: 'en',
  scope: 'sentence',
  silentIn: ['actions', 'went-well'],
  check(facts, context) {
    return phrasesIn(PHRASES, facts.tokens)
      .slice(0, 1)
      .map((match) =>
        hitAt(
          facts,
          match.from,
          match.to,
          `Which guard needed experience to hold? ${quoted(wordsFrom(facts, context, match.from, match.to))} points at the person.`,
          ['Name the guard', '<tool or process> allowed <action> without <check>'],
        ),
      )
  },
}
