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
import { occurrencesAsked, readRegister, sameClassAsked } from './class-register-store.ts'
import { createClass, findClass, listClasses, listSuggestions, updateClass } from './classes-store.ts'
import { newId } from './new-id.ts'
import { ask, askTogether } from './question.ts'
import { SEES_ALL } from './sight.ts'
import { violationOf } from './violation.ts'

const { db } = await testDatabase()
const org = await smallOrganisation(db)
const year = { from: at('2026-01-01T00:00:00Z'), to: at('2027-01-01T00:00:00Z') }
const confirmed = (classId = org.pool) => [{ classId, standing: 'confirmed' as const, confidence: null }]
const on = (day: string) => anIncident({ moments: { impactStartedAt: at(`${day}T09:00:00Z`) } })

const first = await storePostmortem(db, on('2026-03-01'), {}, { classes: confirmed() })
const repeat = await storePostmortem(db, on('2026-03-21'), {}, { classes: confirmed() })
const late = await storePostmortem(db, on('2026-05-10'), {}, { classes: confirmed() })
const secret = await storePostmortem(
  db,
  on('2026-06-01'),
  { visibility: 'restricted', authorId: org.ada },
  { classes: confirmed() },
)
const unsure = await storePostmortem(
  db,
  on('2026-04-01'),
  {},
  { classes: [{ classId: org.pool, standing: 'suggested', confidence: 0.6 }] },
)

async function entry(sight = SEES_ALL) {
  const register = await readRegister(db, sight, year)
  return register.find((one) => one.classId === org.pool)
}

test('the register counts occurrences and repeats of confirmed classes, and suggestions apart', async () => {
  expect(await entry()).toMatchObject({ total: 4, repeats: 2, suggested: 1, lastAt: '2026-06-01T09:00:00Z' })
  const march = { from: year.from, to: at('2026-04-01T00:00:00Z') }
  const register = await readRegister(db, SEES_ALL, march)
  expect(register.find((one) => one.classId === org.pool)).toMatchObject({ total: 2, repeats: 1 })
  expect(register.find((one) => one.classId === org.certificate)).toMatchObject({ total: 0, lastAt: null })
})

test('a restricted occurrence is neither counted nor listed for who may not see it', async () => {
  const stranger = { personId: org.cleo, seesRestricted: false }
  expect(await entry(stranger)).toMatchObject({ total: 3 })
  expect(await ask(db, occurrencesAsked(db, stranger, org.pool, year, 10))).toMatchObject([
    { postmortem: { id: late }, repeat: false },
    { postmortem: { id: repeat }, repeat: true, daysSincePrevious: 20 },
    { postmortem: { id: first }, repeat: false },
  ])
  expect(await entry({ personId: org.ada, seesRestricted: false })).toMatchObject({ total: 4 })
})

test('suggestions are listed surest first, and decided ones are not', async () => {
  const page = await listSuggestions(db, SEES_ALL, org.pool, { limit: 10, cursor: null })
  expect(page.items).toMatchObject([{ postmortem: { id: unsure }, confidence: 0.6 }])
})

test('those of the same class are listed newest first, without the one asked about', async () => {
  const nobody = { personId: null, seesRestricted: false }
  const { same, none } = await askTogether(db, {
    same: sameClassAsked(db, nobody, { id: first, classIds: [org.pool] }, 10),
    none: sameClassAsked(db, SEES_ALL, { id: unsure, classIds: [] }, 10),
  })
  expect(same.map((one) => one.id)).toEqual([late, repeat])
  expect(none).toEqual([])
})

test('actions of a class are counted by whether they are open or verified', async () => {
  await storeAction(db, anAction(first, { classId: org.pool }))
  await storeAction(
    db,
    anAction(first, {
      classId: org.pool,
      imported: true,
      state: 'verified',
      verification: { by: org.ben, at: at('2026-06-01T09:00:00Z'), reading: 'None in 60 days' },
    }),
  )
  expect(await entry()).toMatchObject({ openActions: 1, verifiedActions: 1 })
})

test('a new window judges the past anew, on cards too; a moved version stores nothing', async () => {
  const before = await findClass(db, org.pool)
  if (before === null) throw new Error('the class is there')
  const save = (version: number) =>
    db
      .transaction()
      .execute((tx) => updateClass(tx, version, { ...before, windowDays: 60, layerIds: [org.rollout] }))
  expect(await save(1)).toBe(2)
  expect(await save(1)).toBeNull()
  expect(await entry()).toMatchObject({ repeats: 3 })
  const card = await db
    .selectFrom('postmortem_cards')
    .select('repeat_after_days')
    .where('postmortem_id', '=', late)
    .executeTakeFirst()
  expect(card?.repeat_after_days).toBe(50)
  expect(await findClass(db, org.pool)).toMatchObject({ windowDays: 60, layerIds: [org.rollout], version: 2 })
})

test('a name is taken in any case of letters', async () => {
  const twin = {
    id: newId<'incidentClass'>(),
    name: 'EXPIRED certificate',
    description: null,
    words: [],
    layerIds: [],
    windowDays: 90,
    active: true,
  }
  const error: unknown = await db
    .transaction()
    .execute((tx) => createClass(tx, twin))
    .catch((caught: unknown) => caught)
  expect(violationOf(error)).toEqual({ kind: 'unique', constraint: 'incident_classes_name' })
  expect((await listClasses(db)).map((one) => one.name)).toEqual([
    'Connection pool exhausted',
    'Expired certificate',
  ])
  expect(secret).toBeTruthy()
})
