import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lettersOf, placeOfWords, timesBefore } from './find-words.ts'

const find = (page: string, words: string, times = 0) => {
  const place = placeOfWords(lettersOf(page), words, times)
  return place === null ? null : page.slice(place.start, place.end)
}

describe('the words of a finding', () => {
  it('are found where mark-up and line ends are gone', () => {
    expect(find('We should have tested it.', 'should **have**\ntested')).toBe('should have tested')
    expect(find('The call to pay() failed', '`pay()` failed')).toBe('pay() failed')
    expect(find('Nothing of it', 'should have')).toBeNull()
    expect(find('Anything', '…')).toBeNull()
  })

  it('are told apart from others alike by how many stand before', () => {
    const text = 'soon, and soon, and soon'
    expect(timesBefore(text, text.lastIndexOf('soon'), 'soon')).toBe(2)
    const place = placeOfWords(lettersOf(text), 'soon', 1)
    expect(place?.start).toBe(10)
    expect(placeOfWords(lettersOf(text), 'soon', 9)?.start).toBe(20)
  })

  it('are found at their own place, whatever stands around them', () => {
    const text = fc.string({ maxLength: 40 })
    fc.assert(
      fc.property(text, fc.constantFrom('should have', 'éa b', 'x1'), text, (before, words, after) => {
        const whole = `${before} ${words} ${after}`
        const start = before.length + 1
        const place = placeOfWords(lettersOf(whole), words, timesBefore(whole, start, words))
        expect(place).not.toBeNull()
        expect(lettersOf(whole.slice(place!.start, place!.end)).letters).toBe(lettersOf(words).letters)
      }),
    )
  })
})
