/** “Obviously”, “in hindsight”, “easily avoidable”: what is only clear now. */
import { phraseBook, phrasesIn, type Match } from '../text/match.ts'
import { type Token } from '../text/tag.ts'
import type { SentenceFacts } from '../facts.ts'
import type { SentenceRule } from './rule.ts'
import { quoted, spanOfTokens, wordsFrom } from './wording.ts'
import { hasTag, hasWord, wordAt } from '../text/look.ts'
import { setOf } from '../words/list.ts'
import { COOK } from './sources.ts'

const PHRASES = phraseBook(`
in|with hindsight|retrospect
with the benefit of hindsight
hindsight is 20/20
looking back ,
obviously
needless to say
goes without saying
of course
was|were|seems|seemed|is|should obvious
$be easily|entirely|completely|totally|perfectly|clearly avoidable|preventable|predictable|foreseeable
was|were|is avoidable|preventable|foreseeable
easily have been
easily been avoided|prevented|caught|detected
obvious $error|bug|problem|issue|warning|signs|sign|flaw|solution|gap|oversight|choice|step|precaution|thing
clearly wrong|incorrect|inadequate|insufficient|should|visible|missed|overlooked
clearly showed the|a|that
warning signs were
writing was on the wall
bound|waiting to happen
bound to fail|break
no excuse
common sense
only a matter of time
predictable|inevitable outcome|result|consequence|failure
with what we know now
we now know that
knowing what we|i know now
it was a mistake|error not|to
we|i were|was too slow|late|hasty|eager|optimistic|confident|quick
any|a|every competent|reasonable|decent|good|experienced … would
had we known
plain to see
all it would have
plain as day
plainly visible|wrong
asking for trouble
accident waiting to
anyone|anybody could|would have seen|known|told|spotted|noticed
a blind man could
red flag|flags
hiding|hidden in plain
staring us in
should have been a warning|hint|clue
was|were never going to
a recipe for disaster|trouble
doomed to fail|from
telltale|unmistakable|glaring sign|signs
glaring|glaringly obvious|gap|omission|hole|mistake
`)

const NEGATED = setOf(`any hardly isn't less neither never no non not nothing was_not without`)

export const obvious: SentenceRule = {
  id: 'obvious',
  category: 'hindsight',
  severity: 'warning',
  why: 'Afterwards the path looks straight; people who walked it saw many',
  source: COOK,
  language: 'en',
  scope: 'sentence',
  silentIn: ['actions', 'went-well', 'question'],
  check(facts, context) {
    return phrasesIn(PHRASES, facts.tokens)
      .filter((match) => isClaimed(facts, match, context.role))
      .slice(0, 1)
      .map((match) => ({
        ...spanOfTokens(facts, match.from, match.to),
        message: `What did it look like before the outcome was known? ${quoted(wordsFrom(facts, context, match.from, match.to))} is said from after it.`,
        rewrites: rewritesFor(facts.tokens, match),
      }))
  },
}

function isClaimed({ tokens, hasEvidence: isTimed }: SentenceFacts, match: Match, role: string): boolean {
  const words = tokens
    .slice(match.from, match.to)
    .map((token) => token.lower)
    .join(' ')
  if (words.startsWith('clearly showed') || words === 'clearly visible')
    return role === 'went-wrong' || hasWord(tokens, 'but no nobody yet')
  if (words === 'is obvious' && role === 'timeline') return false
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

/** A word that adds nothing can go by one key. */
function rewritesFor(
  tokens: readonly Token[],
  match: Match,
): { title: string; replacement: string; isSafe?: boolean }[] {
  const isFiller = match.to - match.from === 1 && wordAt(tokens, match.from) === 'obviously' && match.from > 0
  const tell = {
    title: 'Say how it looked then',
    replacement: 'at the time <what was seen and how it was read>',
  }
  return isFiller ? [{ title: 'Leave the word out', replacement: '', isSafe: true }, tell] : [tell]
}
