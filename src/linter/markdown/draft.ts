/** Blocks while they are read. */
import type { MarkdownKind, Stretch } from './node.ts'
import type { Fence, RawHtml } from './openings.ts'

/** A block while it is read; its inline content comes afterwards, when all references are known. */
export interface Draft {
  kind: MarkdownKind
  start: number
  end: number
  readonly children: Draft[]
  depth: number
  checked: boolean | null
  /** Of a paragraph or heading: what is read for inline content, and the signs around it. */
  inner: Stretch
  readonly marks: Stretch[]
}

export interface Container extends Draft {
  /** Columns that its content stands in from its own place: list items and footnotes. */
  indent: number
  /** Tells lists apart. */
  sign: string
}

/** The block that takes lines at present. */
export interface Leaf {
  readonly draft: Draft
  readonly fence: Fence | null
  readonly html: RawHtml | null
  /** Start of its last line, and end of the one before it. */
  lastStart: number
  endBefore: number
}

export function containerOf(kind: MarkdownKind, start: number, indent: number, sign: string): Container {
  const inner = { start, end: start }
  return { kind, start, end: start, children: [], depth: 0, checked: null, inner, marks: [], indent, sign }
}
