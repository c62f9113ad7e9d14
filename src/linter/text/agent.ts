/** Says what a noun phrase stands for: a person, a team, the writers, a system. */
import type { NamedKind, RosterIndex } from '../roster.ts'
import * as people from '../words/people.ts'
import { SOFTWARE_NAMES } from '../words/software.ts'
import * as teams from '../words/teams.ts'
import { COMPANY_VERBS, DILIGENCE_VERBS, HUMAN_VERBS, ERR, MISDEED, PLAINLY_HUMAN } from '../words/verbs.ts'
import type { NounPhrase } from './noun-phrase.ts'
import { phraseAt } from './phrase-at.ts'
import type { Token } from './tokens.ts'
import { hasTag, hasWord, isOneOf, isTag, isWord, tagAt, wordAt } from './look.ts'
import { setOf } from '../words/list.ts'

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
const PARTITIVES = setOf(
  'all any both each everyone few group half majority many member+ most none one part people person ' +
    'several some someone three two',
)

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
  if (phrase.of !== null && PARTITIVES.has(head.lower)) {
    const whole = agentOf(tokens, phrase.of, verb, roster)
    // “One of our administrators”
    const isOne = head.lower === 'one' && isWord(tokens, phrase.of.head, people.PERSON_NOUNS)
    return { ...whole, kind: isOne ? 'person' : whole.kind, phrase }
  }
  const kind = kindOf(tokens, phrase, head, verb)
  const isOpen = kind === 'system' || (kind === 'person' && (isUnlisted(head) || head.lower === 'contractor'))
  const told = isOpen ? (toldBeside(tokens, phrase, verb, roster) ?? kind) : kind
  return {
    kind: told,
    isNamed: told === 'person' && (isName(tokens, phrase, head) || people.endsAsName(head.lower)),
    phrase,
  }
}

/** A name that no list has. */
const isUnlisted = ({ lower, text }: Token): boolean =>
  /^\p{Lu}/u.test(text) && !people.isGivenName(lower) && !people.PERSON_NOUNS.has(lower)

/** What stands beside an unknown name tells: “Kestrix, our text message vendor,”, “our processor, Quillpay,”, “the flatmate who”. */
function toldBeside(
  tokens: readonly Token[],
  phrase: NounPhrase,
  verb: string | null,
  roster: RosterIndex,
): AgentKind | null {
  if (
    isWord(tokens, phrase.head, 'peer+ node+ host+ farmer+ validator+ bot+') ||
    isWord(tokens, phrase.head, people.USER_NOUNS)
  )
    return null
  const isSetOff = tokens[phrase.to]?.text === ','
  const next = isSetOff ? phrase.to + 1 : phrase.to
  if (wordAt(tokens, next) === 'who') return 'person'
  if (!isSetOff || !isTag(tokens, next, 'det name noun')) return null
  const beside = phraseAt(tokens, next)
  if (beside === null || !/^[,)]$/.test(tokens[beside.of?.to ?? beside.to]?.text ?? '')) return null
  const { kind } = agentOf(tokens, beside, verb, roster)
  return kind === 'person' || kind === 'team' || kind === 'vendor' ? kind : null
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
    const isCommonWord =
      kind === 'person' && at === phrase.head && !/^[\p{Lu}@]/u.test(tokens[at]?.text ?? '')
    if (kind !== undefined && !isCommonWord) return kind
  }
  return null
}

function kindOf(tokens: readonly Token[], phrase: NounPhrase, head: Token, verb: string | null): AgentKind {
  const { lower } = head
  if (people.WE.has(lower)) return 'we'
  if (people.PERSON_PRONOUNS.has(lower) || people.INDEFINITE.has(lower)) return 'person'
  if (isNobody(tokens, phrase)) return 'person'
  if (head.tag === 'pron' || head.tag === 'code')
    return head.tag === 'pron' && lower === 'they' && verb !== null ? ofThem(verb) : 'none'
  if (isTitled(tokens, phrase) || isOnShift(tokens, phrase)) return 'person'
  if (people.ATTACKERS.has(lower) || isWord(tokens, phrase.from, 'malicious hostile bad')) return 'attacker'
  if (people.PERSON_NOUNS.has(lower) || isCalling(lower))
    return groupOfPeople(tokens, phrase, head) ?? 'person'
  return (
    calledBefore(tokens, phrase, head) ??
    teamKind(tokens, phrase, head, verb) ??
    otherKind(tokens, phrase, head, verb)
  )
}

