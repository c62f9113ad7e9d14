/** Measures against a person: reprimands, warnings, “talk to Bob about being careful”. */
import { agentOf } from '../text/agent.ts'
import { phraseBook, phrasesIn } from '../text/match.ts'
import { phraseAt } from '../text/phrase-at.ts'
import type { SentenceFacts } from '../facts.ts'
import type { Context, SentenceRule } from './rule.ts'
import { quoted, spanOfTokens, wordsFrom } from './wording.ts'

const MEASURES = phraseBook(`
disciplinary action|actions|measures|proceedings|hearing
reprimand|reprimanded|reprimands
written|formal|verbal|official warning|reprimand
performance improvement plan
held|hold|holding|be accountable for the|this
hold|holding the engineer|developer|team|operator|author accountable|responsible
be|was|were|been fired|sacked|disciplined|reprimanded|punished
remove|revoke|removed|revoked his|her|their access|permissions|privileges
`)

/** Followed by a person: “talk to Bob”, “remind the engineer”. */
const APPROACHES = phraseBook(`
talk|speak to|with
have a word with
sit down with
`)

export const punishment: SentenceRule = {
  id: 'punishment',
  category: 'blame',
  severity: 'error',
  why: 'Where people expect punishment, the next report leaves out what matters (Google, Site Reliability Engineering, ch. 15).',
  source: 'https://sre.google/sre-book/postmortem-culture/',
  language: 'en',
  scope: 'sentence',
  silentIn: [],
  check(facts, context) {
    const measures = phrasesIn(MEASURES, facts.tokens).filter(
      (match) =>
        !facts.tokens
          .slice(Math.max(0, match.from - 4), match.from)
          .some((token) => /^(?:no|not|never|without|compromised|attacker)$/.test(token.lower)),
    )
    const talks = phrasesIn(APPROACHES, facts.tokens).filter((match) =>
      aimsAtPerson(facts, context, match.to),
    )
    return [...measures, ...talks].slice(0, 1).map((match) => ({
      ...spanOfTokens(facts, match.from, match.to),
      message: `Which change to the system would help the next person? ${quoted(wordsFrom(facts, context, match.from, match.to))} changes one person.`,
      rewrites: [
        { title: 'Change the system', replacement: '<add a guard so that the same action is safe>' },
      ],
    }))
  },
}

function aimsAtPerson(facts: SentenceFacts, context: Context, at: number): boolean {
  if (context.role !== 'actions') return false
  const agent = agentOf(facts.tokens, phraseAt(facts.tokens, at), null, context.roster)
  return (
    agent.kind === 'person' &&
    facts.tokens.some((token) =>
      /^(?:careful|carefully|attention|responsibility|responsibilities|mistake|error|behaviour|behavior|following|careless|performance|conduct|again)$/.test(
        token.lower,
      ),
    )
  )
}
