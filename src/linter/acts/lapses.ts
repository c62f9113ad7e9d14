/** Lapses: failed to, forgot, overlooked, did not check, never told. */
import { baseOf } from '../text/forms.ts'
import { wordAt, type Token } from '../text/tag.ts'
import { DILIGENCE_VERBS, LAPSE_VERBS, SITUATION_VERBS } from '../words/verbs.ts'
import { PEOPLE_OF, TEAM_NOUNS } from '../words/teams.ts'
import { actByPhrase, actBySubject, isPassive, type Act, type Scene } from './act.ts'

/** The lapse that the token at `at` gives away, or null. */
export function lapseAt(scene: Scene, at: number): Act | null {
  return (
    failedTo(scene, at) ??
    lapseVerb(scene, at) ??
    refused(scene, at) ??
    didNot(scene, at) ??
    choseNot(scene, at)
  )
}

/** Index of the next token past adverbs. */
function pastAdverbs(tokens: readonly Token[], from: number): number {
  let at = from
  while (tokens[at]?.tag === 'adv') at += 1
  return at
}

function failedTo({ tokens, roster }: Scene, at: number): Act | null {
  if (!/^(?:failed|fails|failing|fail)$/.test(wordAt(tokens, at))) return null
  const to = pastAdverbs(tokens, at + 1)
  const did = pastAdverbs(tokens, to + 1)
  if (tokens[to]?.lower !== 'to' || tokens[did] === undefined) return null
  const verb = wordAt(tokens, did)
  return actBySubject({ tokens, roster }, 'failed', at, did + 1, verb)
}

function lapseVerb(scene: Scene, at: number): Act | null {
  const { tokens } = scene
  const lower = wordAt(tokens, at)
  const lapse = Object.hasOwn(LAPSE_VERBS, lower) ? LAPSE_VERBS[lower] : undefined
  if (lapse === undefined || tokens[at]?.tag === 'adj') return null
  if (lower.endsWith('ing') && tokens[at - 1]?.tag === 'aux') return null
  if (/^(?:no|nothing|none)$/.test(wordAt(tokens, at + 1))) return null
  if (isPassive(tokens, at))
    return tokens[at + 1]?.lower === 'by' ? actByPhrase(scene, 'failed', at, at + 1) : null
  const next = tokens[at + 1]
  if (lapse === 'miss' && isMissedOpportunity(tokens, at)) return null
  if (next?.lower === 'to' && tokens[at + 2] !== undefined) {
    return actBySubject(scene, 'failed', at, at + 3, tokens[at + 2]?.lower ?? lapse, lapse)
  }
  return actBySubject(scene, 'failed', at, at + 1, lapse)
}

/** “missed the standup” is life; “missed 40 % of scrapes” is a metric. */
const isMissedOpportunity = (tokens: readonly Token[], at: number): boolean =>
  /^(?:you|him|her|them|us|out)$/.test(wordAt(tokens, at + 1))

/** “decided to ignore”, “chose to skip”, “refused to roll back”, “declined to escalate”. */
function refused(scene: Scene, at: number): Act | null {
  const { tokens } = scene
  const lower = wordAt(tokens, at)
  if (tokens[at + 1]?.lower !== 'to') return null
  const verb = wordAt(tokens, at + 2)
  const isRefusal = /^(?:refuse|decline)[sd]$/.test(lower)
  const isChoice =
    /^(?:decided|chose|opted|preferred)$/.test(lower) &&
    /^(?:ignore|skip|bypass|disregard|neglect|omit|dismiss|forgo|override)$/.test(verb)
  if (!isRefusal && !isChoice) return null
  return actBySubject(scene, 'failed', at, at + 3, verb, isRefusal ? null : verb)
}

/** “did not check”, “hadn't verified”, “never told”, “didn't bother to”. */
function didNot(scene: Scene, at: number): Act | null {
  const { tokens } = scene
  const token = tokens[at] as Token
  if (token.tag !== 'neg') return null
  const helper = wordAt(tokens, at - 1)
  const byAt = tellerAt(tokens, at)
  if (byAt !== -1) return actByPhrase(scene, 'did-not', at + 1, byAt)
  const isNegated = token.lower === 'never' || /^(?:did|had)$/.test(helper)
  if (!isNegated) return null
  const did = pastAdverbs(tokens, at + 1)
  const form = tokens[did]
  if (form === undefined || isPassive(tokens, at) || form.lower === 'been') return null
  const verb = baseOf(form.lower)
  const isPerfectOrPast = helper !== 'did' && helper !== 'do' && helper !== 'does'
  const isNews =
    /^(?:tell|inform|warn)$/.test(verb) && /^(?:us|me|anyone|anybody)$/.test(wordAt(tokens, did + 1))
  const isHabit = token.lower === 'never' && (PEOPLE_OF.has(helper) || TEAM_NOUNS.has(helper))
  if (
    isPerfectOrPast &&
    !isNews &&
    !isHabit &&
    form.tag !== 'verb' &&
    form.tag !== 'base' &&
    verb === form.lower
  )
    return null
  if (SITUATION_VERBS.has(verb) || !DILIGENCE_VERBS.has(verb) || isSituation(tokens, verb, did)) return null
  return actBySubject(scene, 'did-not', at, did + 1, verb, verb === 'let' ? 'inform' : verb)
}

/** Index of “by” in “we were not told about it by the network team”; -1 where nobody is named. */
function tellerAt(tokens: readonly Token[], neg: number): number {
  if (!/^(?:was|were|been)$/.test(wordAt(tokens, neg - 1))) return -1
  if (!/^(?:told|informed|notified|warned|consulted|asked|briefed)$/.test(wordAt(tokens, neg + 1))) return -1
  return tokens.findIndex((token, at) => at > neg + 1 && at < neg + 14 && token.lower === 'by')
}

/** What the situation keeps from people. Base forms. */
const HIDDEN =
  /^(?:know|realise|realize|understand|see|find|want|start|stop|finish|complete|learn|expect|hear)$/

/** “did not know that”, “did not see any errors”: what the situation hid. “did not know better” is a judgement. */
function isSituation(tokens: readonly Token[], verb: string, did: number): boolean {
  const next = wordAt(tokens, did + 1)
  const isNear = (word: string): boolean => tokens.slice(did, did + 7).some((token) => token.lower === word)
  switch (verb) {
    case 'look':
      return !/^(?:at|into|closely|carefully)$/.test(next)
    case 'make':
      return next !== 'sure'
    case 'think':
      return !/^(?:to|of|about|through|twice)$/.test(next)
    case 'consider':
      return isNear('as')
    case 'let':
      return !isNear('know')
    default:
      return HIDDEN.test(verb) && next !== 'better'
  }
}

/** “opted not to test”, “chose not to escalate”, “decided not to page”. */
function choseNot(scene: Scene, at: number): Act | null {
  const { tokens } = scene
  if (!/^(?:chose|opted|preferred)$/.test(wordAt(tokens, at))) return null
  if (tokens[at + 1]?.lower !== 'not' || tokens[at + 2]?.lower !== 'to') return null
  return actBySubject(scene, 'did-not', at, at + 4, wordAt(tokens, at + 3), 'decide')
}
