/** Protective layers of the catalogue: listed, added, changed. */
import { changedFields } from '../../domain/activity.ts'
import type { LayerId } from '../../domain/ids.ts'
import type { Layer } from '../../domain/layer.ts'
import { createLayer, findLayer, listLayers, updateLayer } from '../../storage/layers-store.ts'
import { newId } from '../../storage/new-id.ts'
import type { Page, PageRequest } from '../../storage/page.ts'
import type { Stored } from '../../storage/stored.ts'
import { movedOn } from '../moved-on.ts'
import { record } from '../record.ts'
import { found } from '../refusal.ts'
import { withoutClash } from '../taken.ts'
import type { Change, Work } from '../work.ts'

export type LayerFields = Pick<Layer, 'name' | 'description'>

const NAME_CLASH = { index: 'layers_name', code: 'name_taken', field: 'name' } as const

export function listAllLayers(work: Work, page: PageRequest): Promise<Page<Stored<Layer>>> {
  return listLayers(work.db, page)
}

export async function readLayer(work: Work, id: LayerId): Promise<Stored<Layer>> {
  return found(await findLayer(work.db, id), 'protective layer')
}

export async function addLayer(work: Change, fields: LayerFields): Promise<Stored<Layer>> {
  const id = newId<'layer'>()
  await withoutClash(NAME_CLASH, () => createLayer(work.db, { id, ...fields }))
  await record(work, [{ thing: 'layer', thingId: id, what: 'created', changes: [], reason: null }])
  return readLayer(work, id)
}

export async function changeLayer(
  work: Change,
  id: LayerId,
  version: number,
  fields: Partial<LayerFields>,
): Promise<Stored<Layer>> {
  const before = await readLayer(work, id)
  const after = { ...before, ...fields }
  const stored = await withoutClash(NAME_CLASH, () => updateLayer(work.db, version, after))
  if (stored === null) throw movedOn('protective layer')
  const changes = changedFields<LayerFields>(before, after)
  await record(work, [{ thing: 'layer', thingId: id, what: 'changed', changes, reason: null }])
  return readLayer(work, id)
}
