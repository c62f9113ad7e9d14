/** The organisation and its severity scale: read and changed. */
import { changedFields } from '../../domain/activity.ts'
import type { Organisation } from '../../domain/organisation.ts'
import {
  findOrganisation,
  type StoredOrganisation,
  updateOrganisation,
} from '../../storage/organisation-store.ts'
import { violationOf } from '../../storage/violation.ts'
import { record } from '../record.ts'
import { found, Refusal } from '../refusal.ts'
import { movedOn } from '../moved-on.ts'
import type { Change, Work } from '../work.ts'

export async function readOrganisation(work: Work): Promise<StoredOrganisation> {
  return found(await findOrganisation(work.db), 'organisation')
}

export type OrganisationFields = Partial<Omit<Organisation, 'id'>>

/** Changes the fields that are given. A severity that incidents have cannot be taken from the scale. */
export async function changeOrganisation(
  work: Change,
  version: number,
  fields: OrganisationFields,
): Promise<StoredOrganisation> {
  const before = await readOrganisation(work)
  const after = { ...before, ...fields }
  checkScale(after)
  if (before.version !== version || (await store(work, version, after)) === null)
    throw movedOn('organisation')
  const changes = changedFields<Organisation>(before, after)
  if (changes.length > 0) {
    await record(work, [
      { thing: 'organisation', thingId: before.id, what: 'changed', changes, reason: null },
    ])
  }
  return readOrganisation(work)
}

function checkScale({ severityScale }: Organisation): void {
  const codes = severityScale.map((level) => level.code)
  if (new Set(codes).size === codes.length) return
  throw new Refusal('value_invalid', 'Each severity stands once on the scale.', [
    { field: 'severityScale', message: 'names a severity twice' },
  ])
}

async function store(work: Change, version: number, organisation: Organisation): Promise<number | null> {
  try {
    return await updateOrganisation(work.db, version, organisation)
  } catch (error) {
    if (violationOf(error)?.kind !== 'foreign_key') throw error
    throw new Refusal(
      'value_invalid',
      'Incidents have a severity that this scale leaves out. Grade them anew first.',
      [{ field: 'severityScale', message: 'leaves out a severity that incidents have' }],
    )
  }
}
export type { StoredOrganisation } from '../../storage/organisation-store.ts'
