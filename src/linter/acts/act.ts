/** Acts: places where a sentence says that somebody fell short, and of whom. */
import type { RosterIndex } from '../roster.ts'
import { agentOf, type Agent } from '../text/agent.ts'
import { baseOf } from '../words/forms.ts'
import { phraseAt } from '../text/phrase-at.ts'
import { subjectOf } from '../text/subject.ts'
import type { NounPhrase } from '../text/noun-phrase.ts'
import type { Token } from '../text/tokens.ts'
import { PRACTICES } from '../words/practices.ts'
import { FOR_PEOPLE, HUMAN_VERBS, OBJECT_DECIDES } from '../words/verbs.ts'
import { hasWord, isTag, isWord, tagAt, wordAt } from '../text/look.ts'

export type ActKind =
  /** Failed to, forgot, overlooked, ignored. */
  | 'failed'
  /** Did not check, never told. */
  | 'did-not'
  /** Mistakenly ran, deployed the wrong thing, made a mistake. */
  | 'erred'
  /** Caused, broke; caused by. */
  | 'caused'
  /** Was careless. */
  | 'character'

export interface Act {
  readonly kind: ActKind
  readonly agent: Agent
  /** Token that gave it away. */
  readonly trigger: number
  /** Base form of what was or was not done. */
  readonly verb: string
  /** Index of the first token after the trigger's verb: where its object begins. */
  readonly object: number
  readonly from: number
  readonly to: number
}

/** What detectors look at. */
export interface Scene {
  readonly tokens: readonly Token[]
  readonly roster: RosterIndex
}

const CLAUSE_ENDS = new Set([
  'because',
  'so',
  'since',
  'although',
  'though',
  'whereas',
  'while',
  'but',
  'which',
  'when',
  'after',
  'until',
])
const CLAUSE_MARKS = new Set([',', ';', ':', '.', '!', '?', '(', ')', '—', '–', '…', '|'])

/** “ignored the alert and | went back to bed”. */
function joinsVerb(tokens: readonly Token[], at: number): boolean {
  if (tagAt(tokens, at) !== 'conj') return false
  const next = isTag(tokens, at + 1, 'adv neg') ? at + 2 : at + 1
  return isTag(tokens, next, 'verb aux')
}

/** Index just past the clause that `from` stands in. */
export function clauseEnd(tokens: readonly Token[], from: number): number {
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at] as Token
    if (CLAUSE_MARKS.has(token.text) || CLAUSE_ENDS.has(token.lower) || joinsVerb(tokens, at)) return at
  }
  return tokens.length
}

/** The act whose doer is the subject of the verb at `verbAt`. `base` is what the doer's noun is judged by. */
export function actBySubject(
  scene: Scene,
  kind: ActKind,
  verbAt: number,
  object: number,
  verb: string,
  judgedBy: string | null = verb,
): Act {
  const deciding =
    judgedBy !== null && OBJECT_DECIDES.has(judgedBy) && takesPeoplesObject(scene.tokens, object)
      ? 'read'
      : judgedBy
  const { phrase, agent } = doerOf(scene, verbAt, deciding)
  const from = phrase !== null && phrase.from < verbAt && verbAt - phrase.from < 30 ? phrase.from : verbAt
  return {
    kind,
    agent,
    trigger: verbAt,
    verb,
    object,
    from,
    to: clauseEnd(scene.tokens, Math.max(object, verbAt + 1)),
  }
}

/** “forgot to tell”, “ignored the warning”: what only people do or are given. */
function takesPeoplesObject(tokens: readonly Token[], object: number): boolean {
  return (
    hasWord(tokens, FOR_PEOPLE, object - 1, object + 5) || hasWord(tokens, PRACTICES, object - 1, object + 5)
  )
}

/** The verb’s subject; where that is a thing but only people do the verb, the subject the sentence began with. */
function doerOf(
  scene: Scene,
  verbAt: number,
  verb: string | null,
): { phrase: NounPhrase | null; agent: Agent } {
  const { tokens, roster } = scene
  const phrase = isByDoing(tokens, verbAt) ? doerOfMain(tokens, verbAt) : subjectOf(tokens, verbAt)
  const agent = agentOf(tokens, phrase, verb, roster)
  if (
    agent.kind !== 'system' ||
    verb === null ||
    !HUMAN_VERBS.has(verb) ||
    phrase === null ||
    !isJoined(tokens, verbAt)
  )
    return { phrase, agent }
  const first = tokens.findIndex((token) => token.tag === 'verb')
  const outer = first === -1 || first >= phrase.from ? null : subjectOf(tokens, first)
  const outerAgent = agentOf(tokens, outer, verb, roster)
  return outerAgent.kind === 'person' ? { phrase: outer, agent: outerAgent } : { phrase, agent }
}

/** “locked everybody out by botching the update”: whoever did the main verb. */
const isByDoing = (tokens: readonly Token[], verbAt: number): boolean =>
  isWord(tokens, verbAt - 1, 'by for after while when before') && wordAt(tokens, verbAt).endsWith('ing')

/** “By ignoring the calendar, the duty manager cut off 23 clinics”: behind the comma where nothing stands before. */
function doerOfMain(tokens: readonly Token[], verbAt: number): NounPhrase | null {
  if (verbAt > 1) return subjectOf(tokens, mainVerbBefore(tokens, verbAt))
  const comma = tokens.findIndex((token) => token.text === ',')
  return comma === -1 ? null : phraseAt(tokens, comma + 1)
}

const mainVerbBefore = (tokens: readonly Token[], before: number): number => {
  const at = tokens.findLastIndex((token, index) => index < before && token.tag === 'verb')
  return at === -1 ? before : at
}

function isJoined(tokens: readonly Token[], verbAt: number): boolean {
  let at = verbAt
  while (isTag(tokens, at - 1, 'aux adv neg')) at -= 1
  return tagAt(tokens, at - 1) === 'conj'
}

/** The act whose doer follows `by` at `byAt`. */
export function actByPhrase(
  scene: Scene,
  kind: ActKind,
  verbAt: number,
  byAt: number,
  judgedBy: string | null = null,
): Act | null {
  const phrase = phraseAt(scene.tokens, byAt + 1)
  if (phrase === null) return null
  const verb = baseOf(wordAt(scene.tokens, verbAt))
  const subject = subjectOf(scene.tokens, verbAt)
  const agent = agentOf(scene.tokens, phrase, judgedBy, scene.roster)
  const from = subject !== null && subject.from < verbAt ? subject.from : verbAt
  return { kind, agent, trigger: verbAt, verb, object: byAt, from, to: clauseEnd(scene.tokens, phrase.to) }
}

/** Whether a form of “be” or “get” stands before the verb, past adverbs and “not”: a passive. */
export function isPassive(tokens: readonly Token[], verb: number): boolean {
  let at = verb - 1
  while (at >= 0 && isTag(tokens, at, 'adv neg')) at -= 1
  return isWord(tokens, at, 'am is are were ~be ~get')
}
