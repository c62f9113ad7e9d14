/** A run of prose with its place: a paragraph, a heading, a list item's line, a table cell. */

export interface Span {
  /** UTF-16 units from the start of the block's text. */
  readonly start: number
  readonly end: number
}

export type BlockKind = 'paragraph' | 'heading' | 'item' | 'cell'

/** Where a table cell stands. */
export interface Cell {
  /** Plain text of the column's head, in lower case. */
  readonly column: string
  /** From 0, the head row not counted. */
  readonly row: number
  /** Offset of the row in the text, which tells rows apart. */
  readonly rowKey: number
  readonly isHead: boolean
}

/** A list item's place. */
export interface Item {
  /** Offset of the item. */
  readonly key: number
  /** Offset of the outermost list, which tells lists apart. */
  readonly listKey: number
  readonly depth: number
  readonly checked: boolean | null
}

export interface Block {
  readonly kind: BlockKind
  /** Offset of the block's text; `start + i` is the place of `text[i]`. */
  readonly start: number
  /**
   * The source from `start` on, unit for unit: mark-up, addresses and HTML blanked to spaces, inline code and addresses in
   * prose replaced by `CODE` marks.
   */
  readonly text: string
  /** Links, pictures and footnotes. */
  readonly links: readonly Span[]
  /** Inside a block quote. */
  readonly isQuote: boolean
  /** 1 to 6 of a heading; 0 else. */
  readonly depth: number
  readonly cell: Cell | null
  readonly item: Item | null
}

/** Stands for each unit of inline code or of a bare address; a letter of Unicode's private use area. */
export const CODE = '\uE001'

/** A comment that sets findings aside. */
export interface IgnoreComment {
  readonly start: number
  readonly end: number
  readonly rules: readonly string[]
  readonly reason: string
  readonly reach: 'next' | 'section' | 'file'
}
