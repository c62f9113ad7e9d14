/** People: who they are, their teams and roles, and the account each signs in with. */
import { sql } from 'kysely'
import type { PersonId, TeamId } from '../domain/ids.ts'
import type { Person } from '../domain/person.ts'
import type { Role } from '../domain/vocabulary.ts'
import { readCursor, toPage, type Page, type PageRequest } from './page.ts'
import type { Db, Tx } from './schema.ts'
import { versionOf, type Stored } from './stored.ts'

/** A person as stored, with the id of the account they sign in with. */
export type StoredPerson = Stored<Person & { readonly userId: string | null }>

function selectPeople(db: Db) {
  return db
    .selectFrom('people')
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom('team_members')
        .select(sql<TeamId[]>`coalesce(array_agg(team_id order by team_id), '{}')`.as('ids'))
        .whereRef('team_members.person_id', '=', 'people.id')
        .as('team_ids'),
    )
}

type Row = Awaited<ReturnType<ReturnType<typeof selectPeople>['executeTakeFirstOrThrow']>>

function toPerson(row: Row): StoredPerson {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    title: row.title,
    managerId: row.manager_id,
    teamIds: row.team_ids ?? [],
    roles: row.roles,
    location: row.location,
    startDate: row.start_date,
    userId: row.user_id,
    ...versionOf(row),
  }
}

export async function findPerson(db: Db, id: PersonId): Promise<StoredPerson | null> {
  const row = await selectPeople(db).where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : toPerson(row)
}

/** The person behind an account of the sign-in library. */
export async function findPersonByUser(db: Db, userId: string): Promise<StoredPerson | null> {
  const row = await selectPeople(db).where('user_id', '=', userId).executeTakeFirst()
  return row === undefined ? null : toPerson(row)
}

/** The person with an address, in any case of letters. */
export async function findPersonByEmail(db: Db, email: string): Promise<StoredPerson | null> {
  const row = await selectPeople(db).where('email', '=', email.toLowerCase()).executeTakeFirst()
  return row === undefined ? null : toPerson(row)
}

/** People by name; `q` finds a part of a name in any case. */
export async function listPeople(
  db: Db,
  page: PageRequest & { readonly q?: string | undefined },
): Promise<Page<StoredPerson>> {
  const after = readCursor(page.cursor, ['string', 'uuid'])
  let query = selectPeople(db)
    .select(sql<string>`lower(name)`.as('sort_name'))
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .limit(page.limit + 1)
  if (after) query = query.where(sql<boolean>`(lower(name), id) > (${after[0]}, ${after[1]}::uuid)`)
  if (page.q) query = query.where(sql`lower(name)`, 'like', `%${likePart(page.q.toLowerCase())}%`)
  const rows = await query.execute()
  return toPage(rows, page.limit, (row) => [row.sort_name, row.id], toPerson)
}

/** A text as it stands in a pattern of `like`. */
function likePart(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`)
}

/** What of a person is written by the organisation. */
export type PersonFields = Omit<Person, 'id'>

function columns(person: PersonFields) {
  return {
    name: person.name,
    email: person.email?.toLowerCase() ?? null,
    title: person.title,
    location: person.location,
    manager_id: person.managerId,
    start_date: person.startDate,
    roles: person.roles,
  }
}

/** Adds a person. Breaks `people_email` when the address is taken. */
export async function createPerson(tx: Tx, person: Person): Promise<void> {
  await tx
    .insertInto('people')
    .values({ id: person.id, ...columns(person) })
    .execute()
  await replaceTeams(tx, person.id, person.teamIds)
}

/** Stores a person as they are now; returns the new version, or null when `version` has moved on. */
export async function updatePerson(tx: Tx, version: number, person: Person): Promise<number | null> {
  const row = await tx
    .updateTable('people')
    .set({ ...columns(person), version: version + 1, updated_at: sql`now()` })
    .where('id', '=', person.id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  if (row === undefined) return null
  await replaceTeams(tx, person.id, person.teamIds)
  return row.version
}

async function replaceTeams(tx: Tx, personId: PersonId, teamIds: readonly TeamId[]): Promise<void> {
  await tx
    .deleteFrom('team_members')
    .where('person_id', '=', personId)
    .$if(teamIds.length > 0, (query) => query.where('team_id', 'not in', teamIds))
    .execute()
  if (teamIds.length === 0) return
  await tx
    .insertInto('team_members')
    .values(teamIds.map((team_id) => ({ team_id, person_id: personId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Ties a person to the account they sign in with. */
export async function linkAccount(tx: Tx, id: PersonId, userId: string): Promise<void> {
  await tx
    .updateTable('people')
    .set({ user_id: userId, updated_at: sql`now()` })
    .where('id', '=', id)
    .execute()
}

/** Makes changes of who is an administrator wait for each other until the transaction ends, so that not all go at once. */
export async function lockRoles(tx: Tx): Promise<void> {
  await tx.selectFrom('organisation').select('id').forUpdate().execute()
}

/** How many people hold a role and have an account: an installation needs one administrator who can sign in. */
export async function countHolders(db: Db, role: Role): Promise<number> {
  const { n } = await db
    .selectFrom('people')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('user_id', 'is not', null)
    .where(sql<boolean>`${role} = any(roles)`)
    .executeTakeFirstOrThrow()
  return n
}
