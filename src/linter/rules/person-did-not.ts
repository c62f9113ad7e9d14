/** A person who “did not check”, “never told”, “merged without review”. */
import type { SentenceRule } from './rule.ts'
import { actAsThing, actHit, opening } from './wording.ts'
import { ADAPTIVE } from './sources.ts'

export const personDidNot: SentenceRule = {
  id: 'person-did-not',
  category: 'blame',
  severity: 'error',
  why: 'What people did not do explains nothing; what they did made sense with what they had',
  source: ADAPTIVE,
  silentIn: ['went-well'],
  check(facts, context) {
    return facts.acts
      .filter((act) => act.kind === 'did-not' && act.agent.kind === 'person')
      .map((act) => {
        const thing = actAsThing(facts, context, act)
        return actHit(
          facts,
          context,
          act,
          'What did “” do instead, and why did that make sense?',
          [
            'Name the step that relied on memory',
            opening(act, `The step of ${thing} depended on memory; <process or tool> had no check for it`),
          ],
          ['Say what was done', opening(act, `<Role> <what was done>, going by <what was known then>`)],
        )
      })
  },
}
