/** A person named as the one who did it, in the causes, the summary or the impact. */
import { agentOf } from '../text/agent.ts'
import { subjectOf } from '../text/subject.ts'
import type { Token } from '../text/tokens.ts'
import type { SectionRole } from '../document/section-role.ts'
import { DAMAGING_DEEDS, DELIVERY_VERBS } from '../words/verbs.ts'
import type { SentenceRule } from './rule.ts'
import { hitAt } from './wording.ts'
import { BLAMELESS } from './sources.ts'
import { hasWord } from '../text/look.ts'
import { setOf } from '../words/list.ts'

/** Sections that say why; there any deed of a named person reads as the cause. */
const CAUSES: ReadonlySet<SectionRole> = new Set(['causes'])

/** What makes the deed part of the way back. */
const MENDING = setOf(
  'confirmed detected fix fixed helped mitigate mitigated noticed recover recovered recovery ' +
    'resolve resolved restore restored reverted rollback solved',
)

export const namedInCause: SentenceRule = {
  id: 'named-in-cause',
  category: 'blame',
  severity: 'warning',
  why: 'A name beside the damage reads as the cause; a role tells as much about the system',
  source: BLAMELESS,
  silentIn: [
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
    if (hasWord(facts.tokens, MENDING)) return []
    for (let at = 0; at < facts.tokens.length; at += 1) {
      const token = facts.tokens[at] as Token
      if (token.isQuoted || token.tag !== 'verb' || !isDeed(token, context.role)) continue
      const agent = agentOf(facts.tokens, subjectOf(facts.tokens, at), null, context.roster)
      if (!agent.isNamed || agent.phrase === null || agent.phrase.from >= at) continue
      const { from, to } = agent.phrase
      return [
        hitAt(facts, context, from, to, 'Would a role do as well as “” here?', [
          'Use the role',
          from === 0 ? 'The <role, such as deploying engineer>' : 'the <role, such as deploying engineer>',
        ]),
      ]
    }
    return []
  },
}

const isDeed = (token: Token, role: SectionRole): boolean =>
  DAMAGING_DEEDS.has(token.lower) || (CAUSES.has(role) && DELIVERY_VERBS.has(token.lower))
