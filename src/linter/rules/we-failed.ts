/** “We failed to”, “we forgot”, “we did not test”: owning a lapse without the condition behind it. */
import type { SentenceRule } from './rule.ts'
import { actAsThing, actHit, opening } from './wording.ts'
import { ETSY } from './sources.ts'

export const weFailed: SentenceRule = {
  id: 'we-failed',
  category: 'hindsight',
  severity: 'info',
  why: 'What was not done becomes visible afterwards; why it was not asked for at the time is the finding',
  source: ETSY,
  silentIn: ['actions', 'went-well'],
  check(facts, context) {
    return facts.acts
      .filter((act) => act.agent.kind === 'we' && (act.kind === 'failed' || act.kind === 'did-not'))
      .slice(0, 1)
      .map((act) => {
        const thing = actAsThing(facts, context, act)
        return actHit(
          facts,
          context,
          act,
          'What would have asked for this at the time? Keep the ownership, add the condition.',
          ['Add the condition', opening(act, `Nothing in <process or tool> asked for ${thing}`)],
        )
      })
  },
}
