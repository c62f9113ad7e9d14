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
import type { PersonId } from '../domain/ids.ts'
import type { Day } from '../domain/instant.ts'
import { readDesk } from './desk-store.ts'
import { newId } from './new-id.ts'

const { db } = await testDatabase()
const org = await smallOrganisation(db)
const today = '2026-06-10' as Day

async function desk(personId: PersonId) {
  const sight = { personId, seesRestricted: false }
  const { entries } = await readDesk(db, sight, {
    personId,
    today,
    classesSince: at('2026-06-01T00:00:00Z'),
    limit: 50,
  })
  return entries.map((entry) => [entry.kind, entry.action?.title ?? entry.postmortem?.title, entry.due])
}

const measure = { observed: 'pages', baseline: null, target: '0', by: null, check: null }
const accepted = { ownerId: org.ben, acceptedAt: at('2026-06-02T00:00:00Z'), measure }

test('each person finds what they owe, by due date, and nothing of others', async () => {
  expect(await desk(org.ada)).toEqual([])
  const id = await storePostmortem(
    db,
    anIncident({ title: 'Slow basket' }),
    { authorId: org.ada, facilitatorId: org.cleo },
    { classes: [{ classId: org.pool, standing: 'suggested', confidence: 0.7 }] },
  )
  await storePostmortem(
    db,
    anIncident({ title: 'Second look' }),
    { facilitatorId: org.cleo, visibility: 'restricted' },
    { state: 'in_review' },
  )
  await storeAction(db, anAction(id, { title: 'Asked of Ben', ownerId: org.ben, due: '2026-07-01' as Day }))
  await storeAction(
    db,
    anAction(id, { title: 'Under way', state: 'in_progress', ...accepted, due: '2026-06-12' as Day }),
  )
  await storeAction(
    db,
    anAction(id, { title: 'Said to be done', state: 'claimed_done', ...accepted, due: '2026-06-01' as Day }),
  )
  await storeAction(db, anAction(id, { title: 'Given back', state: 'handed_back', reason: 'Not ours' }))
  await storeAction(db, anAction(id, { title: 'Gone', imported: true, state: 'dropped', ownerId: org.ben }))

  expect(await desk(org.ben)).toEqual([
    ['action_due', 'Under way', '2026-06-12'],
    ['action_to_accept', 'Asked of Ben', '2026-07-01'],
  ])
  const ada = await desk(org.ada)
  expect(ada[0]).toEqual(['action_to_verify', 'Said to be done', '2026-06-01'])
  expect(ada).toHaveLength(4)
  expect(ada).toContainEqual(['action_handed_back', 'Given back', null])
  expect(ada).toContainEqual(['draft_to_finish', 'Slow basket', null])
  expect(ada).toContainEqual(['class_to_confirm', 'Slow basket', null])
  expect(await desk(org.cleo)).toEqual([
    ['action_to_verify', 'Said to be done', '2026-06-01'],
    ['review_to_run', 'Second look', null],
  ])
})

test('briefs to read and sponsorships to decide wait for their leader', async () => {
  const leader = org.cleo
  const before = await desk(leader)
  const id = await storePostmortem(db, anIncident({ title: 'Ledger' }))
  const action = await storeAction(db, anAction(id, { title: 'Second ledger', major: true }))
  await db
    .insertInto('sponsorships')
    .values({ id: newId(), action_item_id: action.id, sponsor_id: leader, asked_days: 20 })
    .execute()
  await db
    .insertInto('readings')
    .values({
      id: newId(),
      postmortem_id: id,
      reader_id: leader,
      sent_at: at('2026-06-09T00:00:00Z'),
      channel: 'page',
      due: '2026-06-11' as Day,
    })
    .execute()
  expect(await desk(leader)).toEqual(
    expect.arrayContaining([
      ...before,
      ['sponsorship_to_decide', 'Second ledger', null],
      ['brief_to_read', 'Ledger', '2026-06-11'],
    ]),
  )
})

test('a class that came back is told to the team it struck', async () => {
  const confirmed = [{ classId: org.pool, standing: 'confirmed' as const, confidence: null }]
  const on = (day: string) =>
    anIncident({ owningTeamId: org.payments, moments: { impactStartedAt: at(`${day}T09:00:00Z`) } })
  await storePostmortem(db, on('2026-05-20'), {}, { classes: confirmed })
  await storePostmortem(db, { ...on('2026-06-05'), title: 'Pool again' }, {}, { classes: confirmed })
  expect(await desk(org.ben)).toContainEqual(['class_came_back', 'Pool again', null])
  expect(await desk(org.cleo)).not.toContainEqual(['class_came_back', 'Pool again', null])
})
