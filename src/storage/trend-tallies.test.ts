import * as fc from 'fast-check'
import { sql } from 'kysely'
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
import { type Day, type Instant, toInstant } from '../domain/instant.ts'
import { updateAction } from './action-items-store.ts'
import { applyWindow, rebuildOccurrences } from './class-occurrences.ts'
import { updateIncident } from './incidents-store.ts'
import { refreshCards } from './postmortem-cards.ts'
import { savePostmortem } from './postmortem-store.ts'
import { ask } from './question.ts'
import { hiddenIncidents, SEES_ALL, type Sight } from './sight.ts'
import { addUpTallies, overdueAsked, talliesAsked } from './trend-tallies.ts'

const { db } = await testDatabase()
const org = await smallOrganisation(db)
const stranger: Sight = { personId: org.cleo, seesRestricted: false }
const confirmed = (...ids: (typeof org.pool)[]) =>
  ids.map((classId) => ({ classId, standing: 'confirmed' as const, confidence: null }))
const minute = fc.integer({ min: 0, max: 200 * 24 * 60 })
const timeOf = (minutes: number): Instant => toInstant(Date.UTC(2026, 0, 1) + minutes * 60_000)

/** Counts of which tallies and tables say something else. */
async function drift(): Promise<unknown[]> {
  const key = sql`figure, month, kind, severity, class_id, marks, minutes`
  const restricted = sql`restricted_rows_of(array(select id from postmortems where visibility = 'restricted'))`
  const { rows: hidden } = await sql`
    (select * from restricted_trend_rows except all select * from ${restricted})
    union all (select * from ${restricted} except all select * from restricted_trend_rows)
  `.execute(db)
  const { rows } = await sql`
    select ${key}, sum(n) as n from (
      select ${key}, n from trend_tallies union all select ${key}, -n from trend_rows
    ) as together group by ${key} having sum(n) <> 0
  `.execute(db)
  return [...rows, ...hidden]
}

test('whatever is written, moved, hidden, withdrawn or taken away, the tallies are those of the tables', async () => {
  const change = fc.record({
    minute,
    kind: fc.constantFrom('outage' as const, 'near_miss' as const, 'data' as const),
    classes: fc.subarray([org.pool, org.certificate]),
    visibility: fc.constantFrom('organisation' as const, 'restricted' as const),
    what: fc.constantFrom('move', 'class', 'hide', 'withdraw', 'undate', 'window', 'action', 'add up'),
  })
  await fc.assert(
    fc.asyncProperty(change, async ({ minute: minutes, kind, classes, visibility, what }) => {
      const incident = anIncident({
        kind,
        moments: { impactStartedAt: timeOf(minutes), recoveredAt: timeOf(minutes + 47) },
      })
      const sections = { summary: 'S' }
      const other = visibility === 'restricted' ? 'organisation' : 'restricted'
      const id = await storePostmortem(
        db,
        incident,
        { visibility },
        { sections, classes: confirmed(...classes) },
      )
      const action = anAction(id, { due: '2026-03-31' as Day, classId: org.pool })
      await storeAction(db, action)
      await db.transaction().execute(async (tx) => {
        const moments = { ...incident.moments, impactStartedAt: timeOf(minutes - 40_000) }
        if (what === 'move') await updateIncident(tx, 1, { ...incident, moments })
        if (what === 'undate') {
          await updateIncident(tx, 1, { ...anIncident(), id: incident.id, kind })
        }
        if (what === 'class') await savePostmortem(tx, id, 1, { classes: confirmed(org.certificate) })
        if (what === 'hide') await savePostmortem(tx, id, 1, { visibility: other })
        if (what === 'withdraw') await savePostmortem(tx, id, 1, { state: 'withdrawn', stateReason: 'Twice' })
        if (what === 'action') {
          await updateAction(tx, 1, {
            ...action,
            number: 1,
            state: 'dropped',
            reason: 'Not needed',
            expiresOn: '2027-01-01' as Day,
          })
        }
        if (what === 'window') {
          await sql`update incident_classes set window_days = window_days + 5 where id = ${org.pool}`.execute(
            tx,
          )
          await refreshCards(tx, await applyWindow(tx, org.pool))
        }
      })
      if (what === 'add up') await addUpTallies(db)
      expect(await drift()).toEqual([])
    }),
    { numRuns: 60 },
  )
  await db.transaction().execute((tx) => rebuildOccurrences(tx))
  expect(await drift()).toEqual([])
})

