/** Incident classes of the organisation: one, added, changed, and where each is suggested. */
import { changedFields } from '../../domain/activity.ts'
import type { IncidentClassId } from '../../domain/ids.ts'
import type { IncidentClass } from '../../domain/incident-class.ts'
import { CLASS_REGISTER } from '../../ingest/classes/register.ts'
import {
  createClass,
  findClass,
  listClasses,
  listSuggestions,
  type StoredClass,
  type Suggestion,
  updateClass,
} from '../../storage/classes-store.ts'
import { newId } from '../../storage/new-id.ts'
import type { Page, PageRequest } from '../../storage/page.ts'
import { movedOn } from '../moved-on.ts'
import { record } from '../record.ts'
import { found } from '../refusal.ts'
import { type Shown, show } from '../shown.ts'
import { withoutClash } from '../taken.ts'
import { type Caller, type Change, sightOf, type Work } from '../work.ts'

export type { StoredClass } from '../../storage/classes-store.ts'

export type ClassFields = Omit<IncidentClass, 'id'>

const NAME_CLASH = { index: 'incident_classes_name', code: 'name_taken', field: 'name' } as const

export async function readClass(work: Work, id: IncidentClassId): Promise<Shown<StoredClass>> {
  return show(work.db, found(await findClass(work.db, id), 'class'), (one) => one.layerIds)
}

export async function addClass(work: Change, fields: ClassFields): Promise<Shown<StoredClass>> {
  const id = newId<'incidentClass'>()
  await withoutClash(NAME_CLASH, () => createClass(work.db, { id, ...fields }))
  await record(work, [{ thing: 'incident_class', thingId: id, what: 'created', changes: [], reason: null }])
  return readClass(work, id)
}

/** Changes the fields that are given; a new window judges every past occurrence anew. */
export async function changeClass(
  work: Change,
  id: IncidentClassId,
  version: number,
  fields: Partial<ClassFields>,
): Promise<Shown<StoredClass>> {
  const before = found(await findClass(work.db, id), 'class')
  const after = { ...before, ...fields }
  const stored = await withoutClash(NAME_CLASH, () => updateClass(work.db, version, after))
  if (stored === null) throw movedOn('class')
  const changes = changedFields<ClassFields>(before, after)
  await record(work, [{ thing: 'incident_class', thingId: id, what: 'changed', changes, reason: null }])
  return readClass(work, id)
}

export async function listUndecided(
  work: Work,
  id: IncidentClassId,
  page: PageRequest,
): Promise<Page<Suggestion>> {
  found(await findClass(work.db, id), 'class')
  return listSuggestions(work.db, sightOf(work), id, page)
}

/** Adds those classes that reading can suggest and the register does not have yet, by the reader's own names. */
export async function fillRegister(work: Change<Caller | null>): Promise<void> {
  const known = await listClasses(work.db)
  const names = new Set(known.map((one) => one.name.toLowerCase()))
  const keys = new Set(known.map((one) => one.lexiconKey))
  for (const entry of CLASS_REGISTER) {
    if (keys.has(entry.id) || names.has(entry.name.toLowerCase())) continue
    const words = entry.strong.split(',').map((word) => word.trim().replaceAll(/\s+/g, ' '))
    const fields = { name: entry.name, description: null, words, layerIds: [], windowDays: 90, active: true }
    await createClass(work.db, { id: newId<'incidentClass'>(), ...fields }, entry.id)
  }
}
