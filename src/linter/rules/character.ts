/** Judgements of somebody’s care, skill or character: “careless”, “should have known better”, “poor judgement”. */
import { phraseBook, phrasesIn } from '../text/match.ts'
import type { SentenceRule } from './rule.ts'
import { actHit, hitAt } from './wording.ts'
import { BLAMELESS } from './sources.ts'
import { hasWord } from '../text/look.ts'

const PHRASES = phraseBook(`
$careless approach|attitude|behavior|behaviour|change|coding|configuration|decision|deploy|deployment|engineering|execution|handling|$people|programming|review|testing|work
absence|lack of accountability|$care|competence|discipline|ownership|professionalism|responsibility|rigor|rigour|thoroughness
carelessness|complacency|inattention|inattentiveness|incompetence|laziness|negligence|recklessness|sloppiness
did never|not bother|bothered
inadequate|insufficient|poor discipline|vigilance
known better
lack of due care|diligence
lacked|lacks $care|competence|discipline|patience
lacked|lacks the $care|competence|discipline|patience
not paying attention
ought to know better
ought|should know better
use $his brain|brains|common|head|heads
`)

export const character: SentenceRule = {
  id: 'character',
  category: 'blame',
  severity: 'error',
  why: 'Judging character explains nothing that can be changed; it is how the fundamental attribution error reads in print',
  source: BLAMELESS,
  silentIn: [],
  check(facts, context) {
    const judged = facts.acts
      .filter((act) => act.kind === 'character' && (act.agent.kind === 'person' || act.agent.kind === 'user'))
      .map((act) =>
        actHit(facts, context, act, 'What in the situation of “” does this judgement stand for?', [
          'Describe the situation',
          '<Role> was <doing what, with which information, under which pressure>',
        ]),
      )
    const phrases = phrasesIn(PHRASES, facts.tokens)
      .filter((match) => !hasWord(facts.tokens, 'not no without never', match.from - 4, match.from))
      .map((match) =>
        hitAt(facts, context, match.from, match.to, 'Which condition does “” stand for?', [
          'Name the condition',
          '<workload, tool or missing step>',
        ]),
      )
    return judged.length > 0 ? judged.slice(0, 1) : facts.acts.length > 0 ? [] : phrases.slice(0, 1)
  },
}
