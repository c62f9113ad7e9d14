/** “Should have tested”, “ought to have been caught”. */
import type { SentenceFacts } from '../facts.ts'
import { clauseEnd } from '../acts/act.ts'
import { agentOf, type AgentKind } from '../text/agent.ts'
import { baseOf, gerundOf } from '../words/forms.ts'
import { subjectOf } from '../text/subject.ts'
import type { Token } from '../text/tokens.ts'
import { PRACTICES } from '../words/practices.ts'
import { DILIGENCE_VERBS } from '../words/verbs.ts'
import type { Context, SentenceRule } from './rule.ts'
import { hitAt, wordsFrom } from './wording.ts'
import { MICROSOFT } from './sources.ts'
import { hasTag, hasWord, isOneOf, isTag, isWord, tagAt, wordAt } from '../text/look.ts'

export const shouldHave: SentenceRule = {
  id: 'should-have',
  category: 'hindsight',
  severity: 'warning',
  why: 'It judges yesterday with today’s knowledge; the choice looked different then',
  source: MICROSOFT,
  silentIn: ['actions', 'heading'],
  check(facts, context) {
    const { tokens, words } = facts
    if (!OPENERS.some((word) => words.has(word))) return []
    for (const [at, token] of tokens.entries()) {
      if (token.isQuoted) continue
      const verbAt = counterfactualVerb(tokens, at)
      if (verbAt === -1 || !isJudgement(facts, context, at, verbAt)) continue
      const end = clauseEnd(tokens, verbAt + 1)
      const thing =
        `${gerundOf(baseOf(wordAt(tokens, verbAt)))} ${wordsFrom(facts, context, verbAt + 1, end)}`.trim()
      return [
        hitAt(
          facts,
          context,
          at,
          end,
          'What was known at that moment? “Should have” compares it with what is known now.',
          ['Tell it as it was', 'went ahead on <what was known then>'],
          ...(hasTag(tokens, 'neg', at, verbAt)
            ? []
            : ([['Make it a gap', `had no <step or signal> for ${thing}`]] as const)),
        ),
      ]
    }
    return []
  },
}

const OPENERS = ['should', 'shouldve', 'ought', 'needed']

/** Index of the participle of “should (not) (also) have (been) done”; -1 for “should have a runbook”. */
function counterfactualVerb(tokens: readonly Token[], at: number): number {
  const lower = tokens[at]?.lower
  const isNeed = lower === 'needed' && wordAt(tokens, at + 1) === 'to'
  if (lower !== 'should' && lower !== 'shouldve' && lower !== 'ought' && !isNeed) return -1
  let next = at + 1
  if (lower !== 'shouldve') {
    while (
      isWord(tokens, next, 'all at he i least never not of she they to we') ||
      tagAt(tokens, next) === 'adv'
    )
      next += 1
    if (!isWord(tokens, next, 'have of')) return -1
    next += 1
  }
  while (tagAt(tokens, next) === 'adv' || wordAt(tokens, next) === 'been') next += 1
  const verb = tokens[next]
  if (verb === undefined) return -1
  const isAfterBeen = hasWord(tokens, 'been', at, next)
  return verb.tag === 'verb' || isAfterBeen ? next : -1
}

/** A system that “should have” done something is a statement of how it is built; a person’s or a passive’s is a judgement. */
function isJudgement(facts: SentenceFacts, context: Context, at: number, verbAt: number): boolean {
  const { tokens } = facts
  const around = tokens.slice(Math.max(0, at - 3), verbAt + 6)
  if (around.some((token) => isOneOf(token.lower, 'automatic automatically theory theoretically')))
    return false
  if (hasNoSubject(tokens, at) || hasWord(tokens, '~expect', 0, at)) return false
  if (isWord(tokens, verbAt, 'happened impacted affected')) return false
  const kind = subjectKind(facts, context, at)
  const isPassive = hasWord(tokens, 'been', at, verbAt + 1)
  if (isPassive) return !passiveIsExpectation(tokens, verbAt)
  if (kind === 'none') return DILIGENCE_VERBS.has(baseOf(wordAt(tokens, verbAt)))
  const isPlain =
    isWord(tokens, 0, 'clearly obviously surely') || isWord(tokens, verbAt, 'told warned prompted')
  return kind !== 'system' || isPlain || wordAt(tokens, at + 1) === 'never' || isOfPeople(facts, at)
}

/** “No e-mail accepted by the system should have been lost” says that none was. */
function hasNoSubject(tokens: readonly Token[], modal: number): boolean {
  for (let at = modal - 1; at >= 0 && modal - at < 9 && tagAt(tokens, at) !== 'punct'; at -= 1) {
    if (isWord(tokens, at, 'no nothing none')) return true
    if (isTag(tokens, at, 'aux sub conj')) return false
  }
  return false
}

/** That a review “should have included” something is said of people. */
function isOfPeople({ tokens }: SentenceFacts, at: number): boolean {
  const head = subjectOf(tokens, at)?.head ?? -1
  return isWord(tokens, head, 'change question which')
    ? true
    : isWord(tokens, head, PRACTICES) && !isWord(tokens, head, 'alert+ backup+ check+ monitoring')
}

/** “should have been picked up by cert-manager”, “should have been there by now”. */
function passiveIsExpectation(tokens: readonly Token[], verbAt: number): boolean {
  const after = tokens.slice(verbAt + 1, verbAt + 5).map((token) => token.lower)
  if (after[0] === 'by' && !isOneOf(after[1] ?? '', 'the our a an us someone whoever'))
    return tagAt(tokens, verbAt + 2) !== 'name' || !/^\p{Lu}\p{Ll}+$/u.test(tokens[verbAt + 2]?.text ?? '')
  return isWord(tokens, verbAt, 'a able added happened impacted ok possible running safe the working')
}

function subjectKind(facts: SentenceFacts, context: Context, at: number): AgentKind {
  return agentOf(facts.tokens, subjectOf(facts.tokens, at), 'check', context.roster).kind
}
