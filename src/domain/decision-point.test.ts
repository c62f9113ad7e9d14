/** The hindsight guard and decision latency. */
import { describe, expect, test } from 'vitest'
import { decisionLatency, guardHindsight } from './decision-point.ts'
import type { DecisionPoint, Information } from './decision-point.ts'
import type { Evidence } from './evidence.ts'
import type { DecisionPointId, EvidenceId, TimelineEventId } from './ids.ts'
import type { Instant } from './instant.ts'
import { firstOfPhase, inOrder } from './timeline.ts'
import type { TimelineEvent } from './timeline.ts'

const at = (time: string): Instant => `2026-03-02T${time}:00Z` as Instant

const event = (id: string, when: string | null, more: Partial<TimelineEvent> = {}): TimelineEvent => ({
  id: id as TimelineEventId,
  at: when === null ? null : at(when),
  until: null,
  asWritten: when,
  zone: 'UTC',
  precision: 'minute',
  phase: 'alarm',
  text: 'p99 over 5 s',
  actor: null,
  source: null,
  curated: true,
  evidenceIds: [],
  ...more,
})

const evidence = (id: string, more: Partial<Evidence>): Evidence => ({
  id: id as EvidenceId,
  kind: 'metric',
  label: 'pool usage',
  url: null,
  timelineEventId: null,
  value: null,
  unit: null,
  source: null,
  at: null,
  ...more,
})

const item = (more: Partial<Information>): Information => ({
  kind: 'known',
  text: 'The pool was full',
  provedRight: null,
  provedAt: null,
  at: null,
  evidenceId: 'e' as EvidenceId,
  ...more,
})

const decision = (information: readonly Information[]): DecisionPoint => ({
  id: 'd' as DecisionPointId,
  decidedAt: at('14:10'),
  question: 'Roll back or scale out?',
  options: [],
  choice: 'Roll back',
  decidingRole: 'incident lead',
  promptedById: 't' as TimelineEventId,
  information,
  missing: [],
  decisionQuality: null,
  outcome: null,
})

describe('the hindsight guard', () => {
  test('refuses as known what came later, and shows the two times', () => {
    const refused = guardHindsight(decision([item({})]), [evidence('e', { at: at('14:30') })], [])
    expect(refused).toMatchObject({
      problem: { code: 'hindsight', errors: [{ field: 'information.0' }] },
    })
    if (refused.ok) return
    expect(refused.problem.message).toContain('2026-03-02T14:30:00Z')
    expect(refused.problem.message).toContain('2026-03-02T14:10:00Z')
  })

  test('takes the time of a timeline event for evidence that is one', () => {
    const tied = [evidence('e', { kind: 'timeline_event', timelineEventId: 't' as TimelineEventId })]
    expect(guardHindsight(decision([item({})]), tied, [event('t', '14:11')]).ok).toBe(false)
    expect(guardHindsight(decision([item({})]), tied, [event('t', '14:10')]).ok).toBe(true)
    expect(guardHindsight(decision([item({})]), tied, [event('t', null)]).ok).toBe(true)
  })

  test('looks at the item’s own time even where its evidence is older', () => {
    const known = item({ at: at('14:20') })
    expect(guardHindsight(decision([known]), [evidence('e', { at: at('14:00') })], []).ok).toBe(false)
  })

  test('leaves the other kinds alone, and a decision whose time is not known', () => {
    const late = [evidence('e', { at: at('14:30') })]
    for (const kind of ['believed', 'discoverable', 'learned_later', 'unknowable'] as const) {
      expect(guardHindsight(decision([item({ kind })]), late, []).ok).toBe(true)
    }
    expect(guardHindsight({ ...decision([item({})]), decidedAt: null }, late, []).ok).toBe(true)
  })
})

test('decision latency is the time since the prompt, and no value where that cannot be said', () => {
  const one = decision([])
  expect(decisionLatency(one, [event('t', '14:01')])).toBe(9)
  expect(decisionLatency(one, [event('other', '14:01')])).toBeNull()
  expect(decisionLatency(one, [event('t', null)])).toBeNull()
  expect(decisionLatency(one, [event('t', '14:30')])).toBeNull()
  expect(decisionLatency({ ...one, decidedAt: null }, [event('t', '14:01')])).toBeNull()
})

test('events stand in order of time, undated last, and the first alarm of the curated line is found', () => {
  const events = [event('c', null), event('b', '14:05'), event('a', '14:01', { curated: false })]
  expect(inOrder(events).map((one) => one.id)).toEqual(['a', 'b', 'c'])
  expect(firstOfPhase(events, 'alarm')?.id).toBe('b')
  expect(firstOfPhase(events, 'recovery')).toBeNull()
})
