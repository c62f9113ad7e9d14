/** Begins a postmortem of one or several incidents; whoever begins it is its author. */
import type { IncidentId, PostmortemId } from '../../domain/ids.ts'
import type { Tier, Visibility } from '../../domain/vocabulary.ts'
import { findIncident } from '../../storage/incidents-store.ts'
import { newId } from '../../storage/new-id.ts'
import { createPostmortem } from '../../storage/postmortem-store.ts'
import { record } from '../record.ts'
import { Refusal } from '../refusal.ts'
import { lintPostmortem } from '../wording/lint-postmortem.ts'
import { type Change, sightOf } from '../work.ts'

export interface NewPostmortem {
  readonly title: string
  readonly tier: Tier
  readonly incidentIds: readonly IncidentId[]
  readonly visibility: Visibility
}

export async function beginPostmortem(work: Change, wanted: NewPostmortem): Promise<PostmortemId> {
  const incidentIds = [...new Set(wanted.incidentIds)]
  await checkIncidents(work, incidentIds)
  const id = newId<'postmortem'>()
  await createPostmortem(work.db, {
    ...wanted,
    id,
    incidentIds,
    authorId: work.who.personId,
    facilitatorId: null,
    language: 'en',
    createdAt: work.now,
  })
  await lintPostmortem(work.db, id)
  await record(work, [{ thing: 'postmortem', thingId: id, what: 'created', changes: [], reason: null }], id)
  return id
}

/** An incident that the caller may not see does not exist for them. */
async function checkIncidents(work: Change, ids: readonly IncidentId[]): Promise<void> {
  for (const [index, id] of ids.entries()) {
    if ((await findIncident(work.db, sightOf(work), id)) !== null) continue
    throw new Refusal('reference_unknown', 'One of the incidents does not exist.', [
      { field: `incidentIds.${String(index)}`, message: 'is no incident' },
    ])
  }
}
