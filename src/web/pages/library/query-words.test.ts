/** How the search box reads what is typed. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { begun, completed, partAt, partsOf } from './query-words.ts'

describe('the parts of a query', () => {
  it('finds filters, their quoted values and what is excluded', () => {
    const parts = partsOf('class:"expired certificate" -team:web pool').filter(
      (part) => part.text.trim() !== '',
    )
    expect(parts.map(({ filter, value, not }) => [filter, value, not])).toEqual([
      ['class', 'expired certificate', false],
      ['team', 'web', true],
      [null, 'pool', false],
    ])
  })

  it('takes an unknown name before a colon for a word', () => {
    expect(partsOf('colour:blue')[0]?.filter).toBeNull()
  })

  it('loses nothing: the parts joined are the query', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (query) => {
        expect(
          partsOf(query)
            .map((part) => part.text)
            .join(''),
        ).toBe(query)
      }),
    )
  })
})

describe('completing', () => {
  it('replaces the value under the caret and leaves the rest', () => {
    const query = 'service:che flag'
    const part = partAt(query, 11)
    expect(part === null ? null : completed(query, part, 'check out')).toBe('service:"check out" flag')
  })

  it('offers nothing on a plain word', () => {
    expect(partAt('pool exhausted', 3)).toBeNull()
  })

  it('begins a filter at the end', () => {
    expect(begun('pool ', 'class')).toBe('pool class:')
    expect(begun('', 'has')).toBe('has:')
  })
})
