/** Saved views: a query of the library under a name, one's own or shared. */
import type { Id, PersonId } from '../domain/ids.ts'
import type { Db, Tx } from './schema.ts'

export interface SavedView {
  readonly id: Id<'savedView'>
  readonly ownerId: PersonId
  readonly name: string
  /** As it is typed: `class:certificate after:2026-01-01`. */
  readonly query: string
  readonly shared: boolean
}

/** A person's own views and those that others share, by name. */
export async function listSavedViews(db: Db, personId: PersonId): Promise<SavedView[]> {
  const rows = await db
    .selectFrom('saved_views')
    .select(['id', 'owner_id as ownerId', 'name', 'query', 'shared'])
    .where((eb) => eb.or([eb('owner_id', '=', personId), eb('shared', '=', true)]))
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows as SavedView[]
}

/** Adds a view. Breaks `saved_views_owner_id_name_key` when its owner has one of that name. */
export async function createSavedView(tx: Tx, view: SavedView): Promise<void> {
  await tx
    .insertInto('saved_views')
    .values({ id: view.id, owner_id: view.ownerId, name: view.name, query: view.query, shared: view.shared })
    .execute()
}

/** Deletes a view of one's own; false when there is none. */
export async function deleteSavedView(tx: Tx, id: SavedView['id'], ownerId: PersonId): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('saved_views')
    .where('id', '=', id)
    .where('owner_id', '=', ownerId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