/** “Our hosting partner Nordlys”, “the release captain Mai Linh”. */
function calledBefore(tokens: readonly Token[], phrase: NounPhrase, head: Token): AgentKind | null {
  const isNamed = isCapital(head.text) || head.text === 'IT'
  if (!isNamed || SOFTWARE_NAMES.has(head.lower)) return null
  const isCalled = (nouns: ReadonlySet<string>): boolean => hasWord(tokens, nouns, phrase.from, phrase.head)
  if (isCalled(teams.VENDOR_NOUNS)) return 'vendor'
  return isCalled(people.PERSON_NOUNS) ? 'person' : null
}

/** “Ms Delacroix”. */
const isTitled = (tokens: readonly Token[], phrase: NounPhrase): boolean =>
  isWord(tokens, phrase.head - 1, 'mr mrs ms dr')

/** “The observer on shift”. */
const isOnShift = (tokens: readonly Token[], phrase: NounPhrase): boolean =>
  wordAt(tokens, phrase.to) === 'on' && isWord(tokens, phrase.to + 1, 'call duty shift')

/** Callings by their ending: pharmacist, electrician, lifeguard. */
const isCalling = (noun: string): boolean =>
  noun.length > 5 &&
  /(?:ist|ician|keeper|guard|nurse)s?$/.test(noun) &&
  !/lists?$|wrists?$|twists?$|^(?:safeguard|mudguard|zookeeper|gatekeeper)s?$/.test(noun)

/** “They never told us” is said of another team; packets that “did not respond” are “they” as well. */
const ofThem = (verb: string): AgentKind =>
  isOneOf(verb, 'err tell inform notify warn')
    ? 'team'
    : PLAINLY_HUMAN.has(verb) && verb !== MISDEED
      ? 'person'
      : 'none'

const humanBy = (verb: string | null, kind: AgentKind): AgentKind =>
  verb !== null && HUMAN_VERBS.has(verb) ? kind : 'none'

const isNobody = (tokens: readonly Token[], phrase: NounPhrase): boolean =>
  wordAt(tokens, phrase.head) === 'one' && isWord(tokens, phrase.head - 1, 'no some any every')

/** “SRE did not respond” is the department, “the SRE on shift” a person; “the storage people” and “the vendor's staff” are no one person. */
function groupOfPeople(tokens: readonly Token[], phrase: NounPhrase, head: Token): AgentKind | null {
  if (head.lower === 'sre' && !hasDeterminer(tokens, phrase)) return 'team'
  const after = wordAt(tokens, phrase.to)
  const isPlural = head.lower.endsWith('s') || isOneOf(head.lower, 'people staff folks')
  if (
    isPlural &&
    (isWord(tokens, phrase.from, 'whose their') || (phrase.of !== null && isBodyName(tokens, phrase.of)))
  )
    return 'vendor'
  if (teams.PEOPLE_OF.has(head.lower) && isOneOf(after, 'from in at over')) return 'team'
  const before = tokens.slice(phrase.from, phrase.head)
  const owner = before.findIndex((token) => token.tag === 'poss')
  if (owner > 0) {
    const name = before[owner - 1] as Token
    if (teams.VENDOR_NOUNS.has(name.lower) || teams.COMPANIES.has(name.lower)) return 'vendor'
    if (teams.TEAM_NOUNS.has(name.lower)) return 'team'
    if (isCompany(tokens, phrase.from + owner - 1)) return 'vendor'
  }
  if (isOneOf(head.lower, 'dbas sres sysadmins')) return 'team'
  const modifier = before.at(-1)
  if (modifier === undefined || !isOneOf(modifier.tag, 'noun name') || HUMAN_MODIFIERS.has(modifier.lower))
    return null
  if (isOneOf(head.lower, 'contractor+')) return 'vendor'
  const isGroup =
    teams.PEOPLE_OF.has(head.lower) ||
    (head.lower.endsWith('s') && !isWord(tokens, phrase.from, 'two three four both'))
  return isGroup ? 'team' : null
}

/** “of Telquora”, “of our provider”. */
const isBodyName = (tokens: readonly Token[], phrase: NounPhrase): boolean => {
  const { lower, tag, text } = tokens[phrase.head] as Token
  return (
    teams.VENDOR_NOUNS.has(lower) ||
    (tag === 'name' && /^\p{Lu}\p{Ll}/u.test(text) && !SOFTWARE_NAMES.has(lower))
  )
}

const hasDeterminer = (tokens: readonly Token[], phrase: NounPhrase): boolean =>
  tagAt(tokens, phrase.from) === 'det' || tagAt(tokens, phrase.from) === 'num'

