/** The Markdown parser behind one door: text in, syntax tree with offsets out. */
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmTable } from 'micromark-extension-gfm-table'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'

/** A node of the tree, as far as the linter looks at it. */
export interface MarkdownNode {
  readonly type: string
  readonly children?: readonly MarkdownNode[]
  readonly value?: string
  readonly url?: string
  readonly depth?: number
  readonly checked?: boolean | null | undefined
  readonly position?:
    | {
        readonly start: { readonly offset?: number | undefined }
        readonly end: { readonly offset?: number | undefined }
      }
    | undefined
}

// Of GitHub’s flavour only what changes which words are prose; bare addresses are masked by the linter itself.
const SYNTAX = [gfmTable(), gfmTaskListItem(), gfmFootnote(), frontmatter(['yaml', 'toml'])]
const TREE = [
  gfmTableFromMarkdown(),
  gfmTaskListItemFromMarkdown(),
  gfmFootnoteFromMarkdown(),
  frontmatterFromMarkdown(['yaml', 'toml']),
]

/** Containers opened by one line beyond what anybody writes; the parser’s time grows with their square. */
const DEEP_LINE = /^(?:[ \t]*[>*+-]){50,}/gm

/** Opening brackets that nothing closes cost the parser the square of their number. */
const MOST_OPEN_BRACKETS = 500

/** Never throws: every text is Markdown. Offsets are UTF-16 units from the start of `text`. */
export function parseMarkdown(text: string): MarkdownNode {
  return fromMarkdown(withoutSpite(text), { extensions: SYNTAX, mdastExtensions: TREE })
}

/** The text, unit for unit, with what only makes the parser slow blanked. */
function withoutSpite(text: string): string {
  const shallow = text.replaceAll(DEEP_LINE, (marks) => ' '.repeat(marks.length))
  const open = shallow.split('[').length - shallow.split(']').length
  return open > MOST_OPEN_BRACKETS ? shallow.replaceAll('[', ' ') : shallow
}

/** The node's offsets, start inclusive, end exclusive. */
export function spanOf(node: MarkdownNode): { start: number; end: number } {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 }
}
