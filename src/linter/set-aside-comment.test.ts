/** The comment that sets a finding aside reaches that finding, wherever it stands, and no other. */
import { describe, expect, it } from 'vitest'
import { lint, setAsideComment } from './linter.ts'

const applied = (text: string, index = 0, reason = 'she asked to be named'): string => {
  const finding = lint(text).findings[index]
  if (finding === undefined) throw new Error('there is no finding')
  const { offset, text: comment } = setAsideComment(text, finding, reason)
  return text.slice(0, offset) + comment + text.slice(offset)
}

const PLACES: Readonly<Record<string, string>> = {
  'a text of one paragraph': 'Bob forgot to run the migration.',
  'a paragraph of several lines':
    '# Outage\n\nThe database was full and\nBob forgot to run the migration.\n\nIt came back.\n',
  'a paragraph right under a heading': '## What happened\nBob forgot to run the migration.\n',
  'a heading': 'Text.\n\n## Bob forgot to run the migration\n\nMore text.\n',
  'lines that end in CRLF': 'Text.\r\n\r\nBob forgot to run the migration.\r\n',
  'a list item': '- The disk was full.\n- Bob forgot to run the migration.\n- It came back.\n',
  'an item of a list in a list': '1. First\n   - Bob forgot to run the **migration**.\n2. Second\n',
  'a second paragraph of an item': '- First\n\n  Bob forgot to run the migration.\n\n- Second\n',
  'a table cell': '| what | who |\n|---|---|\n| Bob forgot to run the migration | ops |\n',
  'the last cell of a row without a closing bar': 'a | b\n--|--\nx | Bob forgot to run the migration\n',
  'bold words': 'Then **Bob forgot to run the migration**.\n',
  'after astral letters': '🌊🌊 Bob forgot to run the migration.\n',
  'after front matter': '---\ntitle: x\n---\n\nBob forgot to run the migration.\n',
}

describe('the comment that sets a finding aside', () => {
  it.each(Object.entries(PLACES))('reaches the finding in %s', (_place, text) => {
    const before = lint(text)
    expect(before.findings).toHaveLength(1)
    const after = lint(applied(text))
    expect(after.findings).toEqual([])
    expect(after.setAside).toMatchObject([
      { reason: 'she asked to be named', finding: { fingerprint: before.findings[0]?.fingerprint } },
    ])
  })

  it('leaves the other findings of the text', () => {
    const text = 'Bob forgot to run it.\n\n- Alice ignored the alert.\n- Carol overlooked the flag.\n'
    const rules = (index: number): string[] => lint(applied(text, index)).findings.map((one) => one.message)
    expect(lint(text).findings).toHaveLength(3)
    for (const index of [0, 1, 2]) expect(rules(index)).toHaveLength(2)
  })

  it('counts for nothing until its reason is filled in', () => {
    for (const reason of ['<reason>', '…', ' '])
      expect(lint(applied('Bob forgot to run it.', 0, reason)).findings).toHaveLength(1)
  })

  it('keeps a reason from closing the comment', () => {
    const after = lint(applied('Bob forgot to run it.', 0, 'as agreed --> <b>\nwith her'))
    expect(after.findings).toEqual([])
    expect(after.setAside[0]?.reason).toBe('as agreed – <b> with her')
  })
})
