/** Stores the demonstration organisation itself: people with their accounts, teams, services, layers, classes, cadences. */
import type { Weekday } from '../../src/domain/organisation.ts'
import type { Currency } from '../../src/domain/money.ts'
import type { Instant } from '../../src/domain/instant.ts'
import { saveAccount } from '../../src/storage/accounts-store.ts'
import { createClass } from '../../src/storage/classes-store.ts'
import { createLayer } from '../../src/storage/layers-store.ts'
import { newId } from '../../src/storage/new-id.ts'
import { createOrganisation } from '../../src/storage/organisation-store.ts'
import { createPerson } from '../../src/storage/people-store.ts'
import type { Tx } from '../../src/storage/schema.ts'
import { createService } from '../../src/storage/services-store.ts'
import { createTeam } from '../../src/storage/teams-store.ts'
import type { DemoOrganisation } from '../read-demo.ts'
import { maybe, type Keys } from './keys.ts'

/** `passwordHash` is given to those of `demo.logins`; nobody else can sign in. */
export async function loadOrganisation(
  tx: Tx,
  demo: DemoOrganisation,
  keys: Keys,
  passwordHash: string,
): Promise<void> {
  await createOrganisation(
    tx,
    {
      id: newId<'organisation'>(),
      name: demo.name,
      timeZone: demo.timeZone,
      currency: demo.currency as Currency,
      workingDays: demo.workingDays as readonly Weekday[],
      severityScale: demo.severityScale,
    },
    true,
  )
  await loadPeople(tx, demo, keys)
  for (const [key, service] of Object.entries(demo.services)) {
    await createService(tx, { id: keys.service(key), name: service.name, teamId: keys.team(service.team) })
  }
  for (const [key, { name, description }] of Object.entries(demo.layers)) {
    await createLayer(tx, { id: keys.layer(key), name, description })
  }
  for (const [key, { name, description, words, layers, windowDays }] of Object.entries(demo.classes)) {
    const id = keys.class(key)
    await createClass(tx, {
      id,
      name,
      description,
      words,
      layerIds: layers.map(keys.layer),
      windowDays,
      active: true,
    })
  }
  for (const { person } of demo.logins) await openAccount(tx, demo, keys, person, passwordHash, demo.storyNow)
}

/** Teams before their members, managers before those who report to them. */
async function loadPeople(tx: Tx, demo: DemoOrganisation, keys: Keys): Promise<void> {
  for (const [key, { name }] of Object.entries(demo.teams)) {
    await createTeam(tx, { id: keys.team(key), name, leadId: null })
  }
  const stored = new Set<string>()
  const store = async (key: string): Promise<void> => {
    const person = demo.people[key]
    if (person === undefined || stored.has(key)) return
    stored.add(key)
    if (person.manager !== null) await store(person.manager)
    await createPerson(tx, {
      id: keys.person(key),
      name: person.name,
      email: person.email,
      title: person.title,
      roles: person.roles,
      managerId: maybe(keys.person, person.manager),
      teamIds: person.team === null ? [] : [keys.team(person.team)],
      location: null,
      startDate: null,
    })
  }
  for (const key of Object.keys(demo.people)) await store(key)
  for (const [key, { lead }] of Object.entries(demo.teams)) {
    await tx
      .updateTable('teams')
      .set({ lead_id: keys.person(lead) })
      .where('id', '=', keys.team(key))
      .execute()
  }
}

async function openAccount(
  tx: Tx,
  demo: DemoOrganisation,
  keys: Keys,
  key: string,
  passwordHash: string,
  at: Instant,
): Promise<void> {
  const person = demo.people[key]
  if (person === undefined) throw new Error(`The demonstration has no person “${key}”`)
  const { name, email } = person
  await saveAccount(tx, { personId: keys.person(key), name, email, passwordHash }, at)
}
