import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { testDatabase } from '../../test/support/database.ts'
import { anIncident, at, smallOrganisation, storePostmortem } from '../../test/support/records.ts'
import type { PersonId } from '../domain/ids.ts'
import { listActivity, recordActivity, type NewActivity } from './activity-store.ts'
import { claimKey, forgetKeys, keepAnswer, releaseKey } from './idempotency-store.ts'
import { findNames } from './names-store.ts'
import { newId } from './new-id.ts'
import { createLink, useLink } from './one-time-links-store.ts'
import { findOrganisation, updateOrganisation } from './organisation-store.ts'
import {
  countHolders,
  findPerson,
  findPersonByEmail,
  findPersonByUser,
  linkAccount,
  listPeople,
  updatePerson,
} from './people-store.ts'
import { createSavedView, deleteSavedView, listSavedViews } from './saved-views-store.ts'
import { SEES_ALL } from './sight.ts'
import { createTeam, findTeam, listTeams, updateTeam } from './teams-store.ts'
import { createToken, findTokenByHash, listTokens, noteTokenUse, withdrawToken } from './tokens-store.ts'
import { isTaken } from './violation.ts'

const { db } = await testDatabase()
const org = await smallOrganisation(db)
const sha = (text: string) => createHash('sha256').update(text).digest()
const now = at('2026-06-01T08:00:00Z')
const later = at('2026-06-02T08:00:00Z')

test('the organisation is stored with its scale, and a moved version stores nothing', async () => {
  const before = await findOrganisation(db)
  if (before === null) throw new Error('there is an organisation')
  const scale = [...before.severityScale].reverse().slice(0, 3)
  const save = (version: number) =>
    db
      .transaction()
      .execute((tx) =>
        updateOrganisation(tx, version, { ...before, name: 'Harbour Ferries', severityScale: scale }),
      )
  expect(await save(1)).toBe(2)
  expect(await save(1)).toBeNull()
  expect(await findOrganisation(db)).toMatchObject({
    name: 'Harbour Ferries',
    severityScale: scale,
    version: 2,
  })
})

test('people are found by name, address and account, page by page', async () => {
  const all = await listPeople(db, { limit: 2, cursor: null })
  const rest = await listPeople(db, { limit: 2, cursor: all.nextCursor })
  expect([...all.items, ...rest.items].map((person) => person.name)).toEqual([
    'Ada Brandt',
    'Ben Osei',
    'Cleo Marsh',
  ])
  expect(
    (await listPeople(db, { limit: 9, cursor: null, q: 'MAR' })).items.map((person) => person.id),
  ).toEqual([org.cleo])
  expect((await listPeople(db, { limit: 9, cursor: null, q: '%' })).items).toEqual([])
  expect((await findPersonByEmail(db, 'Ada.Brandt@Example.org'))?.id).toBe(org.ada)
  await db
    .insertInto('auth_users')
    .values({ id: 'u1', name: 'Ada', email: 'ada.brandt@example.org' })
    .execute()
  await db.transaction().execute((tx) => linkAccount(tx, org.ada, 'u1'))
  expect(await findPersonByUser(db, 'u1')).toMatchObject({ id: org.ada, teamIds: [org.payments] })
})

test('a person who is changed keeps an address of their own, and administrators who can sign in are counted', async () => {
  const ada = await findPerson(db, org.ada)
  if (ada === null) throw new Error('Ada is there')
  const save = (person: typeof ada) => db.transaction().execute((tx) => updatePerson(tx, ada.version, person))
  const error: unknown = await save({ ...ada, email: 'BEN.osei@example.org' }).catch(
    (caught: unknown) => caught,
  )
  expect(isTaken(error, 'people_email')).toBe(true)
  expect(await countHolders(db, 'admin')).toBe(0)
  expect(await save({ ...ada, roles: ['admin'], teamIds: [] })).toBe(2)
  expect(await countHolders(db, 'admin')).toBe(1)
  expect((await findPerson(db, org.ada))?.teamIds).toEqual([])
})

test('teams are listed by name with their members and services', async () => {
  const id = newId<'team'>()
  await db.transaction().execute((tx) => createTeam(tx, { id, name: 'arrivals', leadId: org.ben }))
  expect((await listTeams(db, { limit: 9, cursor: null })).items.map((team) => team.name)).toEqual([
    'arrivals',
    'Payments',
  ])
  expect(await findTeam(db, org.payments)).toMatchObject({ memberIds: [org.ben], serviceIds: [org.checkout] })
  await db.transaction().execute((tx) => updateTeam(tx, 1, { id, name: 'Departures', leadId: null }))
  expect(await findNames(db, [id, org.checkout, org.pool, org.rollout, org.cleo, null, newId()])).toEqual(
    new Map<string, string>([
      [id, 'Departures'],
      [org.checkout, 'Checkout'],
      [org.pool, 'Connection pool exhausted'],
      [org.rollout, 'Stepwise rollout'],
      [org.cleo, 'Cleo Marsh'],
    ]),
  )
})

