/** Reads a text into the block tree, line by line, in time linear in the text. */
import type { Block, BlockTree, Heading, TextLine } from './block.ts'
import { fenceIn, readCode } from './fence.ts'
import { readFrontMatter } from './front-matter.ts'
import { headingIn, underlinedHeading } from './heading.ts'
import { indentOf, isBlank, splitLines } from './lines.ts'
import { ListBuilder, markerIn } from './list.ts'
import { isDelimiterRow, splitRow } from './table.ts'

/** Reads a decoded text; never throws. Lines and offsets are those of `text`. */
export function scan(text: string): BlockTree {
  const lines = splitLines(text)
  const frontMatter = readFrontMatter(lines)
  const start = frontMatter === null ? 0 : frontMatter.endLine
  const scanner = new Scanner(lines, start)
  const body = scanner.read()
  return {
    text,
    lines,
    blocks: frontMatter === null ? body : [frontMatter, ...body],
    references: scanner.references,
  }
}

const RULE = /^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/
const REFERENCE = /^\[([^\]^][^\]]{0,200})\]:\s*<?(\S{1,1000}?)>?(?:\s|$)/
const TAG_LINE = /^(?:<\/?[a-zA-Z][^<>]*>\s*)+$|^<%.*%>$|^\{[{%].*[%}]\}$|^:::/

class Scanner {
  readonly references = new Map<string, string>()
  private readonly blocks: Block[] = []
  private paragraph: TextLine[] = []
  private list: ListBuilder | null = null
  private afterBlank = true
  private at: number
  private level = 0
  /** Once no comment is closed after a place, none is searched for again. */
  private openComments = true

  private readonly lines: readonly TextLine[]
  private readonly quoted: boolean

  constructor(lines: readonly TextLine[], start: number, quoted = false) {
    this.lines = lines
    this.at = start
    this.quoted = quoted
  }

  read(): Block[] {
    while (this.at < this.lines.length) this.step(this.lines[this.at] as TextLine)
    this.closeAll()
    return this.blocks
  }

  /** Takes the block or the line at `this.at` and moves on. */
  private step(line: TextLine): void {
    if (isBlank(line.text)) {
      this.closeParagraph()
      this.afterBlank = true
      this.at += 1
      return
    }
    const indent = indentOf(line.text)
    const taken =
      this.takeComment(line) ||
      this.takeCode(line, indent) ||
      this.takeHeading(line) ||
      this.takeTable(line, indent) ||
      this.takeRule(line) ||
      this.takeQuote(line) ||
      this.takeItem(line) ||
      this.takeMarkup(line)
    if (!taken) this.takeText(line, indent)
    this.afterBlank = false
  }

  private takeHeading(line: TextLine): boolean {
    const next = this.lines[this.at + 1]
    const plainBefore = this.paragraph.length === 0 && this.list === null
    const heading =
      headingIn(line) ??
      (plainBefore &&
      next !== undefined &&
      !isBlank(next.text) &&
      (markerIn(line) === null || isNumberedHeading(line.text, next.text))
        ? underlinedHeading(line, next.text)
        : null)
    if (heading === null) return false
    this.closeAll()
    this.blocks.push(this.levelled(heading))
    this.at += heading.endLine - heading.line + 1
    return true
  }

  private levelled(heading: Heading): Heading {
    if (heading.style === 'bold') return { ...heading, level: this.level + 1 }
    this.level = heading.level
    return heading
  }

  private takeComment(line: TextLine): boolean {
    if (!this.openComments || !line.text.trimStart().startsWith('<!--')) return false
    let end = this.at
    while (end < this.lines.length && !(this.lines[end] as TextLine).text.includes('-->')) end += 1
    if (end === this.lines.length) {
      this.openComments = false
      return false
    }
    const last = this.lines[end] as TextLine
    const after = last.text.slice(last.text.indexOf('-->') + 3).trim()
    // Text after a comment on its one line is text; `plain` takes the comment out.
    if (end === this.at && after !== '') return false
    this.placeMarkup('comment', line, last)
    this.at = end + 1
    return true
  }

  private takeCode(line: TextLine, indent: number): boolean {
    if (fenceIn(line.text) === null) return false
    const code = readCode(this.lines, this.at)
    this.at += code.endLine - code.line + 1
    this.place(code, indent, false)
    return true
  }

  private takeTable(line: TextLine, indent: number): boolean {
    if (!line.text.includes('|')) return false
    const next = this.lines[this.at + 1]
    const headed = next !== undefined && next.text.includes('|') && isDelimiterRow(next.text)
    const bare = isRow(line.text) && (isDelimiterRow(line.text) || (next !== undefined && isRow(next.text)))
    if (!headed && !(bare && this.paragraph.length === 0)) return false
    const header = headed ? splitRow(line, null) : null
    const rows = []
    let i = this.at + (headed ? 2 : 0)
    for (; i < this.lines.length; i += 1) {
      const row = this.lines[i] as TextLine
      if (!row.text.includes('|') || (headingIn(row) !== null && !isRow(row.text))) break
      if (!isDelimiterRow(row.text)) rows.push(splitRow(row, header?.cells.length ?? null))
    }
    const last = this.lines[i - 1] as TextLine
    const table: Block = { kind: 'table', header, rows, line: line.line, endLine: last.line }
    this.at = i
    this.place(table, indent, false)
    return true
  }

