/** “Quickly resolved”, “eventually recovered”, “shortly after” with no time in reach. */
import type { SentenceFacts } from '../facts.ts'
import { baseOf } from '../words/forms.ts'
import type { Token } from '../text/tokens.ts'
import type { SentenceRule } from './rule.ts'
import { quoted, hitAt, wordsFrom } from './wording.ts'
import { WRITING } from './sources.ts'
import { hasWord, isOneOf, isWord, wordAt } from '../text/look.ts'
import { bases, setOf } from '../words/list.ts'

const SPEEDS = setOf('eventually promptly quickly rapidly shortly slowly soon swiftly')

/** In front of a speed they make it a judgement by themselves. */
const DEGREES = setOf(
  'almost extremely fairly nearly pretty quite rather really reasonably relatively surprisingly too ' +
    'unusually very',
)
const JUDGED = setOf(
  'early fast immediate immediately instant instantly late prompt promptly quick quickly rapid rapidly slow ' +
    'slowly soon swift swiftly',
)

/** What a timeline has an entry for. Base forms. */
const MOMENTS = bases(
  'alert become begin catch close come complete confirm deploy detect discover drain find fix get go ' +
    'identify mitigate notice receive recover repair replace resolve respond restart restore return revert ' +
    'roll rollback start stop wrap',
)

export const vagueSpeed: SentenceRule = {
  id: 'vague-speed',
  category: 'vague',
  severity: 'info',
  why: 'Fast and slow are for the reader to judge from two times',
  source: WRITING,
  silentIn: ['actions', 'lessons', 'causes', 'heading', 'question', 'evidence'],
  check(facts, context) {
    const found = speedIn(facts)
    if (found === null) return []
    const words = wordsFrom(facts, context, found.from, found.to)
    return [
      hitAt(facts, context, found.from, found.to, `When? ${quoted(words)} has no time beside it.`, [
        'Give the time',
        'at <time> (<n> min later)',
      ]),
    ]
  },
}

function speedIn({ tokens }: SentenceFacts): { from: number; to: number } | null {
  if (hasWord(tokens, 'would will should can may might could')) return null
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token
    if (token.isQuoted) continue
    if (DEGREES.has(token.lower) && isJudgedSpeed(tokens, at)) return { from: at, to: at + 2 }
    if (!SPEEDS.has(token.lower)) continue
    if (token.lower === 'eventually' && at === 0) return { from: at, to: at + 1 }
    if (isOneOf(token.lower, 'soon shortly')) {
      if (
        isWord(tokens, at + 1, 'after afterwards thereafter later enough') &&
        wordAt(tokens, at - 1) !== 'as'
      )
        return { from: at, to: at + 2 }
      continue
    }
    const before = isWord(tokens, at - 1, 'up out off down back in') ? at - 2 : at - 1
    if (isMoment(tokens, at + 1) || isMoment(tokens, before)) return { from: at, to: at + 1 }
  }
  return null
}

/** “Fairly quickly”, “almost immediate”: said of what happened, not “very slow disks”. */
function isJudgedSpeed(tokens: readonly Token[], at: number): boolean {
  if (!JUDGED.has(wordAt(tokens, at + 1)) || !tokens.some(isTold)) return false
  const after = tokens[at + 2]
  return after === undefined || !isOneOf(after.tag, 'noun name adj code')
}

const isTold = (token: Token): boolean =>
  (token.tag === 'verb' && !token.lower.endsWith('s')) || isOneOf(token.lower, 'was were did had')

function isMoment(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  return (
    token !== undefined && (token.tag === 'verb' || token.lower === 'got') && MOMENTS.has(baseOf(token.lower))
  )
}
