/** Says which findings the comments of a document set aside. */
import type { IgnoreComment } from './document/block.ts'
import type { KeptChunk, RuleHit } from './check.ts'
import type { Chunk } from './document/chunks.ts'
import type { PlacedBlock } from './rules/rule.ts'

/** A comment with the stretch of the document it speaks for. */
interface Reach {
  readonly comment: IgnoreComment
  readonly from: number
  readonly to: number
}

/** Looks up the reason a hit is set aside for, or null. */
export function reasonsIn(
  chunks: readonly Chunk[],
  kept: ReadonlyMap<string, KeptChunk>,
  placed: readonly PlacedBlock[],
): (hit: RuleHit) => string | null {
  const reaches: Reach[] = []
  for (const chunk of chunks) {
    for (const comment of kept.get(chunk.text)?.facts.comments ?? []) {
      reaches.push(
        reachOf({ ...comment, start: comment.start + chunk.start, end: comment.end + chunk.start }, placed),
      )
    }
  }
  return (hit) => {
    const found = reaches.find(
      (one) => hit.start >= one.from && hit.start < one.to && speaksOf(one.comment, hit),
    )
    return found?.comment.reason ?? null
  }
}

const speaksOf = (comment: IgnoreComment, hit: RuleHit): boolean =>
  comment.rules.length === 0 ||
  comment.rules.includes(hit.rule.id) ||
  comment.rules.includes(hit.rule.category)

/** “next” reaches over the block the comment stands in, or else the one after it. */
function reachOf(comment: IgnoreComment, placed: readonly PlacedBlock[]): Reach {
  if (comment.reach === 'file') return { comment, from: 0, to: Number.POSITIVE_INFINITY }
  const startOf = (one: PlacedBlock): number => one.block.start + one.origin
  if (comment.reach === 'section') {
    const next = placed.find((one) => one.block.kind === 'heading' && startOf(one) > comment.end)
    return { comment, from: comment.start, to: next === undefined ? Number.POSITIVE_INFINITY : startOf(next) }
  }
  const block =
    placed.find(
      (one) => startOf(one) <= comment.start && startOf(one) + one.block.text.length >= comment.end,
    ) ?? placed.find((one) => startOf(one) >= comment.end)
  const from = block === undefined ? comment.start : startOf(block)
  return { comment, from, to: block === undefined ? comment.end : from + block.block.text.length }
}
