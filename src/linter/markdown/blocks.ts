/**
 * Blocks of Markdown, line by line, after the strategy of the CommonMark specification (0.31, appendix), with tables, task lists,
 * footnotes and front matter.
 */
import type { MarkdownKind } from './node.ts'
import { containersIn, goingOn } from './containers.ts'
import { takeDefinitions } from './definitions.ts'
import { containerOf, type Container, type Draft, type Leaf } from './draft.ts'
import { Line } from './line.ts'
import {
  checkBoxIn,
  closesFence,
  fenceIn,
  frontMatterEnd,
  hashHeadingIn,
  isRule,
  rawHtmlIn,
  underlineLevel,
  type Fence,
  type HashHeading,
  type RawHtml,
} from './openings.ts'
import { opensTable } from './table.ts'

/** Containers nested deeper are no prose that anybody wrote; their signs are text. */
const DEEPEST = 40

/** No block but a paragraph opens with a letter. */
const LETTER = /^[a-z]/i

export function readBlocks(text: string): { root: Draft; labels: ReadonlySet<string> } {
  const reader = new BlockReader(text)
  let at = frontMatterEnd(text)
  while (at < text.length) {
    const newline = text.indexOf('\n', at)
    const end = newline === -1 ? text.length : newline
    reader.read(at, end)
    at = end + 1
  }
  return reader.finish()
}

class BlockReader {
  readonly #text: string
  readonly #line: Line
  readonly #labels = new Set<string>()
  readonly #stack: Container[]
  #leaf: Leaf | null = null

  constructor(text: string) {
    this.#text = text
    this.#line = new Line(text)
    this.#stack = [containerOf('root', 0, 0, '')]
  }

  finish(): { root: Draft; labels: ReadonlySet<string> } {
    this.#closeTo(1)
    this.#closeLeaf()
    const root = this.#stack[0] as Container
    root.end = this.#text.length
    return { root, labels: this.#labels }
  }

  /** Reads the line that stands at `start`–`end`. */
  read(start: number, end: number): void {
    this.#line.open(start, end)
    const goesOn = goingOn(this.#stack, this.#line, this.#leaf !== null)
    if (goesOn === this.#stack.length && this.#extendsRaw()) return
    const open = this.#openContainers(goesOn)
    if (open === null) return
    const isLazy = open < this.#stack.length && this.#leaf?.draft.kind === 'paragraph' && !this.#line.isBlank
    if (isLazy) this.#extend()
    else {
      this.#closeTo(open)
      this.#addText()
    }
  }

  /** Whether the line belongs to the fenced code or raw HTML that is open. */
  #extendsRaw(): boolean {
    const leaf = this.#leaf
    if (leaf === null || (leaf.fence === null && leaf.html === null)) return false
    const line = this.#line
    const rest = this.#text.slice(line.word(), line.end)
    if (leaf.html !== null && leaf.html.ends === null && rest === '') return false
    this.#extend()
    const isLast =
      leaf.fence === null
        ? leaf.html?.ends?.test(rest) === true
        : line.indent() <= 3 && closesFence(leaf.fence, rest)
    if (isLast) this.#closeLeaf()
    return true
  }

  /** Opens what the line opens; how many containers stay open, or null when the line is used up. */
  #openContainers(goesOn: number): number | null {
    let open = goesOn
    for (;;) {
      const line = this.#line
      const indent = line.indent()
      const isParagraph = this.#leaf?.draft.kind === 'paragraph'
      if (line.isBlank || (indent > 3 && isParagraph)) return open
      if (indent > 3) {
        this.#closeTo(open)
        this.#extendCode()
        return null
      }
      const rest = this.#text.slice(line.word(), line.end)
      if (LETTER.test(rest)) return open
      const interrupts = isParagraph && open === this.#stack.length
      if (this.#openLeaf(rest, open, interrupts)) return null
      const opened = this.#openContainer(rest, open, interrupts)
      if (opened === null) return open
      open = opened
    }
  }

  #openContainer(rest: string, open: number, interrupts: boolean): number | null {
    const parent = this.#stack[open - 1] as Container
    const opened = open < DEEPEST ? containersIn(this.#line, rest, parent, interrupts) : null
    if (opened === null) return null
    return opened.reduce((at, container) => this.#push(at, container), open)
  }

  #push(open: number, container: Container): number {
    this.#closeLeaf()
    this.#closeTo(open)
    if (container.kind !== 'item') this.#leaveList()
    this.#stack.at(-1)?.children.push(container)
    this.#stack.push(container)
    return this.#stack.length
  }

  /** Closes what is open beyond so many containers. */
  #closeTo(open: number): void {
    if (open < this.#stack.length) this.#closeLeaf()
    while (this.#stack.length > open) this.#closeContainer()
  }

  #closeContainer(): void {
    const closed = this.#stack.pop()
    if (closed !== undefined) closed.end = closed.children.at(-1)?.end ?? closed.start
  }

  /** A list goes on with another item only. */
  #leaveList(): void {
    if (this.#stack.at(-1)?.kind === 'list') this.#closeContainer()
  }

  /** A block that holds no containers: heading, rule, fence, raw HTML, table. */
  #openLeaf(rest: string, open: number, interrupts: boolean): boolean {
    const { end } = this.#line
    const start = this.#line.word()
    const leaf = this.#leaf
    if (interrupts && leaf !== null && this.#turnsParagraph(leaf, rest, start, end)) return true
    const heading = hashHeadingIn(rest)
    const fence = fenceIn(rest)
    const html = rawHtmlIn(rest, leaf?.draft.kind === 'paragraph')
    if (heading !== null) this.#addHeading(open, heading, start, end)
    else if (isRule(rest)) this.#addRule(open, start, end)
    else if (fence !== null) this.#openBlock(open, 'other', start, end, fence)
    else if (html === null) return false
    else {
      this.#openBlock(open, 'html', start, end, null, html)
      if (html.ends?.test(rest) === true) this.#closeLeaf()
    }
    return true
  }

  #openBlock(
    open: number,
    kind: MarkdownKind,
    start: number,
    end: number,
    fence: Fence | null = null,
    html: RawHtml | null = null,
  ): Draft {
    this.#closeLeaf()
    this.#closeTo(open)
    this.#leaveList()
    const draft = containerOf(kind, start, 0, '')
    draft.end = end
    draft.inner = { start, end }
    this.#leaf = { draft, fence, html, lastStart: start, endBefore: start }
    return draft
  }

  #addHeading(open: number, { depth, words }: HashHeading, start: number, end: number): void {
    const heading = this.#openBlock(open, 'heading', start, end)
    heading.depth = depth
    heading.inner = { start: start + depth, end: start + depth + words }
    heading.marks.push({ start, end: start + depth }, { start: heading.inner.end, end })
    this.#closeLeaf()
  }

