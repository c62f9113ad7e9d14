/** Errors: mistakenly ran, deployed the wrong version, made a mistake, shipped untested code, without checking. */
import { baseOf } from '../words/forms.ts'
import type { Token } from '../text/tokens.ts'
import {
  BAD_WORK,
  DELIVERY_VERBS,
  ERR,
  ERROR_ADVERBS,
  HUMAN_VERBS,
  MISDEED,
  HANDLING_VERBS,
} from '../words/verbs.ts'
import { LAPSE_NOUN } from './harm.ts'
import { actByPhrase, actBySubject, isPassive, type Act, type Scene } from './act.ts'
import { hasWord, isOneOf, isTag, isWord, tagAt, wordAt } from '../text/look.ts'
import { bases, setOf } from '../words/list.ts'

/** The error that the token at `at` gives away, or null. */
export function errorAt(scene: Scene, at: number): Act | null {
  return (
    errorAdverb(scene, at) ??
    madeMistake(scene, at) ??
    byMistake(scene, at) ??
    badWork(scene, at) ??
    inSpiteOf(scene, at) ??
    withoutCare(scene, at)
  )
}

const isActive = (tokens: readonly Token[], at: number): boolean =>
  tagAt(tokens, at) === 'verb' && !isPassive(tokens, at)

/** “mistakenly ran”, “ran it mistakenly”, “was mistakenly deleted by an intern”. */
function errorAdverb(scene: Scene, at: number): Act | null {
  const { tokens } = scene
  if (!ERROR_ADVERBS.has(wordAt(tokens, at))) return null
  const verbAt = verbNear(tokens, at)
  if (verbAt === -1) return null
  if (isPassive(tokens, verbAt)) return agentOfPassive(scene, verbAt)
  const verb = baseOf(wordAt(tokens, verbAt))
  const judgedBy = CARELESS.has(wordAt(tokens, at)) ? ERR : HUMAN_VERBS.has(verb) ? verb : MISDEED
  return actBySubject(scene, 'erred', verbAt, Math.max(verbAt, at) + 1, verb, judgedBy)
}

/** Said of people only; software does things mistakenly or accidentally as well. */
const CARELESS = setOf('blindly carelessly foolishly hastily negligently recklessly stupidly')

function verbNear(tokens: readonly Token[], at: number): number {
  if (tagAt(tokens, at + 1) === 'verb') return at + 1
  if (tagAt(tokens, at + 1) === 'adv' && tagAt(tokens, at + 2) === 'verb') return at + 2
  for (let back = at - 1; back >= 0 && at - back < 12; back -= 1) {
    if (tagAt(tokens, back) === 'punct' || tagAt(tokens, back) === 'sub') return -1
    if (tagAt(tokens, back) === 'verb') return back
  }
  return -1
}

function agentOfPassive(scene: Scene, verbAt: number): Act | null {
  for (let at = verbAt + 1; at < Math.min(scene.tokens.length, verbAt + 8); at += 1) {
    if (tagAt(scene.tokens, at) === 'punct') return null
    if (wordAt(scene.tokens, at) === 'by') return actByPhrase(scene, 'erred', verbAt, at)
  }
  return null
}

/** “made a mistake”, “made two critical errors”. */
function madeMistake(scene: Scene, at: number): Act | null {
  const { tokens } = scene
  const lower = wordAt(tokens, at)
  if (!isOneOf(lower, 'made makes committed introduced') || !isActive(tokens, at)) return null
  const end = Math.min(tokens.length, at + 6)
  for (let next = at + 1; next < end; next += 1) {
    if (isTag(tokens, next, 'punct verb prep neg') || wordAt(tokens, next) === 'no') return null
    if (isWord(tokens, next, LAPSE_NOUN) && !isWord(tokens, next, 'doing failure fault habit handling lack'))
      return actBySubject(scene, 'erred', at, next + 1, 'make', ERR)
  }
  return null
}

