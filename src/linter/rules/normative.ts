/** “Inadequate review”, “inappropriate”, “mismanaged”: a norm stands in for a description. */
import { type Token } from '../text/tag.ts'
import { phraseBook, phrasesIn } from '../text/match.ts'
import type { SentenceRule } from './rule.ts'
import { quoted, hitAt, wordsFrom } from './wording.ts'
import { hasWord, isOneOf, isWord, wordAt } from '../text/look.ts'
import { setOf } from '../words/list.ts'
import { ADAPTIVE } from './sources.ts'

const PHRASES = phraseBook(`
bad|questionable|$bad $care
inappropriate|improper|unprofessional|unacceptable|shoddy|amateurish handling|response|behaviour|behavior|conduct|manner|reaction|treatment|delay|use|way|action|actions|change|configuration
wholly|totally|completely|utterly|entirely|grossly|woefully|clearly inadequate|insufficient|inappropriate|unacceptable
$be badly|poorly|terribly mismanaged|handled|managed|run|coordinated|executed|communicated|planned
communication|coordination|planning|testing|documentation|response|handling|monitoring|preparation was|were|is poor|bad|terrible|awful|weak|lacking
was|were|is|been inadequate|substandard|lacking|mediocre|sub-par|subpar
in an|a haphazard|chaotic|$bad manner|way|fashion
$bad review|communication|planning|process|procedure|procedures|training|supervision|oversight|documentation|preparation|coordination|practice|practices|decision|decisions|management|validation
inadequate|insufficient|improper|inappropriate|poor|sloppy|unacceptable testing
was|were|is|are|been inappropriate|unacceptable|mismanaged|mishandled|inexcusable|unprofessional|irresponsible
mismanaged|mismanagement
poor|bad practice|practices|engineering|decision|decisions|planning|communication
`)

export const normative: SentenceRule = {
  id: 'normative',
  category: 'wording',
  severity: 'info',
  why: 'A norm says that something fell short of an unnamed standard; what there was, and what was absent, can be acted on',
  source: ADAPTIVE,
  language: 'en',
  scope: 'sentence',
  silentIn: ['actions', 'went-well', 'people', 'reference', 'heading'],
  yieldsTo: ['blame', 'team-blame', 'passive-omission'],
  check(facts, context) {
    if (facts.acts.length > 0) return []
    return phrasesIn(PHRASES, facts.tokens)
      .filter((match) => isOfConduct(facts.tokens, match.from))
      .slice(0, 1)
      .map((match) =>
        hitAt(
          facts,
          match.from,
          match.to,
          `Measured against what? ${quoted(wordsFrom(facts, context, match.from, match.to))} judges without saying what there was.`,
          ['Say what there was', '<what was in place, and what it did not cover>'],
        ),
      )
  },
}

/** What people do can be “inadequate” as a judgement; memory and cooling are too small. */
const CONDUCT = setOf(
  'behavior communication coordination decision documentation escalation handling it judgement ' +
    'management minutes oversight planning preparation procedure+ process+ response review supervision testing that ' +
    'this training which window',
)

function isOfConduct(tokens: readonly Token[], from: number): boolean {
  const before = wordAt(tokens, from - 1)
  if (isOneOf(before, 'not no any')) return false
  const isPredicate =
    isWord(tokens, from, 'was were is been') && isWord(tokens, from + 1, 'inadequate lacking')
  return !isPredicate || hasWord(tokens, CONDUCT, from - 10, from)
}
