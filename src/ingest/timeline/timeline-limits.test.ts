import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { momentsFrom, timelineOf } from './timeline-fixture.ts'

const PIECES = [
  '# 2024-02-30 x\n',
  '## Timeline (PST)\n',
  '## Timeline\n',
  '- 10:00 a\n',
  '  - 23:59 b\n',
  '| Time | Event |\n|---|---|\n',
  '| 10:00 | a |\n',
  '| ??:?? | |\n',
  '**2024-03-01**\n',
  '### 25:61\n',
  'On 29 February 2023 at 7:15 UTC it failed.\n',
  '10:00 - 09:00 x\n',
  '> nova [9:19 AM]\n',
  '```\n10:00 x\n',
  '- 31/31/2024 a\n',
  '- T-99999d\n',
  '- 0000-00-00 24:00 a\n',
  '- **Duration**: 99999999h\n',
  '- Start: 9999-12-31 23:59\n',
  '\n',
  '　',
  '• 1. mars kl. 25.99 x\n',
  '- Feb 31 10:00 → 12:00 UTC+99\n',
]

describe('any text', () => {
  it('is read without throwing, with lines of the text and instants in UTC', () => {
    const texts = fc.oneof(
      fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((all) => all.join('')),
      fc.string({ unit: 'grapheme', maxLength: 400 }),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const last = text.split('\n').length
        momentsFrom(text)
        for (const event of timelineOf(text).events) {
          expect(event.line).toBeGreaterThanOrEqual(1)
          expect(event.line).toBeLessThanOrEqual(last)
          expect(event.at ?? '2024-01-01T00:00:00Z').toMatch(/Z$/)
          expect(event.asWritten).not.toBe('')
        }
      }),
      { numRuns: 400 },
    )
  })

  it.each([
    ['timed bullets', (n: number) => '## Timeline\n\n' + '- 10:00 a\n'.repeat(n)],
    [
      'table rows',
      (n: number) => '## Timeline\n\n| Time | Event |\n|---|---|\n' + '| 10:00 | a |\n'.repeat(n),
    ],
    ['nested bullets', (n: number) => '## Timeline\n\n- 10:00 a\n' + '  - b\n'.repeat(n)],
    ['plain lines', (n: number) => '## Timeline\n\n' + '10:00 a\n'.repeat(n)],
    ['headings', (n: number) => '## Timeline\n\n' + '### 10:00\n\na\n\n'.repeat(n)],
    ['dates without end', (n: number) => '# x\n\n' + '2024-01-01 '.repeat(n)],
    ['stars', (n: number) => '## Timeline\n\n- ' + '*'.repeat(n) + '10:00\n'],
    ['brackets', (n: number) => '## Timeline\n\n- ' + '[('.repeat(n) + '10:00\n'],
    ['zones', (n: number) => '## Timeline\n\n' + 'All times in the time times time '.repeat(n)],
  ])('comes to an end on many %s', (_, build) => {
    // Were reading slower than in proportion, this would outlast the runner's patience; the bench prints the growth.
    expect(momentsFrom(build(20_000))).toBeDefined()
  })
})
