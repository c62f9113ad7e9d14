/** Actions without an end: “ensure”, “make sure”, “always”, “continue to”, “going forward”. */
import { isActionPlace, isBounded, isTracked, leadOf } from '../actions/lead.ts'
import { phraseBook, phraseStartingAt } from '../text/match.ts'
import type { Token } from '../text/tag.ts'
import type { SentenceRule } from './rule.ts'
import { quoted, hitAt, wordsFrom } from './wording.ts'
import { hasWord } from '../text/look.ts'
import { setOf } from '../words/list.ts'
import { LUNNEY } from './sources.ts'

const LEADS = phraseBook(`
ensure|ensuring
make|making sure|certain
always|never
continue|continuing to|monitoring|improving|working|the
keep|keeping monitoring|working|improving|track|watching|looking
monitor|monitoring|watch|track|observe the|for|this|our|it|how|closely|if|all
try|strive|aim|work|attempt to|on|towards|with
be|stay proactive|prepared|ready|more|better
avoid|avoiding
prevent|preventing
keep|keeping an|a eye|close|closer|watchful
be|become more|less proactive|responsive|transparent|consistent|rigorous|$careful
get better at
communicate|react|respond|escalate|act|deploy|release|test|alert|notify|inform earlier|sooner|faster|better|quicker|more
strive|aim for
try|trying to|and|harder
prioritise|prioritize
encourage
support
`)

/** What checks by itself, so that “ensure” has an end. */
const AUTOMATIC = setOf(
  'admission alert+ automated automatically check ci cron cronjob hook integration lint linter ' +
    'pipeline policy pre-commit presubmit script terraform unit validation',
)

export const unbounded: SentenceRule = {
  id: 'unbounded',
  category: 'weak-action',
  severity: 'warning',
  why: 'An action is bounded when somebody else can see that it is done',
  source: LUNNEY,
  language: 'en',
  scope: 'sentence',
  silentIn: [],
  check(facts, context) {
    if (!isActionPlace(facts, context.role)) return []
    const lead = leadOf(facts.tokens)
    if (lead === -1 || phraseStartingAt(LEADS, facts.tokens, lead) === null) return []
    if (isBounded(facts, lead) || isTracked(facts) || isAutomatic(facts.tokens)) return []
    return [
      hitAt(
        facts,
        lead,
        facts.tokens.length,
        `When is ${quoted(wordsFrom(facts, context, lead, facts.tokens.length))} done?`,
        [
          'Say when it is done',
          `${wordsFrom(facts, context, lead, facts.tokens.length).replace(/[.;]$/, '')}; done when <check>`,
        ],
      ),
    ]
  },
}

const isAutomatic = (tokens: readonly Token[]): boolean =>
  hasWord(tokens, AUTOMATIC) && !hasWord(tokens, 'aware know understand')
