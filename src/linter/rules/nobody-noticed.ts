/** “Nobody noticed”, “no one checked”: everybody is blamed at once. */
import { baseOf } from '../words/forms.ts'
import type { SentenceFacts } from '../facts.ts'
import { clauseEnd } from '../acts/act.ts'
import type { Token } from '../text/tokens.ts'
import type { SentenceRule } from './rule.ts'
import { hitAt, wordsFrom } from './wording.ts'
import { HUMAN_VERBS } from '../words/verbs.ts'
import { ETSY } from './sources.ts'
import { isOneOf, isWord, wordAt } from '../text/look.ts'
import { bases, setOf } from '../words/list.ts'

const NOTICING = bases(
  'bother catch flag keep monitor own pick raise react see spot take test update verify watch',
)

const isNoticing = (verb: string): boolean => NOTICING.has(verb) || (HUMAN_VERBS.has(verb) && verb !== 'know')

/** Said of people outside: their not noticing is good news. */
const OUTSIDE = setOf('client+ customer+ else user+')

export const nobodyNoticed: SentenceRule = {
  id: 'nobody-noticed',
  category: 'blame',
  severity: 'warning',
  why: 'Nobody noticed what nothing showed; findings about what people did not do get filed as their error',
  source: ETSY,
  silentIn: ['actions', 'went-well', 'lucky', 'question'],
  check(facts, context) {
    const at = nobodyAt(facts)
    if (at === null) return []
    const condition = wordsFrom(facts, context, at.object, at.to)
    return [
      hitAt(
        facts,
        context,
        at.from,
        at.to,
        'What would have shown it? Nobody can notice what no alert or step brings up.',
        [
          'Name the missing signal',
          `No alert or step existed for ${condition === '' ? '<condition>' : condition.replace(/^that /, 'this: ')}`,
        ],
      ),
    ]
  },
}

const NOBODY = ['nobody', 'noone', 'no', 'none', 'not']

function nobodyAt(facts: SentenceFacts): { from: number; to: number; object: number } | null {
  const { tokens, words } = facts
  if (!NOBODY.some((word) => words.has(word))) return null
  for (const [at, token] of tokens.entries()) {
    const isOne =
      isOneOf(token.lower, 'no none') &&
      isWord(tokens, at + 1, 'one of engineer responder reviewer human person team on-call')
    const isNotOne =
      token.lower === 'not' &&
      isWord(tokens, at + 1, 'a one') &&
      isWord(tokens, at + 2, 'single one person engineer reviewer of')
    if (token.isQuoted || !(token.lower === 'nobody' || token.lower === 'noone' || isOne || isNotOne))
      continue
    if (isWord(tokens, at - 1, 'so ensure that if like') && wordAt(tokens, at - 1) !== 'that') continue
    if (
      /^(?:was|were|is) (?:around|available|awake|on-hours|online|on-call|there|present|home|actively)$/.test(
        `${wordAt(tokens, at + (isOne ? 2 : 1))} ${wordAt(tokens, at + (isOne ? 3 : 2))}`,
      )
    )
      continue
    const verb = verbAfter(facts, at)
    const isHabit = isWord(tokens, at - 1, 'that which') && wordAt(tokens, verb).endsWith('s')
    if (verb !== -1 && !isHabit) return { from: at, to: clauseEnd(tokens, verb + 1), object: verb + 1 }
  }
  return null
}

const isLooking = ({ lower }: Token): boolean =>
  isOneOf(lower, 'checking following keeping looking monitoring paying tracking watching')

function verbAfter({ tokens }: SentenceFacts, nobody: number): number {
  for (let at = nobody + 1; at < Math.min(tokens.length, nobody + 12); at += 1) {
    const token = tokens[at]
    if (token === undefined || token.tag === 'punct' || token.tag === 'modal' || OUTSIDE.has(token.lower))
      return -1
    if (token.tag === 'verb' || token.tag === 'base') {
      const verb = baseOf(token.lower)
      if (isWord(tokens, at - 1, 'was were is are be been')) return isLooking(token) ? at : -1
      return isNoticing(verb) || isNoticing(verb.replace(/s$/, '')) ? at : -1
    }
    if (token.tag === 'ing' && isLooking(token)) return at
  }
  return -1
}
