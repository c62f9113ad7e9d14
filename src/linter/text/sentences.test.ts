/** Splitting prose into sentences. */
import { describe, expect, it } from 'vitest'
import { sentencesOf } from './sentences.ts'

const split = (text: string): string[] => sentencesOf(text).map(({ start, end }) => text.slice(start, end))

describe('sentences', () => {
  it('end at full stops, question marks and exclamation marks', () => {
    expect(split('It broke. Why? We do not know!')).toEqual(['It broke.', 'Why?', 'We do not know!'])
  })

  it('go on past versions, domains, times, abbreviations and initials', () => {
    expect(
      split(
        'Version v2.3.1 of mybinder.org ran at 10:05 a.m. on two hosts, e.g. the first, as J. Smith said.',
      ),
    ).toHaveLength(1)
  })

  it('part at lines that open a new entry', () => {
    expect(split('10:05 alarm fires\n10:07 page sent\nand seen')).toEqual([
      '10:05 alarm fires',
      '10:07 page sent\nand seen',
    ])
  })

  it('keep the closing quotation mark', () => {
    expect(split('He said “no.” Then it stopped.')).toEqual(['He said “no.”', 'Then it stopped.'])
  })
})
