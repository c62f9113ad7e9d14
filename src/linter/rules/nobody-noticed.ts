/** “Nobody noticed”, “no one checked”: everybody is blamed at once. */
import { wordAt } from '../text/tag.ts'
import { baseOf } from '../text/forms.ts'
import { setOf } from '../words/list.ts'
import type { SentenceFacts } from '../facts.ts'
import { clauseEnd } from '../acts/act.ts'
import type { SentenceRule } from './rule.ts'
import { spanOfTokens, wordsFrom } from './wording.ts'

const NOTICING = setOf(
  'notice spot catch check realise realize verify test review question think bother look monitor watch respond follow update remember consider see flag raise own escalate communicate tell inform document read acknowledge investigate pay take pick keep bother connect put suspect act react wonder chase raise',
)

/** Said of people outside: their not noticing is good news. */
const OUTSIDE = /^(?:customers?|users?|clients?|visitors?|else)$/

export const nobodyNoticed: SentenceRule = {
  id: 'nobody-noticed',
  category: 'blame',
  severity: 'warning',
  why: 'Nobody noticed what nothing showed; findings about what people did not do get filed as their error (Etsy, Debriefing Facilitation Guide).',
  source: 'https://github.com/etsy/DebriefingFacilitationGuide',
  language: 'en',
  scope: 'sentence',
  silentIn: ['actions', 'went-well', 'lucky'],
  check(facts, context) {
    const at = nobodyAt(facts)
    if (at === null) return []
    const condition = wordsFrom(facts, context, at.object, at.to)
    return [
      {
        ...spanOfTokens(facts, at.from, at.to),
        message: 'What would have shown it? Nobody can notice what no alert or step brings up.',
        rewrites: [
          {
            title: 'Name the missing signal',
            replacement: `No alert or step existed for ${condition === '' ? '<condition>' : condition.replace(/^that /, 'this: ')}`,
          },
        ],
      },
    ]
  },
}

const NOBODY = ['nobody', 'noone', 'no', 'none', 'not']

function nobodyAt(facts: SentenceFacts): { from: number; to: number; object: number } | null {
  const { tokens, words } = facts
  if (!NOBODY.some((word) => words.has(word))) return null
  if (tokens.at(-1)?.text === '?') return null
  for (const [at, token] of tokens.entries()) {
    const isOne =
      /^(?:no|none)$/.test(token.lower) &&
      /^(?:one|of|engineer|responder|reviewer|human|person|team|on-call)$/.test(wordAt(tokens, at + 1))
    const isNotOne =
      token.lower === 'not' &&
      /^(?:a|one)$/.test(wordAt(tokens, at + 1)) &&
      /^(?:single|one|person|engineer|reviewer|soul|of)$/.test(wordAt(tokens, at + 2))
    if (token.isQuoted || !(token.lower === 'nobody' || token.lower === 'noone' || isOne || isNotOne))
      continue
    if (/^(?:so|ensure|that|if|like)$/.test(wordAt(tokens, at - 1)) && tokens[at - 1]?.lower !== 'that')
      continue
    if (
      /^(?:was|were|is) (?:around|available|awake|on-hours|online|on-call|there|present|home|actively)$/.test(
        `${wordAt(tokens, at + (isOne ? 2 : 1))} ${wordAt(tokens, at + (isOne ? 3 : 2))}`,
      )
    )
      continue
    const verb = verbAfter(facts, at)
    if (verb !== -1) return { from: at, to: clauseEnd(tokens, verb + 1), object: verb + 1 }
  }
  return null
}

function verbAfter({ tokens }: SentenceFacts, nobody: number): number {
  for (let at = nobody + 1; at < Math.min(tokens.length, nobody + 9); at += 1) {
    const token = tokens[at]
    if (token === undefined || token.tag === 'punct' || token.tag === 'modal' || OUTSIDE.test(token.lower))
      return -1
    if (token.tag === 'verb' || token.tag === 'base') {
      const verb = baseOf(token.lower)
      if (/^(?:was|were|is|are|be|been)$/.test(wordAt(tokens, at - 1)))
        return /^(?:watching|monitoring|checking|keeping|looking|paying|following|minding|tracking)$/.test(
          token.lower,
        )
          ? at
          : -1
      return NOTICING.has(verb) || NOTICING.has(verb.replace(/s$/, '')) ? at : -1
    }
    if (
      token.tag === 'ing' &&
      /^(?:watching|monitoring|checking|looking|paying|keeping|following|minding|tracking)$/.test(token.lower)
    )
      return at
  }
  return -1
}
