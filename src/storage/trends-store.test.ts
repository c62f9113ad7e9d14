import { expect, test } from 'vitest'
import { testDatabase } from '../../test/support/database.ts'
import {
  anAction,
  anIncident,
  at,
  smallOrganisation,
  storeAction,
  storePostmortem,
} from '../../test/support/records.ts'
import { parseLibraryQuery } from '../domain/library-query.ts'
import type { Day } from '../domain/instant.ts'
import type { IncidentKind } from '../domain/vocabulary.ts'
import { countActions } from './action-items-store.ts'
import { searchLibrary } from './library-store.ts'
import { SEES_ALL, type Sight } from './sight.ts'
import { readTrendFigures, type Bounds } from './trends-store.ts'

const { db } = await testDatabase()
const org = await smallOrganisation(db)
const stranger: Sight = { personId: org.cleo, seesRestricted: false }
const months: Bounds = [at('2026-01-01T00:00:00Z'), at('2026-02-01T00:00:00Z'), at('2026-03-01T00:00:00Z')]

const on = (
  time: string,
  kind: IncidentKind = 'outage',
  minutes: Partial<Record<'detected' | 'recovered', number>> = {},
) => {
  const start = Date.parse(time)
  const after = (m: number | undefined) =>
    m === undefined ? null : at(new Date(start + m * 60_000).toISOString().replace('.000Z', 'Z'))
  return anIncident({
    kind,
    moments: {
      impactStartedAt: at(time),
      detectedAt: after(minutes.detected),
      recoveredAt: after(minutes.recovered),
    },
  })
}
const pool = [{ classId: org.pool, standing: 'confirmed' as const, confidence: null }]
const both = [...pool, { classId: org.certificate, standing: 'confirmed' as const, confidence: null }]

await storePostmortem(db, on('2025-12-20T09:00:00Z'), {}, { classes: pool })
const first = await storePostmortem(
  db,
  on('2026-01-01T00:00:00Z', 'outage', { detected: 5, recovered: 60 }),
  {},
  { classes: both, sections: { summary: 'S', lessons: 'L' } },
)
await storePostmortem(
  db,
  on('2026-01-31T23:59:59Z', 'degradation', { detected: 3 }),
  {},
  { sections: { summary: 'S' } },
)
await storePostmortem(db, on('2026-02-10T09:00:00Z'), {}, { classes: pool })
await storePostmortem(db, on('2026-02-11T09:00:00Z', 'drill'), {}, { classes: pool })
await storePostmortem(db, on('2026-02-12T09:00:00Z', 'near_miss'))
await storePostmortem(db, on('2026-03-01T00:00:00Z'))
await storePostmortem(db, anIncident())
await storePostmortem(
  db,
  on('2026-02-15T09:00:00Z', 'security', { recovered: 30 }),
  { visibility: 'restricted' },
  { classes: pool },
)

const figuresFor = (sight: Sight) =>
  readTrendFigures(db, sight, months, {
    asOf: at('2026-03-01T00:00:00Z'),
    today: '2026-03-01' as Day,
    ages: [0, 30, 90],
  })

test('incidents are counted in half-open buckets, near misses and drills apart, hidden ones not at all', async () => {
  const { incidents, undated } = await figuresFor(stranger)
  expect(incidents).toEqual(
    expect.arrayContaining([
      { bucket: 0, severity: 'SEV2', kind: 'incident', count: 2 },
      { bucket: 1, severity: 'SEV2', kind: 'incident', count: 1 },
      { bucket: 1, severity: 'SEV2', kind: 'drill', count: 1 },
      { bucket: 1, severity: 'SEV2', kind: 'near_miss', count: 1 },
    ]),
  )
  expect((await figuresFor(SEES_ALL)).incidents).toContainEqual({
    bucket: 1,
    severity: 'SEV2',
    kind: 'incident',
    count: 2,
  })
  expect(undated).toBe(1)
})

test('a repeat is counted against what came before the period too, and each incident once', async () => {
  const { classes: byClass, repeats } = await figuresFor(stranger)
  expect(byClass).toHaveLength(3)
  expect(byClass).toContainEqual({ bucket: 0, classId: org.pool, count: 1, repeats: 1 })
  expect(byClass).toContainEqual({ bucket: 0, classId: org.certificate, count: 1, repeats: 0 })
  expect(byClass).toContainEqual({ bucket: 1, classId: org.pool, count: 1, repeats: 0 })
  expect(repeats).toEqual(
    expect.arrayContaining([
      { bucket: 0, classified: 1, repeats: 1 },
      { bucket: 1, classified: 1, repeats: 0 },
    ]),
  )
  expect((await figuresFor(SEES_ALL)).repeats).toContainEqual({ bucket: 1, classified: 2, repeats: 1 })
})

test('coverage counts sections of dated incidents, and the library lists those that lack one', async () => {
  const { coverage } = await figuresFor(stranger)
  expect(coverage).toMatchObject({ n: 3, written: { summary: 2, lessons: 1, causes: 0 } })
  const lacking = await searchLibrary(db, stranger, {
    query: parseLibraryQuery(
      '-section:lessons after:2026-01 before:2026-03 -kind:drill,near-miss -state:withdrawn',
    ),
    sort: 'newest',
    zone: 'UTC',
    limit: 10,
    cursor: null,
  })
  expect(lacking.total).toBe(coverage.n - coverage.written.lessons)
})

test('durations are those that are known; the rest are only in n', async () => {
  expect((await figuresFor(stranger)).durations).toEqual({
    n: 3,
    detect: [3, 5],
    mitigate: [],
    recover: [60],
  })
})

test('open actions are counted by age, and each band has its list', async () => {
  const aged = (days: number, fields: Parameters<typeof anAction>[1] = {}) =>
    anAction(first, {
      proposedAt: at(new Date(Date.UTC(2026, 2, 1) - days * 86_400_000).toISOString()),
      ...fields,
    })
  await storeAction(db, aged(3, { due: '2026-02-01' as Day, ownerId: org.ada }))
  await storeAction(db, aged(30))
  await storeAction(db, aged(29.9))
  await storeAction(db, aged(400, { imported: true, state: 'dropped' }))
  const { open } = await figuresFor(stranger)
  expect(open).toEqual({ n: 3, overdue: 1, noOwner: 2, noDue: 2, bands: [2, 1, 0] })
  expect(
    await countActions(db, stranger, {
      open: true,
      proposedFrom: at('2026-01-30T00:00:00.001Z'),
      proposedBefore: at('2026-03-02T00:00:00Z'),
    }),
  ).toBe(2)
})
