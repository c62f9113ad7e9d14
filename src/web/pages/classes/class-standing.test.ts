import { describe, expect, it } from 'vitest'
import type { RegisterRow } from '../../../contract/classes.ts'
import type { Instant } from '../../../domain/instant.ts'
import { idOf } from '../../../../test/support/a-postmortem.ts'
import { inOrder, rateWords, registerTitle, repeatWords, sinceFunding } from './class-standing.ts'

const day = (count: number): Instant =>
  new Date(Date.UTC(2025, 0, 1 + count)).toISOString().replace('.000Z', 'Z') as Instant

const occurrence = (at: number, repeat = false): RegisterRow['occurrences'][number] => ({
  postmortem: { id: idOf(`p${at}`), handle: `PM-${at}`, title: 'A certificate ran out' },
  at: day(at),
  severity: null,
  repeat,
})

const row = (name: string, more: Partial<RegisterRow> = {}): RegisterRow => ({
  class: {
    id: idOf(name),
    name,
    description: null,
    words: [],
    layers: [],
    windowDays: 90,
    active: true,
    version: 1,
  },
  occurrences: [],
  repeats: 0,
  suggested: 0,
  daysSinceLast: null,
  rate: null,
  openActions: 0,
  verifiedActions: 0,
  funding: [],
  ...more,
})

const funded = (at: number): RegisterRow['funding'][number] => ({
  at: day(at),
  state: 'funded',
  amount: 1,
  currency: 'EUR',
})

describe('what may be said of a class', () => {
  it('is a change only when the interval leaves no change out, and never names a reason', () => {
    const many = [...Array.from({ length: 20 }, (_, i) => occurrence(i * 14, i > 0)), occurrence(400)]
    const said = sinceFunding(
      row('certificate', { occurrences: many, funding: [funded(300)] }),
      day(0),
      day(600),
    )
    expect(said?.certainty).toBe('A change.')
    expect(said?.sentence).toContain('20 in 300 days before, 1 in 300 days after')
    expect(said?.sentence).toContain('The figures do not say what brought it about.')
  })

  it('is too early to tell within ninety days of funding', () => {
    const said = sinceFunding(
      row('limit', { occurrences: [occurrence(10)], funding: [funded(300)] }),
      day(0),
      day(340),
    )
    expect(said?.certainty).toBe('Too early to tell.')
  })

  it('is nothing where nothing was funded', () => {
    const declined = { ...funded(300), state: 'declined' as const }
    expect(sinceFunding(row('limit', { funding: [declined] }), day(0), day(600))).toBeNull()
  })

  it('warns where a rate rests on little', () => {
    const rate = { per30Days: 0.11, interval: { low: 0.01, high: 0.39 }, days: 551 }
    expect(rateWords(row('rare', { rate, occurrences: [occurrence(1)] }))).toBe(
      '0.1 in 30 days, 0.01 to 0.4 by its interval, over 551 days; few to go by',
    )
    expect(rateWords(row('rare'))).toBe('not enough data')
    expect(repeatWords(row('rare'))).toBe('')
  })
})

describe('the register', () => {
  const often = row('often', { occurrences: [occurrence(1), occurrence(2, true)], repeats: 1 })
  const once = row('once', { occurrences: [occurrence(3)] })

  it('begins with what comes back', () => {
    expect(inOrder([row('never'), once, often]).map((one) => one.class.name)).toEqual([
      'often',
      'once',
      'never',
    ])
  })

  it('says so in one sentence', () => {
    expect(registerTitle([often, once, row('never')])).toBe('One of two classes came back within its window')
    expect(registerTitle([once])).toBe('One class occurred; none came back within its window')
    expect(registerTitle([row('never')])).toBe('No class has occurred in this period')
  })
})