  #addRule(open: number, start: number, end: number): void {
    this.#openBlock(open, 'other', start, end)
    this.#closeLeaf()
  }

  /** A line below a paragraph that makes a heading or a table of it. */
  #turnsParagraph(leaf: Leaf, rest: string, start: number, end: number): boolean {
    const { draft } = leaf
    if (opensTable(this.#text, { start: leaf.lastStart, end: draft.end }, { start, end })) {
      const head = { start: leaf.lastStart, end: draft.end }
      draft.end = leaf.endBefore
      if (head.start === draft.start) this.#leaf = null
      const table = this.#openBlock(this.#stack.length, 'table', head.start, end)
      table.children.push({ ...containerOf('row', head.start, 0, ''), end: head.end })
      return true
    }
    const depth = underlineLevel(rest)
    if (depth === 0) return false
    draft.start += takeDefinitions(this.#text.slice(draft.start, draft.end), this.#labels)
    if (draft.start >= draft.end) return false
    draft.kind = 'heading'
    draft.depth = depth
    draft.inner = { start: draft.start, end: draft.end }
    draft.marks.push({ start: draft.end, end })
    draft.end = end
    this.#closeLeaf()
    return true
  }

  #extendCode(): void {
    const isOpen = this.#leaf?.draft.kind === 'other'
    if (isOpen) this.#extend()
    else this.#openBlock(this.#stack.length, 'other', this.#line.word(), this.#line.end)
  }

  #extend(): void {
    const leaf = this.#leaf
    if (leaf === null) return
    leaf.endBefore = leaf.draft.end
    leaf.lastStart = this.#line.word()
    leaf.draft.end = this.#textEnd()
  }

  #textEnd(): number {
    let { end } = this.#line
    while (end > this.#line.at && /[ \t]/.test(this.#text[end - 1] ?? '')) end -= 1
    return end
  }

  #addText(): void {
    const line = this.#line
    const kind = this.#leaf?.draft.kind
    if (line.isBlank) {
      if (kind !== 'other') this.#closeLeaf()
    } else if (kind === 'paragraph') this.#extend()
    else if (kind === 'table') {
      const row = containerOf('row', line.word(), 0, '')
      row.end = line.end
      this.#leaf?.draft.children.push(row)
      this.#extend()
    } else this.#openBlock(this.#stack.length, 'paragraph', line.word(), this.#textEnd())
  }

  #closeLeaf(): void {
    const leaf = this.#leaf
    this.#leaf = null
    if (leaf === null) return
    const parent = this.#stack.at(-1)
    const { draft } = leaf
    if (draft.kind === 'paragraph') this.#finishParagraph(draft, parent)
    if (draft.end > draft.start) parent?.children.push(draft)
  }

  /** Definitions are no prose; a check box belongs to the item. */
  #finishParagraph(draft: Draft, parent: Container | undefined): void {
    draft.start += takeDefinitions(this.#text.slice(draft.start, draft.end), this.#labels)
    const box =
      parent?.kind === 'item' && parent.children.length === 0
        ? checkBoxIn(this.#text.slice(draft.start, draft.end))
        : null
    if (box !== null && parent !== undefined) {
      parent.checked = box
      draft.start += 4
    }
    draft.inner = { start: draft.start, end: draft.end }
  }
}
