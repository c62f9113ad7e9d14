/** People of the organisation: listed, added, changed. The last administrator who can sign in stays one. */
import { changedFields } from '../../domain/activity.ts'
import type { PersonId } from '../../domain/ids.ts'
import type { Person } from '../../domain/person.ts'
import { renameAccount } from '../../storage/accounts-store.ts'
import { newId } from '../../storage/new-id.ts'
import type { PageRequest } from '../../storage/page.ts'
import {
  countHolders,
  createPerson,
  findPerson,
  listPeople,
  lockRoles,
  type StoredPerson,
  updatePerson,
} from '../../storage/people-store.ts'
import { makeSignInLink, type SignInLink } from '../accounts/sign-in-link.ts'
import { movedOn } from '../moved-on.ts'
import { record } from '../record.ts'
import { found, Refusal } from '../refusal.ts'
import { type Shown, type ShownPage, show, showPage } from '../shown.ts'
import { withoutClash } from '../taken.ts'
import type { Change, Work } from '../work.ts'

const namesIn = (person: Person): (string | null)[] => [...person.teamIds, person.managerId]

export async function listAllPeople(
  work: Work,
  page: PageRequest & { readonly q?: string | undefined },
): Promise<ShownPage<StoredPerson>> {
  return showPage(work.db, await listPeople(work.db, page), namesIn)
}

export async function readPerson(work: Work, id: PersonId): Promise<Shown<StoredPerson>> {
  return show(work.db, found(await findPerson(work.db, id), 'person'), namesIn)
}

export type { StoredPerson } from '../../storage/people-store.ts'
export type PersonFields = Pick<Person, 'name' | 'email' | 'title' | 'roles' | 'teamIds' | 'managerId'>

const EMAIL_CLASH = { index: 'people_email', code: 'email_taken', field: 'email' } as const

/** Adds a person, with a link to set a password. */
export async function addPerson(
  work: Change,
  fields: PersonFields,
): Promise<Shown<StoredPerson> & { readonly link: SignInLink }> {
  const id = newId<'person'>()
  await withoutClash(EMAIL_CLASH, () =>
    createPerson(work.db, { ...fields, id, location: null, startDate: null }),
  )
  await record(work, [{ thing: 'person', thingId: id, what: 'created', changes: [], reason: null }])
  const link = await makeSignInLink(work, id)
  return { ...(await readPerson(work, id)), link }
}

/** Changes the fields that are given. */
export async function changePerson(
  work: Change,
  id: PersonId,
  version: number,
  fields: Partial<PersonFields>,
): Promise<Shown<StoredPerson>> {
  if (fields.roles !== undefined) await lockRoles(work.db)
  const before = found(await findPerson(work.db, id), 'person')
  const after: StoredPerson = { ...before, ...fields }
  if (after.managerId === id) {
    throw new Refusal('value_invalid', 'Nobody is their own manager.', [
      { field: 'managerId', message: 'is the person themselves' },
    ])
  }
  const stored = await withoutClash(EMAIL_CLASH, () => updatePerson(work.db, version, after))
  if (stored === null) throw movedOn('person')
  if (after.userId !== null && after.email !== null) {
    await renameAccount(work.db, after.userId, { name: after.name, email: after.email.toLowerCase() })
  }
  await keepAnAdministrator(work, before, after)
  const changes = changedFields<Person>(before, after)
  if (changes.length > 0) {
    await record(work, [{ thing: 'person', thingId: id, what: 'changed', changes, reason: null }])
  }
  return readPerson(work, id)
}

async function keepAnAdministrator(work: Change, before: Person, after: Person): Promise<void> {
  if (!before.roles.includes('admin') || after.roles.includes('admin')) return
  if ((await countHolders(work.db, 'admin')) > 0) return
  throw new Refusal(
    'last_admin',
    `${before.name} is the last administrator who can sign in. Make another one first.`,
    [{ field: 'roles', message: 'takes away the last administrator' }],
  )
}
