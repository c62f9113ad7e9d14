/** A light tagger: closed classes by list, the rest by ending, capital and neighbours. Errs towards nouns. */
import { CODE } from '../document/block.ts'
import * as grammar from '../words/grammar.ts'
import { HANDLING_VERBS } from '../words/verbs.ts'
import { DOUBTFUL_NAMES, endsAsName, isGivenName, PERSON_NOUNS } from '../words/people.ts'
import * as teams from '../words/teams.ts'
import { IRREGULAR_FORMS } from '../words/forms.ts'
import type { DraftToken, Tag, Token } from './tokens.ts'
import { isOneOf, isTag } from './look.ts'

/** Tags the tokens of one sentence where they are. */
export function tagTokens(tokens: DraftToken[]): readonly Token[] {
  for (const [index, token] of tokens.entries()) token.tag = firstTag(token, index === 0)
  for (let at = 0; at < tokens.length; at += 1) settle(tokens, at)
  markQuotes(tokens)
  return tokens
}

const LISTED = new Map<string, Tag>()
const list = (words: ReadonlySet<string>, tag: Tag): void => {
  for (const word of words) if (!LISTED.has(word)) LISTED.set(word, tag)
}
list(new Set(['to']), 'to')
list(grammar.NEGATIONS, 'neg')
list(grammar.MODALS, 'modal')
list(grammar.AUXILIARIES, 'aux')
list(grammar.RELATIVES, 'rel')
list(grammar.DETERMINERS, 'det')
list(grammar.PRONOUNS, 'pron')
list(grammar.CONJUNCTIONS, 'conj')
list(grammar.SUBORDINATORS, 'sub')
list(grammar.PREPOSITIONS, 'prep')
list(grammar.ADVERBS, 'adv')
list(grammar.ADJECTIVES, 'adj')
list(IRREGULAR_FORMS, 'verb')
list(grammar.PRESENTS, 'verb')
// “IT” the department, not “it”: told apart by its capitals in `firstTag`.

