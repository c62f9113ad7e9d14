/** A team or vendor that “did not tell us”, “never explained”, “failed to notify”. */
import type { SentenceRule } from './rule.ts'
import { isTelling } from './telling.ts'
import { actHit, agentWords, opening, quoted, within } from './wording.ts'
import { SRE_BOOK } from './sources.ts'

export const teamDidNotTell: SentenceRule = {
  id: 'team-did-not-tell',
  category: 'team-blame',
  severity: 'error',
  why: 'News that did not arrive is a missing channel, not a missing virtue',
  source: SRE_BOOK,
  silentIn: ['went-well'],
  check(facts, context) {
    return facts.acts
      .filter((act) => (act.agent.kind === 'team' || act.agent.kind === 'vendor') && isTelling(act))
      .map((act) => {
        const team = agentWords(facts, context, act)
        return actHit(
          facts,
          context,
          act,
          `By which channel would news from ${quoted(team)} have reached you?`,
          [
            'Name the missing channel',
            opening(act, `There is no channel by which changes of ${within(team)} reach <those affected>`),
          ],
        )
      })
  },
}
