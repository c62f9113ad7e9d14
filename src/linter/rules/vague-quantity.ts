/** “Some users”, “many requests” with no count, share, time or link in reach. */
import type { SentenceFacts } from '../facts.ts'
import type { SectionRole } from '../document/section-role.ts'
import { tellsOfPast } from '../text/past.ts'
import type { Token } from '../text/tokens.ts'
import type { SentenceRule } from './rule.ts'
import { hitAt, wordsFrom } from './wording.ts'
import { WRITING } from './sources.ts'
import { hasWord, isOneOf, isTag, wordAt } from '../text/look.ts'
import { nouns, setOf } from '../words/list.ts'

const COUNTED = setOf(
  'accounts alerts applications apps calls clients clusters complaints components connections customer+ ' +
    'data databases deployments developers emails errors events failures files fleet hosts instances invoices ' +
    'jobs machines members merchants messages network nodes notifications orders pages partners patients ' +
    'payments people pipelines players pods projects queries readers records replicas reports repositories ' +
    'requests rows servers services sessions sites stores teams tenants tests tickets timeouts traffic ' +
    'transactions uploads user+ visitors workers',
)

const AMOUNTS = setOf('certain countless few many most multiple numerous several some various')

/** Amounts so plainly of things that went wrong that the noun behind them needs no list. */
const LARGE = setOf('countless many most numerous several')

const MASSES = setOf('bulk dozens hundreds loads lots masses millions plenty scores thousands tons')
const MEASURES = nouns(
  'amount bulk bunch chunk couple deal flood fraction group handful host lot majority minority number part ' +
    'percentage portion range share stream string subset ton wave',
)

export const vagueQuantity: SentenceRule = {
  id: 'vague-quantity',
  category: 'vague',
  severity: 'warning',
  why: 'Impact is how many, for how long, by which measure; readers guess what is left open',
  source: WRITING,
  silentIn: ['actions', 'lessons', 'heading', 'question', 'evidence'],
  check(facts, context) {
    const found = amountIn(facts, context.role)
    if (found === null || !tellsOfPast(facts.tokens) || isGeneral(facts.tokens)) return []
    if (isListed(facts.tokens, found.noun) || !(found.isLarge || tellsOfHarm(facts.tokens))) return []
    const noun = wordsFrom(facts, context, found.noun, found.noun + 1)
    return [
      hitAt(
        facts,
        context,
        found.from,
        found.noun + 1,
        `How many ${noun}? “” has no number, time or link beside it.`,
        ['Give the count', `<n> of <all> ${noun} (<source>)`],
        ['Say that it is not known', `an unknown number of ${noun}`],
      ),
    ]
  },
}

/** What stands under “Impact” is harm; elsewhere only large amounts of things people count are. */
function amountIn(
  { tokens }: SentenceFacts,
  role: SectionRole,
): { from: number; noun: number; isLarge: boolean } | null {
  const isImpact = role === 'impact'
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token
    if (token.isQuoted) continue
    const after = amountEnd(tokens, at)
    if (after === -1) continue
    const noun = countedNoun(tokens, after)
    if (noun === -1) continue
    const isCounted = COUNTED.has(wordAt(tokens, noun))
    const isLarge = isLargeIn(role, token.lower) || MASSES.has(token.lower) || isShare(tokens, at, after)
    if (isCounted || isLarge || isImpact)
      return { from: at, noun, isLarge: isImpact || (isLarge && isCounted) }
  }
  return null
}

/** “Many scripts” explains as often as it tells, but where the harm is told. */
const isLargeIn = (role: SectionRole, word: string): boolean =>
  LARGE.has(word) &&
  (!isOneOf(word, 'many most several') || isOneOf(role, 'summary impact detection went-wrong resolution'))

/** “A large share of”, “the vast majority of”, “a number of”. */
const isShare = (tokens: readonly Token[], from: number, to: number): boolean =>
  hasWord(tokens, MEASURES, from, to)