function teamKind(
  tokens: readonly Token[],
  phrase: NounPhrase,
  head: Token,
  verb: string | null,
): AgentKind | null {
  if (namesTeam(tokens, phrase, head, verb)) return isOurs(tokens, phrase) ? 'we' : 'team'
  const { lower } = head
  if (teams.EITHER_TEAM_NOUNS.has(lower) && isHuman(verb)) return 'team'
  if (teams.PEOPLE_OF.has(lower) && isTag(tokens, phrase.head - 1, 'noun name')) return 'team'
  if (teams.EITHER_VENDOR_NOUNS.has(lower) && verb !== null && PLAINLY_HUMAN.has(verb)) return 'vendor'
  if (lower === 'host' || lower === 'upstream') return humanBy(verb, 'vendor')
  if (teams.VENDOR_NOUNS.has(lower))
    return SOFTWARE_NAMES.has(wordAt(tokens, phrase.head - 1)) ? 'system' : 'vendor'
  return teams.COMPANIES.has(lower) && verb !== null && COMPANY_VERBS.has(verb) ? 'vendor' : null
}

/** “the QA team”, “Team Payments”, “Ops”, “the on-call rotation”. */
function namesTeam(tokens: readonly Token[], phrase: NounPhrase, head: Token, verb: string | null): boolean {
  const before = wordAt(tokens, phrase.head - 1)
  if (head.lower === 'rotation') return isOneOf(before, 'on-call oncall duty support sre dba us')
  if (teams.TEAM_NOUNS.has(head.lower)) return true
  const isCalledTeam = isOneOf(before, 'team+') || isWord(tokens, phrase.from, 'team+')
  if (isCalledTeam && head.tag === 'name' && phrase.head > phrase.from) return true
  const isShort =
    /^\p{Lu}{2,4}$/u.test(head.text) &&
    wordAt(tokens, phrase.from) === 'the' &&
    phrase.head === phrase.from + 1
  const isBare = isShort || (phrase.head === phrase.from && !hasDeterminer(tokens, phrase))
  // “Customer support”, “our outsourced NOC”
  const isDepartment =
    phrase.head > phrase.from &&
    !hasDeterminer(tokens, phrase) &&
    isOneOf(head.lower, 'ops engineering support care sre qa')
  if (isDepartment || (isOneOf(head.lower, 'noc soc') && head.tag === 'name')) return true
  const isPlain = verb !== null && PLAINLY_HUMAN.has(verb)
  return isBare && teams.BARE_TEAMS.has(head.lower) && (isPlain || /^\p{Lu}/u.test(head.text))
}

/** “our team”, but not “our QA team”. */
const isOurs = (tokens: readonly Token[], phrase: NounPhrase): boolean =>
  isWord(tokens, phrase.from, 'our my') && phrase.to - phrase.from === 2

const isHuman = (verb: string | null): verb is string =>
  verb !== null && (PLAINLY_HUMAN.has(verb) || HUMAN_VERBS.has(verb))

function otherKind(
  tokens: readonly Token[],
  phrase: NounPhrase,
  head: Token,
  verb: string | null,
): AgentKind {
  if (people.EITHER_NOUNS.has(head.lower)) return eitherKind(tokens, phrase, head, verb)
  if (isName(tokens, phrase, head)) return 'person'
  if (isHuman(verb) || people.endsAsName(head.lower)) return unlistedKind(tokens, phrase, head, verb)
  const isNameOfTwo = phrase.to - phrase.from === 2 && /^\p{Lu}/u.test(head.text)
  const isBody = teams.COMPANY_WORDS.has(head.lower) || teams.DEPARTMENT_WORDS.has(head.lower)
  return verb !== null && DILIGENCE_VERBS.has(verb) && isNameOfTwo && isBody
    ? unlistedKind(tokens, phrase, head, verb)
    : 'system'
}

