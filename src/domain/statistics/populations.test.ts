/** What is counted: periods, repeats, coverage, open actions, layers, severities and money. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stepsBetween } from '../calendar.ts'
import type { CadenceRule } from '../cadence.ts'
import type { IncidentClassId, IncidentId, LayerId, PersonId } from '../ids.ts'
import { markRepeats } from '../incident-class.ts'
import { toInstant } from '../instant.ts'
import type { Day, Instant } from '../instant.ts'
import { toMoney } from '../money.ts'
import type { Currency } from '../money.ts'
import { DEFAULT_SEVERITY_SCALE } from '../organisation.ts'
import type { SectionTexts } from '../postmortem.ts'
import type { Contents } from '../readiness.ts'
import type { Budget, Sponsorship } from '../sponsorship.ts'
import { ACTION_STATES, SECTIONS } from '../vocabulary.ts'
import { intoBuckets } from './buckets.ts'
import { coverageOf } from './coverage.ts'
import { fundingBy } from './funding.ts'
import { layerTallies } from './layer-outcomes.ts'
import { openActions } from './open-actions.ts'
import { repeatShare } from './repeat-share.ts'
import { severityDeflations } from './severity-deflation.ts'

const day = (text: string) => text as Day
const at = (text: string) => text as Instant

describe('counting by month', () => {
  const months = stepsBetween('month', day('2026-03-01'), day('2026-05-01'), 'Europe/Berlin')

  test('puts each into the month of the organisation’s zone, and apart what is outside or undated', () => {
    const times = [
      '2026-03-31T21:59:59Z',
      '2026-03-31T22:00:00Z',
      '2026-02-28T22:59:59Z',
      '2026-04-30T22:00:00Z',
      null,
    ]
    const sorted = intoBuckets(times, (time) => (time === null ? null : at(time)), months)
    expect(sorted.buckets.map((bucket) => bucket.items)).toEqual([[times[0]], [times[1]]])
    expect(sorted.outside).toEqual([times[2], times[3]])
    expect(sorted.undated).toEqual([null])
  })

  test('loses nothing', () => {
    const time = fc.option(fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 6, 1) }))
    fc.assert(
      fc.property(fc.array(time), (times) => {
        const sorted = intoBuckets(times, (ms) => (ms === null ? null : toInstant(ms)), months)
        const held = sorted.buckets.reduce((sum, bucket) => sum + bucket.items.length, 0)
        expect(held + sorted.outside.length + sorted.undated.length).toBe(times.length)
      }),
    )
    expect(intoBuckets([1], () => at('2026-01-01T00:00:00Z'), []).outside).toEqual([1])
  })
})

describe('repeat share', () => {
  const occurrence = (incident: string, date: string, name: string) => ({
    incidentId: incident as IncidentId,
    classId: name as IncidentClassId,
    at: at(`${date}T12:00:00Z`),
  })
  const period = { from: at('2026-02-01T00:00:00Z'), to: at('2026-05-01T00:00:00Z') }

  test('counts an incident of two classes once, and knows the predecessor before the period', () => {
    const marked = markRepeats(
      [
        occurrence('old', '2026-01-20', 'dns'),
        occurrence('a', '2026-02-10', 'dns'),
        occurrence('a', '2026-02-10', 'disk'),
        occurrence('b', '2026-03-01', 'certificate'),
        occurrence('later', '2026-05-01', 'certificate'),
      ],
      () => 90,
    )
    const share = repeatShare(marked, period)
    expect(share).toMatchObject({ count: 1, n: 2, share: 0.5, repeats: ['a'], population: ['a', 'b'] })
    expect(share.interval?.low).toBeGreaterThan(0)
  })

  test('of no classified incident is no value', () => {
    expect(repeatShare([], period)).toMatchObject({ n: 0, share: null, interval: null })
  })
})

describe('coverage', () => {
  const contents = (more: Partial<Contents>): Contents => ({
    sections: Object.fromEntries(SECTIONS.map((name) => [name, null])) as unknown as SectionTexts,
    impacts: 0,
    timelineEvents: 0,
    decisions: 0,
    layersMet: 0,
    factors: 0,
    actions: 0,
    ideas: 0,
    confirmedClasses: 0,
    openClaims: 0,
    errorFindings: 0,
    ...more,
  })

  test('counts a part as text or as entries', () => {
    const coverage = coverageOf([contents({ timelineEvents: 4 }), contents({ decisions: 1 })])
    const share = (part: string) => coverage.find((one) => one.part === part)?.share
    expect([share('timeline'), share('decisions'), share('summary')]).toEqual([0.5, 0.5, 0])
    expect(coverageOf([]).every((one) => one.share === null)).toBe(true)
  })
})

describe('open actions', () => {
  const now = at('2026-06-30T12:00:00Z')
  const action = (proposedAt: string, more: object = {}) => ({
    state: 'committed' as const,
    proposedAt: at(`${proposedAt}T12:00:00Z`),
    ownerId: 'p' as PersonId,
    due: day('2026-07-01'),
    ...more,
  })

  test('fall into half-open bands of age', () => {
    const actions = ['2026-06-30', '2026-06-01', '2026-05-31', '2026-04-01', '2025-01-01'].map((on) =>
      action(on),
    )
    const { n, bands } = openActions(actions, now, day('2026-06-30'))
    expect(n).toBe(5)
    expect(bands).toEqual([
      { from: 0, to: 30, count: 2 },
      { from: 30, to: 90, count: 1 },
      { from: 90, to: 180, count: 1 },
      { from: 180, to: 365, count: 0 },
      { from: 365, to: null, count: 1 },
    ])
  })

  test('leave verified and dropped ones out, and count what is overdue or lacks an owner or a date', () => {
    const every = ACTION_STATES.map((state) => action('2026-06-01', { state }))
    expect(openActions(every, now, day('2026-06-30')).n).toBe(ACTION_STATES.length - 2)
    const lacking = [action('2026-06-01', { ownerId: null }), action('2026-06-01', { due: null })]
    expect(openActions(lacking, now, day('2026-07-02'))).toMatchObject({ overdue: 1, noOwner: 1, noDue: 1 })
  })
})

test('layers are tallied by outcome, most often met first', () => {
  const met = (layer: string, outcome: 'held' | 'failed') => ({ layerId: layer as LayerId, outcome })
  expect(layerTallies([met('canary', 'held'), met('alert', 'failed'), met('alert', 'held')])).toEqual([
    { layerId: 'alert', n: 2, outcomes: { held: 1, failed: 1, bypassed: 0, absent: 0 } },
    { layerId: 'canary', n: 1, outcomes: { held: 1, failed: 0, bypassed: 0, absent: 0 } },
  ])
})

test('severities graded down over an obligation’s boundary are listed with what was lost', () => {
  const rule: CadenceRule = {
    severities: ['SEV1'],
    kinds: [],
    tier: 'full',
    workingDays: { draft: 2, review: 5, publication: 10, reading: 7 },
    readers: [],
    leadershipReview: true,
  }
  const sev2: CadenceRule = {
    ...rule,
    severities: ['SEV2'],
    tier: 'standard',
    workingDays: { draft: 5, review: 5, publication: 10, reading: null },
    leadershipReview: false,
  }
  const change = (from: string, to: string) => ({
    incidentId: 'i' as IncidentId,
    from,
    to,
    at: at('2026-03-02T10:00:00Z'),
    by: 'p' as PersonId,
    reason: 'smaller than feared',
    kind: 'outage' as const,
  })
  const yardstick = { scale: DEFAULT_SEVERITY_SCALE, cadence: { rules: [rule, sev2] } }
  const changes = [change('SEV1', 'SEV2'), change('SEV2', 'SEV1'), change('SEV3', 'SEV4')]
  expect(severityDeflations(changes, yardstick)).toMatchObject([
    { change: { from: 'SEV1' }, lost: ['reading', 'leadership_read', 'leadership_review', 'higher_tier'] },
  ])
})

test('money is summed per currency, and what is not stated is no 0', () => {
  const budget = (amount: number | null, currency = 'EUR'): Budget => ({
    money: amount === null ? null : toMoney(amount, currency as Currency),
    engineerDays: null,
  })
  const sponsorship = (asked: Budget) =>
    ({ asked, approved: budget(null), spent: budget(null), sponsorId: 'vp' }) as unknown as Sponsorship
  const [row] = fundingBy(
    [budget(10), budget(0.5), budget(7, 'USD'), budget(null)].map(sponsorship),
    () => 'all',
  )
  expect(row).toMatchObject({
    n: 4,
    asked: {
      money: [
        { amount: 1050, currency: 'EUR' },
        { amount: 700, currency: 'USD' },
      ],
      engineerDays: null,
      unstated: 1,
    },
    approved: { money: [], unstated: 4 },
  })
})
