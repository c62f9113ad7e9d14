/** The Markdown reader behind one door: text in, syntax tree with offsets out. */
import { readBlocks } from './markdown/blocks.ts'
import type { Draft } from './markdown/draft.ts'
import { readInline } from './markdown/inline.ts'
import type { MarkdownNode, Stretch } from './markdown/node.ts'
import { cellsOf } from './markdown/table.ts'

/** Never throws: every text is Markdown. Time grows in proportion to the text. */
export function parseMarkdown(text: string): MarkdownNode {
  const plain = text.includes('\r') ? text.replaceAll('\r\n', ' \n').replaceAll('\r', '\n') : text
  const { root, labels } = readBlocks(plain)
  return finished(plain, labels, root)
}

function finished(text: string, labels: ReadonlySet<string>, draft: Draft): MarkdownNode {
  const { kind, start, end, depth, checked } = draft
  return { kind, start, end, depth, checked, children: childrenOf(text, labels, draft) }
}

function childrenOf(text: string, labels: ReadonlySet<string>, draft: Draft): readonly MarkdownNode[] {
  const { kind, start, end } = draft
  if (kind === 'paragraph' || kind === 'heading')
    return readInline(text, draft.inner.start, draft.inner.end, labels, draft.marks)
  if (kind === 'row') return cellsOf(text, start, end).map((cell) => cellNode(text, labels, cell))
  return draft.children.map((child) => finished(text, labels, child))
}

function cellNode(text: string, labels: ReadonlySet<string>, { start, end }: Stretch): MarkdownNode {
  const children = readInline(text, start, end, labels, [])
  return { kind: 'cell', start, end, children, depth: 0, checked: null }
}
