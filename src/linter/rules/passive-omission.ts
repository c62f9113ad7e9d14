/** “Was not tested”, “was overlooked”, “mistakes were made”: a lapse with its owner left out. */
import type { SentenceFacts } from '../facts.ts'
import { baseOf, gerundOf } from '../words/forms.ts'
import { phraseBook, phrasesIn } from '../text/match.ts'
import { subjectOf } from '../text/subject.ts'
import type { Token } from '../text/tokens.ts'
import { clauseEnd, isPassive } from '../acts/act.ts'
import type { Context, Hit, SentenceRule } from './rule.ts'
import { quoted, hitAt, wordsFrom, within } from './wording.ts'
import { PRACTICES } from '../words/practices.ts'
import { DELIVERY_VERBS, HANDLING_VERBS } from '../words/verbs.ts'
import { TELLING } from './telling.ts'
import { FAUSEY } from './sources.ts'
import { hasWord, isOneOf, isTag, isWord, tagAt, wordAt } from '../text/look.ts'
import { bases, nouns, setOf } from '../words/list.ts'

/** What takes somebody’s care, so that its absence points at somebody. Base forms. */
const CARE = bases(
  'agree announce anticipate assess audit brief budget calibrate check communicate consider consult ' +
    'coordinate cross-check discuss document double-check escalate estimate evaluate exercise flag follow ' +
    'inform inspect investigate label look mention notify obtain pass plan practise prioritise prioritize ' +
    'proofread question raise read rehearse renew review revisit sign tell test test-restore think train try ' +
    'validate verify warn write',
)

/** Points at somebody only where what it was done to is somebody’s to keep. Base forms. */
const UPKEEP = bases(
  'add apply clean configure enable keep list log maintain monitor record remove rotate schedule set track ' +
    'update',
)
const KEPT = nouns(
  'certificate config configuration contact credentials date dependency document expiry inventory list ' +
    'owner page record rule schedule status wiki',
)

/** A practice or a thing that is somebody's to keep. */
const isKept = (word: string): boolean => KEPT.has(word) || PRACTICES.has(word)

const LOST = setOf(
  'bypassed disregarded forgotten ignored missed misunderstood neglected omitted overlooked skipped ' +
    'underestimated',
)

/** What only people lose sight of; a request that “was missed” by a cache is not. */
const PHRASES = phraseBook(`
$error was|were made
$mistakenly committed|$damaged|$done|excluded|included|left|omitted|reverted
accidental|inadvertent|mistaken|unintended|unintentional change|command|commit|deletion|deploy|deployment|disabling|execution|merge|misconfiguration|overwrite|publish|push|release|removal|restart|revert|rollout|shutdown|update
are|been|got|is|was|were left out|unanswered|unattended|unchecked|undocumented|undone|unfinished|unmonitored|unreviewed|untested
a|an incorrect|invalid|mistyped|wrong address|command|file|flag|key|option|parameter|value|version was|were $done|entered|given|passed|set|supplied|typed|used
ball|balls was dropped
brushed aside
deployed|merged|shipped unreviewed|untested
fell through the cracks
got|was|were $done without $checks
got|was|were $done without a|any * $checks
got|was|were $done without a|any|code|peer|prior|proper $checks
little|no|not $care had|has|is|was|were been|given|paid|taken
misunderstanding|oversight caused|led|resulted
no * $checks been|was|were carried|done|held|made|performed|run|written
no alert|$checks|documentation|rehearsal was|were carried|done|held|made|performed|run|written
no one was asked|consulted|informed|notified|told|warned
nobody|noone was asked|consulted|informed|notified|told|warned
not enough $care|testing|time was|were done|given|paid|spent|taken
not taken into account|consideration
not thought about|of|through
slipped through
was|were rushed
went unanswered|unchecked|unread|unreviewed|untested
without adequate|any|prior|proper|sufficient|thorough care|$checks|communication|coordination|notice|planning|testing
wrong assumption|assumptions|choice|choices|decision|decisions was|were made
`)

export const passiveOmission: SentenceRule = {
  id: 'passive-omission',
  category: 'passive-omission',
  severity: 'warning',
  why: 'A passive that hides who lapsed is blame in disguise, and hides the missing step as well',
  source: FAUSEY,
  silentIn: ['actions', 'went-well', 'heading', 'question'],
  yieldsTo: ['blame', 'team-blame'],
  check(facts, context) {
    if (facts.acts.length > 0) return []
    for (let at = 0; at < facts.tokens.length; at += 1) {
      if (facts.tokens[at]?.isQuoted === true) continue
      const hit =
        notDone(facts, context, at) ??
        lost(facts, context, at) ??
        wrongOne(facts, context, at) ??
        withoutChecking(facts, context, at)
      if (hit !== null) return [hit]
    }
    return phrasesIn(PHRASES, facts.tokens)
      .filter(
        ({ from, to }) =>
          !isHypothetical(facts.tokens, from) &&
          !isAttack(facts.tokens) &&
          !isSystemsAct(facts.tokens, from, to),
      )
      .slice(0, 1)
      .map((match) => hitOf(facts, context, match.from, match.to, ''))
  },
}

