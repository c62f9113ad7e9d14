/** Tells an act that is stated from one that is asked, guessed, feared, prevented, denied or explained by the situation. */
import type { Token } from '../text/tokens.ts'
import type { Act } from './act.ts'
import { hasTag, hasWord, isOneOf, isTag, tagAt, wordAt } from '../text/look.ts'
import { MODALS } from '../words/grammar.ts'
import { setOf } from '../words/list.ts'

/** Words before an act that keep it from being stated. */
const PREVENTS = setOf(
  'case chance guard if imagine possibility reduce risk stop stopping stops suppose suspicion unless ' +
    'unlikely whenever whether ~avoid ~ensure ~exclude ~prevent ~protect ~rule',
)

/** Whether the act is only supposed: asked, conditional, possible, feared or prevented. */
export function isSupposed(tokens: readonly Token[], act: Act): boolean {
  if (tokens.at(-1)?.text === '?') return true
  if (hasGuessBefore(tokens, act.trigger) || isRuledOut(tokens, act.trigger)) return true
  for (let at = Math.max(0, act.from - 8); at < act.from; at += 1) {
    const token = tokens[at] as Token
    if (PREVENTS.has(token.lower) && !hasBreak(tokens, at, act.from)) return true
  }
  return isGeneric(tokens, act) || isDenied(tokens, act)
}

/** “The logs rule out a mistake by the contractor.” */
const isRuledOut = (tokens: readonly Token[], trigger: number): boolean =>
  hasWord(tokens, '~rule ~exclude', trigger - 4, trigger)

function hasGuessBefore(tokens: readonly Token[], trigger: number): boolean {
  for (let at = trigger - 1; at >= 0 && trigger - at < 5; at -= 1) {
    const token = tokens[at] as Token
    if (MODALS.has(token.lower)) return true
    if (!isOneOf(token.tag, 'aux adv neg modal')) return false
  }
  return false
}

const hasBreak = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from + 1, to).some((token) => token.text === ',' || token.text === ';')

/** “when an operator forgets …”: a present tense in general terms. */
function isGeneric(tokens: readonly Token[], act: Act): boolean {
  const trigger = tokens[act.trigger]
  if (trigger === undefined || !isOneOf(trigger.lower, 'forgets misses skips ignores neglects fail+'))
    return false
  return hasWord(
    tokens,
    'a an any anybody anyone every if once somebody someone until when whenever',
    0,
    act.trigger,
  )
}

/** “nobody made a mistake”, “no engineer ignored it”, “it is not that …”. */
function isDenied(tokens: readonly Token[], act: Act): boolean {
  const opening = `${wordAt(tokens, act.from - 2)} ${wordAt(tokens, act.from - 1)} ${wordAt(tokens, act.from)}`
  if (/\b(?:no|nobody|neither|none|nor)\b/.test(opening)) return true
  return isNegatedVerb(tokens, act) || isDefended(tokens, act)
}

/** “did nothing wrong”, “by design, the team does not review”. */
const isDefended = (tokens: readonly Token[], act: Act): boolean =>
  (wordAt(tokens, act.trigger + 1) === 'nothing' && wordAt(tokens, act.trigger + 2) === 'wrong') ||
  tokens
    .slice(0, act.from + 1)
    .some((token, at) => token.lower === 'by' && wordAt(tokens, at + 1) === 'design')

const isNegatedVerb = (tokens: readonly Token[], act: Act): boolean => {
  if (act.kind === 'did-not' || act.kind === 'character') return false
  for (let at = act.trigger - 1; at >= 0 && act.trigger - at < 4; at -= 1) {
    if (tagAt(tokens, at) === 'neg') return true
    if (!isTag(tokens, at, act.kind === 'caused' ? 'aux adv det adj' : 'aux adv')) return false
  }
  return false
}

const REPORTS = setOf('states ~clarify ~confirm ~rule ~show ~verify')

/** What blames the person again instead of explaining: “because he was in a hurry”. */
const BLAMING_REASON = setOf(
  'careless carelessness distracted he hurry inattentive inexperienced junior rushed rushing she sloppy ' +
    'tired',
)

/** “was never told, so …”, “missed the page because the text message did not arrive”, “we confirmed that she did not delete it”. */
export function isExcused(tokens: readonly Token[], act: Act): boolean {
  for (let at = Math.max(0, act.from - 9); at < act.from; at += 1) {
    if (
      REPORTS.has(wordAt(tokens, at)) &&
      (act.kind === 'did-not' || act.kind === 'caused') &&
      hasWord(tokens, 'that', at + 1, act.from)
    )
      return true
  }
  if (act.kind === 'character' || act.kind === 'caused') return false
  return hasReasonAfter(tokens, act)
}

function hasReasonAfter(tokens: readonly Token[], act: Act): boolean {
  for (let at = act.object; at < tokens.length; at += 1) {
    const token = tokens[at] as Token
    const isReason = token.lower === 'because' || isReasonSince(tokens, at) || isBecauseAs(tokens, at)
    if (isReason) return !tokens.slice(at + 1, at + 8).some((after) => BLAMING_REASON.has(after.lower))
    if (token.lower === 'due' && wordAt(tokens, at + 1) === 'to') {
      return !tokens.slice(at + 2, at + 8).some((after) => BLAMING_REASON.has(after.lower))
    }
  }
  return false
}

/** “since the alert did not page” gives a reason, “since noon” a time. */
const isReasonSince = (tokens: readonly Token[], at: number): boolean =>
  wordAt(tokens, at) === 'since' &&
  !isOneOf(tokens[at + 1]?.tag ?? 'punct', 'num punct') &&
  hasTag(tokens, 'verb aux modal', at + 2, at + 10)

/** “, as the alert …” gives a reason; “such as” and “as root” do not. */
const isBecauseAs = (tokens: readonly Token[], at: number): boolean =>
  wordAt(tokens, at) === 'as' &&
  tokens[at - 1]?.text === ',' &&
  (tagAt(tokens, at + 1) === 'det' ||
    (isTag(tokens, at + 1, 'noun name pron') && hasTag(tokens, 'verb aux', at + 2, at + 6)))
