/** Turns the syntax tree of a chunk into blocks of prose. */
import { parseMarkdown } from '../markdown.ts'
import type { MarkdownNode } from '../markdown/node.ts'
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
  for (const child of node.children) walk(reading, child, place, depth + 1)
}

function walk(reading: Reading, node: MarkdownNode, place: Place, depth: number): void {
  const { kind } = node
  if (kind === 'paragraph') add(reading, node, place, 0)
  else if (kind === 'heading') add(reading, node, { ...place, kind: 'heading' }, node.depth)
  else if (kind === 'quote') walkChildren(reading, node, { ...place, isQuote: true }, depth)
  else if (kind === 'list' || kind === 'footnote') walkChildren(reading, node, place, depth)
  else if (kind === 'item') walkItem(reading, node, place, depth)
  else if (kind === 'table') walkTable(reading, node, place)
  else if (kind === 'html') {
    reading.comments.push(...ignoreCommentsIn(reading.source.slice(node.start, node.end), node.start))
  }
}

function walkItem(reading: Reading, node: MarkdownNode, place: Place, depth: number): void {
  const key = node.start
  const item: Item = {
    key,
    listKey: place.item?.listKey ?? key,
    depth: place.item === null ? 0 : place.item.depth + 1,
    checked: node.checked,
  }
  walkChildren(reading, node, { ...place, kind: 'item', item }, depth)
}

function walkTable(reading: Reading, node: MarkdownNode, place: Place): void {
  const rows = node.children.filter((one) => one.kind === 'row')
  const heads = (rows[0]?.children ?? []).map((cell) =>
    proseOf(reading.source, cell).text.trim().toLowerCase(),
  )
  for (const [index, row] of rows.entries()) {
    for (const [column, cell] of row.children.entries()) {
      const where: Cell = {
        column: heads[column] ?? '',
        row: index - 1,
        rowKey: row.start,
        isHead: index === 0,
      }
      add(reading, cell, { ...place, kind: 'cell', cell: where }, 0)
    }
  }
}

function add(reading: Reading, node: MarkdownNode, place: Place, depth: number): void {
  const prose = proseOf(reading.source, node)
  reading.comments.push(...prose.comments)
  if (node.end > node.start) {
    reading.blocks.push({ ...place, start: node.start, text: prose.text, links: prose.links, depth })
  }
}
