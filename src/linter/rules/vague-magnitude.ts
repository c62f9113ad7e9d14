/** “Significant impact”, “a massive spike” with no figure in reach. */
import type { SentenceFacts } from '../facts.ts'
import { phraseBook, phraseStartingAt } from '../text/match.ts'
import type { Token } from '../text/tokens.ts'
import type { SentenceRule } from './rule.ts'
import { quoted, hitAt, wordsFrom } from './wording.ts'
import { WRITING } from './sources.ts'
import { hasTag, hasWord, isOneOf, isTag, isWord, wordAt } from '../text/look.ts'
import { nouns, setOf } from '../words/list.ts'

/** Sizes without a measure. */
const SIZES = setOf(
  'abnormal considerable dramatic drastic elevated enormous excessive extreme heavy huge intermittent major ' +
    'massive noticeable serious severe sharp significant slight substantial unusual widespread',
)

/** `heavy` → `heavily`, `noticeable` → `noticeably`, `drastic` → `drastically`. */
const adverbOf = (size: string): string =>
  `${size.replace(/y$/, 'i').replace(/le$/, '').replace(/ic$/, 'ical')}ly`

const BY_HOW_MUCH: ReadonlySet<string> = new Set([
  ...[...SIZES].map(adverbOf),
  ...setOf('badly greatly immensely slightly'),
])

const MEASURED = nouns(
  'amount backlog consequences cpu decline decrease degradation delay demand disruption downtime drop ' +
    'effect errors failures impact increase lag latency load loss memory number performance rate reduction ' +
    'rise share slowdown slowness spike surge throughput timeouts times traffic usage volume',
)

const CHANGED = setOf(
  'affected backed declined decreased degraded delayed dipped dropped faster fell grew higher impacted ' +
    'increased limited longer lower overloaded reduced rose slowed slower suffered worse worsened',
)

export const vagueMagnitude: SentenceRule = {
  id: 'vague-magnitude',
  category: 'vague',
  severity: 'warning',
  why: '“Significant” means something else to every reader; the graph has the figures',
  source: WRITING,
  silentIn: ['actions', 'lessons', 'lucky', 'heading', 'question', 'evidence'],
  check(facts, context) {
    const found = magnitudeIn(facts)
    if (found === null || isSupposed(facts.tokens)) return []
    const words = wordsFrom(facts, context, found.from, found.to)
    return [
      hitAt(
        facts,
        context,
        found.from,
        found.to,
        `From what to what? ${quoted(words)} has no figure, time or link beside it.`,
        ['Give the figures', `${words} (<from> to <to>, [graph](<link>))`],
      ),
    ]
  },
}

const isSupposed = (tokens: readonly Token[]): boolean =>
  hasWord(tokens, 'would will may might if can should')

/** “error rates were elevated”. */
const isElevated = (tokens: readonly Token[], at: number): boolean =>
  isWord(tokens, at, 'elevated degraded') &&
  isWord(tokens, at - 1, 'was were') &&
  MEASURED.has(wordAt(tokens, at - 2))

/** “The backlog was huge”: of a thing that can be measured. */
const isHuge = (tokens: readonly Token[], at: number): boolean =>
  ((isWord(tokens, at, SIZES) && !isWord(tokens, at, 'elevated intermittent')) ||
    isWord(
      tokens,
      at,
      'abysmal extensive horrible immense painful sky-high slow sluggish terrible unbearable unusable',
    )) &&
  !isTag(tokens, at + 1, 'noun name adj code') &&
  hasWord(tokens, 'was were became got grew been', at - 3, at) &&
  !hasTag(tokens, 'neg', at - 3, at)

/** “Went through the roof”, “skyrocketed”, “took a big hit”. */
const OUT_OF_BOUNDS = phraseBook(`
$vary $muchly|quickly|rapidly|steeply
$vary a bit|lot
a fair|good|great|huge|large|$much amount|deal|portion of
abnormally|extremely|horribly|painfully|terribly|unbearably|unusually|very degraded|high|overloaded|slow|sluggish
ballooned|cratered|exploded|mushroomed|nosedived|plummeted|skyrocketed|soared|surged|tanked
been|was|were affected|hit|impacted badly|hard|severely
far|way|well above|below|beyond|over average|expected|normal|the|usual|what
gone|$vary|went down|up $muchly
ground|slowed to a crawl|halt
took a big|heavy|huge|major|massive|$much|serious|severe hit
was|were intermittently degraded|down|failing|inaccessible|slow|unavailable|unreachable
~go crazy|haywire|sky-high
~go through the roof
~shoot through|up
`)

const isOutOfBounds = (tokens: readonly Token[], at: number): boolean => phraseEnd(tokens, at) !== -1

const phraseEnd = (tokens: readonly Token[], at: number): number =>
  phraseStartingAt(OUT_OF_BOUNDS, tokens, at)?.to ?? -1

/** “A lot worse”, “much higher”. */
const isMuchMore = (tokens: readonly Token[], at: number): boolean =>
  (isWord(tokens, at, BY_HOW_MUCH) || isWord(tokens, at, 'far lot much way')) &&
  /^(?:worse|(?!user|server|other|number|never|after|under|further)\w{3,}er)$/.test(wordAt(tokens, at + 1)) &&
  hasWord(tokens, 'was were got became grew had took saw been rose did')

function magnitudeIn({ tokens }: SentenceFacts): { from: number; to: number } | null {
  for (const [at, token] of tokens.entries()) {
    if (isElevated(tokens, at) || isHuge(tokens, at)) return { from: at, to: at + 1 }
    if (!token.isQuoted && token.tag !== 'adj' && isOutOfBounds(tokens, at))
      return { from: at, to: phraseEnd(tokens, at) }
    if (!token.isQuoted && isMuchMore(tokens, at)) return { from: at, to: at + 2 }
    if (token.isQuoted || isWord(tokens, at - 1, 'no not any without')) continue
    if (BY_HOW_MUCH.has(token.lower)) {
      if (isWord(tokens, at + 1, CHANGED)) return { from: at, to: at + 2 }
      if (isWord(tokens, at - 1, CHANGED)) return { from: at - 1, to: at + 1 }
    }
    if (
      !SIZES.has(token.lower) ||
      (wordAt(tokens, at - 1) === 'the' && isOneOf(token.lower, 'major serious heavy'))
    )
      continue
    for (let next = at + 1; next < Math.min(tokens.length, at + 4); next += 1) {
      if (MEASURED.has(wordAt(tokens, next))) return { from: at, to: next + 1 }
      if (!isTag(tokens, next, 'adj noun name conj')) break
    }
  }
  return null
}
