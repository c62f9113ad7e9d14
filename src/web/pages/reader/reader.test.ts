import { describe, expect, it } from 'vitest'
import {
  aDecision,
  aPostmortem,
  anEvent,
  anEvidence,
  anIncident,
  anItem,
  at,
  idOf,
} from '../../../../test/support/a-postmortem.ts'
import { epoch } from '../../../domain/instant.ts'
import { clockOf } from './clock.ts'
import { numberEvidence } from './evidence-numbers.ts'
import { passagesOf } from './passages.ts'
import { floodOfPostmortem } from './flood-of.ts'
import { fourQuestions } from './four-questions.ts'
import { impactFigures } from './impact-figures.ts'
import { columnAt, factsOf } from './knowledge.ts'
import { isListing } from '../../../domain/listing.ts'
import { layersTitle, timelineTitle } from './section-titles.ts'

const clock = (time: number): string => new Date(time).toISOString().slice(11, 16)

const incident = anIncident({
  impactStartedAt: at('10:02'),
  detectedAt: at('10:09'),
  mitigatedAt: at('10:41'),
  recoveredAt: at('10:49'),
  durations: { detect: 7, acknowledge: null, mitigate: 39, recover: 47 },
})

const full = aPostmortem({
  incidents: [incident],
  impactStartedAt: at('10:02'),
  impactMinutes: 47,
  timeline: [
    anEvent('alarm', '10:04', { phase: 'alarm', text: 'Pool **saturation** fires, as a ticket.' }),
    anEvent('notice', '10:16', { text: 'The provider posts a notice.' }),
    anEvent('day', '10:30', { precision: 'day' }),
    anEvent('never', null),
  ],
  decisions: [
    aDecision({
      promptedById: idOf('notice'),
      latencyMinutes: 3,
      information: [
        anItem({ text: 'Three in ten payments fail.', at: at('10:14') }),
        anItem({ kind: 'believed', text: 'It is the provider.', provedRight: false, provedAt: at('10:27') }),
        anItem({ kind: 'discoverable', text: 'The flag went to 100 %.', at: at('10:02') }),
        anItem({ kind: 'learned_later', text: 'One pool for both.', at: at('10:44') }),
        anItem({ kind: 'unknowable', text: 'How many would try again.' }),
      ],
      missing: [
        {
          what: 'What changed in the last half hour.',
          heldBy: 'the flag service',
          arrivedAt: at('10:36'),
          how: null,
        },
      ],
    }),
  ],
  layersMet: [
    {
      id: idOf('l1'),
      layer: { id: idOf('a'), name: 'Stepwise rollout' },
      outcome: 'bypassed',
      shownBy: null,
      evidenceIds: [],
      factorId: null,
    },
    {
      id: idOf('l2'),
      layer: { id: idOf('b'), name: 'Symptom page' },
      outcome: 'held',
      shownBy: null,
      evidenceIds: [],
      factorId: null,
    },
  ],
})

describe('the state of knowledge', () => {
  const sorted = (time: string) =>
    Object.groupBy(
      factsOf(full, clock).map((fact) => ({
        text: fact.text,
        column: columnAt(fact, epoch(at(time))) ?? 'hidden',
      })),
      (one) => one.column,
    )
  const texts = (time: string, column: string) =>
    (sorted(time) as Record<string, { text: string }[]>)[column]?.map((one) => one.text) ?? []

  it('holds a belief only from when it was called for until it proved', () => {
    expect(texts('10:10', 'believed')).toEqual([])
    expect(texts('10:19', 'believed')).toEqual(['It is the provider'])
    expect(texts('10:30', 'believed')).toEqual([])
    expect(texts('10:30', 'known')).not.toContain('It is the provider')
  })

  it('never lists as known what arrived later', () => {
    expect(texts('10:19', 'known')).toEqual(['Three in ten payments fail'])
    expect(texts('10:19', 'notYet')).toEqual([
      'What changed in the last half hour',
      'The flag went to 100 %',
      'One pool for both',
      'How many would try again',
    ])
  })

  it('moves facts to known as they arrive', () => {
    expect(texts('10:36', 'known')).toContain('The flag went to 100 %')
    expect(texts('10:44', 'known')).toContain('One pool for both')
    expect(texts('10:59', 'notYet')).toEqual(['How many would try again'])
  })
})

