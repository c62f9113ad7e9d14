/** Services of the catalogue: listed, added, changed. */
import { changedFields } from '../../domain/activity.ts'
import type { ServiceId } from '../../domain/ids.ts'
import type { Service } from '../../domain/team.ts'
import { newId } from '../../storage/new-id.ts'
import type { PageRequest } from '../../storage/page.ts'
import { createService, findService, listServices, updateService } from '../../storage/services-store.ts'
import type { Stored } from '../../storage/stored.ts'
import { movedOn } from '../moved-on.ts'
import { record } from '../record.ts'
import { found } from '../refusal.ts'
import { type Shown, type ShownPage, show, showPage } from '../shown.ts'
import { withoutClash } from '../taken.ts'
import type { Change, Work } from '../work.ts'

export type ServiceFields = Pick<Service, 'name' | 'teamId'>

const NAME_CLASH = { index: 'services_name', code: 'name_taken', field: 'name' } as const
const namesIn = (service: Service): (string | null)[] => [service.teamId]

export async function listAllServices(work: Work, page: PageRequest): Promise<ShownPage<Stored<Service>>> {
  return showPage(work.db, await listServices(work.db, page), namesIn)
}

export async function readService(work: Work, id: ServiceId): Promise<Shown<Stored<Service>>> {
  return show(work.db, found(await findService(work.db, id), 'service'), namesIn)
}

export async function addService(work: Change, fields: ServiceFields): Promise<Shown<Stored<Service>>> {
  const id = newId<'service'>()
  await withoutClash(NAME_CLASH, () => createService(work.db, { id, ...fields }))
  await record(work, [{ thing: 'service', thingId: id, what: 'created', changes: [], reason: null }])
  return readService(work, id)
}

export async function changeService(
  work: Change,
  id: ServiceId,
  version: number,
  fields: Partial<ServiceFields>,
): Promise<Shown<Stored<Service>>> {
  const before = found(await findService(work.db, id), 'service')
  const after = { ...before, ...fields }
  const stored = await withoutClash(NAME_CLASH, () => updateService(work.db, version, after))
  if (stored === null) throw movedOn('service')
  const changes = changedFields<ServiceFields>(before, after)
  await record(work, [{ thing: 'service', thingId: id, what: 'changed', changes, reason: null }])
  return readService(work, id)
}
