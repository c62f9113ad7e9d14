/** Moments and what follows from them: order, override, durations, and changes of severity. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { IncidentId, PersonId } from './ids.ts'
import { countsAsIncident, durationsOf, momentsOutOfOrder, NO_MOMENTS, takeMoments } from './incident.ts'
import type { Incident, Moments } from './incident.ts'
import { toInstant } from './instant.ts'
import type { Instant } from './instant.ts'
import { DEFAULT_SEVERITY_SCALE, isLeadershipRead } from './organisation.ts'
import { changeSeverity, isGradedDown } from './severity-change.ts'
import { MOMENTS } from './vocabulary.ts'

const at = (time: string): Instant => `2026-03-02T${time}:00Z` as Instant

describe('the order of moments', () => {
  test('names both moments and both times of a pair that contradicts it', () => {
    const moments = { ...NO_MOMENTS, impactStartedAt: at('10:00'), detectedAt: at('09:58') }
    const refused = takeMoments(moments, null)
    expect(refused).toMatchObject({ problem: { code: 'moments_out_of_order' } })
    if (refused.ok) return
    expect(refused.problem.message).toContain(
      'Detected (2026-03-02T09:58:00Z) is before impact started (2026-03-02T10:00:00Z)',
    )
    expect(refused.problem.errors).toEqual([{ field: 'detectedAt', message: expect.any(String) as string }])
  })

  test('is held over unknown moments between', () => {
    const moments = { ...NO_MOMENTS, impactStartedAt: at('10:00'), recoveredAt: at('09:00') }
    expect(momentsOutOfOrder(moments)).toMatchObject([{ earlier: 'impactStartedAt', later: 'recoveredAt' }])
  })

  test('may be overridden with a reason', () => {
    const moments = { ...NO_MOMENTS, detectedAt: at('10:00'), acknowledgedAt: at('09:59') }
    expect(takeMoments(moments, '  ').ok).toBe(false)
    expect(takeMoments(moments, 'the pager’s clock was 2 minutes slow').ok).toBe(true)
  })

  test('holds for any ascending moments, any of which may be unknown or equal', () => {
    const times = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 5, maxLength: 5 })
    const known = fc.array(fc.boolean(), { minLength: 5, maxLength: 5 })
    fc.assert(
      fc.property(times, known, (minutes, isKnown) => {
        const sorted = [...minutes].sort((a, b) => a - b)
        const moments = Object.fromEntries(
          MOMENTS.map((name, i) => [name, isKnown[i] === true ? toInstant((sorted[i] ?? 0) * 60_000) : null]),
        ) as unknown as Moments
        expect(momentsOutOfOrder(moments)).toEqual([])
        const spans = Object.values(durationsOf(moments) as unknown as Record<string, number | null>)
        expect(spans.every((span) => span === null || span >= 0)).toBe(true)
      }),
    )
  })
})

describe('durations', () => {
  test('run from impact start, but acknowledgement from detection', () => {
    const moments: Moments = {
      impactStartedAt: at('10:00'),
      detectedAt: at('10:07'),
      acknowledgedAt: at('10:09'),
      mitigatedAt: at('10:40'),
      recoveredAt: at('11:30'),
    }
    expect(durationsOf(moments)).toEqual({ detect: 7, acknowledge: 2, mitigate: 40, recover: 90 })
  })

  test('are no value where a moment is missing or out of order, never 0', () => {
    expect(durationsOf(NO_MOMENTS)).toEqual({
      detect: null,
      acknowledge: null,
      mitigate: null,
      recover: null,
    })
    const lying = { ...NO_MOMENTS, impactStartedAt: at('10:00'), detectedAt: at('09:00') }
    expect(durationsOf(lying).detect).toBeNull()
    const instant = { ...NO_MOMENTS, impactStartedAt: at('10:00'), detectedAt: at('10:00') }
    expect(durationsOf(instant).detect).toBe(0)
  })
})

test('near misses and drills are counted apart', () => {
  expect((['outage', 'degradation', 'security', 'data'] as const).every(countsAsIncident)).toBe(true)
  expect((['near_miss', 'drill'] as const).some(countsAsIncident)).toBe(false)
})

describe('a change of severity', () => {
  const incident: Incident = {
    id: 'i' as IncidentId,
    title: 'Checkout refused cards',
    kind: 'outage',
    severity: 'SEV1',
    severityAsWritten: null,
    moments: NO_MOMENTS,
    impactStartedOn: null,
    momentsOverrideReason: null,
    zone: null,
    serviceIds: [],
    owningTeamId: null,
    affectedTeamIds: [],
    sources: [],
  }
  const by = 'someone' as PersonId
  const change = (from: string | null, to: string | null, reason: string | null) =>
    changeSeverity({ ...incident, severity: from }, to, DEFAULT_SEVERITY_SCALE, by, at('10:00'), reason)

  test('is kept with who and why', () => {
    expect(change('SEV1', 'SEV2', 'one region only')).toMatchObject({
      value: {
        incident: { severity: 'SEV2' },
        change: { from: 'SEV1', to: 'SEV2', by, reason: 'one region only' },
        activity: {
          what: 'severity_changed',
          changes: [{ field: 'severity', before: 'SEV1', after: 'SEV2' }],
        },
      },
    })
  })

  test('needs a reason unless nothing was said before, and a severity of the scale', () => {
    expect(change('SEV1', 'SEV2', null)).toMatchObject({ problem: { code: 'reason_needed' } })
    expect(change(null, 'SEV2', null).ok).toBe(true)
    expect(change('SEV1', 'P1', 'x')).toMatchObject({
      problem: { code: 'severity_unknown', message: expect.stringContaining('SEV1, SEV2') as string },
    })
    expect(change('SEV1', 'SEV1', 'x')).toMatchObject({ problem: { code: 'severity_unchanged' } })
  })

  test('downwards is told from upwards and from unknown', () => {
    const scale = DEFAULT_SEVERITY_SCALE
    const one = { incidentId: incident.id, at: at('10:00'), by, reason: 'x' }
    expect(isGradedDown({ ...one, from: 'SEV1', to: 'SEV2' }, scale)).toBe(true)
    expect(isGradedDown({ ...one, from: 'SEV2', to: 'SEV1' }, scale)).toBe(false)
    expect(isGradedDown({ ...one, from: null, to: 'SEV4' }, scale)).toBe(false)
    expect(isLeadershipRead(scale, 'SEV1')).toBe(true)
    expect(isLeadershipRead(scale, null)).toBe(false)
  })
})
