/** “Be more careful”, “pay attention”, “double-check”: vigilance as a control. */
import { phraseBook, phrasesIn } from '../text/match.ts'
import type { SentenceRule } from './rule.ts'
import { hitAt } from './wording.ts'
import { RCA2 } from './sources.ts'
import { isOneOf } from '../text/look.ts'

const PHRASES = phraseBook(`
$be especially|$more|particularly|very $careful
be $careful
double-check|double-checking|triple-check
double|triple check|checking
mind the
never|not let|repeat happen|this again|$error|happen
not forget to
not make the same $error
remain|stay alert|careful|vigilant
remember to
try not|to avoid|be|make|remember
try|trying harder
with all|due|$more care|caution
with caution
~exercise due|$more care|caution
~pay attention
~pay careful|close|$more|special attention
~take $more care
`)

export const beCareful: SentenceRule = {
  id: 'be-careful',
  category: 'weak-action',
  severity: 'error',
  why: 'Vigilance is the weakest of controls: it works until somebody is tired',
  source: RCA2,
  silentIn: [
    'timeline',
    'summary',
    'impact',
    'detection',
    'causes',
    'people',
    'reference',
    'went-well',
    'question',
  ],
  check(facts, context) {
    return phrasesIn(PHRASES, facts.tokens)
      .filter((match) =>
        isIntent(
          facts.tokens.slice(0, match.from).map((token) => token.lower),
          context.role,
        ),
      )
      .slice(0, 1)
      .map((match) =>
        hitAt(facts, context, match.from, match.to, 'Which guard would make “” needless?', [
          'Replace by a guard',
          '<tool> refuses <action> unless <check>',
        ]),
      )
  },
}

/** In an action list every line is meant; elsewhere a “should”, “will”, “need to” says so. */
const isIntent = (before: readonly string[], role: string): boolean =>
  role === 'actions' ||
  before.length === 0 ||
  before.some((word) => isOneOf(word, `should will must need+ going let please always ought`))
