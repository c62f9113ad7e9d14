/** The Markdown parser behind one door: text in, syntax tree with offsets out. */
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'

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

const SYNTAX = [gfm(), frontmatter(['yaml', 'toml'])]
// Bare addresses are masked by the linter itself; the transform that looks for them visits the tree by recursion.
const TREE = [
  ...gfmFromMarkdown().map((part) => ({ ...part, transforms: [] })),
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
