/** What the page's Markdown reader understands, and that nothing can make it fail or hang. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMarkdown } from './blocks.ts'
import { type Block, type Inline } from './tree.ts'

const plain = (pieces: readonly Inline[]): string =>
  pieces
    .map((piece) => ('text' in piece ? piece.text : 'inside' in piece ? plain(piece.inside) : '\n'))
    .join('')

const first = (text: string): Block => readMarkdown(text)[0] ?? { kind: 'rule' }
const inline = (text: string): readonly Inline[] => {
  const block = first(text)
  return block.kind === 'paragraph' ? block.inside : []
}

describe('blocks', () => {
  it('reads headings of both kinds, with their depth', () => {
    expect(
      readMarkdown('# One\n\nTwo\n---\n### Three ###').map(
        (block) => block.kind === 'heading' && [block.depth, plain(block.inside)],
      ),
    ).toEqual([
      [1, 'One'],
      [2, 'Two'],
      [3, 'Three'],
    ])
  })

  it('joins the lines of a paragraph and breaks where asked', () => {
    expect(inline('one\ntwo  \nthree')).toEqual([
      { kind: 'text', text: 'one two' },
      { kind: 'break' },
      { kind: 'text', text: 'three' },
    ])
  })

  it('reads lists inside lists, their numbers and their ticks', () => {
    const list = first('3. a\n   - [x] b\n   - [ ] c\n4. d')
    expect(list).toMatchObject({
      kind: 'list',
      start: 3,
      items: [
        {
          ticked: null,
          inside: [
            { kind: 'paragraph' },
            { kind: 'list', start: null, items: [{ ticked: true }, { ticked: false }] },
          ],
        },
        { ticked: null },
      ],
    })
  })

  it('reads a table with escaped pipes, and rows that are too short', () => {
    const table = first('| Time | What |\n|:--|--:|\n| 10:02 | a \\| b |\n| 10:03 |')
    expect(table.kind === 'table' && [table.aligns, table.rows.map((row) => row.map(plain))]).toEqual([
      ['left', 'right'],
      [
        ['10:02', 'a | b'],
        ['10:03', ''],
      ],
    ])
  })

  it('keeps code as it stands, fenced or indented, even when its fence never closes', () => {
    expect(readMarkdown('~~~sh\n# not a heading\n*x*\n~~~\n\n    y\n\n```\nz')).toEqual([
      { kind: 'code', text: '# not a heading\n*x*' },
      { kind: 'code', text: 'y' },
      { kind: 'code', text: 'z' },
    ])
  })

  it('reads a quote with what is in it', () => {
    expect(first('> one\n> - two')).toMatchObject({
      kind: 'quote',
      inside: [{ kind: 'paragraph' }, { kind: 'list' }],
    })
  })
})

describe('inline', () => {
  it('reads emphasis, and leaves marks inside words alone', () => {
    expect(inline('**bold *and* more** snake_case_name 2 * 3 * 4 ~~old~~')).toMatchObject([
      { kind: 'strong', inside: [{ text: 'bold ' }, { kind: 'emphasis' }, { text: ' more' }] },
      { kind: 'text', text: ' snake_case_name 2 * 3 * 4 ' },
      { kind: 'struck' },
    ])
  })

  it('reads links with brackets, references and bare addresses', () => {
    expect(
      inline(
        '[a](https://x.test/w_(y) "t") [b][ref] <https://z.test> see https://q.test/p.\n\n[ref]: https://r.test',
      ),
    ).toMatchObject([
      { kind: 'link', href: 'https://x.test/w_(y)' },
      { text: ' ' },
      { kind: 'link', href: 'https://r.test' },
      { text: ' ' },
      { kind: 'link', href: 'https://z.test' },
      { text: ' see ' },
      { kind: 'link', href: 'https://q.test/p' },
      { text: '.' },
    ])
  })

  it('follows no address but the web, mail and this page', () => {
    for (const address of [
      'javascript:alert(1)',
      ' JaVaScRiPt:x',
      'data:text/html,x',
      'vbscript:x',
      '//host',
      'file:///x',
    ]) {
      expect(inline(`[a](<${address}>)`)).toEqual([{ kind: 'text', text: 'a' }])
    }
  })

  it('keeps HTML as words', () => {
    expect(plain(inline('a <script>alert(1)</script> <img src=x onerror=y>'))).toBe(
      'a <script>alert(1)</script> <img src=x onerror=y>',
    )
  })

  it('never loads an image: it is named', () => {
    expect(inline('![graph](https://x.test/g.png)')).toEqual([
      { kind: 'image', href: 'https://x.test/g.png', text: 'graph' },
    ])
  })
})

describe('hostile texts', () => {
  const alphabet = fc.constantFrom(
    ...'*_~`[]()<>!#>-|\\&;: \n\t1.xh'.split(''),
    'https://',
    '```',
    '    ',
    '- ',
    '> ',
    '|--|\n',
  )
  it('never throws', () => {
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 300 }), (parts) => {
        expect(Array.isArray(readMarkdown(parts.join('')))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  // Were reading any slower than in proportion to the text, these would outlast the runner's patience.
  it.each(['*a ', '[', '`', '> ', '- ', '![](', '**x', '<', '|a', '    - ', '__a_ ', '[a]['])(
    'comes to an end on %j without end',
    (text) => {
      expect(readMarkdown(text.repeat(20_000)).length).toBeGreaterThan(0)
      expect(readMarkdown(`${text}\n`.repeat(20_000)).length).toBeGreaterThan(0)
    },
  )
})
