/** “Inadequate review”, “inappropriate”, “mismanaged”: a norm stands in for a description. */
import type { Token } from '../text/tokens.ts'
import { phraseBook, phrasesIn } from '../text/match.ts'
import type { SentenceRule } from './rule.ts'
import { hitAt } from './wording.ts'
import { ADAPTIVE } from './sources.ts'
import { PRACTICES } from '../words/practices.ts'
import { hasWord, isOneOf, isWord, wordAt } from '../text/look.ts'
import { setOf } from '../words/list.ts'

const PHRASES = phraseBook(`
$bad communication|coordination|decision|decisions|documentation|management|oversight|planning|practice|practices|preparation|procedure|procedures|process|review|supervision|training|validation
$be badly|poorly|terribly communicated|coordinated|executed|handled|managed|mismanaged|planned|run
amateurish|improper|inappropriate|shoddy|unacceptable|unprofessional action|actions|behavior|behaviour|change|conduct|configuration|delay|handling|manner|reaction|response|treatment|use|way
are|been|is|was|were deplorable|improper|inappropriate|inexcusable|irresponsible|mishandled|mismanaged|unacceptable|unprofessional
bad|$bad|questionable $care
bad|poor communication|decision|decisions|engineering|planning|practice|practices
been|is|was|were inadequate|lacking|mediocre|sub-par|subpar|substandard
clearly|completely|entirely|grossly|totally|utterly|wholly|woefully inadequate|inappropriate|insufficient|unacceptable
communication|coordination|documentation|handling|monitoring|planning|preparation|response|testing is|was|were awful|bad|lacking|poor|terrible|weak
handled|managed badly|improperly|inappropriately|poorly
improper|inadequate|inappropriate|insufficient|poor|sloppy|unacceptable testing
in a|an $bad|chaotic|haphazard fashion|manner|way
mismanaged|mismanagement
`)

export const normative: SentenceRule = {
  id: 'normative',
  category: 'wording',
  severity: 'info',
  why: 'A norm says that something fell short of an unnamed standard; what there was, and what was absent, can be acted on',
  source: ADAPTIVE,
  silentIn: ['actions', 'went-well', 'reference', 'heading'],
  yieldsTo: ['blame', 'team-blame', 'passive-omission'],
  check(facts, context) {
    if (facts.acts.length > 0) return []
    return phrasesIn(PHRASES, facts.tokens)
      .filter((match) => isOfConduct(facts.tokens, match.from))
      .slice(0, 1)
      .map((match) =>
        hitAt(
          facts,
          context,
          match.from,
          match.to,
          'Measured against what? “” judges without saying what there was.',
          ['Say what there was', '<what was in place, and what it did not cover>'],
        ),
      )
  },
}

/** What people do can be “inadequate” as a judgement; memory and cooling are too small. */
/** What is people's doing, beside `PRACTICES`. */
const CONDUCT = setOf('conduct handling it management preparation that this which window')

function isOfConduct(tokens: readonly Token[], from: number): boolean {
  const before = wordAt(tokens, from - 1)
  if (isOneOf(before, 'not no any')) return false
  const isPredicate =
    isWord(tokens, from, 'was were is been') && isWord(tokens, from + 1, 'inadequate lacking')
  return (
    !isPredicate || hasWord(tokens, CONDUCT, from - 10, from) || hasWord(tokens, PRACTICES, from - 10, from)
  )
}
