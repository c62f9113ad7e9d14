/** Finds where an action’s own words begin, and what bounds it. */
import type { SentenceFacts } from '../facts.ts'
import type { SectionRole } from '../document/section-role.ts'
import { COLUMNS } from './columns.ts'
import { linkWithin } from '../text/evidence.ts'
import { STRONG_ACTION_VERBS } from '../words/verbs.ts'
import type { Token } from '../text/tokens.ts'
import { hasWord, isOneOf, isTag, isWord, tagAt, wordAt } from '../text/look.ts'
import { setOf } from '../words/list.ts'

/** Columns of an action table that hold something else than the action, beside those of `COLUMNS`. */
const OTHER_COLUMN = /prio|id\b|#|type|kind|category|effort|severity/

const isOtherColumn = (column: string): boolean =>
  OTHER_COLUMN.test(column) || Object.values(COLUMNS).some((one) => one.test(column))

/** Whether the sentence is, by its place, an action: in a section of actions or beside an open check box. */
export function isActionPlace(facts: SentenceFacts, role: SectionRole): boolean {
  const { block } = facts
  if (block.isQuote || block.kind === 'heading') return false
  if (block.cell !== null) {
    if (block.cell.isHead || isOtherColumn(block.cell.column)) return false
    return (
      role === 'actions' ||
      /^(?:action|action items?|actions|task|todo|to do|follow-?ups?)$/.test(block.cell.column)
    )
  }
  const isPlace = block.item?.checked === false || (role === 'actions' && block.item?.checked !== true)
  return isPlace && !SAID_DONE.test(block.text.slice(0, LONGEST_ACTION))
}

const SAID_DONE = /\((?:done|completed|fixed)\)/i

/** Units of a block that are looked at for each of its sentences. */
const LONGEST_ACTION = 4_000

/** Index of the verb that leads the action, past labels, owners and “we will”; -1 where the sentence is no action. */
export function leadOf(tokens: readonly Token[]): number {
  // “To prevent similar issues:” opens a list.
  if (tokens.at(-1)?.text === ':') return -1
  let at = pastOpening(tokens, pastLabel(tokens))
  const subject = subjectEnd(tokens, at)
  if (subject !== -1) at = subject
  while (
    isWord(tokens, at, 'also and instead just maybe perhaps please possibly potentially then to') ||
    (tagAt(tokens, at) === 'punct' && at < 6)
  )
    at += 1
  return at < tokens.length ? at : -1
}

/** “Going forward, …”, “In the future, …”. */
function pastOpening(tokens: readonly Token[], from: number): number {
  const words = `${wordAt(tokens, from)} ${wordAt(tokens, from + 1)}`
  if (
    !/^(?:going forward|in future|in the|from now|next time|long term|short term|as a|where possible)$/.test(
      words,
    )
  )
    return from
  const comma = tokens.findIndex((token, at) => at > from && at < from + 6 && token.text === ',')
  return comma === -1 ? from : comma + 1
}

/** “Action:”, “[P1]”, “2024-05-01”, “@maria:”, “Platform team —”. */
function pastLabel(tokens: readonly Token[]): number {
  let at = 0
  const colon = tokens.findIndex(
    (token, index) =>
      index < 6 && (token.text === ':' || token.text === '—' || token.text === '–' || token.text === '-'),
  )
  if (
    colon !== -1 &&
    tokens
      .slice(0, colon)
      .every((token) => isOneOf(token.tag, 'name noun num punct adj code prep det pron')) &&
    !isVerbLike(tokens[0])
  )
    at = colon + 1
  while (isTag(tokens, at, 'punct num code') || /^p\d$|^@/.test(wordAt(tokens, at))) at += 1
  return at
}

const isVerbLike = (token: Token | undefined): boolean =>
  token !== undefined &&
  (STRONG_ACTION_VERBS.has(token.lower) ||
    isOneOf(token.lower, 'investigate improve better consider ensure look review'))

/** Verbs that take “to” or a person themselves: “try to”, “ask everybody to”. */
const URGES = setOf(
  'allow ask attempt continue encourage force help remind require strive teach tell train try work',
)

/** Past “we will”, “the team should”, “we need to”, “Bob to”; -1 where nothing of the kind stands. */
function subjectEnd(tokens: readonly Token[], from: number): number {
  if (URGES.has(wordAt(tokens, from))) return -1
  for (let at = from; at < Math.min(tokens.length, from + 5); at += 1) {
    const token = tokens[at] as Token
    if (token.tag === 'punct' || isOneOf(token.lower, 'if whether that which how when')) return -1
    if (isOneOf(token.lower, 'will should must shall can could may might') && at > from) return at + 1
    if (
      isOneOf(token.lower, 'need+ plan+ want going have has intend agreed decided') &&
      wordAt(tokens, at + 1) === 'to' &&
      at > from
    )
      return at + 2
    if (
      token.lower === 'to' &&
      at > from &&
      isTag(tokens, at - 1, 'noun name') &&
      !isVerbLike(tokens[at - 1]) &&
      tagAt(tokens, at + 1) === 'base' &&
      // “Dele and Ingrid to …”, “Game servers team to …”
      at - from <= (hasWord(tokens, 'and team+', from, at) ? 4 : 2)
    )
      return at + 1
  }
  return -1
}

const COMPARES = setOf('% < > above below least over per than under until within ≤ ≥')

/** Whether a number with a comparison, a threshold or a unit says when it is done. */
export function hasMeasure(tokens: readonly Token[]): boolean {
  return tokens.some((token, at) => {
    if (token.tag !== 'num' || /^#|^p\d$|^20\d\d/.test(token.lower)) return false
    if (/%|ms$|[0-9](?:s|m|h|gb|mb|min|d|x)$/.test(token.lower) || tokens[at + 1]?.text === '%') return true
    const near = tokens.slice(Math.max(0, at - 3), at + 3)
    return (
      near.some((word) => COMPARES.has(word.lower)) ||
      isWord(tokens, at + 1, 'day+ hour+ minute+ month+ request+ retries second+ week+')
    )
  })
}

/** Whether the action says by what means or to what end it is done. */
export function isBounded(
  facts: SentenceFacts,
  lead: number,
  isMeasured = hasMeasure(facts.tokens),
): boolean {
  const { tokens } = facts
  if (isMeasured || /\btime-?box|\bdone when\b|\bacceptance\b/i.test(facts.text)) return true
  const rest = tokens.slice(lead + 1)
  return rest.some((token, index) => {
    const before = wordAt(rest, index - 1)
    if (
      isOneOf(before, 'and then & or by , so to') &&
      STRONG_ACTION_VERBS.has(token.lower) &&
      token.tag !== 'adj'
    )
      return before !== 'to' && before !== 'or'
    if (before === 'by' && token.lower.endsWith('ing')) return true
    return token.lower === 'so' && rest[index + 1]?.lower === 'that' && !endsInKnowing(rest, index + 2)
  })
}

/** “so that developers know the rules” changes nothing but them. */
const endsInKnowing = (tokens: readonly Token[], from: number): boolean =>
  hasWord(tokens, 'know+ understand aware', from, from + 5)

/** Whether a ticket, change or page is linked. */
export function isTracked(facts: SentenceFacts): boolean {
  return (
    linkWithin(facts.block, { start: 0, end: facts.block.text.length }) ||
    facts.tokens.some((token) => /^#\d+$/.test(token.text) || /^[A-Z][A-Z0-9]{1,9}-\d+$/.test(token.text))
  )
}
