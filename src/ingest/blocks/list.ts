/** Builds a list from its lines: markers, nesting by indentation, check boxes, continuation lines. */
import type { Block, List, ListItem, TextLine } from './block.ts'
import { cutLine, indentOf } from './lines.ts'

export interface Marker {
  readonly marker: string
  readonly ordered: boolean
  readonly checked: boolean | null
  /** Columns before the marker. */
  readonly indent: number
  /** Nesting that the marker itself tells, as in the `**` of a wiki; else 0. */
  readonly wikiDepth: number
  /** The rest of the line. */
  readonly content: TextLine
}

const BULLETS = '-*+•●◦○‣▪■◆–·'
const TIGHT_BULLETS = '•●◦○‣▪■◆・'
const ORDERED = /^(?:\d{1,9}|[a-z])[.)](?=[ \t\u00a0]|$)/
/** `c. 12.05` is a time, and `14. mars 2024` a day. */
const NO_MARKER =
  /^(?:[a-z]\.\s*\d|\d{1,2}\.\s+(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|dezember|märz)(?=\s+(?:(?:19|20)\d\d|kl)|\s*[:,–-]|\s*$))/i

/** The list marker at the start of a line, or null. */
export function markerIn(line: TextLine): Marker | null {
  const start = line.text.length - line.text.trimStart().length
  const first = line.text[start]
  if (first === undefined) return null
  const width = markerWidth(line.text, start, first)
  if (width === 0) return null
  const marker = line.text.slice(start, start + width)
  const content = cutLine(line, start + width)
  const box = /^\[([ xX✓✔-]?)\](?=\s|$)/.exec(content.text)
  return {
    marker,
    ordered: /[.)]$/.test(marker),
    checked: box === null ? null : /[xX✓✔]/.test(box[1] ?? ''),
    indent: indentOf(line.text.slice(0, start)),
    wikiDepth: width > 1 && !/[.)]$/.test(marker) ? width - 1 : 0,
    content: box === null ? content : cutLine(content, box[0].length),
  }
}

function markerWidth(text: string, start: number, first: string): number {
  const next = text[start + 1]
  if (first === '・' || (TIGHT_BULLETS.includes(first) && next !== undefined)) return 1
  if (first === '*' && next === '*') {
    let width = 2
    while (text[start + width] === '*' && width < 6) width += 1
    return text[start + width] === ' ' ? width : 0
  }
  if (BULLETS.includes(first)) return next === undefined || /\s/.test(next) ? 1 : 0
  if ((first < '0' || first > '9') && (first < 'a' || first > 'z')) return 0
  const head = text.slice(start, start + 32)
  return NO_MARKER.test(head) ? 0 : (ORDERED.exec(head)?.[0].length ?? 0)
}

interface OpenItem extends Omit<ListItem, 'lines' | 'blocks' | 'endLine'> {
  readonly indent: number
  readonly lines: TextLine[]
  readonly blocks: Block[]
  endLine: number
}

/** Takes the lines of one list as they come. */
export class ListBuilder {
  private readonly items: OpenItem[] = []
  private readonly stack: OpenItem[] = []

  /** Adds an item below the last one that it is indented under. */
  add(marker: Marker): void {
    const indent = marker.indent + marker.wikiDepth * 2
    for (let top = this.stack.at(-1); top !== undefined && indent < top.indent + 2; top = this.stack.at(-1)) {
      this.stack.pop()
    }
    const item: OpenItem = {
      index: this.items.length,
      depth: this.stack.length,
      parent: this.stack.at(-1)?.index ?? null,
      marker: marker.marker,
      ordered: marker.ordered,
      checked: marker.checked,
      indent,
      lines: [marker.content],
      blocks: [],
      line: marker.content.line,
      endLine: marker.content.line,
    }
    this.items.push(item)
    this.stack.push(item)
  }

  /** Whether a line indented this far still belongs to an item after an empty line. */
  holds(indent: number): boolean {
    const outermost = this.stack[0]
    return outermost !== undefined && indent > outermost.indent
  }

  /** Adds a continuation line to the item it is indented under, after an empty line, or to the last one. */
  addLine(line: TextLine, afterBlank: boolean): void {
    if (afterBlank) this.unwind(indentOf(line.text))
    const top = this.stack.at(-1)
    if (top === undefined) return
    top.lines.push(cutLine(line, 0))
    this.extend(line.line)
  }

  /** Adds code or a table to the item it is indented under. */
  addBlock(block: Block, indent: number): void {
    this.unwind(indent)
    this.stack.at(-1)?.blocks.push(block)
    this.extend(block.endLine)
  }

  close(): List {
    const first = this.items[0]
    const endLine = this.items.reduce((end, item) => Math.max(end, item.endLine), 0)
    return { kind: 'list', items: this.items, line: first?.line ?? 0, endLine }
  }

  private unwind(indent: number): void {
    for (
      let top = this.stack.at(-1);
      top !== undefined && this.stack.length > 1 && indent <= top.indent;
      top = this.stack.at(-1)
    ) {
      this.stack.pop()
    }
  }

  private extend(line: number): void {
    const top = this.stack.at(-1)
    if (top !== undefined) top.endLine = line
  }
}