test('a token is known by its hash, until its owner withdraws it', async () => {
  const id = newId<'token'>()
  const token = {
    id,
    name: 'deploys',
    ownerId: org.ben,
    scopes: ['postmortem.read'] as const,
    expiresAt: later,
  }
  await db.transaction().execute((tx) => createToken(tx, token, sha('secret')))
  expect(await findTokenByHash(db, sha('secret'))).toMatchObject({
    ...token,
    withdrawnAt: null,
    lastUsedAt: null,
  })
  expect(await findTokenByHash(db, sha('other'))).toBeNull()
  await noteTokenUse(db, id, now)
  await noteTokenUse(db, id, at('2026-06-01T08:00:30Z'))
  expect((await findTokenByHash(db, sha('secret')))?.lastUsedAt).toBe(now)
  const withdraw = (owner: PersonId) => db.transaction().execute((tx) => withdrawToken(tx, id, owner, later))
  expect(await withdraw(org.ada)).toBe(false)
  expect(await withdraw(org.ben)).toBe(true)
  expect(await withdraw(org.ben)).toBe(false)
  expect((await listTokens(db, org.ben, { limit: 5, cursor: null })).items).toMatchObject([
    { id, withdrawnAt: later },
  ])
})

test('a one-time code works once, and a newer one replaces it', async () => {
  const make = (code: string, expires = later) =>
    db
      .transaction()
      .execute((tx) => createLink(tx, { kind: 'set_password', personId: org.ben }, sha(code), expires))
  const spend = (code: string) => db.transaction().execute((tx) => useLink(tx, sha(code), now))
  await make('first')
  await make('second')
  expect(await spend('first')).toBeNull()
  const results = await Promise.all([spend('second'), spend('second')])
  expect(results.filter((result) => result !== null)).toEqual([{ kind: 'set_password', personId: org.ben }])
  await make('third', at('2026-05-01T00:00:00Z'))
  expect(await spend('third')).toBeNull()
  await db.transaction().execute((tx) => createLink(tx, { kind: 'setup' }, sha('setup'), later))
  expect(await spend('setup')).toEqual({ kind: 'setup' })
})

test('of two requests with one key exactly one goes on, and later ones get its answer', async () => {
  const request = { principal: 'person:1', key: 'abc', requestSha256: sha('body') }
  const claims = await Promise.all([1, 2, 3].map(() => claimKey(db, request, now, later)))
  expect(claims.map((claim) => claim.kind).sort((a, b) => a.localeCompare(b))).toEqual([
    'first',
    'running',
    'running',
  ])
  const answer = { status: 201, headers: { etag: '"1"' }, body: Buffer.from('{}') }
  await keepAnswer(db, request, answer)
  expect(await claimKey(db, request, now, later)).toEqual({ kind: 'answered', answer })
  expect(await claimKey(db, { ...request, requestSha256: sha('else') }, now, later)).toEqual({
    kind: 'other_request',
  })
  expect((await claimKey(db, { ...request, principal: 'person:2' }, now, later)).kind).toBe('first')
  await releaseKey(db, { ...request, principal: 'person:2' })
  expect((await claimKey(db, { ...request, principal: 'person:2' }, now, later)).kind).toBe('first')
  expect((await claimKey(db, request, later, at('2026-06-03T08:00:00Z'))).kind).toBe('first')
  expect(await forgetKeys(db, at('2027-01-01T00:00:00Z'))).toBe(2)
})

test('activity is read newest first, narrowed, hidden with its postmortem, and never changed', async () => {
  const secret = await storePostmortem(db, anIncident({ severity: 'SEV3' }), { visibility: 'restricted' })
  const entry = (fields: Partial<NewActivity>): NewActivity => ({
    personId: org.ada,
    tokenId: null,
    at: now,
    from: 'page',
    thing: 'team',
    thingId: org.payments,
    what: 'renamed',
    changes: [{ field: 'name', before: 'Pay', after: 'Payments' }],
    reason: null,
    postmortemId: null,
    ...fields,
  })
  await db.transaction().execute((tx) =>
    recordActivity(tx, [
      entry({}),
      entry({
        at: later,
        thing: 'postmortem',
        thingId: secret,
        postmortemId: secret,
        what: 'created',
        changes: [],
      }),
    ]),
  )
  const read = async (sight: typeof SEES_ALL, filter = {}) =>
    (await listActivity(db, sight, filter, { limit: 10, cursor: null })).items
  expect(await read(SEES_ALL)).toMatchObject([
    { what: 'created', restricted: true },
    {
      what: 'renamed',
      restricted: false,
      personName: 'Ada Brandt',
      changes: [{ field: 'name', before: 'Pay' }],
    },
  ])
  expect(await read({ personId: org.cleo, seesRestricted: false })).toHaveLength(1)
  expect(await read(SEES_ALL, { thing: 'team' })).toHaveLength(1)
  expect(await read(SEES_ALL, { postmortemId: secret })).toHaveLength(1)
  await expect(db.updateTable('activity').set({ what: 'nothing' }).execute()).rejects.toThrow('append-only')
  await expect(db.deleteFrom('activity').execute()).rejects.toThrow('append-only')
})

test('one sees one’s own views and shared ones, and deletes only one’s own', async () => {
  const view = (name: string, ownerId: PersonId, shared: boolean) => ({
    id: newId<'savedView'>(),
    ownerId,
    name,
    query: 'has:repeat',
    shared,
  })
  const [own, shared, foreign] = [
    view('B', org.ada, false),
    view('A', org.ben, true),
    view('C', org.ben, false),
  ]
  await db.transaction().execute(async (tx) => {
    for (const one of [own, shared, foreign]) await createSavedView(tx, one)
  })
  expect((await listSavedViews(db, org.ada)).map((one) => one.name)).toEqual(['A', 'B'])
  const remove = (id: typeof own.id) => db.transaction().execute((tx) => deleteSavedView(tx, id, org.ada))
  expect([await remove(shared.id), await remove(own.id)]).toEqual([false, true])
})
