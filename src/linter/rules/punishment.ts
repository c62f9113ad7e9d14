/** Measures against a person: reprimands, warnings, “talk to Bob about being careful”. */
import { agentOf } from '../text/agent.ts'
import { phraseBook, phrasesIn } from '../text/match.ts'
import { phraseAt } from '../text/phrase-at.ts'
import type { SentenceFacts } from '../facts.ts'
import type { Context, SentenceRule } from './rule.ts'
import { quoted, hitAt, wordsFrom } from './wording.ts'
import { ERR } from '../words/verbs.ts'
import { hasWord, tagAt } from '../text/look.ts'
import { SRE_BOOK } from './sources.ts'

const MEASURES = phraseBook(`
disciplinary action|actions|measures|proceedings|hearing|interview|meeting|talk|procedure
reprimand|reprimanded|reprimands
written|formal|verbal|official warning|reprimand
performance improvement plan
held|hold|holding|be accountable for the|this
hold|holding the $people accountable|responsible
$be fired|sacked|disciplined|reprimanded|punished|demoted
~remove|~revoke $his access|permissions|privileges|rights
on|onto a performance plan|review
performance plan|appraisal|review for
in|for $his appraisal|file|record|review
write up the night|$people
take|takes away … rights|access|permissions|privileges
take|takes … access|rights|permissions away
as a consequence of $his
discipline the $people
stern|serious|quiet word|talk|chat|talking-to with
`)

/** Followed by a person: “talk to Bob”, “remind the engineer”. */
const APPROACHES = phraseBook(`
talk|speak|speaking|talking to|with
have|having a word|chat|talk|conversation with
have|having a stern|serious|quiet word|chat|talk with
sit down with
`)

export const punishment: SentenceRule = {
  id: 'punishment',
  category: 'blame',
  severity: 'error',
  why: 'Where people expect punishment, the next report leaves out what matters',
  source: SRE_BOOK,
  language: 'en',
  scope: 'sentence',
  silentIn: [],
  check(facts, context) {
    const measures = phrasesIn(MEASURES, facts.tokens).filter(
      (match) =>
        !hasWord(facts.tokens, 'no not never without compromised attacker', match.from - 4, match.from),
    )
    const talks = phrasesIn(APPROACHES, facts.tokens).filter((match) =>
      aimsAtPerson(facts, context, match.to),
    )
    return [...measures, ...talks]
      .slice(0, 1)
      .map((match) =>
        hitAt(
          facts,
          match.from,
          match.to,
          `Which change to the system would help the next person? ${quoted(wordsFrom(facts, context, match.from, match.to))} changes one person.`,
          ['Change the system', '<add a guard so that the same action is safe>'],
        ),
      )
  },
}

function aimsAtPerson(facts: SentenceFacts, context: Context, at: number): boolean {
  if (context.role !== 'actions') return false
  const phrase = phraseAt(facts.tokens, at)
  const agent = agentOf(facts.tokens, phrase, ERR, context.roster)
  const isOfPerson = agent.kind === 'person' || tagAt(facts.tokens, at + 1) === 'poss'
  return (
    isOfPerson &&
    hasWord(
      facts.tokens,
      'again attention attitude behavior behaviour careful carefully careless error failing failure ' +
        'following forgetting her his ignoring manager missing mistake performance pushing responsibility+ responsible ' +
        'shortcuts their why',
    )
  )
}
