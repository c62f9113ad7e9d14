/** The Markdown reader: blocks, links and signs where the specification puts them, offsets inside, the same as a reference reader. */
import * as fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import { describe, expect, it } from 'vitest'
import { parseMarkdown } from './markdown.ts'
import type { MarkdownNode } from './markdown/node.ts'

const PROSE = new Set(['paragraph', 'heading', 'cell'])
const INLINE = new Set(['code', 'link', 'image', 'html'])

/** One line a node that matters: its kind and what stands there. */
function outline(text: string, node: MarkdownNode = parseMarkdown(text), around = ''): string[] {
  const path = /^(?:quote|item|footnote)$/.test(node.kind) ? `${around}${node.kind} ` : around
  const own =
    PROSE.has(node.kind) || INLINE.has(node.kind)
      ? [`${path}${node.kind}: ${text.slice(node.start, node.end).trim()}`]
      : []
  return [...own, ...node.children.flatMap((child) => outline(text, child, path))]
}

describe('blocks', () => {
  it.each([
    ['a paragraph goes on over lines', 'one\ntwo\n\nthree', ['paragraph: one\ntwo', 'paragraph: three']],
    [
      'headings by signs and by underline',
      '## Two ##\n\nOne\n===',
      ['heading: ## Two ##', 'heading: One\n==='],
    ],
    ['no heading without a space', '#1 is open', ['paragraph: #1 is open']],
    ['a quote with a lazy line', '> one\ntwo', ['quote paragraph: one\ntwo']],
    [
      'items, nested by indent',
      '- a\n  - b\n- c',
      ['item paragraph: a', 'item item paragraph: b', 'item paragraph: c'],
    ],
    [
      'an item of several paragraphs',
      '1. a\n\n   b\n\nc',
      ['item paragraph: a', 'item paragraph: b', 'paragraph: c'],
    ],
    [
      'a year at the start of a line is no list',
      'It began in\n2019. It ended.',
      ['paragraph: It began in\n2019. It ended.'],
    ],
    ['check boxes', '- [ ] a\n- [x] b', ['item paragraph: a', 'item paragraph: b']],
    ['code, fenced and indented', 'a\n\n```\nb\n\nc\n```\n\n    d\n\ne', ['paragraph: a', 'paragraph: e']],
    ['a fence in an item', '- a\n\n  ```\n  b\n  ```\n- c', ['item paragraph: a', 'item paragraph: c']],
    ['tables with empty cells', '| a | b |\n|---|:-:|\n| 1 | |', ['cell: a', 'cell: b', 'cell: 1', 'cell: ']],
    ['no table without a line of dashes', '| a | b |\n| 1 | 2 |', ['paragraph: | a | b |\n| 1 | 2 |']],
    ['raw HTML up to the blank line', '<div>\na\n</div>\n\nb', ['paragraph: b']],
    ['comments over blank lines', '<!-- a\n\nb -->\nc', ['paragraph: c']],
    ['definitions', '[a]: http://b "c"\n[d]: <e>\nf', ['paragraph: f']],
    [
      'footnotes',
      '[^1]: a\n\n    b\n\nc',
      ['footnote paragraph: a', 'footnote paragraph: b', 'paragraph: c'],
    ],
    ['front matter', '---\ntitle: a\n---\n\nb', ['paragraph: b']],
    ['line ends of every kind', 'a\r\n\r\n# b\rc', ['paragraph: a', 'heading: # b', 'paragraph: c']],
    ['tabs', '-\ta\n\n\tb', ['item paragraph: a', 'item paragraph: b']],
  ])('knows %s', (_, text, expected) => {
    const bare = outline(text).filter((line) => !/^(?:\w+ )*html:/.test(line))
    expect(bare).toEqual(expected)
  })
})

describe('inline content', () => {
  const inside = (text: string): string[] => outline(text).slice(1)

  it.each([
    ['code, whatever it holds', 'a `` b ` [c](d) `` e', ['code: `` b ` [c](d) ``']],
    ['links and pictures', '[a](b "c") ![d](e)', ['link: [a](b "c")', 'image: ![d](e)']],
    ['references that are defined', '[a] [b][a] [c]\n\n[A]: d', ['link: [a]', 'link: [b][a]']],
    ['no link inside a link', '[a [b](c) d](e)', ['link: [b](c)']],
    ['addresses in angles', 'see <http://a.b> or <c@d.e>', ['link: <http://a.b>', 'link: <c@d.e>']],
    ['tags and comments', 'a <b>c</b> <!-- d -->', ['html: <b>', 'html: </b>', 'html: <!-- d -->']],
    ['footnotes', 'a[^1]', ['image: [^1]']],
    ['what is escaped', '\\[a](b) \\`c`', []],
  ])('knows %s', (_, text, expected) => {
    expect(inside(text)).toEqual(expected)
  })

  it('knows the signs of emphasis from stars and underscores that are text', () => {
    const signs = (text: string): string[] =>
      (parseMarkdown(text).children[0]?.children ?? []).map((one) => text.slice(one.start, one.end))
    expect(signs('**a** *b* _c_')).toEqual(['**', '**', '*', '*', '_', '_'])
    expect(signs('2 * 3 and snake_case_name')).toEqual([])
    expect(signs('***a** b*')).toEqual(['*', '**', '**', '*'])
  })
})

