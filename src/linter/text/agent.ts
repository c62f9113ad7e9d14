/** Says what a noun phrase stands for: a person, a team, the writers, a system. */
import type { NamedKind, RosterIndex } from '../roster.ts'
import * as people from '../words/people.ts'
import * as teams from '../words/teams.ts'
import { COMPANY_VERBS, HUMAN_VERBS } from '../words/verbs.ts'
import type { NounPhrase } from './noun-phrase.ts'
import { wordAt, type Token } from './tag.ts'

export type AgentKind = 'person' | 'team' | 'vendor' | 'we' | 'user' | 'attacker' | 'system' | 'none'

export interface Agent {
  readonly kind: AgentKind
  /** Called by name, not by role. */
  readonly isNamed: boolean
  readonly phrase: NounPhrase | null
}

export const NO_AGENT: Agent = { kind: 'none', isNamed: false, phrase: null }

const BY_ROSTER = {
  person: 'person',
  team: 'team',
  vendor: 'vendor',
  service: 'system',
} as const satisfies Record<NamedKind, AgentKind>

/** Nouns whose `of` phrase says who is meant. */
const PARTITIVES =
  /^(?:members?|one|some|two|three|most|all|none|several|part|many|any|both|each|few|group|half|majority|everyone|someone|person|people)$/

/**
 * The agent a phrase stands for. `verb` is the base form of what it does, which decides for words such as `operator`; null where
 * nothing is known of it.
 */
export function agentOf(
  tokens: readonly Token[],
  phrase: NounPhrase | null,
  verb: string | null,
  roster: RosterIndex,
): Agent {
  if (phrase === null) return NO_AGENT
  const head = tokens[phrase.head]
  if (head === undefined || head.isQuoted) return NO_AGENT
  const known = rosterKind(tokens, phrase, roster)
  if (known !== null) return { kind: BY_ROSTER[known], isNamed: known === 'person', phrase }
  if (phrase.of !== null && PARTITIVES.test(head.lower)) {
    return { ...agentOf(tokens, phrase.of, verb, roster), phrase }
  }
  const kind = kindOf(tokens, phrase, head, verb)
  return { kind, isNamed: kind === 'person' && isName(tokens, phrase, head), phrase }
}

function rosterKind(tokens: readonly Token[], phrase: NounPhrase, roster: RosterIndex): NamedKind | null {
  if (roster.kinds.size === 0) return null
  const from = Math.max(phrase.from, phrase.head + 1 - roster.longest)
  for (let at = from; at <= phrase.head; at += 1) {
    const name = tokens
      .slice(at, phrase.head + 1)
      .map((token) => token.lower.replace(/^@/, ''))
      .join(' ')
    const kind = roster.kinds.get(name)
    const isWord = kind === 'person' && at === phrase.head && !/^[\p{Lu}@]/u.test(tokens[at]?.text ?? '')
    if (kind !== undefined && !isWord) return kind
  }
  return null
}

function kindOf(tokens: readonly Token[], phrase: NounPhrase, head: Token, verb: string | null): AgentKind {
  const { lower } = head
  if (people.WE.has(lower)) return 'we'
  if (people.PERSON_PRONOUNS.has(lower) || people.INDEFINITE.has(lower)) return 'person'
  if (isNobody(tokens, phrase)) return 'person'
  if (head.tag === 'pron' || head.tag === 'code')
    return head.tag === 'pron' && lower === 'they' && verb !== null && PLAINLY_HUMAN.test(verb)
      ? 'person'
      : 'none'
  if (people.ATTACKERS.has(lower) || /^(?:malicious|hostile|bad)$/.test(wordAt(tokens, phrase.from)))
    return 'attacker'
  if (people.PERSON_NOUNS.has(lower)) return sreTeam(tokens, phrase, head) ?? 'person'
  return teamKind(tokens, phrase, head, verb) ?? otherKind(tokens, phrase, head, verb)
}

/** Packets that “did not respond” are “they” as well. */
const PLAINLY_HUMAN =
  /^(?:ignore|forget|neglect|overlook|assume|decide|misread|misunderstand|misjudge|disregard|tell|warn|inform|communicate|escalate|coordinate|bother|consult|skip|realise|realize|approve|explain)$/

const humanBy = (verb: string | null, kind: AgentKind): AgentKind =>
  verb !== null && HUMAN_VERBS.has(verb) ? kind : 'none'

const isNobody = (tokens: readonly Token[], phrase: NounPhrase): boolean =>
  tokens[phrase.head]?.lower === 'one' && /^(?:no|some|any|every)$/.test(wordAt(tokens, phrase.head - 1))

/** “SRE did not respond” is the department, “the SRE on shift” a person. */
function sreTeam(tokens: readonly Token[], phrase: NounPhrase, head: Token): AgentKind | null {
  return head.lower === 'sre' && !hasDeterminer(tokens, phrase) ? 'team' : null
}

