/** A person who “caused” the outage, “broke” the build, or by whom the table “was dropped”. */
import type { SentenceRule } from './rule.ts'
import { actHit, opening } from './wording.ts'
import { BLAMELESS } from './sources.ts'

export const personCaused: SentenceRule = {
  id: 'person-caused',
  category: 'blame',
  severity: 'error',
  why: 'An individual’s action is where the story starts, never a cause to stop at',
  source: BLAMELESS,
  silentIn: ['went-well'],
  check(facts, context) {
    return facts.acts
      .filter((act) => act.kind === 'caused' && act.agent.kind === 'person')
      .map((act) =>
        actHit(
          facts,
          context,
          act,
          'Which change, and which absent guard, stands behind “”?',
          ['Name the change and the gate', opening(act, 'Change <id> <what it did>; <gate> let it through')],
          [
            'List the conditions',
            opening(act, 'Contributing factors were <condition>, <condition> and <condition>'),
          ],
        ),
      )
  },
}