const WORDS = [
  'The queue was full',
  'a *b* c',
  '`code` here',
  'see [the page](http://a.b/c)',
  '**bold** [x] y',
  'a <b>c</b>',
  '1 \\* 2',
  'a_b_c *d',
  '<http://x.y> z',
  '![p](q)',
]
const line = fc.constantFrom(...WORDS)
const prose = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))
const indented = (text: string, by: string): string => text.replaceAll('\n', `\n${by}`)
const block = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    prose,
    fc.tuple(fc.integer({ min: 1, max: 6 }), line).map(([depth, words]) => `${'#'.repeat(depth)} ${words}`),
    prose.map((words) => `${words}\n---`),
    fc.constantFrom(
      '```\nThe code\n\nmore\n```',
      '***',
      '| a | b |\n|---|---|\n| `c` | |\n| *d* | [e](f) |',
      '<div>\nraw\n</div>',
      '<!-- a\n\nb -->',
    ),
    tie('block').map((inner) => `> ${indented(inner, '> ')}`),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 3 })
      .map((items) => items.map((one) => `- ${indented(one, '  ')}`).join('\n')),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 3 })
      .map((items) => items.map((one, at) => `${at + 1}. ${indented(one, '   ')}`).join('\n\n')),
  ),
})).block

type Offset = { readonly offset?: number | undefined }

interface Reference {
  readonly type: string
  readonly children?: readonly Reference[]
  readonly position?: { readonly start: Offset; readonly end: Offset } | undefined
}

const NAMES: Readonly<Record<string, string>> = {
  paragraph: 'paragraph',
  heading: 'heading',
  tableCell: 'cell',
  inlineCode: 'code',
  link: 'link',
  image: 'image',
  blockquote: 'quote',
  listItem: 'item',
}

/** The same lines from the reference reader. */
function referenceOutline(text: string, node: Reference, around = ''): string[] {
  const kind = NAMES[node.type] ?? ''
  const path = kind === 'quote' || kind === 'item' ? `${around}${kind} ` : around
  const start = node.position?.start.offset ?? 0
  const words = text.slice(start, node.position?.end.offset ?? 0).replaceAll(/^\||\|$/g, '')
  const own = PROSE.has(kind) || INLINE.has(kind) ? [`${path}${kind}: ${words.trim()}`] : []
  return [...own, ...(node.children ?? []).flatMap((child) => referenceOutline(text, child, path))]
}

describe('any text', () => {
  it('is read as the reference reader reads it', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (blocks) => {
        const text = `Start.\n\n${blocks.join('\n\n')}\n`
        const reference = fromMarkdown(text, {
          extensions: [gfmTable()],
          mdastExtensions: [gfmTableFromMarkdown()],
        })
        expect(outline(text).filter((one) => !/(?:^| )html: /.test(one))).toEqual(
          referenceOutline(text, reference),
        )
      }),
      { numRuns: 600 },
    )
  })

  /** Nodes that begin before the one to their left ends, or reach out of the one around them. */
  const misplaced = (node: MarkdownNode): MarkdownNode[] =>
    node.children.flatMap((child, at) => {
      const from = node.children[at - 1]?.end ?? node.start
      const isPlaced = child.start >= from && child.end >= child.start && child.end <= node.end
      return [...(isPlaced ? [] : [child]), ...misplaced(child)]
    })

  it('has its nodes in order and inside one another', () => {
    const signs = fc.constantFrom(
      ...'[]()*_`<>!\\|-#>=+~:.1 \n\t'.split(''),
      'a',
      '    ',
      '\n\n',
      '\r\n',
      '[a]: b',
      '<!--',
      '```',
    )
    const text = fc.oneof(
      fc.array(signs, { maxLength: 60 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 100 }),
    )
    fc.assert(
      fc.property(text, (one) => {
        expect(misplaced(parseMarkdown(one))).toEqual([])
      }),
      { numRuns: 2_000 },
    )
  })
})
