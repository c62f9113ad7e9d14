/** What ties a claim to the record: a count, a share, a time, a date, a link, a ticket. */
import type { Block, Span } from '../document/block.ts'
import { MONTHS } from '../words/calendar.ts'
import type { Token } from './tokens.ts'
import { isWord, tagAt, wordAt } from './look.ts'
import { setOf } from '../words/list.ts'

const CLOCK = /^~?\d{1,2}:\d{2}(?::\d{2})?(?:z|utc|am|pm)?$/i
const DATE = /^\d{4}-\d{2}-\d{2}|^\d{1,2}[./]\d{1,2}[./]\d{2,4}$/
const COUNT =
  /^[~+$€£]?\d[\d,. ]*(?:%|k|m|b|ms|s|x|h|d|min|mins|hrs?|gb|mb|kb|tb|rps|qps|am|pm|st|nd|rd|th)?\+?$/i
const NUMBER_WORDS = setOf(
  'dozen eight eleven fifteen fifty five forty four half hundred nil nine ninety quarter seven six ' +
    'sixty ten third thirty three twelve twenty two zero',
)
const TICKET = /^#\d+$|^(?:[a-z]+:)?[A-Z]\d{4,}$|^[a-z]{2,10}-\d+$/i

/** Words that make the number beside them a name, not a measure. */
const NAMING = setOf(
  'code error+ exit figure http kubernetes layer node p phase port response+ rule sev severity stage status ' +
    'step table tier v version',
)

/** Whether the tokens hold a measure, a time or a ticket. */
export function tokensHoldEvidence(tokens: readonly Token[]): boolean {
  return tokens.some((token, at) => isEvidence(tokens, token, at))
}

function isEvidence(tokens: readonly Token[], token: Token, at: number): boolean {
  const { lower } = token
  if (/\d/.test(lower)) return isFigure(tokens, token, at)
  if (MONTHS.has(lower)) return tagAt(tokens, at - 1) === 'num' || tagAt(tokens, at + 1) === 'num'
  return NUMBER_WORDS.has(lower) && (lower !== 'third' || !isWord(tokens, at - 1, 'of the'))
}

function isFigure(tokens: readonly Token[], token: Token, at: number): boolean {
  const { lower } = token
  if (CLOCK.test(lower) || DATE.test(lower) || TICKET.test(token.text))
    return !/^(?:sev|p|ec|utf|sha|ipv|v|http|log|cve)-?\d/i.test(lower)
  return COUNT.test(lower) && !isName(tokens, token, at)
}

/** “503 errors”, “HTTP 500”, “version 2.3” and “Python 3” measure nothing. */
function isName(tokens: readonly Token[], token: Token, at: number): boolean {
  if (NAMING.has(wordAt(tokens, at - 1))) return true
  const isStatus = /^[1-5]\d\d$/.test(token.text)
  if (!isStatus) return /^\d+\.\d+\.\d+/.test(token.text)
  const after = wordAt(tokens, at + 1)
  return (
    /^(?:4(?:0[0-9]|1[0-9]|2[0-9])|50[0-9]|52[0-9]|30[0-9]|20[0-6])$/.test(token.text) &&
    /^(?:errors?|responses?|status|codes?|s|not|internal|bad|service|forbidden|unauthorized|gateway|"|to|for|from|on|and|\/|\.|,|)$/.test(
      after,
    )
  )
}

/** Whether a link, picture or footnote stands within the span, or right behind it. */
export function linkWithin(block: Block, span: Span): boolean {
  return block.links.some((link) => link.start < span.end + 2 && link.end > span.start)
}

/** Whether a block opens with a time or date, as a timeline's entries do; all its sentences are tied to it. */
export function opensWithTime(block: Block): boolean {
  const head = block.text.slice(0, 40).trimStart()
  return /^[([~]*(?:\d{1,2}:\d{2}|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|T[+-]\d|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/i.test(
    head,
  )
}