function firstTag(token: Token, isFirst: boolean): Tag {
  const { lower, text } = token
  if (lower === "'s") return 'poss'
  if (text.startsWith(CODE)) return 'code'
  if (lower === 'it' && text === 'IT') return 'name'
  if (/^[A-Z]{2,}$/.test(text) && lower !== 'not') return 'name'
  const listed = LISTED.get(lower)
  if (listed !== undefined) return listed
  if (!/[\p{L}\p{N}]/u.test(text)) return 'punct'
  if (/^[#~$€£+]?\d/.test(text)) return 'num'
  if (text.startsWith('@')) return 'name'
  return byEnding(lower) ?? (!isFirst && /^\p{Lu}/u.test(text) ? 'name' : 'noun')
}

function byEnding(lower: string): Tag | null {
  if (
    lower.length > 3 &&
    lower.endsWith('ly') &&
    !teams.COMPANIES.has(lower) &&
    !isOneOf(lower, 'anomaly assembly daily early family hourly nightly monthly only reply supply weekly')
  )
    return 'adv'
  if (
    lower.length > 3 &&
    lower.endsWith('ed') &&
    !isOneOf(lower, 'embed exceed feed indeed need proceed seed shed speed succeed')
  )
    return 'verb'
  if (
    lower.length > 5 &&
    lower.endsWith('ing') &&
    !/^(?:during|morning|evening|string|.*thing|staging|monitoring|alerting|logging|networking|billing|routing|engineering|testing|training|meeting|setting|reporting|paging|ticketing|processing|scheduling|hosting|provisioning|clustering|messaging|streaming|banking|tracing|mapping|marketing|tooling|timing|warning|staffing|outgoing|incoming)$/.test(
      lower,
    )
  )
    return 'ing'
  if (
    /^[a-z]+(?:able|ible|ous|ful|less|ive|ic|al|ary)$/.test(lower) &&
    lower.length > 6 &&
    !/(?:signal|interval|approval|removal|arrival|portal|terminal|canary|traffic|metric|topic|archive|table|variable|cable|executable|dictionary|library|summary|boundary|binary|glossary|logic|public|individual|proposal|professional|official)$/.test(
      lower,
    )
  )
    return 'adj'
  return null
}

/** Mends a tag by its neighbours. */
function settle(tokens: DraftToken[], at: number): void {
  const token = tokens[at] as DraftToken
  const before = tokens[at - 1]
  const after = tokens[at + 1]
  if (token.lower === 'as' && before?.text === ',') token.tag = 'sub'
  else if (token.tag === 'det' && isPronounHere(token, after)) token.tag = 'pron'
  else if (token.tag === 'noun' && takesBase(tokens, at)) token.tag = 'base'
  else if (token.tag === 'noun' && isPresent(tokens, at)) token.tag = 'verb'
  else if (token.tag === 'verb' && before !== undefined) settleVerb(tokens, token, before, at)
  else if (
    token.text.endsWith('d') &&
    token.lower === 'had' &&
    token.text !== token.lower &&
    after?.lower === 'have'
  )
    token.lower = 'would'
  else if (token.lower === "'s" && after !== undefined && isOneOf(after.lower, 'not been being a the an'))
    token.tag = 'aux'
}

function isPronounHere(token: DraftToken, after: DraftToken | undefined): boolean {
  if (isOneOf(token.lower, 'a an every its my no our the their whose your')) return false
  return after === undefined || (isOneOf(after.tag, 'modal aux verb neg punct adv') && after.tag !== 'adv')
}

/** “The vendor denies”, “QA signs off”. */
const isBody = ({ lower, text }: DraftToken): boolean =>
  teams.TEAM_NOUNS.has(lower) ||
  teams.VENDOR_NOUNS.has(lower) ||
  isOneOf(lower, 'group rotation') ||
  (teams.BARE_TEAMS.has(lower) && /^\p{Lu}/u.test(text))

/** “on-call mistakenly cancels step 13”: behind an adverb that follows a noun. */
function isPresent(tokens: readonly DraftToken[], at: number): boolean {
  if (!/[a-z]{2}[^su]s$/.test(tokens[at]?.lower ?? '')) return false
  const [before, twice, after] = [tokens[at - 1], tokens[at - 2], tokens[at + 1]]
  if (before?.tag === 'adv' && before.lower.endsWith('ly')) return isOneOf(twice?.tag ?? '', 'noun name pron')
  // “Priya runs the backfill”, “the platform group rolls out”
  const isDoer =
    before !== undefined &&
    (PERSON_NOUNS.has(before.lower) ||
      isOneOf(before.lower, 'he she nobody everybody') ||
      isBody(before) ||
      isCalled(before)) &&
    !before.lower.endsWith('s')
  // “NordWave reboots the hypervisor”
  if (
    after?.tag === 'det' &&
    isTag(tokens, at - 1, 'noun name pron') &&
    HANDLING_VERBS.has(tokens[at]?.lower ?? '')
  )
    return true
  return (
    isDoer &&
    after !== undefined &&
    /^(?:det|num|name|to|code)$|^(?:out|up|off|down|our|on|in|back)$/.test(
      after.tag === 'prep' || after.tag === 'adv' ? after.lower : after.tag,
    )
  )
}

const isCalled = ({ lower, text }: DraftToken): boolean =>
  /^@\w/.test(text) ||
  (/^\p{Lu}/u.test(text) && (isGivenName(lower) || endsAsName(lower)) && !DOUBTFUL_NAMES.has(lower))

/** After `to`, a modal, or a helping `do`, past adverbs and `not`, a word is a verb. */
function takesBase(tokens: readonly DraftToken[], at: number): boolean {
  let back = at - 1
  while (back >= 0 && isTag(tokens, back, 'neg adv')) back -= 1
  const opener = tokens[back]
  if (opener === undefined) return false
  if (opener.tag === 'modal' || opener.tag === 'to') return true
  return opener.tag === 'aux' && isOneOf(opener.lower, 'do does did')
}

/** “the failed pods” and “a misconfigured rule” hold no verb, nor does “to read”. */
function settleVerb(tokens: readonly DraftToken[], token: DraftToken, before: DraftToken, at: number): void {
  const after = tokens[at + 1]
  if (isOneOf(before.tag, 'modal to') || takesBase(tokens, at)) token.tag = 'base'
  else if (isOneOf(before.tag, 'det poss adj num') && after !== undefined && isNominal(after))
    token.tag = 'adj'
  else if (
    before.tag === 'det' &&
    isOneOf(
      token.lower,
      'attempts cut found hit keeps lead left needs put read reports restarts run set split spread starts ' +
        'thought uses wants',
    )
  )
    token.tag = 'noun'
  else if (before.tag === 'prep' && after !== undefined && isNominal(after) && token.lower.endsWith('ed'))
    token.tag = 'adj'
}

const isNominal = (token: DraftToken): boolean => isOneOf(token.tag, 'noun name adj code')

const QUOTES = new Map([
  ['"', '"'],
  ['“', '”'],
  ['«', '»'],
  ['„', '“'],
])

function markQuotes(tokens: DraftToken[]): void {
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]
    const closing = token?.tag === 'punct' ? QUOTES.get(token.text) : undefined
    if (closing === undefined) continue
    const end = tokens.findIndex((token, index) => index > at && token.text === closing)
    if (end === -1) return
    for (let inside = at; inside <= end; inside += 1) (tokens[inside] as DraftToken).isQuoted = true
    at = end
  }
}
