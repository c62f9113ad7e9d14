/** “Some users”, “many requests” with no count, share, time or link in reach. */
import type { SentenceFacts } from '../facts.ts'
import type { SectionRole } from '../document/section-role.ts'
import { tellsOfPast } from '../text/past.ts'
import { type Token } from '../text/tag.ts'
import type { SentenceRule } from './rule.ts'
import { quoted, spanOfTokens, wordsFrom } from './wording.ts'
import { hasWord, isOneOf, isTag, wordAt } from '../text/look.ts'
import { setOf } from '../words/list.ts'

const COUNTED =
  setOf(`user+ customer+ requests clients visitors services servers errors alerts people tenants accounts orders
  transactions jobs builds queries connections emails merchants pods nodes machines hosts instances sites pages messages
  teams regions calls sessions subscribers employees partners notifications payments deployments applications apps workloads
  records rows events packets tickets complaints reports devices workers clusters projects repositories websites
  fleet network customers' timeouts failures logins uploads downloads shipments invoices files players readers editors students traffic data members
  tools components endpoints environments hubs users' developers volunteers wikis patients stores checkouts bookings tests pipelines databases replicas`)

const AMOUNTS = setOf(
  'many most several numerous countless some few various multiple certain innumerable umpteen',
)

/** Amounts so plainly of things that went wrong that the noun behind them needs no list. */
const LARGE = setOf('many most several numerous countless innumerable umpteen')

const MASSES = setOf(
  'lots loads heaps scores thousands hundreds dozens plenty tons millions masses piles swathes bulk',
)
const MEASURES =
  setOf(`number lot subset handful portion fraction majority minority couple proportion bunch percentage amount part share
  group range bulk flood wave stream deal host ton swathe slew string chunk`)

export const vagueQuantity: SentenceRule = {
  id: 'vague-quantity',
  category: 'vague',
  severity: 'warning',
  why: 'Impact is how many, for how long, by which measure; readers guess what is left open (PagerDuty, Postmortem documentation: Impact).',
  source: 'https://postmortems.pagerduty.com/how_to_write/writing/',
  language: 'en',
  scope: 'sentence',
  silentIn: ['actions', 'lessons', 'people'],
  check(facts, context) {
    if (facts.hasEvidence || facts.block.kind === 'heading') return []
    const found = amountIn(facts, context.role)
    if (found === null || !tellsOfPast(facts.tokens) || isGeneral(facts.tokens)) return []
    if (isListed(facts.tokens, found.noun) || !(found.isLarge || tellsOfHarm(facts.tokens))) return []
    const noun = wordsFrom(facts, context, found.noun, found.noun + 1)
    return [
      {
        ...spanOfTokens(facts, found.from, found.noun + 1),
        message: `How many ${noun}? ${quoted(wordsFrom(facts, context, found.from, found.noun + 1))} has no number, time or link beside it.`,
        rewrites: [
          { title: 'Give the count', replacement: `<n> of <all> ${noun} (<source>)` },
          { title: 'Say that it is not known', replacement: `an unknown number of ${noun}` },
        ],
      },
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
  return isOneOf(lower, 'a an the') ? measureEnd(tokens, at) : -1
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
    if (lower === 'few') return next + 1
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
    `minutes hours seconds days weeks months years times ways things reasons steps cases points factors options causes issues problems changes actions areas kinds types sorts questions lessons aspects attempts ideas improvements details places versions parts terms components levels moments people's always perhaps sometimes fixes tools alarms metrics logs checks others conditions circumstances events tries`,
  )

/** What makes an amount an impact: something went wrong for so many. */
const HARM =
  setOf(`fail+ failed failing failure+ affected affecting down unavailable unable lost losing error+ slow slower
  timeout+ timed delayed delay+ rejected missing impacted complain complained complaints report+ reported
  reporting disrupted saw seeing see experience experienced experiencing dropped stuck crash crashed crashing restarted broken
  wrong duplicate duplicated interrupted degraded outage corrupted unreachable not offline fired fire blocked lose twice
  unresponsive expired stopped stale inaccessible refused overloaded out leaked exposed incorrect without hung invalid signed
  contacted postponed cancelled canceled abandoned empty corrupt retried retries never wait waited waiting manually fallback
  lapsed skipped locked logged intermittent opened called queued late fell blank refunded returned restart+`)

/** A list in brackets behind the noun says which they are. */
const isListed = (tokens: readonly Token[], noun: number): boolean =>
  /^[(:]$/.test(tokens[noun + 1]?.text ?? '')

const tellsOfHarm = (tokens: readonly Token[]): boolean => hasWord(tokens, HARM)

/** “Many pods per node usually share one disk” explains. */
const isGeneral = (tokens: readonly Token[]): boolean =>
  hasWord(tokens, 'per design usually typically often always')
