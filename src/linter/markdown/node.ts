/** The syntax tree of a Markdown text. */

/** UTF-16 units from the start of the text, the end exclusive. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

export type MarkdownKind =
  | 'root'
  | 'paragraph'
  | 'heading'
  | 'quote'
  | 'list'
  | 'item'
  | 'footnote'
  | 'table'
  | 'row'
  | 'cell'
  | 'html'
  | 'code'
  | 'link'
  | 'image'
  /** Signs of mark-up, which are no words. */
  | 'mark'
  /** A block that holds no prose. */
  | 'other'

/** A node of the tree; inside a block of prose, what lies between a node's children is text. */
export interface MarkdownNode extends Stretch {
  readonly kind: MarkdownKind
  readonly children: readonly MarkdownNode[]
  /** 1 to 6 of a heading; 0 else. */
  readonly depth: number
  /** Of a task list's item; null else. */
  readonly checked: boolean | null
}
