/** Actions that make something “better” without saying what: “improve monitoring”. */
import type { Token } from '../text/tokens.ts'
import { hasMeasure, isActionPlace, isBounded, isTracked, leadOf } from '../actions/lead.ts'
import { PRACTICES } from '../words/practices.ts'
import { GENERIC_IMPROVE } from '../words/verbs.ts'
import type { SentenceFacts } from '../facts.ts'
import type { SentenceRule } from './rule.ts'
import { quoted, hitAt, wordsFrom } from './wording.ts'
import { LUNNEY } from './sources.ts'
import { isOneOf, isWord, wordAt } from '../text/look.ts'
import { setOf } from '../words/list.ts'

/** What is made “better” without an end, beside `PRACTICES`. */
const FIELDS = setOf(
  'alerting automation awareness collaboration coverage dashboards deployment+ detection handling ' +
    'infrastructure logging observability on-call performance pipeline+ quality redundancy reliability ' +
    'resilience scalability security tooling visibility',
)

const isField = (word: string): boolean => FIELDS.has(word) || PRACTICES.has(word)

const UNCHANGED = setOf('extend fix increase optimise optimize tighten')

export const genericImprovement: SentenceRule = {
  id: 'generic-improvement',
  category: 'weak-action',
  severity: 'warning',
  why: '“Better” has no end and no check; the smallest change that can be seen to work does',
  source: LUNNEY,
  silentIn: [],
  check(facts, context) {
    if (!isActionPlace(facts, context.role)) return []
    const { tokens } = facts
    const lead = leadOf(tokens)
    const lower = wordAt(tokens, lead)
    if (
      lead === -1 ||
      !(
        GENERIC_IMPROVE.has(lower.replace(/^improvements?$|^improving$/, 'improve')) || isMoreOf(tokens, lead)
      )
    )
      return []
    const field = tokens.findIndex((token, at) => at > lead && at < lead + 7 && isField(token.lower))
    if (
      field === -1 ||
      (isBounded(facts, lead) && !isVaguePurpose(facts)) ||
      saysHow(facts, field) ||
      (UNCHANGED.has(lower) && isTracked(facts))
    )
      return []
    return [
      hitAt(
        facts,
        context,
        lead,
        tokens.length,
        `How will it be seen that ${quoted(wordsFrom(facts, context, lead, field + 1))} is done?`,
        [
          'Name the change and its check',
          `Alert when <metric> is over <n> for <t>; done when <drill or test> shows it`,
        ],
      ),
    ]
  },
}

/** “so that problems become visible” names no check. */
const isVaguePurpose = ({ tokens }: SentenceFacts): boolean =>
  tokens.some((token, at) => token.lower === 'so' && wordAt(tokens, at + 1) === 'that') && !hasMeasure(tokens)

/** “Add more alerts”, “document things better”. */
const isMoreOf = (tokens: readonly Token[], lead: number): boolean =>
  isWord(tokens, lead + 1, 'more better additional further') &&
  isWord(tokens, lead, 'add build create do get have implement introduce provide put set write')

/** “to include …”, “: add …”, “with a check that …”. */
function saysHow({ tokens }: SentenceFacts, field: number): boolean {
  return tokens
    .slice(field + 1)
    .some(
      (token, index, rest) =>
        token.text === ':' ||
        (token.lower === 'to' &&
          isWord(rest, index + 1, 'alert check cover detect fail include page reject require warn')) ||
        isOneOf(token.lower, 'using via'),
    )
}