function hitOf(facts: SentenceFacts, context: Context, from: number, to: number, step: string): Hit {
  const words = quoted(wordsFrom(facts, context, from, to))
  return hitAt(
    facts,
    context,
    from,
    to,
    `Which step or gate was absent? ${words} leaves out who, and with it the process.`,
    [
      'Name the absent step',
      step === '' ? '<process> had no step or gate for this' : `<process> has no step for ${step}`,
    ],
    ['Name what let it through', '<gate or tool> let it through, because <condition>'],
  )
}

const isHypothetical = (tokens: readonly Token[], at: number): boolean =>
  tokens
    .slice(Math.max(0, at - 7), at)
    .some(
      (token) =>
        isOneOf(
          token.lower,
          'avoid can could ensure if may might must not once prevent+ should to unless until when whenever ' +
            'whether will would',
        ) && token.lower !== 'to',
    )

/** “a change which inadvertently deleted the data”: the adverb speaks of what software did. */
const isSystemsAct = (tokens: readonly Token[], from: number, to: number): boolean =>
  wordAt(tokens, from).endsWith('ly') &&
  !isPassive(tokens, to - 1) &&
  isTag(tokens, from - 1, 'noun name rel pron code conj')

const isAttack = (tokens: readonly Token[]): boolean =>
  hasWord(tokens, 'attacker+ malicious adversary intruder+ automatically bot')

/** “was not tested”, “had never been reviewed”. */
function notDone(facts: SentenceFacts, context: Context, at: number): Hit | null {
  const { tokens } = facts
  if (tagAt(tokens, at) !== 'neg') return null
  let verb = at + 1
  while (tagAt(tokens, verb) === 'adv' || isWord(tokens, verb, 'been being')) verb += 1
  // “never load tested”, “never test-restored”
  if (tagAt(tokens, verb) === 'noun' && tagAt(tokens, verb + 1) === 'verb') verb += 1
  const done = tokens[verb]
  if (done === undefined || done.tag !== 'verb' || !(isPassive(tokens, verb) || isPassive(tokens, at + 1)))
    return null
  // “Requests that were not signed” are those that were not.
  if (isWord(tokens, beforeBe(tokens, verb) - 1, 'that which who') || !isLapse(tokens, at, verb)) return null
  if (!takesCare(tokens, baseOf(done.lower), verb) || isHypothetical(tokens, at)) return null
  const from = passiveStart(tokens, verb)
  const subject = within(wordsFrom(facts, context, from, beforeBe(tokens, verb)))
  return hitOf(
    facts,
    context,
    from,
    clauseEnd(tokens, verb + 1),
    `${gerundOf(baseOf(done.lower))} ${subject}`.trim(),
  )
}

/** A past that is no “not yet”, no “not by our tests”, and gives no reason: “is not documented” tells how things are. */
function isLapse(tokens: readonly Token[], neg: number, verb: number): boolean {
  const base = baseOf(wordAt(tokens, verb))
  const [next, second] = [wordAt(tokens, verb + 1), wordAt(tokens, verb + 2)]
  if (hasWord(tokens, 'yet being', neg, verb)) return false
  if (isOneOf(next, 'yet because automatically')) return false
  if (next === 'by' && !isOneOf(second, 'a an any anyone anybody another someone')) return false
  if (next === 'until' && !TELLING.has(base)) return false
  if (base === 'consider' && isOneOf(next, 'as to a an the part')) return false
  const isPast = hasWord(tokens, 'was were been got', neg - 2, verb)
  return isPast && !givesReason(tokens, verb)
}

const givesReason = (tokens: readonly Token[], from: number): boolean =>
  tokens.some(
    ({ lower }, at) =>
      at > from && (lower === 'because' || (lower === 'due' && wordAt(tokens, at + 1) === 'to')),
  )

/** Done or not, it is somebody's care only where the thing is an act of care. Base forms. */
const DOING = bases('carry do handle hold make perform run write')
/** What “was never told” without anybody's lapse. */
const SOFTWARE = nouns(
  'agent application cluster database instance it node replica server service system they worker',
)

