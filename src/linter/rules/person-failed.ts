/** A person who “failed to”, “forgot”, “overlooked” or “ignored” something. */
import type { Context, SentenceRule } from './rule.ts'
import type { Act } from '../acts/act.ts'
import type { SentenceFacts } from '../facts.ts'
import { LAPSE_VERBS } from '../words/verbs.ts'
import { actAsThing, actHit, opening, wordsFrom } from './wording.ts'
import { ETSY } from './sources.ts'
import { isOneOf } from '../text/look.ts'

export const personFailed: SentenceRule = {
  id: 'person-failed',
  category: 'blame',
  severity: 'error',
  why: 'It measures a person against what somebody thinks they should have done; what made it sensible at the time stays hidden',
  source: ETSY,
  silentIn: ['went-well'],
  check(facts, context) {
    return facts.acts
      .filter((act) => act.kind === 'failed' && act.agent.kind === 'person')
      .map((act) => {
        return actHit(
          facts,
          context,
          act,
          'What did “” see and know then? This names a lapse, not the conditions.',
          ...rewritesOf(facts, context, act).map(([title, text]) => [title, opening(act, text)] as const),
        )
      })
  },
}

const RISKS = 'bypass disregard dismiss ignore skip violate'
const LAPSES: ReadonlySet<string> = new Set(LAPSE_VERBS.values())

function rewritesOf(
  facts: SentenceFacts,
  context: Context,
  act: Act,
): readonly (readonly [string, string])[] {
  const title = 'Say what the situation offered'
  const thing = actAsThing(facts, context, act)
  if (isOneOf(act.verb, RISKS))
    return [[title, `At that point ${thing} looked reasonable: <what was seen then>`]]
  // “overlooked the second replica set”: what was not seen is no step that anything could have asked for.
  if (LAPSES.has(act.verb))
    return [
      [
        title,
        `What was seen of ${wordsFrom(facts, context, act.object, act.to).replace(/^about /, '')} was <what it looked like>`,
      ],
    ]
  return [
    [title, `Nothing in <process or tool> prompted ${thing}`],
    ['Say what signal there was', `The only signal for ${thing} was <alert, message or step>`],
  ]
}
