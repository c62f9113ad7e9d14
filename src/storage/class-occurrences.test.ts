import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { testDatabase } from '../../test/support/database.ts'
import { anIncident, at, smallOrganisation, storePostmortem } from '../../test/support/records.ts'
import type { PostmortemId } from '../domain/ids.ts'
import { markRepeats } from '../domain/incident-class.ts'
import type { IncidentKind } from '../domain/vocabulary.ts'
import { updateIncident } from './incidents-store.ts'
import { rebuildOccurrences } from './class-occurrences.ts'
import { savePostmortem } from './postmortem-store.ts'

const { db } = await testDatabase()
const org = await smallOrganisation(db)

const day = (number: number) => at(new Date(Date.UTC(2026, 0, number)).toISOString().replace('.000Z', 'Z'))

const confirmed = [{ classId: org.pool, standing: 'confirmed' as const, confidence: null }]

async function occurrenceOn(number: number, kind: IncidentKind = 'outage'): Promise<PostmortemId> {
  return storePostmortem(
    db,
    anIncident({ kind, moments: { impactStartedAt: day(number) } }),
    {},
    { classes: confirmed },
  )
}

async function marks(): Promise<[number | null, boolean][]> {
  const rows = await db
    .selectFrom('class_occurrences')
    .select(['days_since_previous', 'is_repeat'])
    .where('class_id', '=', org.pool)
    .orderBy('occurred_at')
    .orderBy('incident_id')
    .execute()
  return rows.map((row) => [row.days_since_previous, row.is_repeat])
}

async function repeatOnCard(id: PostmortemId): Promise<number | null> {
  const row = await db
    .selectFrom('postmortem_cards')
    .select('repeat_after_days')
    .where('postmortem_id', '=', id)
    .executeTakeFirstOrThrow()
  return row.repeat_after_days
}

test('a repeat follows the occurrence before it, whichever is written first, and its card says so', async () => {
  const late = await occurrenceOn(100)
  expect(await marks()).toEqual([[null, false]])
  const early = await occurrenceOn(80)
  expect(await marks()).toEqual([
    [null, false],
    [20, true],
  ])
  expect(await repeatOnCard(late)).toBe(20)
  const between = await occurrenceOn(90)
  expect(await marks()).toEqual([
    [null, false],
    [10, true],
    [10, true],
  ])

  await db
    .transaction()
    .execute((tx) => savePostmortem(tx, between, 1, { state: 'withdrawn', stateReason: 'A double' }))
  expect(await marks()).toEqual([
    [null, false],
    [20, true],
  ])
  await db.transaction().execute((tx) => savePostmortem(tx, early, 1, { classes: [] }))
  expect(await marks()).toEqual([[null, false]])
  expect(await repeatOnCard(late)).toBeNull()
  await db.transaction().execute((tx) => savePostmortem(tx, late, 1, { classes: [] }))
})

test('drills, near misses and suggested classes are not counted', async () => {
  await occurrenceOn(10, 'drill')
  await occurrenceOn(11, 'near_miss')
  await storePostmortem(
    db,
    anIncident({ moments: { impactStartedAt: day(12) } }),
    {},
    { classes: [{ classId: org.pool, standing: 'suggested', confidence: 0.9 }] },
  )
  expect(await marks()).toEqual([])
})

test('however incidents come, move and go, the marks are those of the domain and of a rebuild', async () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('come' as const), day: fc.integer({ min: 1, max: 300 }) }),
    fc.record({ kind: fc.constant('move' as const), which: fc.nat(), day: fc.integer({ min: 1, max: 300 }) }),
    fc.record({ kind: fc.constant('go' as const), which: fc.nat() }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      await db.deleteFrom('class_occurrences').execute()
      await db.deleteFrom('postmortem_classes').execute()
      const live: { incident: ReturnType<typeof anIncident>; id: PostmortemId; version: number }[] = []
      for (const one of steps) {
        if (one.kind === 'come') {
          const incident = anIncident({ moments: { impactStartedAt: day(one.day) } })
          live.push({
            incident,
            id: await storePostmortem(db, incident, {}, { classes: confirmed }),
            version: 1,
          })
          continue
        }
        const chosen = live[one.which % Math.max(live.length, 1)]
        if (chosen === undefined) continue
        if (one.kind === 'go') {
          await db.transaction().execute((tx) => savePostmortem(tx, chosen.id, 1, { classes: [] }))
          live.splice(live.indexOf(chosen), 1)
        } else {
          chosen.incident = {
            ...chosen.incident,
            moments: { ...chosen.incident.moments, impactStartedAt: day(one.day) },
          }
          await db.transaction().execute((tx) => updateIncident(tx, chosen.version, chosen.incident))
          chosen.version += 1
        }
      }
      const settled = await marks()
      const expected = markRepeats(
        live.map(({ incident }) => ({
          classId: org.pool,
          incidentId: incident.id,
          at: incident.moments.impactStartedAt ?? day(0),
        })),
        () => 30,
      )
      expect(settled).toEqual(expected.map((mark) => [mark.daysSincePrevious, mark.repeat]))
      await db.transaction().execute((tx) => rebuildOccurrences(tx))
      expect(await marks()).toEqual(settled)
    }),
    { numRuns: 25 },
  )
})
