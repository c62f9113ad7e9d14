/** The prose of one block, unit for unit with its source: mark-up blanked, code marked, links remembered. */
import { spanOf, type MarkdownNode } from '../markdown.ts'
import { CODE, type IgnoreComment, type Span } from './block.ts'
import { ignoreCommentsIn } from './ignore-comments.ts'

export interface Prose {
  readonly text: string
  readonly links: readonly Span[]
  readonly comments: readonly IgnoreComment[]
}

interface Drawing {
  readonly source: string
  readonly origin: number
  readonly parts: string[]
  readonly links: Span[]
  readonly comments: IgnoreComment[]
  /** How far the source has been drawn. */
  at: number
}

/** Draws the node's inline content; `text.length` is the node's length in the source. */
export function proseOf(source: string, node: MarkdownNode): Prose {
  const { start, end } = spanOf(node)
  const drawing: Drawing = { source, origin: start, parts: [], links: [], comments: [], at: start }
  drawChildren(drawing, node)
  blankTo(drawing, end)
  return { text: drawing.parts.join(''), links: drawing.links, comments: drawing.comments }
}

function drawChildren(drawing: Drawing, node: MarkdownNode): void {
  for (const child of node.children ?? []) draw(drawing, child)
}

function draw(drawing: Drawing, node: MarkdownNode): void {
  const { start, end } = spanOf(node)
  if (start < drawing.at || end <= start) return
  blankTo(drawing, start)
  const span = { start: start - drawing.origin, end: end - drawing.origin }
  switch (node.type) {
    case 'text':
      drawing.parts.push(maskAddresses(drawing, unfold(drawing.source.slice(start, end)), span.start))
      drawing.at = end
      return
    case 'inlineCode':
      drawing.parts.push(CODE.repeat(end - start))
      drawing.at = end
      return
    case 'link':
    case 'linkReference':
      drawing.links.push(span)
      drawLink(drawing, node, end)
      return
    case 'image':
    case 'imageReference':
    case 'footnoteReference':
      drawing.links.push(span)
      break
    case 'html':
      drawing.comments.push(...ignoreCommentsIn(node.value ?? '', start))
      break
    default:
      drawChildren(drawing, node)
  }
  blankTo(drawing, end)
}

function drawLink(drawing: Drawing, node: MarkdownNode, end: number): void {
  const shown = node.children?.[0]
  const isBare = shown?.type === 'text' && (shown.value ?? '').includes('://')
  if (!isBare) drawChildren(drawing, node)
  else if (drawing.at < end) {
    drawing.parts.push(CODE.repeat(end - drawing.at))
    drawing.at = end
  }
  blankTo(drawing, end)
}

function blankTo(drawing: Drawing, end: number): void {
  if (end <= drawing.at) return
  const gap = drawing.source.slice(drawing.at, end)
  drawing.parts.push(gap.includes('\n') ? gap.replaceAll(/[^\n]/g, ' ') : ' '.repeat(gap.length))
  drawing.at = end
}

/** Line starts of lists and quotes inside a text are mark-up. */
function unfold(text: string): string {
  return text.includes('\n')
    ? text.replaceAll(/\n[ \t>]+/g, (lead) => `\n${' '.repeat(lead.length - 1)}`)
    : text
}

const ADDRESS = /\b[a-z]{2,10}:\/\/[^\s)>\]|"]+|\]\[[^\]\s]{1,80}\]/gi

function maskAddresses(drawing: Drawing, text: string, offset: number): string {
  if (!text.includes('://') && !text.includes('][')) return text
  return text.replaceAll(ADDRESS, (address: string, at: number) => {
    drawing.links.push({ start: offset + at, end: offset + at + address.length })
    return address.startsWith(']') ? ' '.repeat(address.length) : CODE.repeat(address.length)
  })
}
