/** “The root cause was”: one cause where there are always several. Said once a document. */
import type { SentenceFacts } from '../facts.ts'
import { phraseBook, phrasesIn, type Match } from '../text/match.ts'
import type { BlockHit, DocumentRule, PlacedBlock } from './rule.ts'
import { COOK } from './sources.ts'
import { hasWord, isOneOf, isWord } from '../text/look.ts'
import { setOf } from '../words/list.ts'

const FRAMES = phraseBook(`
all came|comes down to
as the root cause
a|one|the actual|only|real|single|sole|true|ultimate|underlying cause|culprit|reason|trigger
a|one|the only|single|sole * cause|reason
be|is|was|were the root cause
boiled|boils down to
boiled|boils|came|comes|goes|traced|traces back|down to just|one
caused entirely|exclusively|only|purely|solely by
entirely|only|purely|simply|solely caused|due by|to
entirely|solely responsible for
exactly|only one cause|reason
one and only cause|reason
one cause and
real|true reason :
root cause , namely
root cause :
root cause|reason appeared|appears|had|is|lay|lies|proved|remains|seemed|seems|turned|was|were
root cause|reason behind|for|of
the cause|reason behind|for|of that|the|this $outage :|is|was
the cause|reason is|was
the culprit is|turned|was
the only thing that caused
`)

/** Looking for causes, removing them, or several of them. */
const OTHERWISE = setOf(
  'also analysis causes determine determined ~diagnose ~find fix fixed hypothesis ~identify if ~investigate ' +
    'investigation issues ~know ~look never no not possible potential problems rather ~resolve ~solve ' +
    '~suspect unclear ~understand unknown what whether without',
)

const HEADING =
  /^(?:the |our )?(?:root cause|cause|single cause)(?: analysis| of the (?:incident|outage|problem|failure))?:?$/i

export const singleCause: DocumentRule = {
  id: 'single-cause',
  category: 'cause-framing',
  severity: 'warning',
  why: 'Failures need several things at once; naming one stops the search',
  source: COOK,
  check(blocks) {
    const stated = firstStated(blocks)
    return stated === null ? headingAlone(blocks) : [stated]
  },
}

function firstStated(blocks: readonly PlacedBlock[]): BlockHit | null {
  for (const placed of blocks) {
    if (
      placed.block.isQuote ||
      placed.block.kind === 'heading' ||
      isOneOf(placed.role, 'actions template reference people went-well')
    )
      continue
    for (const facts of placed.sentences) {
      const match = phrasesIn(FRAMES, facts.tokens).find((one) => states(facts, one))
      if (match === undefined) continue
      const from = isWord(facts.tokens, match.from - 1, 'the our') ? match.from - 1 : match.from
      return hitOf(placed, facts.tokens[from]?.start ?? 0, facts.tokens[match.to - 1]?.end ?? 0)
    }
  }
  return null
}

function states({ tokens }: SentenceFacts, match: Match): boolean {
  if (tokens.at(-1)?.text === '?') return false
  const before = tokens.slice(Math.max(0, match.from - 5), match.from)
  // “We determined that the root cause was …” says it; “to determine the root cause” looks for it.
  const isReported = before.some((token, at) => token.lower === 'that' && at > 0)
  if (!isReported && before.some((token) => OTHERWISE.has(token.lower))) return false
  if (isWord(tokens, match.from - 1, 'a one')) return false
  const after = tokens.slice(match.to, match.to + 6)
  if (
    after.some((token) =>
      isOneOf(
        token.lower,
        'apparent clear combination determined documented found given identified immediately known n/a not ' +
          'pending quickly still tracked unclear under unknown',
      ),
    )
  )
    return false
  const words = tokens.slice(match.from, match.to).map((token) => token.lower)
  // “The root cause of X” only frames when something follows that it was.
  const isOpen = isOneOf(words.at(-1) ?? '', 'of for behind')
  return (
    !isOpen ||
    hasWord(tokens, 'was is were : turned lies appears seems', match.to) ||
    isComplement(tokens, match)
  )
}

const isComplement = (tokens: SentenceFacts['tokens'], match: Match): boolean =>
  hasWord(tokens, 'was is were', match.from - 4, match.from)

/** A heading in the singular over a section that does not list several factors. */
function headingAlone(blocks: readonly PlacedBlock[]): BlockHit[] {
  for (const [at, placed] of blocks.entries()) {
    const text = placed.block.text.trim().replace(/^[\d.)\s]+/, '')
    const isCauseHeading = placed.block.kind === 'heading' && HEADING.test(text)
    if (!isCauseHeading || factorsIn(blocks, at) >= 2 || !hasProse(blocks, at)) continue
    const start = placed.block.text.length - placed.block.text.trimStart().length
    return [hitOf(placed, start, placed.block.text.trimEnd().length)]
  }
  return []
}

/** Words that lead to another factor in prose. */
const FURTHER =
  /\b(?:Additionally|Furthermore|Separately|Secondly|Moreover|In addition|Another|At the same time|Also)\b/

/** List items and sub-headings that stand in the section. */
function factorsIn(blocks: readonly PlacedBlock[], heading: number): number {
  let factors = 0
  const depth = blocks[heading]?.block.depth ?? 1
  for (let at = heading + 1; at < blocks.length; at += 1) {
    const { block } = blocks[at] as PlacedBlock
    if (block.kind === 'heading' && block.depth <= depth) break
    if (block.kind === 'paragraph' && FURTHER.test(block.text)) factors += 2
    if (block.kind === 'heading' || block.item?.depth === 0 || (block.cell !== null && !block.cell.isHead))
      factors += 1
  }
  return factors
}

function hasProse(blocks: readonly PlacedBlock[], heading: number): boolean {
  const next = blocks[heading + 1]
  return next !== undefined && next.block.kind !== 'heading' && next.block.text.trim().length > 20
}

function hitOf(placed: PlacedBlock, start: number, end: number): BlockHit {
  return {
    placed,
    start,
    end,
    message: 'What else had to be so? One cause is named; a list of contributing factors shows the others.',
    rewrites: [
      {
        title: 'Open a list',
        replacement:
          placed.block.kind === 'heading'
            ? 'Contributing factors'
            : 'Contributing factors were <factor>, <factor> and',
      },
    ],
  }
}
