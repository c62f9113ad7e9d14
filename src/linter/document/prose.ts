/** The prose of one block, unit for unit with its source: mark-up blanked, code marked, links remembered. */
import type { MarkdownNode } from '../markdown/node.ts'
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
  const { start } = node
  const drawing: Drawing = { source, origin: start, parts: [], links: [], comments: [], at: start }
  drawInside(drawing, node)
  return { text: drawing.parts.join(''), links: drawing.links, comments: drawing.comments }
}

/** The children, and the text between them, to the node's end. */
function drawInside(drawing: Drawing, node: MarkdownNode): void {
  for (const child of node.children) {
    drawText(drawing, child.start)
    draw(drawing, child)
  }
  drawText(drawing, node.end)
}

function drawText(drawing: Drawing, end: number): void {
  if (end <= drawing.at) return
  const text = unfold(drawing.source.slice(drawing.at, end))
  drawing.parts.push(maskAddresses(drawing, text, drawing.at - drawing.origin))
  drawing.at = end
}

function draw(drawing: Drawing, node: MarkdownNode): void {
  const { start, end } = node
  const span = { start: start - drawing.origin, end: end - drawing.origin }
  if (node.kind === 'link' || node.kind === 'image') drawing.links.push(span)
  if (node.kind === 'html')
    drawing.comments.push(...ignoreCommentsIn(drawing.source.slice(start, end), start))
  if (node.kind === 'code' || (node.kind === 'link' && isBare(drawing.source, node))) drawCode(drawing, end)
  else if (node.kind === 'link') drawInside(drawing, node)
  else blankTo(drawing, end)
}

function drawCode(drawing: Drawing, end: number): void {
  drawing.parts.push(CODE.repeat(end - drawing.at))
  drawing.at = end
}

/** Whether a link shows an address and no words. */
function isBare(source: string, { start, end, children }: MarkdownNode): boolean {
  const from = children[0]?.end ?? start
  return source.slice(from, children[1]?.start ?? end).includes('://')
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
