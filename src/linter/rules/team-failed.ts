/** A team or vendor that “failed to”, “missed”, “did not test” or “mistakenly” did something. */
import type { SentenceRule } from './rule.ts'
import { actHit, agentWords, opening, quoted, within } from './wording.ts'
import { isTelling } from './telling.ts'
import { SRE_BOOK } from './sources.ts'

export const teamFailed: SentenceRule = {
  id: 'team-failed',
  category: 'team-blame',
  severity: 'error',
  why: 'Shaming a team works like shaming a person: the next time you hear less',
  source: SRE_BOOK,
  silentIn: ['went-well'],
  check(facts, context) {
    return facts.acts
      .filter(
        (act) =>
          act.kind !== 'caused' &&
          (act.agent.kind === 'team' || act.agent.kind === 'vendor') &&
          !isTelling(act),
      )
      .map((act) => {
        const team = agentWords(facts, context, act)
        return actHit(
          facts,
          context,
          act,
          `What stood between ${quoted(team)} and this? Describe the hand-off, not the team.`,
          [
            'Describe the interface',
            opening(act, `The hand-off with ${within(team)} had no <check or signal> for this`),
          ],
        )
      })
  },
}