describe('the four leading questions', () => {
  it('are answered from the data', () => {
    expect(fourQuestions(full, clock)).toEqual([
      { question: 'Which alarm came first?', answers: ['10:04: Pool saturation fires, as a ticket.'] },
      {
        question: 'What was believed, and when?',
        answers: ['“It is the provider”: from 10:16, proved wrong at 10:27.'],
      },
      {
        question: 'Which missing information slowed it?',
        answers: ['What changed in the last half hour. Held by the flag service. Arrived at 10:36.'],
      },
      { question: 'Which layer let it through?', answers: ['Bypassed: stepwise rollout.'] },
    ])
  })

  it('are left out where the data does not answer them', () => {
    expect(fourQuestions(aPostmortem(), clock)).toEqual([])
  })
})

describe('headings', () => {
  it('say what was found', () => {
    expect(timelineTitle(full)).toBe('Seven minutes to notice, 20 without a fact that someone had')
    expect(layersTitle(full)).toBe('Two protective layers were in its way. One held.')
  })

  it('are plain names where nothing is known', () => {
    expect(timelineTitle(aPostmortem())).toBe('Timeline')
    expect(layersTitle(aPostmortem())).toBe('Protective layers')
  })
})

describe('what is drawn to scale', () => {
  it('leaves out events whose minute is not known', () => {
    expect(floodOfPostmortem(full, clock).events.map((event) => event.id)).toEqual(['alarm', 'notice'])
  })

  it('draws the incident itself, its size unknown, where no impact is stated', () => {
    expect(floodOfPostmortem(full, clock).impacts).toEqual([
      { label: 'Impact', share: null, from: epoch(at('10:02')), to: epoch(at('10:49')) },
    ])
  })
})

describe('the figures of the impact', () => {
  it('show only what is known', () => {
    expect(impactFigures(full, clock)).toEqual([
      { value: '47', unit: 'min', of: 'of degraded service', note: '10:02 to 10:49', evidenceIds: [] },
    ])
    expect(impactFigures(aPostmortem(), clock)).toEqual([])
  })
})

describe('evidence', () => {
  const text = 'At 10:02 a flag\nwent to everyone. Nobody saw it.\n\n- one\n\n- two'
  const postmortem = aPostmortem({
    sections: { timeline: text },
    evidence: [anEvidence('unused'), anEvidence('feed'), anEvidence('board')],
    claims: [
      { section: 'timeline', sentence: 'Nobody saw it', evidenceId: idOf('board') },
      { section: 'timeline', sentence: 'a flag went to everyone', evidenceId: idOf('feed') },
    ],
  })
  const numbers = numberEvidence(postmortem)

  it('is numbered in the order of its sentences', () => {
    expect([...numbers].map(([id, one]) => [id, one.number])).toEqual([
      ['feed', 1],
      ['board', 2],
      ['unused', 3],
    ])
  })

  it('stands beside its sentence, whose end carries its number', () => {
    const [first, second] = passagesOf(postmortem, 'timeline', numbers)
    expect(first?.text).toBe(
      'At 10:02 a flag\nwent to everyone.[1](#evidence-1) Nobody saw it.[2](#evidence-2)',
    )
    expect(first?.evidence.map((one) => one.evidence.id).sort()).toEqual(['board', 'feed'])
    expect(second).toMatchObject({ text: '- one\n\n- two', evidence: [] })
    for (const { written, from } of passagesOf(postmortem, 'timeline', numbers))
      expect(text.slice(from, from + written.length)).toBe(written)
  })

  it('leaves a text without claims as it is', () => {
    expect(passagesOf(aPostmortem({ sections: { causes: 'Two\n\nparts' } }), 'causes', new Map())).toEqual([
      { text: 'Two\n\nparts', evidence: [], written: 'Two\n\nparts', from: 0 },
    ])
  })
})

describe('times', () => {
  it('are clock times on the incident’s day and carry the day on others', () => {
    const written = clockOf(full, 'UTC')
    expect(written(epoch(at('10:02')))).toBe('10:02')
    expect(written(Date.parse('2026-11-13T15:40:00Z'))).toBe('13 Nov, 15:40')
  })
})

describe('an imported list that has become data', () => {
  it('is told from prose', () => {
    expect(isListing('- 10:02 alarm\n- 10:04 page\n')).toBe(true)
    expect(isListing('At 10:02 an alarm fired.\n\nIt was a ticket.')).toBe(false)
  })
})
