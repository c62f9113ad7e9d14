/** How texts become blocks: headings of every kind, lists, tables, code, and the mess between them. */
import { describe, expect, test } from 'vitest'
import * as fc from 'fast-check'
import type { Block, BlockTree } from './block.ts'
import { scan } from './scan.ts'

function kinds(tree: BlockTree): string[] {
  return tree.blocks.map((block) => block.kind)
}

function headings(text: string): [number, string][] {
  return scan(text).blocks.flatMap((block) =>
    block.kind === 'heading' ? [[block.level, block.text] as [number, string]] : [],
  )
}

describe('headings', () => {
  test.each([
    ['# Title\n', [[1, 'Title']]],
    ['## Summary ##\n', [[2, 'Summary']]],
    ['##Summary\n', [[2, 'Summary']]],
    ['### **Impact**\n', [[3, 'Impact']]],
    ['## :warning: Impact\n', [[2, ':warning: Impact']]],
    ['Database outage\n===\n', [[1, 'Database outage']]],
    ['== Timeline ==\n', [[2, 'Timeline']]],
    [
      '# A\n\n**Impact**\nSome text\n',
      [
        [1, 'A'],
        [2, 'Impact'],
      ],
    ],
    ['**Timeline:**\n\n- 10:00 x\n', [[1, 'Timeline']]],
    ['<h2 id="x">Timeline</h2>\n', [[2, 'Timeline']]],
    ['## <a href="#x" id="x"></a>Causes\n', [[2, 'Causes']]],
  ] as const)('%j has its heading', (text, expected) => {
    expect(headings(text)).toEqual(expected)
  })

  test.each([
    '#123 is the issue\n',
    '**Date**: 4 May\n',
    'Text.\n---\n',
    '#!/bin/sh\n',
    '```\n# comment\n```\n',
  ])('%j has none', (text) => {
    expect(headings(text)).toEqual([])
  })
})

describe('lists', () => {
  test('items know their depth, parent, line and check box', () => {
    const [list] = scan('- one\n  more\n  - [x] two\n    - three\n- [ ] four\n').blocks
    expect(list?.kind).toBe('list')
    const items = list?.kind === 'list' ? list.items : []
    expect(items.map((item) => [item.line, item.depth, item.parent, item.checked])).toEqual([
      [1, 0, null, null],
      [3, 1, 0, true],
      [4, 2, 1, null],
      [5, 0, null, false],
    ])
    expect(items[0]?.lines.map((line) => line.text)).toEqual(['one', 'more'])
    expect(items[1]?.lines[0]).toEqual({ line: 3, offset: 21, text: 'two' })
  })

  test('an empty line does not end a list, a text at the margin does', () => {
    expect(kinds(scan('- a\n\n- b\n\n  still b\n\nafter\n'))).toEqual(['list', 'paragraph'])
  })

  test('bullets of a word processor and of a wiki are bullets', () => {
    const [list] = scan('• 16:09: a\n• 16:10: b\n').blocks
    expect(list?.kind === 'list' ? list.items.length : 0).toBe(2)
    const [wiki] = scan('* a\n** b\n').blocks
    expect(wiki?.kind === 'list' ? wiki.items.map((item) => item.depth) : []).toEqual([0, 1])
  })
})

describe('tables', () => {
  test('pipes in code stay in their cell', () => {
    const [table] = scan('| Time | Event |\n|---|---|\n| 10:00 | ran `a | b` |\n').blocks
    expect(table?.kind === 'table' ? table.rows.map((row) => [row.line, row.cells]) : []).toEqual([
      [3, ['10:00', 'ran `a | b`']],
    ])
  })

  test('outer pipes may be missing', () => {
    const [table] = scan('Time | Event\n--- | ---\n10:00 | a\n10:05 | b\n').blocks
    expect(table?.kind === 'table' ? table.header?.cells : []).toEqual(['Time', 'Event'])
    expect(table?.kind === 'table' ? table.rows.length : 0).toBe(2)
  })

  test('a table may have an empty header', () => {
    const [table] = scan('| | |\n| ---: | :-- |\n| Severity | high |\n').blocks
    expect(table?.kind === 'table' ? table.rows[0]?.cells : []).toEqual(['Severity', 'high'])
  })
})

describe('mess', () => {
  test('a fence that nobody closed ends before the next heading', () => {
    const tree = scan('```\nlog\n\n## Impact\n\ntext\n\n```sh\nls\n```\n')
    expect(kinds(tree)).toEqual(['code', 'heading', 'paragraph', 'code'])
  })

  test('comments over several lines are comments', () => {
    expect(kinds(scan('<!-- hint\n## not a heading\n-->\ntext\n'))).toEqual(['comment', 'paragraph'])
  })

  test('front matter of three kinds is found, a rule at the top is not', () => {
    expect(scan('---\ntitle: a\n---\ntext\n').blocks[0]).toMatchObject({ format: 'yaml', text: 'title: a' })
    expect(scan('+++\ntitle = "a"\n+++\n').blocks[0]).toMatchObject({ format: 'toml' })
    expect(scan('{\n"title": "a"\n}\ntext\n').blocks[0]).toMatchObject({ format: 'json' })
    expect(kinds(scan('---\n\n# Title\n\n---\ntext\n'))).not.toContain('frontMatter')
  })

  test('quoted text is read without its marks', () => {
    const [quote] = scan('> ## a\n> - b\n').blocks
    expect(quote?.kind === 'quote' ? quote.blocks.map((block) => block.kind) : []).toEqual([
      'heading',
      'list',
    ])
  })
})

test('every block lies in the text, in order, and every line says where it stands', () => {
  const piece = fc.constantFrom(
    '# h',
    '- a',
    '  - b',
    '| a | b |',
    '|---|---|',
    '```',
    '> q',
    '**k**',
    '---',
    '===',
    '',
    'text',
    '<!--',
    '-->',
    '\t1. x',
    '<b>',
    '+++',
    '==w==',
    '\u0000',
    '{',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 12 })), { maxLength: 40 }), (pieces) => {
      const text = pieces.join('\n')
      const tree = scan(text)
      for (const line of tree.lines) {
        expect(text.startsWith(line.text, line.offset)).toBe(true)
      }
      let last = 0
      for (const block of tree.blocks) {
        expect(block.line).toBeGreaterThan(last)
        expect(block.endLine).toBeGreaterThanOrEqual(block.line)
        expect(block.endLine).toBeLessThanOrEqual(tree.lines.length)
        last = block.endLine
        for (const line of linesOf(block)) expect(text.startsWith(line.text, line.offset)).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})

function linesOf(block: Block): { text: string; offset: number }[] {
  if (block.kind === 'list')
    return block.items.flatMap((item) => [...item.lines, ...item.blocks.flatMap(linesOf)])
  if (block.kind === 'quote') return block.blocks.flatMap(linesOf)
  return block.kind === 'paragraph' || block.kind === 'code' ? [...block.lines] : []
}
