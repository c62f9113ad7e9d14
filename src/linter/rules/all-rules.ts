/** Every rule the linter has, in the order in which they get to speak of a sentence. */
import { actionDate } from './action-date.ts'
import { actionOwner } from './action-owner.ts'
import { animated } from './animated.ts'
import { beCareful } from './be-careful.ts'
import { character } from './character.ts'
import { couldHave } from './could-have.ts'
import { genericImprovement } from './generic-improvement.ts'
import { humanError } from './human-error.ts'
import { ifOnly } from './if-only.ts'
import { inexperience } from './inexperience.ts'
import { minimising } from './minimising.ts'
import { namedInCause } from './named-in-cause.ts'
import { nobodyNoticed } from './nobody-noticed.ts'
import { normative } from './normative.ts'
import { obvious } from './obvious.ts'
import { passiveOmission } from './passive-omission.ts'
import { personCaused } from './person-caused.ts'
import { personDidNot } from './person-did-not.ts'
import { personErred } from './person-erred.ts'
import { personFailed } from './person-failed.ts'
import { punishment } from './punishment.ts'
import type { DocumentRule, Rule, SentenceRule } from './rule.ts'
import { shouldHave } from './should-have.ts'
import { singleCause } from './single-cause.ts'
import { teamCaused } from './team-caused.ts'
import { teamDidNotTell } from './team-did-not-tell.ts'
import { teamFailed } from './team-failed.ts'
import { trainOrRemind } from './train-or-remind.ts'
import { unbounded } from './unbounded.ts'
import { vagueDuration } from './vague-duration.ts'
import { vagueMagnitude } from './vague-magnitude.ts'
import { vagueQuantity } from './vague-quantity.ts'
import { vagueSpeed } from './vague-speed.ts'
import { weFailed } from './we-failed.ts'
import { weakVerb } from './weak-verb.ts'
import { wouldHave } from './would-have.ts'

export const SENTENCE_RULES: readonly SentenceRule[] = [
  personFailed,
  personDidNot,
  personErred,
  personCaused,
  humanError,
  character,
  inexperience,
  nobodyNoticed,
  punishment,
  namedInCause,
  teamDidNotTell,
  teamFailed,
  teamCaused,
  ifOnly,
  shouldHave,
  couldHave,
  wouldHave,
  obvious,
  weFailed,
  vagueQuantity,
  vagueDuration,
  vagueMagnitude,
  vagueSpeed,
  passiveOmission,
  beCareful,
  weakVerb,
  genericImprovement,
  trainOrRemind,
  unbounded,
  normative,
  animated,
  minimising,
]

export const DOCUMENT_RULES: readonly DocumentRule[] = [singleCause, actionOwner, actionDate]

export const ALL_RULES: readonly Rule[] = [...SENTENCE_RULES, ...DOCUMENT_RULES]
