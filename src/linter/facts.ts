/** What is known of each sentence before any rule speaks: its tokens, acts and evidence. */
import { actsIn } from './acts/find-acts.ts'
import type { Act } from './acts/act.ts'
import type { Block, IgnoreComment, Span } from './document/block.ts'
import { readBlocks } from './document/read-blocks.ts'
import type { RosterIndex } from './roster.ts'
import { linkWithin, opensWithTime, tokensHoldEvidence } from './text/evidence.ts'
import { sentencesOf } from './text/sentences.ts'
import { tagTokens } from './text/tag.ts'
import { tokensOf, type Token } from './text/tokens.ts'

export interface SentenceFacts {
  readonly block: Block
  /** Within the block's text. */
  readonly span: Span
  /** The sentence as the block has it, code and mark-up masked. */
  readonly text: string
  readonly tokens: readonly Token[]
  /** Its tokens in lower case: a rule that needs a word looks here before it goes through the tokens. */
  readonly words: ReadonlySet<string>
  readonly acts: readonly Act[]
  /** A measure, time, ticket or link in the sentence, the row, or the time that opens the entry. */
  readonly hasEvidence: boolean
}

export interface BlockFacts {
  readonly block: Block
  readonly sentences: readonly SentenceFacts[]
}

export interface ChunkFacts {
  readonly source: string
  readonly blocks: readonly BlockFacts[]
  readonly comments: readonly IgnoreComment[]
}

/** A sentence of more tokens than this is a dump; only its beginning is looked at. */
const LONGEST_SENTENCE = 400

/** Reads a piece of Markdown; offsets are from its start. */
export function factsOf(source: string, roster: RosterIndex): ChunkFacts {
  const { blocks, comments } = readBlocks(source)
  const rows = rowsWithEvidence(blocks)
  const isTied = (block: Block): boolean =>
    opensWithTime(block) || (block.cell !== null && (rows.get(block.cell.rowKey) ?? false))
  return {
    source,
    comments,
    blocks: blocks.map((block) => ({ block, sentences: sentencesIn(block, isTied(block), roster) })),
  }
}

function sentencesIn(block: Block, isTied: boolean, roster: RosterIndex): SentenceFacts[] {
  return sentencesOf(block.text).map((span) => {
    const tokens = tagTokens(tokensOf(block.text, span).slice(0, LONGEST_SENTENCE))
    return {
      block,
      span,
      text: block.text.slice(span.start, span.end),
      tokens,
      words: new Set(tokens.map((token) => token.lower)),
      acts: actsIn({ tokens, roster }),
      hasEvidence: isTied || linkWithin(block, span) || tokensHoldEvidence(tokens),
    }
  })
}

function rowsWithEvidence(blocks: readonly Block[]): Map<number, boolean> {
  const rows = new Map<number, boolean>()
  for (const block of blocks) {
    if (block.cell === null || block.cell.isHead || rows.get(block.cell.rowKey) === true) continue
    const whole = { start: 0, end: block.text.length }
    const holds =
      linkWithin(block, whole) ||
      tokensHoldEvidence(tagTokens(tokensOf(block.text, whole).slice(0, LONGEST_SENTENCE)))
    rows.set(block.cell.rowKey, holds)
  }
  return rows
}