/** Somebody called by a name that no list has, known for people by what they did. */
function unlistedKind(
  tokens: readonly Token[],
  phrase: NounPhrase,
  head: Token,
  verb: string | null,
): AgentKind {
  const first = tokens[phrase.from] as Token
  if (hasDeterminer(tokens, phrase) || !/^\p{Lu}[\p{L}'’-]+$/u.test(first.text)) return 'system'
  if (
    tokens
      .slice(phrase.from, phrase.to)
      .some(({ lower }) => SOFTWARE_NAMES.has(lower) || people.DOUBTFUL_NAMES.has(lower))
  )
    return 'system'
  if (phrase.head > phrase.from) {
    if (teams.COMPANY_WORDS.has(head.lower) && /^\p{Lu}/u.test(head.text)) return 'vendor'
    if (teams.DEPARTMENT_WORDS.has(head.lower) || (/^\p{Lu}/u.test(head.text) && NO_NAME.test(head.lower)))
      return 'team'
    return isCapital(head.text) ? 'person' : 'system'
  }
  if (teams.COMPANIES.has(head.lower)) return 'vendor'
  if (/^\p{Lu}{2,}$/u.test(head.text) || teams.EITHER_DEPARTMENTS.has(head.lower)) return 'team'
  if (/^\p{Lu}\p{Ll}+\p{Lu}\p{L}+$/u.test(head.text)) return 'vendor'
  if (!/^(?:\p{Lu}['’])?\p{Lu}\p{Ll}+(?:[-'’]\p{L}+)?$/u.test(head.text) || NO_NAME.test(head.lower))
    return 'system'
  // Of those whose silence is told, the ones that no list of given names has are mostly companies.
  const isNews = verb !== null && isOneOf(verb, 'tell warn inform notify announce disclose communicate')
  // Who breaks what is ours stands outside.
  const isOutside =
    (verb !== ERR && hasWord(tokens, 'our us', phrase.to, phrase.to + 9)) ||
    hasWord(tokens, 'its', phrase.to, phrase.to + 4)
  return isNews || isOutside || isCompany(tokens, phrase.head) ? 'vendor' : 'person'
}

/** Words that open a sentence with a capital and end as no name does. */
const NO_NAME =
  /^(?:what|traffic|search|latency|checkout|login|dns|code|logic|today|yesterday|tomorrow|further|whoever)$|(?:ing|tion|sion|ment|ness|ity|tor|ler|ser|per|mer|ance|ence|ism|ure|age|day|ers|ors|ies|ses|ches|ts|ns|ls|ks|ps|gs|ds)$/

const isCompany = (tokens: readonly Token[], at: number): boolean => {
  const { lower, text } = tokens[at] as Token
  return /^\p{Lu}/u.test(text) && (teams.COMPANY_WORDS.has(lower) || teams.COMPANY_SHAPE.test(lower))
}

/** Words before the head that only people carry. */
const HUMAN_MODIFIERS = setOf(
  'another change datacenter duty engineering field human incident inexperienced it junior network ' +
    'night night-shift on-call previous product project release senior shift support tech technical',
)

/** What makes it software. */
const SYSTEM_MODIFIERS = setOf(
  'api backup batch build cache cert cluster database dns guest http job kubernetes load logging mail ' +
    'mobile monitoring node pod process proxy queue replication server service session smtp storage stream ' +
    'task update vpn web',
)

function eitherKind(
  tokens: readonly Token[],
  phrase: NounPhrase,
  head: Token,
  verb: string | null,
): AgentKind {
  const modifiers = tokens.slice(phrase.from, phrase.head).map((token) => token.lower)
  const isUser = people.USER_NOUNS.has(head.lower)
  const isOfCode = hasTag(tokens, 'code', phrase.from, phrase.head)
  const isRunning =
    isOneOf(head.lower, 'agent+ client+ worker+') && modifiers.some((word) => word.endsWith('ing'))
  // “The GPU driver”
  const isOfMachine = tokens
    .slice(phrase.from, phrase.head)
    .some(({ lower, text }) => /^\p{Lu}{2}/u.test(text) && !teams.BARE_TEAMS.has(lower))
  if (isOfCode || isOfMachine || isRunning || modifiers.some((word) => SYSTEM_MODIFIERS.has(word)))
    return isUser && !isOneOf(head.lower, 'client+') ? 'user' : 'system'
  if (tagAt(tokens, phrase.head + 1) === 'noun') return 'system'
  if (isUser) return 'user'
  const afterHead = `${wordAt(tokens, phrase.head + 1)} ${wordAt(tokens, phrase.head + 2)}`
  if (
    modifiers.some((word) => HUMAN_MODIFIERS.has(word)) ||
    /^(?:on (?:duty|call|shift)|who )/.test(afterHead)
  )
    return 'person'
  return verb !== null && HUMAN_VERBS.has(verb) ? 'person' : 'system'
}

/** “Nguyen”, “O’Brien”. */
const isCapital = (text: string): boolean => /^(?:\p{Lu}['’])?\p{Lu}\p{Ll}/u.test(text)

/** “Nguyen Thi Lan”. */
const isAllCapitals = (tokens: readonly Token[], { from, head }: NounPhrase): boolean =>
  tokens.slice(from, head + 1).every(({ text }) => isCapital(text))

function isName(tokens: readonly Token[], phrase: NounPhrase, head: Token): boolean {
  if (/^@[\w-]/.test(head.text)) return true
  if (!isCapital(head.text) || hasDeterminer(tokens, phrase)) return false
  if (people.isGivenName(head.lower) && !people.DOUBTFUL_NAMES.has(head.lower)) return true
  const first = tokens[phrase.from]
  if (
    phrase.head - phrase.from >= 2 &&
    first !== undefined &&
    isAllCapitals(tokens, phrase) &&
    people.isGivenName(first.lower)
  )
    return true
  const given = tokens[phrase.head - 1]
  return (
    phrase.head > phrase.from &&
    given !== undefined &&
    isCapital(given.text) &&
    (people.isGivenName(given.lower) ||
      (people.endsAsName(given.lower) && !teams.COMPANY_WORDS.has(head.lower)))
  )
}
