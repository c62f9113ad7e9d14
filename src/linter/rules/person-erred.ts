/** A person who “mistakenly” did something, ran “the wrong” command, made a mistake. */
import type { SentenceFacts } from '../facts.ts'
import type { Act } from '../acts/act.ts'
import type { SentenceRule } from './rule.ts'
import { actHit, opening, wordsFrom } from './wording.ts'
import { FAUSEY } from './sources.ts'
import { isOneOf } from '../text/look.ts'

export const personErred: SentenceRule = {
  id: 'person-erred',
  category: 'blame',
  severity: 'error',
  why: 'Naming the doer of an accident makes readers blame and punish more, even when they saw what happened',
  source: FAUSEY,
  silentIn: ['went-well'],
  check(facts, context) {
    return facts.acts
      .filter((act) => act.kind === 'erred' && (act.agent.kind === 'person' || isOneUser(facts, act)))
      .map((act) => {
        const target = wordsFrom(facts, context, act.object, act.to)
        return actHit(
          facts,
          context,
          act,
          'What made this action by “” look right when it was taken?',
          [
            'Say what made the action look right',
            opening(
              act,
              `The action${target === '' ? '' : ` (${target})`} was taken because <what made it look right>`,
            ),
          ],
          [
            'Name the missing guard',
            opening(act, `<Tool> accepted the action without asking: <which guard was absent>`),
          ],
        )
      })
  },
}

/** “The user entered the wrong account ID” points at one person, “users typed the wrong address” at a form. */
function isOneUser(facts: SentenceFacts, act: Act): boolean {
  const head = act.agent.phrase === null ? undefined : facts.tokens[act.agent.phrase.head]
  return act.agent.kind === 'user' && head !== undefined && isOneOf(head.lower, 'user customer client')
}
