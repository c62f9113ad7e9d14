/** An incident as the API shows it. */
import type { Incident } from '../contract/incidents.ts'
import { toHandle } from '../domain/handle.ts'
import { durationsOf } from '../domain/incident.ts'
import type { StoredIncident } from '../usecases/incidents/incidents.ts'
import type { Names } from '../usecases/shown.ts'
import { named } from './present.ts'

export function presentIncident(incident: StoredIncident, names: Names): Incident {
  const { postmortem } = incident
  return {
    id: incident.id,
    title: incident.title,
    kind: incident.kind,
    severity: incident.severity,
    severityAsWritten: incident.severityAsWritten,
    ...incident.moments,
    impactStartedOn: incident.impactStartedOn,
    momentsOverrideReason: incident.momentsOverrideReason,
    zone: incident.zone,
    durations: durationsOf(incident.moments),
    services: incident.serviceIds.map((id) => named(id, names)),
    owningTeam: named(incident.owningTeamId, names),
    affectedTeams: incident.affectedTeamIds.map((id) => named(id, names)),
    sources: incident.sources.map((source) => ({ ...source })),
    postmortem:
      postmortem === null ? null : { id: postmortem.id, handle: toHandle('postmortem', postmortem.number) },
    version: incident.version,
  }
}