const hasDeterminer = (tokens: readonly Token[], phrase: NounPhrase): boolean =>
  tokens[phrase.from]?.tag === 'det' || tokens[phrase.from]?.tag === 'num'

function teamKind(
  tokens: readonly Token[],
  phrase: NounPhrase,
  head: Token,
  verb: string | null,
): AgentKind | null {
  if (namesTeam(tokens, phrase, head)) return isOurs(tokens, phrase) ? 'we' : 'team'
  const { lower } = head
  if (teams.EITHER_TEAM_NOUNS.has(lower) && verb !== null && HUMAN_VERBS.has(verb)) return 'team'
  if (lower === 'host' || lower === 'upstream') return humanBy(verb, 'vendor')
  if (teams.VENDOR_NOUNS.has(lower)) return 'vendor'
  return teams.COMPANIES.has(lower) && verb !== null && COMPANY_VERBS.has(verb) ? 'vendor' : null
}

/** “the QA team”, “Team Payments”, “Ops”, “the on-call rotation”. */
function namesTeam(tokens: readonly Token[], phrase: NounPhrase, head: Token): boolean {
  const before = wordAt(tokens, phrase.head - 1)
  if (head.lower === 'rotation') return /^(?:on-call|oncall|duty|support)$/.test(before)
  if (teams.TEAM_NOUNS.has(head.lower)) return true
  const isCalledTeam = /^teams?$/.test(before) || /^teams?$/.test(wordAt(tokens, phrase.from))
  if (isCalledTeam && head.tag === 'name' && phrase.head > phrase.from) return true
  const isBare = phrase.head === phrase.from && !hasDeterminer(tokens, phrase)
  return isBare && teams.BARE_TEAMS.has(head.lower) && /^\p{Lu}/u.test(head.text)
}

/** “our team”, but not “our QA team”. */
const isOurs = (tokens: readonly Token[], phrase: NounPhrase): boolean =>
  /^(?:our|my)$/.test(wordAt(tokens, phrase.from)) && phrase.to - phrase.from === 2

function otherKind(
  tokens: readonly Token[],
  phrase: NounPhrase,
  head: Token,
  verb: string | null,
): AgentKind {
  if (people.EITHER_NOUNS.has(head.lower)) return eitherKind(tokens, phrase, head, verb)
  if (isName(tokens, phrase, head)) return 'person'
  return 'system'
}

/** Words before the head that only people carry. */
const HUMAN_MODIFIERS =
  /^(?:on-call|human|junior|senior|support|release|incident|shift|duty|night|inexperienced|previous|product|project|engineering|tech|technical|another|change|it|network|night-shift|field|data-center|datacenter)$/

/** What makes it software. */
const SYSTEM_MODIFIERS =
  /^(?:kubernetes|etcd|k8s|prometheus|cluster|node|api|http|grpc|database|service|server|redis|kafka|java|python|web|monitoring|logging|backup|cert|certificate|build|package|queue|session|cache|memory|password|secret|secrets|network_manager|task|job|job-queue|process|boot|sql|ci|load|storage|s3|tls|sync|custom|resource)$/

function eitherKind(
  tokens: readonly Token[],
  phrase: NounPhrase,
  head: Token,
  verb: string | null,
): AgentKind {
  const modifiers = tokens.slice(phrase.from, phrase.head).map((token) => token.lower)
  const isUser = people.USER_NOUNS.has(head.lower)
  if (modifiers.some((word) => SYSTEM_MODIFIERS.test(word))) return isUser ? 'user' : 'system'
  if (tokens[phrase.head + 1]?.tag === 'noun' && tokens[phrase.head + 1]?.start !== undefined) return 'system'
  if (isUser) return 'user'
  const afterHead = `${wordAt(tokens, phrase.head + 1)} ${wordAt(tokens, phrase.head + 2)}`
  if (
    modifiers.some((word) => HUMAN_MODIFIERS.test(word)) ||
    /^(?:on (?:duty|call|shift)|who )/.test(afterHead)
  )
    return 'person'
  return verb !== null && HUMAN_VERBS.has(verb) ? 'person' : 'system'
}

function isName(tokens: readonly Token[], phrase: NounPhrase, head: Token): boolean {
  if (/^@[\w-]/.test(head.text)) return true
  if (!/^\p{Lu}\p{Ll}/u.test(head.text) || hasDeterminer(tokens, phrase)) return false
  if (people.GIVEN_NAMES.has(head.lower) && !people.DOUBTFUL_NAMES.has(head.lower)) return true
  const given = tokens[phrase.head - 1]
  return (
    phrase.head > phrase.from &&
    given !== undefined &&
    /^\p{Lu}\p{Ll}/u.test(given.text) &&
    people.GIVEN_NAMES.has(given.lower)
  )
}
