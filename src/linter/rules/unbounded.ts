/** Actions without an end: “ensure”, “make sure”, “always”, “continue to”, “going forward”. */
import { isActionPlace, isBounded, isTracked, leadOf } from '../actions/lead.ts'
import { phraseBook, phraseStartingAt } from '../text/match.ts'
import type { Token } from '../text/tokens.ts'
import type { SentenceRule } from './rule.ts'
import { hitAt, wordsFrom } from './wording.ts'
import { LUNNEY } from './sources.ts'
import { hasWord } from '../text/look.ts'
import { setOf } from '../words/list.ts'

const LEADS = phraseBook(`
act|alert|communicate|deploy|escalate|inform|notify|react|release|respond|test better|earlier|faster|more|quicker|sooner
aim|attempt|strive|try|work on|to|towards|with
aim|strive for
always|never
avoid|avoiding
be|become less|more $careful|consistent|proactive|responsive|rigorous|transparent
be|stay better|more|prepared|proactive|ready
continue|continuing improving|monitoring|the|to|working
encourage
endeavor|endeavour
ensure|ensuring
get better at
keep|keeping a|an close|closer|eye|watchful
keep|keeping improving|looking|monitoring|track|watching|working
make|making certain|sure
monitor|monitoring|observe|track|watch all|closely|for|how|if|it|our|the|this
prevent|preventing
prioritise|prioritize
support
try|trying and|harder|to
where|wherever feasible|possible
`)

/** What checks by itself, so that “ensure” has an end. */
const AUTOMATIC = setOf(
  'alert+ automated automatically check ci lint linter pipeline policy script validation',
)

export const unbounded: SentenceRule = {
  id: 'unbounded',
  category: 'weak-action',
  severity: 'warning',
  why: 'An action is bounded when somebody else can see that it is done',
  source: LUNNEY,
  silentIn: [],
  check(facts, context) {
    if (!isActionPlace(facts, context.role)) return []
    const lead = leadOf(facts.tokens)
    if (lead === -1 || phraseStartingAt(LEADS, facts.tokens, lead) === null) return []
    if (isBounded(facts, lead) || isTracked(facts) || isAutomatic(facts.tokens)) return []
    return [
      hitAt(facts, context, lead, facts.tokens.length, 'When is “” done?', [
        'Say when it is done',
        `${wordsFrom(facts, context, lead, facts.tokens.length).replace(/[.;]$/, '')}; done when <check>`,
      ]),
    ]
  },
}

const isAutomatic = (tokens: readonly Token[]): boolean =>
  hasWord(tokens, AUTOMATIC) && !hasWord(tokens, 'aware know understand')