/** Index past “many”, “a number of”, “a lot of”, “a small subset of”, “lots of”, “thousands of”; -1 when no amount begins here. */
function amountEnd(tokens: readonly Token[], at: number): number {
  const lower = wordAt(tokens, at)
  if (AMOUNTS.has(lower)) return isComparison(tokens, at) ? -1 : pastOf(tokens, at)
  if (MASSES.has(lower)) return wordAt(tokens, at + 1) === 'of' ? at + 2 : -1
  return isOneOf(lower, 'a an the large vast') ? measureEnd(tokens, at) : -1
}

const pastOf = (tokens: readonly Token[], at: number): number =>
  wordAt(tokens, at + 1) === 'of' ? at + 2 : at + 1

/** “how many”, “as many”, “the few”, “at some”. */
function isComparison(tokens: readonly Token[], at: number): boolean {
  const before = wordAt(tokens, at - 1)
  if (wordAt(tokens, at) === 'many' || wordAt(tokens, at) === 'most')
    return isOneOf(before, 'how as too so at for that')
  return isOneOf(before, 'the these those at of by our in')
}

/** “a (small) subset of”, “a few”, “the majority of”. */
function measureEnd(tokens: readonly Token[], at: number): number {
  for (let next = at + 1; next < at + 4; next += 1) {
    const lower = wordAt(tokens, next)
    if (isOneOf(lower, 'few many')) return next + 1
    if (MEASURES.has(lower)) {
      const isMeant = wordAt(tokens, at) !== 'the' || lower === 'majority'
      return isMeant && wordAt(tokens, next + 1) === 'of' ? next + 2 : -1
    }
    if (!isTag(tokens, next, 'adj adv') && !isOneOf(lower, 'vast good great fair')) return -1
  }
  return -1
}

function countedNoun(tokens: readonly Token[], from: number): number {
  for (let at = from; at < Math.min(tokens.length, from + 4); at += 1) {
    const token = tokens[at] as Token
    const isNext = COUNTED.has(wordAt(tokens, at + 1)) || isPlural(tokens[at + 1])
    if ((COUNTED.has(token.lower) || isPlural(token)) && !isNext) return at
    if (!isOneOf(token.tag, 'det adj noun name poss ing code verb num')) return -1
  }
  return -1
}

/** “Webhooks”, “appointments”; not “process” or “status”. */
const isPlural = (token: Token | undefined): boolean =>
  token?.tag === 'noun' &&
  /[a-z]{2}[^su]s$/.test(token.lower) &&
  !isOneOf(
    token.lower,
    'actions alarms areas cases causes changes checks components days events factors fixes hours issues kinds ' +
      'logs minutes months others problems questions reasons seconds steps things times types versions ways ' +
      'weeks years',
  )

/** What makes an amount an impact: something went wrong for so many. */
const HARM = setOf(
  'affected affecting blank blocked broken complained complaints corrupted crash crashed crashing degraded ' +
    'delay+ delayed disrupted down dropped duplicate error+ experience experienced fail+ failed failing ' +
    'failure+ fallback fell fired impacted inaccessible incorrect late lost missing never not offline opened ' +
    'out outage overloaded rejected report+ reported reporting restart+ retries saw seeing slow slower ' +
    'stopped stuck timeout+ unable unavailable unreachable unresponsive wait waiting without wrong',
)

/** A list in brackets behind the noun says which they are. */
const isListed = (tokens: readonly Token[], noun: number): boolean =>
  /^[(:]$/.test(tokens[noun + 1]?.text ?? '')

const tellsOfHarm = (tokens: readonly Token[]): boolean => hasWord(tokens, HARM)

/** “Many pods per node usually share one disk” explains. */
const isGeneral = (tokens: readonly Token[]): boolean =>
  hasWord(tokens, 'per design usually typically often always')
