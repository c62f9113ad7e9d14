/** Services: what the organisation runs, and which team owns it. */
import { sql, type Selectable } from 'kysely'
import type { ServiceId } from '../domain/ids.ts'
import type { Service } from '../domain/team.ts'
import { nameKey, namePage } from './name-page.ts'
import { toPage, type Page, type PageRequest } from './page.ts'
import { refreshCardsWith } from './postmortem-cards.ts'
import type { Db, Tx } from './schema.ts'
import type { ServicesTable } from './schema-people.ts'
import { versionOf, type Stored } from './stored.ts'

function toService(row: Selectable<ServicesTable>): Stored<Service> {
  return { id: row.id, name: row.name, teamId: row.team_id, ...versionOf(row) }
}

export async function listServices(db: Db, page: PageRequest): Promise<Page<Stored<Service>>> {
  const { name, rest } = namePage(page, 'services')
  const query = db.selectFrom('services').selectAll().where(rest).orderBy(name).orderBy('services.id')
  return toPage(await query.limit(page.limit + 1).execute(), page.limit, nameKey, toService)
}

export async function findService(db: Db, id: ServiceId): Promise<Stored<Service> | null> {
  const row = await db.selectFrom('services').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : toService(row)
}

/** Adds a service. Breaks `services_name` when the name is taken, in any case of letters. */
export async function createService(tx: Tx, service: Service): Promise<void> {
  await tx
    .insertInto('services')
    .values({ id: service.id, name: service.name, team_id: service.teamId })
    .execute()
}

/** Returns the new version, or null when `version` has moved on. A new name is found by search at once. */
export async function updateService(tx: Tx, version: number, service: Service): Promise<number | null> {
  const before = await findService(tx, service.id)
  const row = await tx
    .updateTable('services')
    .set({ name: service.name, team_id: service.teamId, version: version + 1, updated_at: sql`now()` })
    .where('id', '=', service.id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  if (row === undefined) return null
  if (before?.name !== service.name) await refreshCardsWith(tx, `service:${service.id}`)
  return row.version
}

/** Finds the services of these names in any case of letters, and adds those that are not there, with the given ids. */
export async function ensureServices(
  tx: Tx,
  wanted: readonly Pick<Service, 'id' | 'name'>[],
): Promise<Map<string, ServiceId>> {
  if (wanted.length === 0) return new Map()
  await tx
    .insertInto('services')
    .values(wanted.map(({ id, name }) => ({ id, name })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const names = wanted.map(({ name }) => name.toLowerCase())
  const rows = await tx
    .selectFrom('services')
    .select(['id', sql<string>`lower(name)`.as('key')])
    .where(sql<boolean>`lower(name) = any(${names})`)
    .execute()
  return new Map(rows.map((row) => [row.key, row.id]))
}