/** “deleted it by mistake”, “by accident”, “in error”. */
function byMistake(scene: Scene, at: number): Act | null {
  const { tokens } = scene
  if (!isWord(tokens, at, 'by in')) return null
  const pair = `${wordAt(tokens, at)} ${wordAt(tokens, at + 1)}`
  if (!/^(?:by (?:mistake|accident|error)|in error)$/.test(pair)) return null
  const verbAt = verbNear(tokens, at)
  if (verbAt === -1 || isPassive(tokens, verbAt)) return verbAt === -1 ? null : agentOfPassive(scene, verbAt)
  const verb = baseOf(wordAt(tokens, verbAt))
  return actBySubject(scene, 'erred', verbAt, at + 2, verb, HUMAN_VERBS.has(verb) ? verb : MISDEED)
}

/** “deployed faulty code”, “ran the wrong command”, “pushed straight to main”, “used the wrong key”. */
function badWork(scene: Scene, at: number): Act | null {
  const { tokens } = scene
  const isActively = isActive(tokens, at)
  if (isTheWrong(tokens, at) || (isActively && isInsteadOf(tokens, at)))
    return actBySubject(scene, 'erred', at, at + 1, baseOf(wordAt(tokens, at)), ERR)
  if (!isActively || !DELIVERY_VERBS.has(wordAt(tokens, at))) return null
  const end = Math.min(tokens.length, at + 6)
  for (let next = at + 1; next < end; next += 1) {
    const token = tokens[next] as Token
    const isMending = isWord(
      tokens,
      at,
      '~change ~close ~delete ~disable ~drop ~edit ~remove ~replace ~revert ~stop',
    )
    const isOfBad = !isMending || (tagAt(tokens, next - 1) === 'det' && token.lower === 'wrong')
    const isWrong = BAD_WORK.has(token.lower) && isOfBad && isAttributive(tokens, next)
    const isStraight =
      isOneOf(token.lower, 'straight directly') &&
      isWord(tokens, next + 1, 'to into in on') &&
      isWord(tokens, next + 2, 'main master production prod')
    if (isWrong || isStraight)
      return actBySubject(scene, 'erred', at, at + 1, baseOf(wordAt(tokens, at)), MISDEED)
    if (isOneOf(token.tag, 'punct verb sub conj')) return null
    if (token.tag === 'prep' && !isPlaced(tokens, at, next)) return null
  }
  return null
}

/** “Unplugged the wrong supply”; not “returned the wrong value”, which software does. */
const isTheWrong = (tokens: readonly Token[], at: number): boolean =>
  isTag(tokens, at, 'verb noun') &&
  !isPassive(tokens, at) &&
  tagAt(tokens, at + 1) === 'det' &&
  wordAt(tokens, at + 2) === 'wrong' &&
  HANDLING_VERBS.has(wordAt(tokens, at))

/** “Rebooted our primary instead of the spare”; not “rolled back instead of patching”, which is a choice. */
function isInsteadOf(tokens: readonly Token[], at: number): boolean {
  if (
    !HANDLING_VERBS.has(wordAt(tokens, at)) ||
    isWord(tokens, at, '~use ~choose ~select ~pick ~replace ~merge')
  )
    return false
  const instead = tokens.findIndex(
    (token, index) => index > at && index < at + 14 && token.lower === 'instead',
  )
  return (
    instead !== -1 && wordAt(tokens, instead + 1) === 'of' && isTag(tokens, instead + 2, 'det name num code')
  )
}

const isAttributive = (tokens: readonly Token[], at: number): boolean =>
  isTag(tokens, at + 1, 'noun name code adj ing num')

/** “restarted in the wrong region”, “ran it against the wrong host”: the place is wrong. */
const isPlaced = (tokens: readonly Token[], at: number, prep: number): boolean =>
  prep - at <= 5 &&
  isWord(tokens, prep, 'in on to at against with from into') &&
  hasWord(tokens, 'wrong', prep + 1, prep + 3)

