/** A person named in the causes. */
import { agentOf } from '../text/agent.ts'
import { subjectOf } from '../text/subject.ts'
import { DELIVERY_VERBS } from '../words/verbs.ts'
import type { SentenceRule } from './rule.ts'
import { quoted, spanOfTokens, wordsFrom } from './wording.ts'

export const namedInCause: SentenceRule = {
  id: 'named-in-cause',
  category: 'blame',
  severity: 'warning',
  why: 'A name among the causes reads as the cause; a role tells as much about the system (PagerDuty: “abstract to an inspecific responder”).',
  source: 'https://postmortems.pagerduty.com/culture/blameless/',
  language: 'en',
  scope: 'sentence',
  silentIn: [
    'summary',
    'impact',
    'timeline',
    'detection',
    'resolution',
    'went-well',
    'went-wrong',
    'lucky',
    'lessons',
    'actions',
    'people',
    'reference',
    'template',
    'other',
  ],
  check(facts, context) {
    for (const [at, token] of facts.tokens.entries()) {
      if (token.isQuoted || token.tag !== 'verb' || !DELIVERY_VERBS.has(token.lower)) continue
      const agent = agentOf(facts.tokens, subjectOf(facts.tokens, at), null, context.roster)
      if (!agent.isNamed || agent.phrase === null || agent.phrase.from >= at) continue
      const { from, to } = agent.phrase
      return [
        {
          ...spanOfTokens(facts, from, to),
          message: `Would a role do as well as ${quoted(wordsFrom(facts, context, from, to))} here?`,
          rewrites: [
            {
              title: 'Use the role',
              replacement:
                from === 0
                  ? 'The <role, such as deploying engineer>'
                  : 'the <role, such as deploying engineer>',
            },
          ],
        },
      ]
    }
    return []
  },
}
