/** Saved views of the library: one's own and shared ones. */
import { newId } from '../../storage/new-id.ts'
import {
  createSavedView,
  deleteSavedView,
  listSavedViews,
  type SavedView,
} from '../../storage/saved-views-store.ts'
import { record } from '../record.ts'
import { Refusal } from '../refusal.ts'
import { withoutClash } from '../taken.ts'
import type { Change, Work } from '../work.ts'

export type { SavedView } from '../../storage/saved-views-store.ts'

export function listViews(work: Work): Promise<SavedView[]> {
  return listSavedViews(work.db, work.who.personId)
}

const NAME_CLASH = { index: 'saved_views_owner_id_name_key', code: 'name_taken', field: 'name' } as const

export async function saveView(
  work: Change,
  wanted: Pick<SavedView, 'name' | 'query' | 'shared'>,
): Promise<SavedView> {
  const view = { ...wanted, id: newId<'savedView'>(), ownerId: work.who.personId }
  await withoutClash(NAME_CLASH, () => createSavedView(work.db, view))
  await record(work, [{ thing: 'saved_view', thingId: view.id, what: 'created', changes: [], reason: null }])
  return view
}

export async function deleteView(work: Change, id: SavedView['id']): Promise<void> {
  if (!(await deleteSavedView(work.db, id, work.who.personId))) {
    throw new Refusal('not_found', 'You have no such view.')
  }
  await record(work, [{ thing: 'saved_view', thingId: id, what: 'deleted', changes: [], reason: null }])
}
