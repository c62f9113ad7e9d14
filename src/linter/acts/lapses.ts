/** Lapses: failed to, forgot, overlooked, did not check, never told. */
import { baseOf } from '../words/forms.ts'
import type { Token } from '../text/tokens.ts'
import { DILIGENCE_VERBS, LAPSE_VERBS, SITUATION_VERBS } from '../words/verbs.ts'
import { PEOPLE_OF, TEAM_NOUNS } from '../words/teams.ts'
import { actByPhrase, actBySubject, isPassive, type Act, type Scene } from './act.ts'
import { isOneOf, isWord, tagAt, wordAt } from '../text/look.ts'
import { bases } from '../words/list.ts'

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
  while (tagAt(tokens, at) === 'adv') at += 1
  return at
}

function failedTo({ tokens, roster }: Scene, at: number): Act | null {
  if (!isWord(tokens, at, '~fail')) return null
  const to = pastAdverbs(tokens, at + 1)
  const did = pastAdverbs(tokens, to + 1)
  if (wordAt(tokens, to) !== 'to' || tokens[did] === undefined) return null
  const verb = wordAt(tokens, did)
  return actBySubject({ tokens, roster }, 'failed', at, did + 1, verb)
}

function lapseVerb(scene: Scene, at: number): Act | null {
  const { tokens } = scene
  const lower = wordAt(tokens, at)
  // “missing” says what is not there.
  const lapse = lower === 'missing' ? undefined : LAPSE_VERBS.get(lower)
  if (lapse === undefined || tagAt(tokens, at) === 'adj') return null
  if (
    tagAt(tokens, at - 1) === 'aux' &&
    isOneOf(lower, 'forgetting overlooking skipping misreading bypassing missing dismissing')
  )
    return null
  if (isWord(tokens, at + 1, 'no nothing none')) return null
  if (isPassive(tokens, at))
    return wordAt(tokens, at + 1) === 'by' ? actByPhrase(scene, 'failed', at, at + 1) : null
  const next = tokens[at + 1]
  if (lapse === 'miss' && isMissedPerson(tokens, at)) return null
  const did = pastAdverbs(tokens, at + 2)
  if (next?.lower === 'to' && tokens[did] !== undefined)
    return actBySubject(scene, 'failed', at, did + 1, wordAt(tokens, did), lapse)
  return actBySubject(scene, 'failed', at, at + 1, lapse)
}

/** “missed you at the standup” is life. */
const isMissedPerson = (tokens: readonly Token[], at: number): boolean =>
  isWord(tokens, at + 1, 'you him her them us out')

/** “decided to ignore”, “chose to skip”, “refused to roll back”, “declined to escalate”. */
function refused(scene: Scene, at: number): Act | null {
  const { tokens } = scene
  const lower = wordAt(tokens, at)
  if (wordAt(tokens, at + 1) !== 'to') return null
  const did = pastAdverbs(tokens, at + 2)
  const verb = wordAt(tokens, did)
  const isRefusal = /^(?:refuse|decline)[sd]$/.test(lower)
  const isChoice =
    isOneOf(lower, 'decided chose opted preferred') &&
    isOneOf(verb, 'ignore skip bypass disregard neglect omit dismiss override')
  if (!isRefusal && !isChoice) return null
  return actBySubject(scene, 'failed', at, did + 1, verb, isRefusal ? null : verb)
}

/** “did not check”, “hadn't verified”, “never told”, “didn't bother to”. */
function didNot(scene: Scene, at: number): Act | null {
  const { tokens } = scene
  const token = tokens[at] as Token
  if (token.tag !== 'neg') return null
  const helper = wordAt(tokens, at - 1)
  const byAt = tellerAt(tokens, at)
  if (byAt !== -1) return actByPhrase(scene, 'did-not', at + 1, byAt)
  const did = pastAdverbs(tokens, at + 1)
  const isNews = isWord(tokens, did, '~tell ~inform ~warn') && isWord(tokens, did + 1, 'us me anyone anybody')
  const isNegated = token.lower === 'never' || isOneOf(helper, isNews ? 'did had has have' : 'did had')
  if (!isNegated) return null
  const form = tokens[did]
  if (form === undefined || isPassive(tokens, at) || form.lower === 'been') return null
  const verb = baseOf(form.lower)
  const isPerfectOrPast = helper !== 'did' && helper !== 'do' && helper !== 'does'
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
  if (!isWord(tokens, neg - 1, 'was were been')) return -1
  if (!isWord(tokens, neg + 1, 'told informed notified warned consulted asked briefed')) return -1
  return tokens.findIndex((token, at) => at > neg + 1 && at < neg + 14 && token.lower === 'by')
}

/** What the situation keeps from people. Base forms. */
const HIDDEN = bases(
  'complete expect find finish hear know learn realise realize see start stop understand want',
)

/** “did not know that”, “did not see any errors”: what the situation hid. “did not know better” is a judgement. */
function isSituation(tokens: readonly Token[], verb: string, did: number): boolean {
  const next = wordAt(tokens, did + 1)
  const isNear = (word: string): boolean => tokens.slice(did, did + 7).some((token) => token.lower === word)
  switch (verb) {
    case 'look':
      return !isOneOf(next, 'at into closely carefully')
    case 'make':
      return next !== 'sure'
    case 'think':
      return !isOneOf(next, 'to of about through twice')
    case 'consider':
      return isNear('as')
    case 'let':
      return !isNear('know')
    default:
      return HIDDEN.has(verb) && next !== 'better'
  }
}

/** “opted not to test”, “chose not to escalate”, “decided not to page”. */
function choseNot(scene: Scene, at: number): Act | null {
  const { tokens } = scene
  if (!isWord(tokens, at, 'chose opted preferred')) return null
  if (wordAt(tokens, at + 1) !== 'not' || wordAt(tokens, at + 2) !== 'to') return null
  const did = pastAdverbs(tokens, at + 3)
  return actBySubject(scene, 'did-not', at, did + 1, wordAt(tokens, did), 'decide')
}
