/** Turns the syntax tree of a chunk into blocks of prose. */
import { parseMarkdown, spanOf, type MarkdownNode } from '../markdown.ts'
import type { Block, BlockKind, Cell, IgnoreComment, Item } from './block.ts'
import { ignoreCommentsIn } from './ignore-comments.ts'
import { proseOf } from './prose.ts'

export interface ChunkBlocks {
  readonly blocks: readonly Block[]
  readonly comments: readonly IgnoreComment[]
}

interface Place {
  readonly kind: BlockKind
  readonly isQuote: boolean
  readonly cell: Cell | null
  readonly item: Item | null
}

interface Reading {
  readonly source: string
  readonly blocks: Block[]
  readonly comments: IgnoreComment[]
}

const TOP: Place = { kind: 'paragraph', isQuote: false, cell: null, item: null }

/** Containers nested deeper than this are not prose that anybody wrote. */
const DEEPEST = 40

/** Blocks and comments of a piece of Markdown, offsets from its start. */
export function readBlocks(source: string): ChunkBlocks {
  const reading: Reading = { source, blocks: [], comments: [] }
  walkChildren(reading, parseMarkdown(source), TOP, 0)
  return reading
}

function walkChildren(reading: Reading, node: MarkdownNode, place: Place, depth: number): void {
  if (depth > DEEPEST) return
  for (const child of node.children ?? []) walk(reading, child, place, depth + 1)
}

function walk(reading: Reading, node: MarkdownNode, place: Place, depth: number): void {
  switch (node.type) {
    case 'paragraph':
      add(reading, node, place, 0)
      return
    case 'heading':
      add(reading, node, { ...place, kind: 'heading' }, node.depth ?? 1)
      return
    case 'blockquote':
      walkChildren(reading, node, { ...place, isQuote: true }, depth)
      return
    case 'list':
    case 'footnoteDefinition':
      walkChildren(reading, node, place, depth)
      return
    case 'listItem':
      walkItem(reading, node, place, depth)
      return
    case 'table':
      walkTable(reading, node, place)
      return
    case 'html':
      reading.comments.push(...ignoreCommentsIn(node.value ?? '', spanOf(node).start))
      return
    default:
  }
}

function walkItem(reading: Reading, node: MarkdownNode, place: Place, depth: number): void {
  const key = spanOf(node).start
  const item: Item = {
    key,
    listKey: place.item?.listKey ?? key,
    depth: place.item === null ? 0 : place.item.depth + 1,
    checked: node.checked ?? null,
  }
  walkChildren(reading, node, { ...place, kind: 'item', item }, depth)
}

function walkTable(reading: Reading, node: MarkdownNode, place: Place): void {
  const rows = node.children ?? []
  const heads = (rows[0]?.children ?? []).map((cell) =>
    proseOf(reading.source, cell).text.trim().toLowerCase(),
  )
  for (const [index, row] of rows.entries()) {
    for (const [column, cell] of (row.children ?? []).entries()) {
      const where: Cell = {
        column: heads[column] ?? '',
        row: index - 1,
        rowKey: spanOf(row).start,
        isHead: index === 0,
      }
      add(reading, cell, { ...place, kind: 'cell', cell: where }, 0)
    }
  }
}

function add(reading: Reading, node: MarkdownNode, place: Place, depth: number): void {
  const prose = proseOf(reading.source, node)
  reading.comments.push(...prose.comments)
  const { start, end } = spanOf(node)
  if (end > start) {
    reading.blocks.push({ ...place, start, text: prose.text, links: prose.links, depth })
  }
}
