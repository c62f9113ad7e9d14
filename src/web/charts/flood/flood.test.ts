import { describe, expect, it } from 'vitest'
import type { FloodData } from './flood-data.ts'
import { spanOf } from './span.ts'
import { floodOf } from './strands.ts'
import { layOutWide } from './wide-layout.ts'

const minute = (count: number): number => Date.parse('2026-11-12T10:00:00Z') + count * 60_000

const nothing: FloodData = {
  moments: [],
  impacts: [],
  readings: [],
  events: [],
  decisions: [],
  beliefs: [],
  missing: [],
}

const moment = (name: string, at: number, mitigated = false) => ({
  at: minute(at),
  name,
  span: name,
  after: '',
  mitigated,
})
const event = (at: number, more: Partial<FloodData['events'][number]> = {}) => ({
  id: String(at),
  at: minute(at),
  exact: true,
  text: `Event at ${at}`,
  weight: 1,
  ...more,
})

const incident: FloodData = {
  ...nothing,
  moments: [
    moment('Impact started', 2),
    moment('Detected', 9),
    moment('Mitigated', 41, true),
    moment('Recovered', 49),
  ],
}

describe('the stretch of time that is drawn', () => {
  it('is the incident and what happened close to it; the rest is counted', () => {
    const span = spanOf({
      ...incident,
      events: [event(-300), event(-5), event(10), event(900), event(1_000)],
    })
    expect(span?.earlier).toBe(1)
    expect(span?.later).toBe(2)
    expect(span?.from).toBeLessThan(minute(-5))
    expect(span?.to).toBeLessThan(minute(80))
  })

  it('takes the events where no moments are known, without a stray one', () => {
    const events = [...Array.from({ length: 20 }, (_, i) => event(i)), event(100_000)]
    const span = spanOf({ ...nothing, events })
    expect(span?.to).toBeLessThan(minute(60))
    expect(span?.later).toBe(1)
  })

  it('follows the events where the moments tell no end', () => {
    const moments = [moment('Impact started', 5), moment('Detected', 5)]
    const span = spanOf({ ...nothing, moments, events: [5, 20, 40, 70, 90].map((at) => event(at)) })
    expect(span).toMatchObject({ earlier: 0, later: 0 })
  })

  it('is not known with fewer than two times', () => {
    expect(spanOf(nothing)).toBeNull()
    expect(spanOf({ ...nothing, events: [event(3)] })).toBeNull()
  })
})

describe('the shape of the flood', () => {
  const impact = (label: string, share: number | null) => ({ label, share, from: minute(2), to: minute(49) })
  const span = { from: minute(0), to: minute(60), earlier: 0, later: 0 }

  it('stands at the stated share, falls from mitigation and is gone at its end', () => {
    const [strand] = floodOf({ ...incident, impacts: [impact('Cards', 0.4)] }, span).strands
    expect(strand?.points.at(0)).toEqual({ at: minute(2), share: 0 })
    expect(strand?.points.at(-2)).toEqual({ at: minute(41), share: 0.4 })
    expect(strand?.points.at(-1)).toEqual({ at: minute(49), share: 0 })
  })

  it('bends to readings, and its highest is the high-water mark', () => {
    const readings = [
      { at: minute(20), share: 0.5 },
      { at: minute(29), share: 0.61 },
    ]
    const flood = floodOf({ ...incident, impacts: [impact('Cards', 0.4)], readings }, span)
    expect(flood.peak).toEqual({ at: minute(29), share: 0.61 })
    expect(flood.high).toBe(0.61)
  })

  it('claims no height where the share is not known', () => {
    const flood = floodOf({ ...incident, impacts: [impact('Cards', null)] }, span)
    expect(flood.high).toBe(0)
    expect(flood.peak).toBeNull()
    expect(flood.strands[0]?.share).toBeNull()
  })

  it('ends at the edges of the drawing', () => {
    const long = { label: 'Cards', share: 0.4, from: minute(-100), to: minute(49) }
    const flood = floodOf({ ...incident, impacts: [long] }, span)
    expect(Math.min(...(flood.strands[0]?.points.map((point) => point.at) ?? []))).toBe(span.from)
  })
})

describe('the layout of the wide drawing', () => {
  const decision = (at: number) => ({
    href: `#decision-${at}`,
    at: minute(at),
    prompted: minute(at - 3),
    question: 'Wait for the move to settle, or widen the search to others?',
    choice: 'Raised to SEV1, called release engineering',
    latency: '3 min to decide',
  })
  const data = {
    ...incident,
    decisions: [decision(19), decision(24), decision(29), decision(34)],
    events: Array.from({ length: 30 }, (_, i) =>
      event(i * 1.5, { text: 'A rather long sentence about what was seen then' }),
    ),
  }

  it('finds a place for every decision, even close ones', () => {
    const span = spanOf(data)
    expect(span).not.toBeNull()
    if (span === null) return
    for (const width of [680, 960, 1_200]) expect(layOutWide(data, span, width).decisions).toHaveLength(4)
  })

  it('finds room for a thousand events', () => {
    const events = Array.from({ length: 1_000 }, (_, i) => event(i / 20))
    const span = spanOf({ ...incident, events })
    if (span === null) throw new Error('a span was expected')
    const { height, events: labels } = layOutWide({ ...incident, events }, span, 1_000)
    expect(height).toBeLessThan(2_000)
    expect(labels.length).toBeGreaterThan(0)
  })

  it('keeps a bar’s words on the drawing, beside it where it is short', () => {
    const belief = {
      text: 'nothing of ours has changed',
      from: minute(40),
      to: minute(41),
      proved: 'proved wrong 10:41',
    }
    const span = spanOf(incident)
    if (span === null) throw new Error('a span was expected')
    const [bar] = layOutWide({ ...incident, beliefs: [belief] }, span, 1_000).bars
    expect(bar?.side).toBe('left')
    expect(bar?.text).toBe('Believed: nothing of ours has changed')
  })
})
