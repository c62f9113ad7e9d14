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
import { SEES_ALL } from './sight.ts'
import { findCard } from './library-store.ts'
import { savePostmortem } from './postmortem-store.ts'

const { db } = await testDatabase()
const org = await smallOrganisation(db)

/** A promise that is fulfilled from outside. */
function gate() {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  return { passed: promise, open: () => resolve(undefined) }
}

test('an action item added while its postmortem is being changed loses neither on the card', async () => {
  const id = await storePostmortem(db, anIncident())
  const [changed, added] = [gate(), gate()]
  const change = db.transaction().execute(async (tx) => {
    await savePostmortem(tx, id, 1, { title: 'A new title' })
    changed.open()
    await added.passed
  })
  await changed.passed
  const action = storeAction(db, anAction(id))
  // The action item waits for the card; only when the change is stored may it be seen.
  await new Promise((resolve) => setTimeout(resolve, 100))
  added.open()
  await Promise.all([change, action])
  expect(await findCard(db, SEES_ALL, id)).toMatchObject({ title: 'A new title', actionsTotal: 1 })
})

test('postmortems of one class confirmed at once agree on who repeats whom, and none waits for ever', async () => {
  const on = (day: number) =>
    anIncident({ moments: { impactStartedAt: at(`2026-03-${String(day).padStart(2, '0')}T09:00:00Z`) } })
  const days = Array.from({ length: 12 }, (_, index) => index + 1)
  const ids = await Promise.all(days.map((day) => storePostmortem(db, on(day))))
  const classes = [{ classId: org.pool, standing: 'confirmed' as const, confidence: null }]
  await Promise.all(ids.map((id) => db.transaction().execute((tx) => savePostmortem(tx, id, 1, { classes }))))
  const cards = await Promise.all(ids.map((id) => findCard(db, SEES_ALL, id)))
  expect(cards.map((card) => card?.repeatAfterDays)).toEqual([null, ...days.slice(1).map(() => 1)])
})