/** “knew the freeze was on and deployed regardless”, “loaded it anyway”. */
function inSpiteOf(scene: Scene, at: number): Act | null {
  const { tokens } = scene
  if (!isWord(tokens, at, 'anyway regardless')) return null
  const verbAt = verbNear(tokens, at)
  const isDeed = isWord(tokens, verbAt, DELIVERY_VERBS) || isWord(tokens, verbAt, '~load ~proceed ~continue')
  return !isDeed || isPassive(tokens, verbAt)
    ? null
    : actBySubject(scene, 'erred', verbAt, verbAt + 1, baseOf(wordAt(tokens, verbAt)), MISDEED)
}

/** “merged without review”, “deployed without telling anybody”. */
function withoutCare(scene: Scene, at: number): Act | null {
  const { tokens } = scene
  const isNone = wordAt(tokens, at) === 'with' && isWord(tokens, at + 1, 'no zero')
  if (wordAt(tokens, at) !== 'without' && !isNone) return null
  const careAt = careAfter(tokens, isNone ? at + 1 : at)
  if (careAt === -1) return null
  const verbAt = mainVerbBefore(tokens, at)
  if (verbAt === -1) return null
  const verb = baseOf(wordAt(tokens, verbAt))
  if (isPassive(tokens, verbAt)) return agentOfPassive(scene, verbAt)
  const judgedBy = HUMAN_VERBS.has(verb) || tokens[careAt]?.lower.endsWith('ing') === true ? ERR : verb
  return {
    ...actBySubject(scene, 'did-not', verbAt, verbAt + 1, verb, judgedBy),
    to: careEnd(tokens, careAt),
  }
}

const CARE_NOUNS = setOf(
  'approval care checks heads-up notice permission regard review+ test+ testing thought validation ' +
    'verification warning word',
)

/** “without running the tests”; running a tool is a step like others. */
const isRunningTests = (tokens: readonly Token[], at: number): boolean =>
  isWord(tokens, at, 'running doing making using') &&
  hasWord(tokens, 'backup check+ checklist dry-run plan review test+', at + 1, at + 4)

const CARING = bases(
  'clear consider discuss double-check give inspect let open try understand validate version wait',
)

const isCaring = (verb: string): boolean => CARING.has(verb) || HUMAN_VERBS.has(verb)

function careAfter(tokens: readonly Token[], without: number): number {
  for (let at = without + 1; at < Math.min(tokens.length, without + 4); at += 1) {
    const token = tokens[at] as Token
    if (token.lower === 'being' || token.lower === 'having') return -1
    if (CARE_NOUNS.has(token.lower)) return at
    if (token.tag === 'ing' || token.lower.endsWith('ing'))
      return isCaring(baseOf(token.lower)) || isRunningTests(tokens, at) ? at : -1
    if (
      isOneOf(
        token.lower,
        'a adequate an any as code even first further much peer prior proper properly second so sufficient the',
      ) ||
      token.tag === 'adj'
    )
      continue
    return -1
  }
  return -1
}

function careEnd(tokens: readonly Token[], care: number): number {
  let at = care + 1
  while (at < tokens.length && !isTag(tokens, at, 'punct verb sub conj rel')) at += 1
  return at
}

function mainVerbBefore(tokens: readonly Token[], without: number): number {
  for (let at = without - 1; at >= 0 && without - at < 16; at -= 1) {
    const token = tokens[at] as Token
    if (token.text === ';' || token.tag === 'sub') return -1
    if (token.tag === 'verb' && !isOneOf(token.lower, 'caused triggered') && !isReduced(tokens, at)) return at
  }
  return -1
}

const isReduced = (tokens: readonly Token[], at: number): boolean =>
  wordAt(tokens, at + 1) === 'by' && !isPassive(tokens, at)
