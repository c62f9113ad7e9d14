import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeSnippet } from './snippet.ts'

test('the sentence that was found is cut out of a long text, with the words marked', () => {
  const text = `${'Before. '.repeat(60)}The pool was full of queries. ${'After that it went on. '.repeat(60)}`
  expect(makeSnippet(['Nothing here.', text], ['pool', 'queri'])).toMatch(
    /^… The \*\*pool\*\* was full of \*\*queries\*\*\. After that .* …$/,
  )
})

test('a word is marked with and without accents, from its beginning only', () => {
  expect(makeSnippet(['The café and the decaf.'], ['caf'])).toBe('The **café** and the decaf.')
  expect(makeSnippet(['A query, two queries.'], ['queri'])).toBe('A **query**, two **queries**.')
})

test('marks of Markdown do not show', () => {
  expect(makeSnippet(['## Pool\n\n- the *pool* of [flags](https://x.example)\n| a | b |'], ['flag'])).toBe(
    'Pool the pool of **flags** a b',
  )
})

test('nothing to find gives nothing', () => {
  expect(makeSnippet(['text'], [])).toBeNull()
  expect(makeSnippet([], ['text'])).toBeNull()
  expect(makeSnippet(['text'], ['other'])).toBeNull()
})

test('any text and any words give a passage of it or nothing, never an error', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.array(fc.string({ minLength: 1, maxLength: 6 })),
      (text, stems) => {
        const snippet = makeSnippet([text], stems)
        expect(snippet === null || snippet.length > 0).toBe(true)
      },
    ),
  )
})
