/** The light block tree that every part of ingest reads: headings, paragraphs, lists, tables, code and the rest, each with its lines. */

/** One physical line of the file, without its line end. */
export interface TextLine {
  /** 1-based. */
  readonly line: number
  /** UTF-16 units from the start of the text to the first character of `text`. */
  readonly offset: number
  /** The line as it stands; in lists and quotes without the marker and the indentation before it. Mark-up is kept: see `plain`. */
  readonly text: string
}

interface Span {
  /** First line, 1-based. */
  readonly line: number
  /** Last line, inclusive. */
  readonly endLine: number
}

export interface Heading extends Span {
  readonly kind: 'heading'
  /** 1 to 6 as written; a bold line counts as one below the heading it stands under, at most 7. */
  readonly level: number
  /** Without marker, closing marks and inline mark-up. */
  readonly text: string
  /** Without marker and closing marks, inline mark-up kept. */
  readonly raw: string
  readonly style: 'atx' | 'setext' | 'bold' | 'wiki' | 'html'
  readonly offset: number
}

export interface Paragraph extends Span {
  readonly kind: 'paragraph'
  readonly lines: readonly TextLine[]
}

export interface ListItem extends Span {
  /** Position in `List.items`. */
  readonly index: number
  /** 0 for the outermost. */
  readonly depth: number
  /** Position of the enclosing item in `List.items`; null for the outermost. */
  readonly parent: number | null
  /** As written: `-`, `*`, `•`, `3.`, … */
  readonly marker: string
  readonly ordered: boolean
  /** State of a check box; null without one. */
  readonly checked: boolean | null
  /** The item's own lines, without marker and check box, continuation lines and later paragraphs included, nested items not. Never empty. */
  readonly lines: readonly TextLine[]
  /** Code and tables that stand inside the item. */
  readonly blocks: readonly Block[]
}

/** A list with all its nested items in one flat row, in the order of the file. */
export interface List extends Span {
  readonly kind: 'list'
  readonly items: readonly ListItem[]
}

export interface TableRow {
  readonly line: number
  readonly offset: number
  /** Trimmed, inline mark-up kept. May be shorter or longer than the header. */
  readonly cells: readonly string[]
}

export interface Table extends Span {
  readonly kind: 'table'
  /** Null when the table has no header row; cells may be empty strings. */
  readonly header: TableRow | null
  readonly rows: readonly TableRow[]
}

export interface Code extends Span {
  readonly kind: 'code'
  /** What follows the opening fence, trimmed. */
  readonly info: string
  /** The lines between the fences. */
  readonly lines: readonly TextLine[]
  readonly closed: boolean
}

export interface Quote extends Span {
  readonly kind: 'quote'
  /** The quoted text as blocks, all levels of quotation taken off. */
  readonly blocks: readonly Block[]
}

/** A comment, a tag or a template directive that fills its lines. */
export interface Markup extends Span {
  readonly kind: 'comment' | 'html' | 'rule'
  readonly text: string
}

export interface FrontMatter extends Span {
  readonly kind: 'frontMatter'
  readonly format: 'yaml' | 'toml' | 'json'
  /** Between the fences; for JSON the whole object. */
  readonly text: string
}

export type Block = Heading | Paragraph | List | Table | Code | Quote | Markup | FrontMatter

/** A whole file as blocks. */
export interface BlockTree {
  readonly text: string
  readonly lines: readonly TextLine[]
  readonly blocks: readonly Block[]
  /** Targets of reference links and their labels in lower case: `[runbook]: https://…`. */
  readonly references: ReadonlyMap<string, string>
}