test('two classes confirmed at once for one incident make it one classified incident', async () => {
  const incident = anIncident({ moments: { impactStartedAt: at('2025-05-05T05:05:00Z') } })
  const first = await storePostmortem(db, incident)
  const second = await storePostmortem(db, anIncident(), {}, {})
  await db.transaction().execute((tx) => savePostmortem(tx, second, 1, { incidentIds: [incident.id] }))
  await Promise.all([
    db.transaction().execute((tx) => savePostmortem(tx, first, 1, { classes: confirmed(org.pool) })),
    db.transaction().execute((tx) => savePostmortem(tx, second, 2, { classes: confirmed(org.certificate) })),
  ])
  const cuts = [at('2025-05-01T00:00:00Z'), at('2025-06-01T00:00:00Z')] as const
  const tallies = await ask(db, talliesAsked(db, SEES_ALL, cuts, ['classified', 'occurrence']))
  expect(tallies.filter(({ figure }) => figure === 'classified')).toMatchObject([{ n: 1 }])
  expect(tallies.filter(({ figure }) => figure === 'occurrence')).toHaveLength(2)
  expect(await drift()).toEqual([])
})

test('bounds anywhere within a month count what lies between them and is not hidden', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(minute, { minLength: 2, maxLength: 5 }),
      fc.boolean(),
      async (minutes, all) => {
        const cuts = minutes.sort((a, b) => a - b).map(timeOf)
        const sight = all ? SEES_ALL : stranger
        const tallies = await ask(db, talliesAsked(db, sight, cuts, ['incident', 'recover']))
        const { rows } = await sql<{ bucket: number; n: number }>`
          select width_bucket(occurred_at, ${cuts}::timestamptz[]) - 1 as bucket, count(*)::int as n from incidents
          where occurred_at >= ${cuts[0]} and occurred_at < ${cuts.at(-1)} and id not in (${hiddenIncidents(sight)})
          group by 1 order by 1
        `.execute(db)
        const counted = cuts.flatMap((_, bucket) => {
          const own = tallies.filter((one) => one.figure === 'incident' && one.bucket === bucket)
          const n = own.reduce((sum, one) => sum + one.n, 0)
          return n === 0 ? [] : [{ bucket, n }]
        })
        expect(counted).toEqual(rows)
      },
    ),
    { numRuns: 25 },
  )
})

test('overdue is what is open, was proposed by then and was due before the day, wherever in its month the day lies', async () => {
  const id = await storePostmortem(db, anIncident(), { visibility: 'restricted' })
  await storeAction(db, anAction(id, { due: '2026-03-10' as Day }))
  for (const today of ['2026-03-01', '2026-03-09', '2026-03-11', '2026-03-28', '2026-04-02'] as Day[]) {
    for (const sight of [SEES_ALL, stranger]) {
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from action_items join postmortem_cards using (postmortem_id)
        where not closed and due < ${today}::date and proposed_at <= '2030-01-01'
          and (visibility = 'organisation' or ${sight.seesRestricted}::boolean)
      `.execute(db)
      expect(await ask(db, overdueAsked(db, sight, at('2030-01-01T00:00:00Z'), today))).toBe(rows[0]?.n)
    }
  }
})

test('an incident that two restricted postmortems tell of is taken away once, and not at all where an open one tells of it', async () => {
  const cuts = [at('2024-05-01T00:00:00Z'), at('2024-06-01T00:00:00Z')] as const
  const seen = async (): Promise<number> => {
    const tallies = await ask(db, talliesAsked(db, stranger, cuts, ['incident']))
    return tallies.reduce((sum, { n }) => sum + n, 0)
  }
  const incident = anIncident({ moments: { impactStartedAt: at('2024-05-05T05:05:00Z') } })
  await storePostmortem(db, incident, { visibility: 'restricted' })
  const second = await storePostmortem(db, anIncident(), { visibility: 'restricted' })
  await db.transaction().execute((tx) => savePostmortem(tx, second, 1, { incidentIds: [incident.id] }))
  await storePostmortem(db, anIncident({ moments: { impactStartedAt: at('2024-05-06T05:05:00Z') } }))
  expect(await seen()).toBe(1)
  await db.transaction().execute((tx) => savePostmortem(tx, second, 2, { visibility: 'organisation' }))
  expect(await seen()).toBe(2)
  expect(await drift()).toEqual([])
})
