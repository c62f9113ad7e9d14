/** A team or vendor that “caused” the outage or “broke our integration”. */
import type { SentenceRule } from './rule.ts'
import { actHit, opening } from './wording.ts'
import { SRE_BOOK } from './sources.ts'

export const teamCaused: SentenceRule = {
  id: 'team-caused',
  category: 'team-blame',
  severity: 'error',
  why: 'A cause that is somebody else ends the inquiry where your own system begins',
  source: SRE_BOOK,
  silentIn: ['went-well'],
  check(facts, context) {
    return facts.acts
      .filter((act) => act.kind === 'caused' && (act.agent.kind === 'team' || act.agent.kind === 'vendor'))
      .map((act) =>
        actHit(facts, context, act, 'Which change of “” met which condition of ours?', [
          'Name the change and what it met',
          opening(act, 'Change <id> in <system> met <our condition>, and <effect> followed'),
        ]),
      )
  },
}
