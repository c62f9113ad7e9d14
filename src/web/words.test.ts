/** The words for spans, counts and amounts. */
import { describe, expect, it } from 'vitest'
import type { Instant } from '../domain/instant.ts'
import { countOf, dayWords, minutesWords, moneyWords, shareWords, timeWords } from './words.ts'

describe('the words of the page', () => {
  it('say a span in the unit a reader thinks in, and an unknown one as no value', () => {
    expect([null, 0, 47.4, 119, 120, 134, 2_880, 4_560].map(minutesWords)).toEqual([
      'no value',
      '0 min',
      '47 min',
      '119 min',
      '2 h',
      '2 h 14 min',
      '2 d',
      '3 d 4 h',
    ])
  })

  it('say one and many, with thousands apart', () => {
    expect([countOf(1, 'postmortem'), countOf(30_900, 'postmortem'), countOf(2, 'entry', 'entries')]).toEqual(
      ['1 postmortem', '30,900 postmortems', '2 entries'],
    )
  })

  it('say money with its currency and a share with its unit, never 0 for what is unknown', () => {
    expect([moneyWords(38_000, 'EUR'), shareWords(0.376), shareWords(null)]).toEqual([
      '€38,000',
      '38 %',
      'no value',
    ])
  })

  it('say a time in the zone asked for, and a day as the day it is', () => {
    const at = '2026-11-12T23:30:00Z' as Instant
    expect([
      timeWords(at, 'short', 'Europe/Berlin'),
      timeWords(at, 'clock', 'UTC'),
      dayWords('2026-11-12'),
    ]).toEqual(['13 Nov, 00:30', '23:30', '12 Nov 2026'])
  })
})
