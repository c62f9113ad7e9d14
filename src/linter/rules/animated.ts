/** “A disaster”, “ridiculous”, “!!!”: strong feeling in the record. */
import { phraseBook, phrasesIn } from '../text/match.ts'
import type { SentenceRule } from './rule.ts'
import { hitAt } from './wording.ts'
import { SRE_WORKBOOK } from './sources.ts'
import { hasWord, tagAt } from '../text/look.ts'

const PHRASES = phraseBook(`
! !
absolute|complete|total|unmitigated|utter catastrophe|chaos|disaster|fiasco|garbage|joke|mess|shambles
absurd|absurdly|abysmal|appalling|atrocious|crappy|disgraceful|dumb|embarrassing|embarrassingly|embarrassment|horrendous|horrific|idiotic|insane|insanely|laughable|nightmare|outrageous|pathetic|ridiculous|ridiculously|shameful
all hell broke
is|was a disaster|joke|mess|shambles
wtf
`)

export const animated: SentenceRule = {
  id: 'animated',
  category: 'wording',
  severity: 'info',
  why: 'Animated language sets readers looking for somebody to be angry with',
  source: SRE_WORKBOOK,
  silentIn: ['reference'],
  check(facts, context) {
    return phrasesIn(PHRASES, facts.tokens)
      .filter(() => !hasWord(facts.tokens, 'thank+'))
      .filter(
        ({ from }) =>
          !/^\p{Lu}{3,}$/u.test(facts.tokens[from]?.text ?? '') || tagAt(facts.tokens, from + 1) !== 'noun',
      )
      .slice(0, 1)
      .map((match) =>
        hitAt(facts, context, match.from, match.to, 'Which fact is behind “”?', [
          'Give the fact',
          '<what happened, in numbers>',
        ]),
      )
  },
}
