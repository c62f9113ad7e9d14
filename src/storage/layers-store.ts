/** Protective layers: the catalogue. */
import { sql, type Selectable } from 'kysely'
import type { LayerId } from '../domain/ids.ts'
import type { Layer } from '../domain/layer.ts'
import { nameKey, namePage } from './name-page.ts'
import { toPage, type Page, type PageRequest } from './page.ts'
import type { Db, Tx } from './schema.ts'
import type { LayersTable } from './schema-people.ts'
import { versionOf, type Stored } from './stored.ts'

function toLayer(row: Selectable<LayersTable>): Stored<Layer> {
  return { id: row.id, name: row.name, description: row.description, ...versionOf(row) }
}

export async function listLayers(db: Db, page: PageRequest): Promise<Page<Stored<Layer>>> {
  const { name, rest } = namePage(page, 'layers')
  const query = db.selectFrom('layers').selectAll().where(rest).orderBy(name).orderBy('layers.id')
  return toPage(await query.limit(page.limit + 1).execute(), page.limit, nameKey, toLayer)
}

export async function findLayer(db: Db, id: LayerId): Promise<Stored<Layer> | null> {
  const row = await db.selectFrom('layers').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : toLayer(row)
}

/** Adds a layer. Breaks `layers_name` when the name is taken, in any case of letters. */
export async function createLayer(tx: Tx, layer: Layer): Promise<void> {
  await tx
    .insertInto('layers')
    .values({ id: layer.id, name: layer.name, description: layer.description })
    .execute()
}

/** Returns the new version, or null when `version` has moved on. */
export async function updateLayer(tx: Tx, version: number, layer: Layer): Promise<number | null> {
  const row = await tx
    .updateTable('layers')
    .set({ name: layer.name, description: layer.description, version: version + 1, updated_at: sql`now()` })
    .where('id', '=', layer.id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  return row?.version ?? null
}
