/** How the desk counts and orders what a person owes. */
import { describe, expect, it } from 'vitest'
import type { DeskItem } from '../../../contract/desk.ts'
import { byDue, headline } from './desk-words.ts'

const item = (title: string, due: string | null, overdue = false): DeskItem =>
  ({
    kind: 'action_due',
    title,
    detail: null,
    due,
    overdue,
    postmortem: null,
    actionItem: null,
    classId: null,
    since: '2026-01-01T00:00:00Z',
  }) as DeskItem

describe('the desk', () => {
  it('says how much there is in words, and in figures past ten', () => {
    expect([0, 1, 3, 24].map(headline)).toEqual([
      'Nothing needs you.',
      'One thing needs you.',
      'Three things need you.',
      '24 things need you.',
    ])
  })

  it('puts what is overdue first and what has no date last, and leaves empty parts out', () => {
    const parts = byDue(
      [item('a', null), item('b', '2026-03-20'), item('c', '2026-02-01', true), item('d', '2026-03-08')],
      '2026-03-01',
    )
    expect(parts.map((part) => [part.name, part.items.map((one) => one.title)])).toEqual([
      ['Overdue', ['c']],
      ['Within a week', ['d']],
      ['Later', ['b']],
      ['When you can', ['a']],
    ])
  })
})