  private takeRule(line: TextLine): boolean {
    if (line.text.length > 400 || !RULE.test(line.text.trim())) return false
    this.closeAll()
    this.placeMarkup('rule', line, line)
    this.at += 1
    return true
  }

  private takeQuote(line: TextLine): boolean {
    if (this.quoted || !line.text.trimStart().startsWith('>')) return false
    if (this.list?.holds(indentOf(line.text)) === true) return false
    this.closeAll()
    const inner: TextLine[] = []
    for (; this.at < this.lines.length; this.at += 1) {
      const quote = unquote(this.lines[this.at] as TextLine)
      if (quote === null) break
      inner.push(quote)
    }
    const blocks = new Scanner(inner, 0, true).read()
    this.blocks.push({ kind: 'quote', blocks, line: line.line, endLine: (inner.at(-1) as TextLine).line })
    return true
  }

  private takeItem(line: TextLine): boolean {
    const marker = markerIn(line)
    if (marker === null) return false
    this.closeParagraph()
    this.list ??= new ListBuilder()
    this.list.add(marker)
    this.at += 1
    return true
  }

  private takeMarkup(line: TextLine): boolean {
    const text = line.text.trim()
    const definition = text.startsWith('[') ? REFERENCE.exec(text) : null
    if (definition !== null) {
      this.references.set((definition[1] as string).toLowerCase(), definition[2] as string)
    } else if (text.length > 1_000 || !TAG_LINE.test(text) || /<img|<h[1-6]/i.test(text)) return false
    const markup: Block = { kind: 'html', text, line: line.line, endLine: line.line }
    const indent = indentOf(line.text)
    if (this.list !== null && (!this.afterBlank || this.list.holds(indent)))
      this.list.addBlock(markup, indent)
    else {
      this.closeAll()
      this.blocks.push(markup)
    }
    this.at += 1
    return true
  }

  private takeText(line: TextLine, indent: number): void {
    this.at += 1
    if (this.list !== null) {
      if (!this.afterBlank || this.list.holds(indent)) {
        this.list.addLine(line, this.afterBlank)
        return
      }
      this.closeList()
    }
    this.paragraph.push(trimmed(line))
  }

  private placeMarkup(kind: 'comment' | 'html' | 'rule', first: TextLine, last: TextLine): void {
    const block: Block = { kind, text: first.text.trim(), line: first.line, endLine: last.line }
    this.place(block, indentOf(first.text), !this.afterBlank)
  }

  /** Puts a block into the open list item when it is indented under it, or follows it at once and may do so lazily. */
  private place(block: Block, indent: number, lazy: boolean): void {
    if (this.list !== null && (lazy || this.list.holds(indent))) this.list.addBlock(block, indent)
    else {
      this.closeAll()
      this.blocks.push(block)
    }
  }

  private closeAll(): void {
    this.closeParagraph()
    this.closeList()
  }

  private closeParagraph(): void {
    const [first] = this.paragraph
    const last = this.paragraph.at(-1)
    if (first === undefined || last === undefined) return
    this.blocks.push({ kind: 'paragraph', lines: this.paragraph, line: first.line, endLine: last.line })
    this.paragraph = []
  }

  private closeList(): void {
    if (this.list === null) return
    this.blocks.push(this.list.close())
    this.list = null
  }
}

/** `2. Timeline` over a line as long as itself is a heading, not an item before a rule. */
function isNumberedHeading(text: string, underline: string): boolean {
  const length = text.trim().length
  return /^\d{1,2}\. /.test(text) && Math.abs(underline.trim().length - length) <= 3
}

function isRow(text: string): boolean {
  const trimmedText = text.trim()
  return trimmedText.startsWith('|') && trimmedText.lastIndexOf('|') > 0
}

function trimmed(line: TextLine): TextLine {
  const start = line.text.length - line.text.trimStart().length
  return { line: line.line, offset: line.offset + start, text: line.text.trim() }
}

/** A quoted line without its marks; null when it is not quoted. */
function unquote(line: TextLine): TextLine | null {
  let at = line.text.length - line.text.trimStart().length
  if (line.text[at] !== '>') return null
  while (line.text[at] === '>' || (line.text[at] === ' ' && line.text[at + 1] === '>')) at += 1
  return { line: line.line, offset: line.offset + at, text: line.text.slice(at) }
}
