/** Where to write the comment that sets a finding aside, so that it reaches the finding and changes nothing else. */
import type { Block } from './document/block.ts'
import { chunksOf } from './document/chunks.ts'
import { readBlocks } from './document/read-blocks.ts'
import type { Finding } from './finding.ts'

/** Text to put in at an offset of the document, in UTF-16 units. */
export interface Insertion {
  readonly offset: number
  readonly text: string
}

/**
 * The comment for one finding: on a line of its own before a paragraph or heading, inside the words of a list item or table
 * cell, which a line of its own would tear apart. An empty reason, or one still in `<…>`, counts for nothing.
 *
 * @example
 * const { offset, text } = setAsideComment(markdown, finding, 'she asked to be named')
 * const next = markdown.slice(0, offset) + text + markdown.slice(offset)
 */
export function setAsideComment(
  markdown: string,
  finding: Pick<Finding, 'ruleId' | 'range'>,
  reason: string,
): Insertion {
  const comment = `<!-- highwater-ignore ${finding.ruleId}: ${reason.replaceAll(/--+>?/g, '–').replaceAll(/\s+/g, ' ')} -->`
  const at = finding.range.start.offset
  const found = blockAt(markdown, at)
  if (found !== null && (found.block.item !== null || found.block.cell !== null)) {
    const end = found.start + found.block.text.trimEnd().length
    return { offset: Math.max(wordsEnd(markdown, end), finding.range.end.offset), text: ` ${comment}` }
  }
  const lineStart = markdown.lastIndexOf('\n', (found?.start ?? at) - 1) + 1
  const newline = markdown.indexOf('\n')
  const lineEnd = newline > 0 && markdown[newline - 1] === '\r' ? '\r\n' : '\n'
  return { offset: found?.start === 0 ? 0 : lineStart, text: `${comment}${lineEnd}` }
}

/** Past mark-up that closes what the last words stand in. */
function wordsEnd(markdown: string, end: number): number {
  let at = end
  while (/[*_`)\]~"”’]/.test(markdown[at] ?? '')) at += 1
  return at
}

function blockAt(markdown: string, offset: number): { block: Block; start: number } | null {
  const chunk = chunksOf(markdown).findLast((one) => one.start <= offset)
  if (chunk === undefined) return null
  const inside = offset - chunk.start
  const block = readBlocks(chunk.text).blocks.findLast(
    (one) => one.start <= inside && one.start + one.text.length >= inside,
  )
  return block === undefined ? null : { block, start: chunk.start + block.start }
}
