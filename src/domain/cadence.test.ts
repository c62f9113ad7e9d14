/** Cadences: which rule holds, what falls due when, and compliance. */
import { describe, expect, test } from 'vitest'
import { compliance, deadlinesOf, ruleFor, standingOf, tierFor } from './cadence.ts'
import type { CadenceRule } from './cadence.ts'
import type { Instant } from './instant.ts'

const base: CadenceRule = {
  severities: [],
  kinds: [],
  tier: 'note',
  workingDays: { draft: 5, review: null, publication: null, reading: null },
  readers: [],
  leadershipReview: false,
}
const sev1: CadenceRule = {
  ...base,
  severities: ['SEV1'],
  tier: 'full',
  workingDays: { draft: 2, review: 5, publication: 10, reading: 7 },
}
const drills: CadenceRule = { ...base, kinds: ['drill'] }
const cadence = { rules: [drills, sev1, { ...base, severities: ['SEV2'], tier: 'standard' as const }] }
const week = { workingDays: [1, 2, 3, 4, 5] as const, timeZone: 'UTC' }

describe('a cadence', () => {
  test('applies its first rule that matches', () => {
    expect(ruleFor(cadence, { severity: 'SEV1', kind: 'outage' })).toBe(sev1)
    expect(ruleFor(cadence, { severity: 'SEV1', kind: 'drill' })).toBe(drills)
    expect(ruleFor(cadence, { severity: 'SEV4', kind: 'outage' })).toBeNull()
    expect(ruleFor(cadence, { severity: null, kind: 'outage' })).toBeNull()
    expect(ruleFor({ rules: [base] }, { severity: null, kind: 'outage' })).toBe(base)
  })

  test('asks more of a repeat', () => {
    expect([tierFor(base, false), tierFor(base, true), tierFor(sev1, true)]).toEqual([
      'note',
      'standard',
      'full',
    ])
  })

  test('sets deadlines in working days, and none where nothing is asked', () => {
    const start = '2026-03-06T15:00:00Z' as Instant
    expect(deadlinesOf(sev1, start, week).draft).toEqual({
      day: '2026-03-10',
      before: '2026-03-11T00:00:00Z',
    })
    expect(deadlinesOf(base, start, week).review).toBeNull()
  })

  test('counts what fell due, and what was met in time of it', () => {
    const deadline = deadlinesOf(sev1, '2026-03-06T15:00:00Z' as Instant, week).draft
    expect(deadline).not.toBeNull()
    if (deadline === null) return
    const now = '2026-03-10T12:00:00Z' as Instant
    const later = '2026-03-12T12:00:00Z' as Instant
    expect(standingOf(deadline, null, now)).toBe('waiting')
    expect(standingOf(deadline, null, later)).toBe('overdue')
    expect(standingOf(deadline, now, later)).toBe('in_time')
    expect(standingOf(deadline, deadline.before, later)).toBe('late')
    expect(compliance(['in_time', 'late', 'overdue', 'waiting'])).toEqual({ met: 1, due: 3 })
  })
})
