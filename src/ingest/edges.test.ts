/** The edges of a text are told as the patterns they stand for would tell them. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBracketed, signsAtEnd, withoutEdges, withoutEnd } from './edges.ts'

const texts = fc.string({ unit: fc.constantFrom('a', '[', ']', ' ', ':', '*', '\n', '。'), maxLength: 12 })

describe('the edges of a text', () => {
  it('are what the patterns would find', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(withoutEnd(text, /[\s:*]/)).toBe(text.replace(/[\s:*]+$/, ''))
        expect(withoutEdges(text, /[\s:*]/)).toBe(text.replace(/^[\s:*]+/, '').replace(/[\s:*]+$/, ''))
        expect(/[.。]/.test(signsAtEnd(text))).toBe(/[.。]\W*$/.test(text))
        expect(isBracketed(text)).toBe(/^\W*\[.*\]\W*$/.test(text))
      }),
      { numRuns: 5_000 },
    )
  })
})