function takesCare(tokens: readonly Token[], verb: string, at: number): boolean {
  const subject = subjectOf(tokens, at)
  const head = subject === null ? undefined : tokens[subject.head]
  if (head !== undefined && isOneOf(head.lower, 'user+ customer+'))
    return isOneOf(verb, 'inform notify tell warn keep update')
  if (head !== undefined && isOneOf(head.lower, 'we i he she team+ engineer+ responder+'))
    return isOneOf(verb, 'train consult involve loop')
  if (isOneOf(verb, 'inform notify tell warn consult')) return head === undefined || !SOFTWARE.has(head.lower)
  if (DOING.has(verb)) return head !== undefined && PRACTICES.has(head.lower)
  if (CARE.has(verb)) return true
  if (!UPKEEP.has(verb)) return false
  return tokens.slice(Math.max(0, at - 7), at + 1).some((token) => isKept(token.lower))
}

/** Where the passive’s subject begins; the verb group itself where it is far away. */
function passiveStart(tokens: readonly Token[], verb: number): number {
  const subject = subjectOf(tokens, verb)
  return subject !== null && subject.from < verb && verb - subject.from < 25
    ? subject.from
    : Math.max(0, verb - 2)
}

function beforeBe(tokens: readonly Token[], verb: number): number {
  let at = verb
  while (at > 0 && isTag(tokens, at - 1, 'aux adv neg modal')) at -= 1
  return at
}

/** “was overlooked”, “got missed”; not “was ignored by the parser”, nor a label that “is being ignored”. */
function lost(facts: SentenceFacts, context: Context, at: number): Hit | null {
  const { tokens } = facts
  if (!LOST.has(wordAt(tokens, at)) || !isPassive(tokens, at) || isHypothetical(tokens, at)) return null
  if (
    wordAt(tokens, at + 1) === 'by' ||
    wordAt(tokens, at - 2) === 'to' ||
    hasWord(tokens, 'being not no never is are', at - 3, at)
  )
    return null
  if (isWord(tokens, at, 'skipped ignored omitted bypassed missed') && !isPeoplesMatter(tokens, at))
    return null
  return hitOf(facts, context, passiveStart(tokens, at), clauseEnd(tokens, at + 1), '')
}

function isPeoplesMatter(tokens: readonly Token[], at: number): boolean {
  const subject = subjectOf(tokens, at)
  const head = subject === null ? undefined : tokens[subject.head]
  return (
    head === undefined ||
    isKept(head.lower) ||
    isOneOf(
      head.lower,
      'change+ cluster+ deadline+ email+ file+ issue+ it item+ message+ mistake+ notice+ notification+ one ' +
        'problem+ reminder+ signal+ something that this which',
    )
  )
}

/** “The wrong database was deleted.” */
function wrongOne(facts: SentenceFacts, context: Context, at: number): Hit | null {
  const { tokens } = facts
  if (wordAt(tokens, at) !== 'wrong' || !isWord(tokens, at - 1, 'the a')) return null
  for (let verb = at + 2; verb < Math.min(tokens.length, at + 7); verb += 1) {
    if (tagAt(tokens, verb) !== 'verb') continue
    const isDone =
      isPassive(tokens, verb) &&
      (isWord(tokens, verb, HANDLING_VERBS) || isWord(tokens, verb, DELIVERY_VERBS))
    return isDone && wordAt(tokens, verb + 1) !== 'by' && !isHypothetical(tokens, verb)
      ? hitOf(facts, context, at - 1, clauseEnd(tokens, verb + 1), '')
      : null
  }
  return null
}

const isCaring = (tokens: readonly Token[], at: number): boolean =>
  CARE.has(baseOf(wordAt(tokens, at))) && wordAt(tokens, at).endsWith('ing')

/** “without being tested”, “without the change being announced”. */
function isBeingCared(tokens: readonly Token[], from: number): boolean {
  const being = tokens.findIndex(
    (token, at) => at >= from && at < from + 6 && isOneOf(token.lower, 'being been'),
  )
  return (
    being !== -1 &&
    (CARE.has(baseOf(wordAt(tokens, being + 1))) ||
      isWord(tokens, being + 1, 'tried completed told run asked done given taken'))
  )
}

/** “was applied without checking”. */
function withoutChecking(facts: SentenceFacts, context: Context, at: number): Hit | null {
  const { tokens } = facts
  if (wordAt(tokens, at) !== 'without' || !(isCaring(tokens, at + 1) || isBeingCared(tokens, at + 1)))
    return null
  const isBeing = isBeingCared(tokens, at + 1)
  const verb = tokens.findLastIndex(
    (token, index) => index < at && token.tag === 'verb' && (isBeing || isPassive(tokens, index)),
  )
  if (verb === -1 || isHypothetical(tokens, verb)) return null
  return hitOf(
    facts,
    context,
    passiveStart(tokens, verb),
    clauseEnd(tokens, at + 2),
    wordsFrom(facts, context, at + 1, clauseEnd(tokens, at + 2)),
  )
}
