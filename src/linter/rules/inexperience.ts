/** Somebody’s being new or junior given as the reason. */
import { phraseBook, phrasesIn } from '../text/match.ts'
import type { SentenceRule } from './rule.ts'
import { hitAt } from './wording.ts'
import { BLAMELESS } from './sources.ts'

const PHRASES = phraseBook(`
$done|handled|left by|to $the graduate|$green|junior|new $people
$green $people
$his lack of experience|knowledge|training|understanding
as|because|since he|she|they $be inexperienced|junior|new
by|to $the $green|junior $people
due $his|to inexperience
inexperience of a|our|the
let loose on|with
out of $his depth
too green|inexperienced|junior|new for|to|with
`)

export const inexperience: SentenceRule = {
  id: 'inexperience',
  category: 'blame',
  severity: 'warning',
  why: 'Experience is luck as a control: a guard that only works for the experienced is the finding',
  source: BLAMELESS,
  silentIn: ['actions', 'went-well'],
  check(facts, context) {
    return phrasesIn(PHRASES, facts.tokens)
      .slice(0, 1)
      .map((match) =>
        hitAt(
          facts,
          context,
          match.from,
          match.to,
          'Which guard needed experience to hold? “” points at the person.',
          ['Name the guard', '<tool or process> allowed <action> without <check>'],
        ),
      )
  },
}
