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
import type { ActionItem } from '../domain/action-item.ts'
import type { Day } from '../domain/instant.ts'
import {
  countActions,
  countActionsByState,
  findAction,
  findActionId,
  listActions,
  updateAction,
  type ActionFilter,
} from './action-items-store.ts'
import { CursorError } from './page.ts'
import { SEES_ALL, type Sight } from './sight.ts'

const { db } = await testDatabase()
const org = await smallOrganisation(db)
const stranger: Sight = { personId: org.cleo, seesRestricted: false }
const id = await storePostmortem(db, anIncident())
const secret = await storePostmortem(db, anIncident(), { visibility: 'restricted', authorId: org.ada })
const due = (day: string) => ({ due: day as Day })

const late = await storeAction(db, anAction(id, { title: 'late', ...due('2026-01-05'), ownerId: org.ben }))
const soon = await storeAction(
  db,
  anAction(id, { title: 'soon', ...due('2026-07-05'), teamId: org.payments }),
)
const never = await storeAction(db, anAction(id, { title: 'never', classId: org.pool }))
const gone = await storeAction(
  db,
  anAction(id, { title: 'gone', state: 'dropped', imported: true, ...due('2025-01-01') }),
)
const hidden = await storeAction(db, anAction(secret, { title: 'hidden', ...due('2026-02-01') }))

async function titles(filter: ActionFilter, sight = stranger) {
  const page = await listActions(db, sight, filter, { limit: 50, cursor: null })
  return page.items.map((action) => action.title)
}

test('open comes before closed, overdue first, without a date last; what is hidden is not there', async () => {
  expect(await titles({})).toEqual(['late', 'soon', 'never', 'gone'])
  expect(await titles({}, SEES_ALL)).toEqual(['late', 'hidden', 'soon', 'never', 'gone'])
  expect(await findAction(db, stranger, hidden.id)).toBeNull()
  expect(await countActions(db, stranger, {})).toBe(4)
  expect(await countActions(db, SEES_ALL, {}, 4)).toBeNull()
})

test('each filter narrows', async () => {
  expect(await titles({ open: true })).toEqual(['late', 'soon', 'never'])
  expect(await titles({ open: false })).toEqual(['gone'])
  expect(await titles({ states: ['dropped', 'verified'] })).toEqual(['gone'])
  expect(await titles({ overdueOn: '2026-06-01' as Day })).toEqual(['late'])
  expect(await titles({ ownerId: org.ben })).toEqual(['late'])
  expect(await titles({ teamId: org.payments })).toEqual(['soon'])
  expect(await titles({ classId: org.pool })).toEqual(['never'])
  expect(await titles({ postmortemId: secret })).toEqual([])
  expect(await countActionsByState(db, stranger, {})).toEqual(
    new Map([
      ['proposed', 3],
      ['dropped', 1],
    ]),
  )
})

test('pages follow each other through the same order', async () => {
  const found: string[] = []
  let cursor: string | null = null
  do {
    const page = await listActions(db, SEES_ALL, {}, { limit: 2, cursor })
    found.push(...page.items.map((action) => action.title))
    cursor = page.nextCursor
  } while (cursor !== null)
  expect(found).toEqual(['late', 'hidden', 'soon', 'never', 'gone'])
  await expect(listActions(db, SEES_ALL, {}, { limit: 2, cursor: 'bm9uc2Vuc2U' })).rejects.toThrow(
    CursorError,
  )
})

test('an action comes back as it was stored, with what a list shows of its postmortem', async () => {
  expect(await findAction(db, stranger, late.id)).toMatchObject({ ...late, version: 1, postmortem: { id } })
  expect(await findActionId(db, late.number)).toBe(late.id)
})

const save = (version: number, action: ActionItem) =>
  db.transaction().execute((tx) => updateAction(tx, version, action))

const measure = { observed: 'pages a week', baseline: '9', target: '1', by: null, check: null }

test('commitment without an accepting owner, a date or a measure cannot be stored', async () => {
  const committed = { ...soon, state: 'committed' as const }
  await expect(save(1, committed)).rejects.toThrow('action_items_commitment')
  const ready = { ...committed, ownerId: org.ben, acceptedAt: at('2026-06-01T00:00:00Z'), measure }
  await expect(save(1, { ...ready, acceptedAt: null })).rejects.toThrow('action_items_commitment')
  await expect(save(1, { ...ready, major: true })).rejects.toThrow('action_items_major_is_funded')
  expect(await save(1, ready)).toBe(2)
  expect(await save(1, ready)).toBeNull()
  expect(await findAction(db, stranger, soon.id)).toMatchObject({ ...ready, version: 2 })
})

test('nobody verifies their own work, and verified without a reading cannot be stored', async () => {
  const done = {
    ...late,
    state: 'verified' as const,
    acceptedAt: at('2026-06-01T00:00:00Z'),
    measure,
    verification: { by: org.ben, at: at('2026-06-05T00:00:00Z'), reading: 'one a week' },
  }
  await expect(save(1, done)).rejects.toThrow('action_items_verified_by_another')
  await expect(save(1, { ...done, verification: null })).rejects.toThrow('action_items_verified_by_another')
  expect(await save(1, { ...done, verification: { ...done.verification, by: org.ada } })).toBe(2)
})

test('handing back and dropping need a reason, and what is dropped here returns', async () => {
  await expect(save(1, { ...never, state: 'handed_back' })).rejects.toThrow('action_items_reason')
  const dropped = { ...never, state: 'dropped' as const, reason: 'Too dear this year' }
  await expect(save(1, dropped)).rejects.toThrow('action_items_dropped_returns')
  expect(await save(1, { ...dropped, expiresOn: '2027-01-01' as Day })).toBe(2)
  expect(gone.expiresOn).toBeNull()
})
