/** Cutting a text: nothing lost, nothing that belongs together parted. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chunksOf } from './chunks.ts'

const join = (text: string): string =>
  chunksOf(text)
    .map((chunk) => chunk.text)
    .join('')

describe('chunks', () => {
  it('joined are the text, each at its place', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('# A\n', '\n', 'text ', '```\n', '---\n', '<!-- ', '-->', '- x\n', 'b'.repeat(900)),
          { maxLength: 30 },
        ),
        (parts) => {
          const text = parts.join('')
          expect(join(text)).toBe(text)
          for (const chunk of chunksOf(text)) expect(text.startsWith(chunk.text, chunk.start)).toBe(true)
        },
      ),
    )
  })

  it('begin at headings, but not at a comment in code', () => {
    expect(chunksOf('one\n\n# Two\n\nthree\n')).toHaveLength(2)
    expect(chunksOf('one\n\n```sh\n\n# not a heading\n```\n')).toHaveLength(1)
    expect(chunksOf('---\n\n# title: x\n---\n\ntext\n')).toHaveLength(1)
  })
})
