/** Finds who an action's text names as responsible for it. */
import { withoutEnd } from '../edges.ts'
import { plain } from '../blocks/inline.ts'
import { isGroupLabel, startsWithVerb } from './action-words.ts'

/** An owner is named early. */
const LONGEST = 2_000

const KEYED =
  /(?:^|[\s(（[*_,;|—–-])(?:owners?|assignees?|assigned(?: to)?|responsible|lead|who|dri|担当(?:者)?|オーナー|eier|ansvarlig|负责人|责任人)\**\s*[:：=]\**\s*([^,;()（）|\n]{1,80})/i
const HANDLE = /(?:^|[\s(`[*~])(@[A-Za-z0-9][\w.-]{0,38}(?:\/[\w-]{1,38})?)(?=$|[\s,.;:)`\]*~'’])/
const BRACKETED = /^\W{0,4}\[([A-Z]{2,4}(?:\s*[/,&+]\s*[A-Z]{2,4})*)\]/
const CLOSING_TAG = /\[([A-Z]{2,4})(?:\]\s*(?:\[[^\]]{1,20}\])?\W*$| to [^\]]{1,60}\])/
const TEAM_TAG = /^\W{0,6}\[([A-Z][\w-]{2,24}(?: [A-Za-z][\w-]{1,20})?)\](?![([])/
const BOLD_START =
  /^(?:\*\*|__)([\p{L}][\p{L} .'-]{0,30}(?:\s*[/,&+]\s*[\p{L} .'-]{1,30}){0,3})(?:\*\*|__)\s*(?:[—–-]|(?:\/\w+)*\s+to\b)/u
const INITIALS = /^([A-Z]{2,3}(?:\s*[/,&+]\s*[A-Z]{2,3}){0,4})(?=\s+(?:to|will)\b|\s*[:–—-]\s)/
const PERSON_TO =
  /^((?:the )?[A-Z][\p{L}'-]+(?: (?:and|&) [A-Z][\p{L}'-]+| [A-Z][\p{L}'-]+| team| squad){0,3})\s+(to|will|is going to)\s+(?=\w|$)/u
const TRAILING =
  /[([]((?:@?[A-Z][\p{L}.'-]+|[A-Z]{2,4})(?:\s*(?:\/|,|&|\band\b)\s*(?:@?[A-Z][\p{L}.'-]+|[A-Z]{2,4})){0,3}(?: team)?)(?:[,;]\s*(?:due|by|before|eta|deadline|until|frist|innen)\b[^)\]]{0,40})?[)\]]\s*[.:]?\s*$/u
/** `（小李）`, `（基盤チーム）`: behind the action, and of a shape that only names have. */
const TRAILING_EAST =
  /[（(]((?:[小老阿]\p{Script=Han}{1,2}|[\p{Script=Han}\p{Script=Katakana}ー]{1,8}(?:同学|小组|团队|部|さん|チーム|班)))[)）][。.]?\s*$/u
/** `… - Hollis - 7/31/2018`, `… — Ann Lee — TBD`: a name between the action and its day or state. */
const SET_OFF =
  /\s[-–—|]\s(\p{Lu}\p{Ll}[\p{L}.'-]*(?: \p{Lu}[\p{L}.'-]*)?(?:\s?[/&,]\s?\p{Lu}[\p{L}.'-]+){0,2})\s[-–—|]\s(?:(?:due|by|eta)\b.*|\d{1,4}[-/.]\d.*|\p{L}{3,9}\.? \d{1,2}\b.*|\d{1,2}\.? \p{L}{3,9}.*|TBD|TBC|TODO|ASAP|done|open|in progress)\s*$/iu
/** The next key of a line of keys ends the owner: `Owner: Ann. Due: 3 May`. */
const NEXT_KEY =
  /\s+(?:Due(?: date)?|ETA|Deadline|Status|Priority|Ticket|Issue)\s*[:：].*$|(?:[.。]\s+|\s+[-–—]\s+)\p{L}[\p{L} ]{1,20}[:：].*$|\s[-–—]\s.*$/u
const NOBODY =
  /^(?:[^\p{L}\p{N}]*|tbd|tba|n\/?a|none|unassigned|unknown|nobody|no one|todo|未定|なし|—|-|\?+|ingen|ukjent|无|待定)$/iu
const AFTER_COLON =
  /\s[:–—-]\s([A-Z]\p{L}+(?: [A-Z]\.?(?!\p{L})| [A-Z]\p{L}+)?)\s+(?:to|will|create|raise|write|add|do)\b/u
const TEAM_DOES =
  /(?:^|[.,;] |\b[Tt]he |\b[Oo]ur )((?:[A-Z]\p{L}+ |[a-z]+ops |[a-z]{3,14} )?(?:team|engineers))\s+(?:will|is going to|are going to|plans? to|intends? to)\b/u
/** `Migration to …`, `Cleanup to …`: the work itself, not who does it. */
const DOING = /\p{L}{3}(?:ing|tion|sion|ment|up|ance|ity|ed)(?!\p{L})/iu
const NOT_A_PERSON =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:the |our )?(?:team|engineers)$|this|we|it|they|i|you|there|these|those|that|add|fix|update|improve|need|try|make|create|investigate|todo|done|all|action|owner|continue|want|how|what|which|when|plan|consider|remember|remind|ability|work|ensure|move|change|use|used|due|in order|going|prior|up|back|similar|next|follow|tests?|issue|ticket|pr|mr|prs|the (?:above|following|same|plan|goal|aim|issue|ticket|script|fix|test|change)|open|closed|fixed|completed?|pending|in progress|high|medium|low|critical|urgent|optional|wip|tbd|short|long|immediate|link|ui|api|aws|dns|cdn|gcp|tls|ssl|ci|cd|db|sql|sdk|cli|url|http|new|old|fix|bug|file|vm|os|ha|slo|sla|k8s|adr|poc|backlog|phase|draft|priority|monitoring|documentation|prevent|detect|mitigate|repair|process|investigate|technical)\b/i

/**
 * The person, handle, role or team named as responsible, as written; null when none is. `raw` keeps its mark-up;
 * `people` are names in lower case that the document gives elsewhere.
 */
export function ownerIn(raw: string, people: ReadonlySet<string> = NO_PEOPLE): string | null {
  const text = raw.slice(0, LONGEST)
  const keyed = KEYED.exec(text)?.[1]
  if (keyed !== undefined) return clean(keyed.replace(NEXT_KEY, ''))
  return taggedOwner(text) ?? spokenOwner(text) ?? knownOwner(plain(text), people)
}

/** `[ICL]`, `@handle`, `[CF to write it]`, `[Platform]`. */
function taggedOwner(text: string): string | null {
  const marked = BRACKETED.exec(text)?.[1] ?? HANDLE.exec(text)?.[1]
  if (marked !== undefined) return clean(marked)
  const closing = CLOSING_TAG.exec(text)?.[1]
  if (closing !== undefined && (closing === 'DB' || !NOT_A_PERSON.test(closing))) return closing
  const team = TEAM_TAG.exec(text)?.[1]
  return team === undefined || NOT_A_PERSON.test(team) || isGroupLabel(team) ? null : clean(team)
}

/** `**RK** — …`, `Ed to write …`, `The platform team will …`, `… (Ann)`. */
export function spokenOwner(raw: string): string | null {
  const text = raw.slice(0, LONGEST)
  const words = plain(text)
  const named =
    BOLD_START.exec(text)?.[1] ??
    INITIALS.exec(words)?.[1] ??
    personWho(words) ??
    TRAILING.exec(words)?.[1] ??
    TRAILING_EAST.exec(words)?.[1] ??
    SET_OFF.exec(words)?.[1] ??
    AFTER_COLON.exec(words)?.[1] ??
    TEAM_DOES.exec(words)?.[1]
  if (named === undefined || NOT_A_PERSON.test(named)) return null
  return startsWithVerb(named) || DOING.test(named) ? null : clean(named)
}

const NO_PEOPLE: ReadonlySet<string> = new Set()
const BEHIND = /(?: [-–—] |[([（]) ?(\p{L}[\p{L} .'-]{1,30}?) ?[)\]）]?[.。]? ?$/u
const BEFORE = /^\W*(\p{L}[\p{L} .'-]{1,30}?)(?: ?: | [-–—] | (?:to|will|asks?|should) )/u

/** A person whom the document names elsewhere, before the action or behind it: `… — Ana`, `Fin: …`. */
function knownOwner(words: string, people: ReadonlySet<string>): string | null {
  if (people.size === 0) return null
  const spaced = words.replaceAll(/\s+/g, ' ')
  const named = [BEHIND, BEFORE].map((pattern) => pattern.exec(spaced)?.[1])
  return named.find((name) => name !== undefined && people.has(name.toLowerCase())) ?? null
}

/** `Ed to write …`, but not `Message to users`: behind "to" stands a verb. */
function personWho(words: string): string | undefined {
  const match = PERSON_TO.exec(words)
  if (match === null) return undefined
  return match[2] !== 'to' || startsWithVerb(words.slice(match[0].length)) ? match[1] : undefined
}

/** A name without mark-up; null for the signs that stand for nobody. */
export function clean(name: string): string | null {
  const text = withoutEnd(plain(name).replace(/^[\s[(]+/, ''), /[\s\])]/)
  return NOBODY.test(text) || text.length > 80 ? null : text
}

/** The owner that a line such as `JG:` or `**Ops team**` gives to the actions under it. */
export function ownerOfGroup(label: string): string | null {
  const text = plain(label)
    .replace(/[:：]\s*$/, '')
    .trim()
  const handle = /^@[\w.-]{1,39}$/.exec(text)
  if (handle !== null) return text
  return /^(?:[A-Z]{2,3}(?:\s*[/,&+]\s*[A-Z]{2,3}){0,4})$/.test(text) && !NOT_A_PERSON.test(text)
    ? text
    : null
}
