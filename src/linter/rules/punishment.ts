/** Measures against a person: reprimands, warnings, “talk to Bob about being careful”. */
import { agentOf } from '../text/agent.ts'
import { phraseBook, phrasesIn } from '../text/match.ts'
import { phraseAt } from '../text/phrase-at.ts'
import type { SentenceFacts } from '../facts.ts'
import type { Context, SentenceRule } from './rule.ts'
import { hitAt } from './wording.ts'
import { ERR } from '../words/verbs.ts'
import { SRE_BOOK } from './sources.ts'
import { hasWord, tagAt } from '../text/look.ts'

const MEASURES = phraseBook(`
$be demoted|disciplined|fired|punished|reprimanded|sacked
as a consequence of $his
a|as punishment
be|held|hold|holding accountable for the|this
disciplinary action|actions|file|hearing|interview|measures|meeting|procedure|proceedings|record|talk
discipline the $people
formal|official|verbal|written reprimand|warning
for|in $his appraisal|file|record|review
hold|holding the $people accountable|responsible
performance appraisal|improvement|plan
quiet|serious|stern chat|talk|talking-to|word with
reprimand|reprimanded|reprimands
take|takes away … access|permissions|privileges|rights
take|takes … access|permissions|rights away
write up the night|$people
~remove|~revoke $his access|permissions|privileges|rights
`)

/** Followed by a person: “talk to Bob”, “remind the engineer”. */
const APPROACHES = phraseBook(`
have|having a chat|conversation|talk|word with
have|having a quiet|serious|stern chat|talk|word with
revoke|withdraw
sit down with
speak|speaking|talk|talking to|with
`)

export const punishment: SentenceRule = {
  id: 'punishment',
  category: 'blame',
  severity: 'error',
  why: 'Where people expect punishment, the next report leaves out what matters',
  source: SRE_BOOK,
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
          context,
          match.from,
          match.to,
          'Which change to the system would help the next person? “” changes one person.',
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
      'again attention behavior behaviour careless following forgetting her his ignoring manager mistake ' +
        'permissions pushing responsibility+ responsible rights their',
    )
  )
}
