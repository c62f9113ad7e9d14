/** “Obviously”, “in hindsight”, “easily avoidable”: what is only clear now. */
import { phraseBook, phrasesIn, type Match } from '../text/match.ts'
import type { Token } from '../text/tokens.ts'
import type { SentenceFacts } from '../facts.ts'
import type { Context, SentenceRule } from './rule.ts'
import { hitAt, wordsFrom } from './wording.ts'
import { COOK } from './sources.ts'
import { hasTag, hasWord, isWord, wordAt } from '../text/look.ts'
import { setOf } from '../words/list.ts'

const PHRASES = phraseBook(`
$be clearly|completely|easily|entirely|perfectly|totally avoidable|foreseeable|predictable|preventable
a recipe for disaster|trouble
all it would have
anybody|anyone could|would have known|noticed|seen|spotted|told
anyone|everyone could|to see
asking for trouble
a|any|every competent|decent|experienced|good|reasonable … would
better to have
bound|waiting to happen
clearly a bad|error|mistake
clearly inadequate|incorrect|insufficient|missed|overlooked|should|wrong
common sense
easily have been
goes without saying
inevitable|predictable consequence|failure|outcome|result
in|of|with hindsight|retrospect
is|seemed|seems|should|was|were obvious
is|was|were avoidable|foreseeable|preventable
it was a error|mistake not|to
it was a error|mistake … not to
i|we was|were too confident|eager|hasty|late|optimistic|quick|slow
looking back ,
need not have
needless to say
obvious bug|choice|$error|flaw|gap|issue|oversight|precaution|problem|sign|signs|solution|step|thing|warning
obviously
of course
only a matter of time
plain to see
red flag|flags
warning signs were
was|were never going to
what i|we know now
writing was on the wall
`)

const NEGATED = setOf('any hardly less neither never no non not nothing without')

export const obvious: SentenceRule = {
  id: 'obvious',
  category: 'hindsight',
  severity: 'warning',
  why: 'Afterwards the path looks straight; people who walked it saw many',
  source: COOK,
  silentIn: ['actions', 'went-well', 'question'],
  check(facts, context) {
    return phrasesIn(PHRASES, facts.tokens)
      .filter((match) => isClaimed(facts, match))
      .slice(0, 1)
      .map((match) => {
        const rest = restOf(facts, context, match)
        return hitAt(
          facts,
          context,
          match.from,
          rest === '' ? match.to : match.to + 1,
          'What did it look like before the outcome was known? “” is said from after it.',
          ...(rest === '' ? [] : ([['Leave the word out', rest, true]] as const)),
          ['Say how it looked then', 'at the time <what was seen and how it was read>'],
        )
      })
  },
}

function isClaimed({ tokens, hasEvidence: isTimed }: SentenceFacts, match: Match): boolean {
  const words = tokens
    .slice(match.from, match.to)
    .map((token) => token.lower)
    .join(' ')
  // “At 19:35 it was obvious” tells when it became so.
  if (words === 'was obvious' && isTimed && hasTag(tokens, 'num', 0, match.from)) return false
  if (words === 'of course')
    return (
      tokens[match.from - 1] === undefined ||
      tokens[match.from - 1]?.text === ',' ||
      tokens[match.to]?.text === ','
    )
  return !hasWord(tokens, NEGATED, match.from - 3, match.from) && !NEGATED.has(wordAt(tokens, match.to))
}

/** What stays of “obviously wrong” without the word that adds nothing, where that can go unread; else ''. */
function restOf(facts: SentenceFacts, context: Context, { from, to }: Match): string {
  const { tokens } = facts
  const isFiller = to - from === 1 && wordAt(tokens, from) === 'obviously'
  if (!isFiller || !isPlain(tokens, from - 1) || !isPlain(tokens, to) || isWord(tokens, from - 1, 'a an'))
    return ''
  return wordsFrom(facts, context, to, to + 1)
}

const isPlain = (tokens: readonly Token[], at: number): boolean => /^[a-z]/.test(wordAt(tokens, at))
