/** A person who “failed to”, “forgot”, “overlooked” or “ignored” something. */
import type { SentenceRule } from './rule.ts'
import { actAsThing, actHit, agentWords, opening, quoted } from './wording.ts'
import { ETSY } from './sources.ts'
import { isOneOf } from '../text/look.ts'

export const personFailed: SentenceRule = {
  id: 'person-failed',
  category: 'blame',
  severity: 'error',
  why: 'It measures a person against what somebody thinks they should have done; what made it sensible at the time stays hidden',
  source: ETSY,
  language: 'en',
  silentIn: ['went-well'],
  check(facts, context) {
    return facts.acts
      .filter((act) => act.kind === 'failed' && act.agent.kind === 'person')
      .map((act) => {
        const thing = actAsThing(facts, context, act)
        const isRisk = isOneOf(act.verb, 'ignore skip bypass disregard dismiss violate')
        return actHit(
          facts,
          act,
          `What did ${quoted(agentWords(facts, context, act))} see and know then? This names a lapse, not the conditions.`,
          [
            'Say what the situation offered',
            opening(
              act,
              isRisk
                ? `At that point ${thing} looked reasonable: <what was seen then>`
                : `Nothing in <process or tool> prompted ${thing}`,
            ),
          ],
          [
            'Say what signal there was',
            opening(act, `The only signal for ${thing} was <alert, message or step>`),
          ],
        )
      })
  },
}
