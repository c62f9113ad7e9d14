/** Incidents: listed, recorded, changed; a change of severity is kept with who and why. */
import { type ActivityDraft, changedFields } from '../../domain/activity.ts'
import type { IncidentId } from '../../domain/ids.ts'
import { type Incident, takeMoments } from '../../domain/incident.ts'
import { severityRank } from '../../domain/organisation.ts'
import { changeSeverity } from '../../domain/severity-change.ts'
import {
  createIncident,
  findIncident,
  type IncidentFilter,
  listIncidents,
  recordSeverityChange,
  type StoredIncident,
  updateIncident,
} from '../../storage/incidents-store.ts'
import { newId } from '../../storage/new-id.ts'
import { listSeverities } from '../../storage/organisation-store.ts'
import type { PageRequest } from '../../storage/page.ts'
import { movedOn } from '../moved-on.ts'
import { record } from '../record.ts'
import { found, must, Refusal } from '../refusal.ts'
import { type Shown, type ShownPage, show, showPage } from '../shown.ts'
import { knownReferences } from '../taken.ts'
import { type Change, sightOf, type Work } from '../work.ts'

export type { StoredIncident } from '../../storage/incidents-store.ts'

/** What of an incident refers to something with a name. */
export const namesInIncident = (incident: Incident): (string | null)[] => [
  ...incident.serviceIds,
  ...incident.affectedTeamIds,
  incident.owningTeamId,
]

export async function listAllIncidents(
  work: Work,
  filter: IncidentFilter,
  page: PageRequest,
): Promise<ShownPage<StoredIncident>> {
  return showPage(work.db, await listIncidents(work.db, sightOf(work), filter, page), namesInIncident)
}

export async function readIncident(work: Work, id: IncidentId): Promise<Shown<StoredIncident>> {
  return show(work.db, await loadIncident(work, id), namesInIncident)
}

async function loadIncident(work: Work, id: IncidentId): Promise<StoredIncident> {
  return found(await findIncident(work.db, sightOf(work), id), 'incident')
}

export type IncidentFields = Omit<Incident, 'id' | 'severityAsWritten' | 'impactStartedOn'>

/** Records an incident. Refuses `severity_unknown`, `moments_out_of_order`, `reference_unknown`. */
export async function recordIncident(work: Change, fields: IncidentFields): Promise<Shown<StoredIncident>> {
  must(takeMoments(fields.moments, fields.momentsOverrideReason))
  await checkSeverity(work, fields.severity)
  const id = newId<'incident'>()
  const incident = { ...fields, id, severityAsWritten: null, impactStartedOn: null }
  await knownReferences(() => createIncident(work.db, incident))
  await record(work, [{ thing: 'incident', thingId: id, what: 'created', changes: [], reason: null }])
  return readIncident(work, id)
}

async function checkSeverity(work: Work, severity: string | null): Promise<void> {
  if (severity === null) return
  const scale = await listSeverities(work.db)
  if (severityRank(scale, severity) !== null) return
  const codes = scale.map((level) => level.code).join(', ')
  throw new Refusal('severity_unknown', `${severity} is not on the severity scale: ${codes}.`, [
    { field: 'severity', message: `is not one of ${codes}` },
  ])
}

/** Changes the fields that are given; a severity that was there before changes with a reason only. */
export async function changeIncident(
  work: Change,
  id: IncidentId,
  version: number,
  fields: Partial<IncidentFields>,
  severityReason: string | null,
): Promise<Shown<StoredIncident>> {
  const before = await loadIncident(work, id)
  const after: StoredIncident = { ...before, ...fields }
  must(takeMoments(after.moments, after.momentsOverrideReason))
  const drafts = [
    ...(await gradeAnew(work, before, after, severityReason)),
    ...changeDrafts({ ...before, severity: after.severity }, after),
  ]
  const stored = await knownReferences(() => updateIncident(work.db, version, after))
  if (stored === null) throw movedOn('incident')
  await record(work, drafts, before.postmortem?.id ?? null)
  return readIncident(work, id)
}

async function gradeAnew(
  work: Change,
  before: StoredIncident,
  after: StoredIncident,
  reason: string | null,
): Promise<ActivityDraft[]> {
  if (before.severity === after.severity) return []
  const scale = await listSeverities(work.db)
  const graded = must(changeSeverity(before, after.severity, scale, work.who.personId, work.now, reason))
  await recordSeverityChange(work.db, graded.change)
  return [
    {
      ...graded.activity,
      changes: changedFields({ severity: before.severity }, { severity: after.severity }),
    },
  ]
}

function changeDrafts(before: StoredIncident, after: StoredIncident): ActivityDraft[] {
  const changes = changedFields(before, after, ['version', 'createdAt', 'updatedAt', 'postmortem'])
  if (changes.length === 0) return []
  return [{ thing: 'incident', thingId: before.id, what: 'changed', changes, reason: null }]
}
