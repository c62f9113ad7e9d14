import { describe, expect, it } from 'vitest'
import type { Trends } from '../../../contract/trends.ts'
import { perTen, rateWords, wordingTitle } from './wording-words.ts'

const row = (category: Trends['wording']['byCategory'][number]['category'], total: number) => ({
  category,
  total,
  counts: [total],
})

describe('the language signal', () => {
  it('is a rate per ten postmortems, and no value where none was read', () => {
    expect(rateWords(perTen(12, 50))).toBe('2.4')
    expect(rateWords(perTen(0, 50))).toBe('0')
    expect(rateWords(perTen(1, 900))).toBe('< 0.1')
    expect(rateWords(perTen(0, 0))).toBe('no value')
  })

  it('says what is found most often, and nothing of it where two are alike', () => {
    const title = (...rows: ReturnType<typeof row>[]) => wordingTitle({ n: 10, read: [10], byCategory: rows })
    expect(title(row('blame', 1), row('hindsight', 3))).toBe(
      '4.0 findings per ten postmortems, most often “Hindsight”',
    )
    expect(title(row('blame', 2), row('hindsight', 2))).toBe('4.0 findings per ten postmortems')
    expect(title(row('blame', 0))).toBe('Nothing in the wording is left to look at')
  })
})
