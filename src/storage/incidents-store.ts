/** Incidents: what happened and when, with their services, teams, sources and changes of severity. */
import { sql, type Selectable } from 'kysely'
import type { IncidentId, PostmortemId, ServiceId, TeamId } from '../domain/ids.ts'
import type { Incident, IncidentSource } from '../domain/incident.ts'
import type { Instant } from '../domain/instant.ts'
import type { SeverityChange } from '../domain/severity-change.ts'
import { newId } from './new-id.ts'
import { readCursor, toPage, type Page, type PageRequest } from './page.ts'
import { ask, type Question, question } from './question.ts'
import { settlePostmortems } from './reading-models.ts'
import type { IncidentsTable } from './schema-postmortems.ts'
import type { Db, Tx } from './schema.ts'
import { mayBeSeen, type Sight } from './sight.ts'
import { versionOf, type Stored } from './stored.ts'

/** An incident as stored, with the newest postmortem of it that the asker may see. */
export type StoredIncident = Stored<Incident> & {
  readonly postmortem: { readonly id: PostmortemId; readonly number: number } | null
}

/** Which incidents; all that is given must hold. `from` and `to` are half-open and leave out undated ones. */
export interface IncidentFilter {
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
  readonly severity?: string | undefined
  readonly serviceId?: ServiceId | undefined
  /** Owning or affected. */
  readonly teamId?: TeamId | undefined
}

/** An incident is seen by whoever may see one of its postmortems; one without a postmortem is seen by all. */
const seen = (sight: Sight) => sql<boolean>`coalesce((
  select bool_or(${mayBeSeen(sight, 'c')}) from postmortem_incidents pi join postmortem_cards c using (postmortem_id)
  where pi.incident_id = incidents.id
), true)`

function selectIncidents(db: Db, sight: Sight) {
  return db
    .selectFrom('incidents')
    .selectAll('incidents')
    .select([
      sql<ServiceId[]>`array(
        select service_id from incident_services s join services on services.id = s.service_id
        where s.incident_id = incidents.id order by services.name
      )`.as('service_ids'),
      sql<TeamId[]>`array(
        select team_id from incident_teams t join teams on teams.id = t.team_id
        where t.incident_id = incidents.id order by teams.name
      )`.as('team_ids'),
      sql<IncidentSource[]>`coalesce((
        select jsonb_agg(jsonb_build_object('system', system, 'externalId', external_id, 'url', url) order by position)
        from incident_sources s where s.incident_id = incidents.id
      ), '[]')`.as('sources'),
      sql<StoredIncident['postmortem']>`(
        select jsonb_build_object('id', c.postmortem_id, 'number', c.number)
        from postmortem_incidents pi join postmortem_cards c using (postmortem_id)
        where pi.incident_id = incidents.id and ${mayBeSeen(sight, 'c')}
        order by c.state = 'withdrawn', c.postmortem_id desc limit 1
      )`.as('postmortem'),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectIncidents>['executeTakeFirstOrThrow']>>

function toIncident(row: Row): StoredIncident {
  return {
    id: row.id,
    title: row.title,
    kind: row.kind,
    severity: row.severity,
    severityAsWritten: row.severity_as_written,
    moments: momentsOf(row),
    impactStartedOn: row.impact_started_on,
    momentsOverrideReason: row.moments_override_reason,
    zone: row.zone,
    serviceIds: row.service_ids,
    owningTeamId: row.owning_team_id,
    affectedTeamIds: row.team_ids,
    sources: row.sources,
    postmortem: row.postmortem,
    ...versionOf(row),
  }
}

function momentsOf(row: Selectable<IncidentsTable>): Incident['moments'] {
  return {
    impactStartedAt: row.impact_started_at,
    detectedAt: row.detected_at,
    acknowledgedAt: row.acknowledged_at,
    mitigatedAt: row.mitigated_at,
    recoveredAt: row.recovered_at,
  }
}

export async function findIncident(db: Db, sight: Sight, id: IncidentId): Promise<StoredIncident | null> {
  const row = await selectIncidents(db, sight).where('id', '=', id).where(seen(sight)).executeTakeFirst()
  return row === undefined ? null : toIncident(row)
}

/** The incidents of a postmortem, in its order. The asker must be known to see the postmortem. */
export async function listIncidentsOf(
  db: Db,
  sight: Sight,
  postmortemId: PostmortemId,
): Promise<StoredIncident[]> {
  return ask(db, incidentsOfAsked(db, sight, postmortemId))
}

/** The same as a question. */
export function incidentsOfAsked(
  db: Db,
  sight: Sight,
  postmortemId: PostmortemId,
): Question<StoredIncident[]> {
  const incidents = selectIncidents(db, sight)
    .innerJoin('postmortem_incidents', 'postmortem_incidents.incident_id', 'incidents.id')
    .where('postmortem_incidents.postmortem_id', '=', postmortemId)
    .orderBy('postmortem_incidents.position')
    .orderBy('incidents.id')
  return question(incidents, (rows) => rows.map(toIncident))
}

/** Incidents, newest first; undated ones stand where they were written down. */
export async function listIncidents(
  db: Db,
  sight: Sight,
  filter: IncidentFilter,
  page: PageRequest,
): Promise<Page<StoredIncident>> {
  const after = readCursor(page.cursor, ['instant', 'uuid'])
  let query = selectIncidents(db, sight)
    .where(seen(sight))
    .orderBy('incidents.sort_at', 'desc')
    .orderBy('incidents.id', 'desc')
    .limit(page.limit + 1)
  if (after) {
    query = query.where(
      sql<boolean>`(incidents.sort_at, incidents.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
    )
  }
  if (filter.from) query = query.where('sort_at', '>=', filter.from)
  if (filter.to) query = query.where('sort_at', '<', filter.to)
  if (filter.from ?? filter.to) query = query.where('occurred_at', 'is not', null)
  if (filter.severity) query = query.where('severity', '=', filter.severity)
  if (filter.serviceId) {
    query = query.where(
      sql<boolean>`exists (
        select from incident_services s where s.incident_id = incidents.id and s.service_id = ${filter.serviceId}
      )`,
    )
  }
  if (filter.teamId) {
    query = query.where(
      sql<boolean>`(owning_team_id = ${filter.teamId} or exists (
        select from incident_teams t where t.incident_id = incidents.id and t.team_id = ${filter.teamId}
      ))`,
    )
  }
  return toPage(await query.execute(), page.limit, (row) => [row.sort_at, row.id], toIncident)
}

function columns(incident: Incident) {
  return {
    title: incident.title,
    kind: incident.kind,
    severity: incident.severity,
    severity_as_written: incident.severityAsWritten,
    owning_team_id: incident.owningTeamId,
    impact_started_at: incident.moments.impactStartedAt,
    detected_at: incident.moments.detectedAt,
    acknowledged_at: incident.moments.acknowledgedAt,
    mitigated_at: incident.moments.mitigatedAt,
    recovered_at: incident.moments.recoveredAt,
    impact_started_on: incident.impactStartedOn,
    moments_override_reason: incident.momentsOverrideReason,
    zone: incident.zone,
  }
}

/** Records an incident. Breaks a foreign key when its severity, a service or a team is not known. */
export async function createIncident(tx: Tx, incident: Incident): Promise<void> {
  await tx
    .insertInto('incidents')
    .values({ id: incident.id, ...columns(incident) })
    .execute()
  await insertLists(tx, incident)
}

/** Stores an incident as it is now, and what is read of its postmortems; null when `version` has moved on. */
export async function updateIncident(tx: Tx, version: number, incident: Incident): Promise<number | null> {
  const row = await tx
    .updateTable('incidents')
    .set({ ...columns(incident), version: version + 1, updated_at: sql`now()` })
    .where('id', '=', incident.id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  if (row === undefined) return null
  await tx.deleteFrom('incident_services').where('incident_id', '=', incident.id).execute()
  await tx.deleteFrom('incident_teams').where('incident_id', '=', incident.id).execute()
  await tx.deleteFrom('incident_sources').where('incident_id', '=', incident.id).execute()
  await insertLists(tx, incident)
  await settlePostmortems(tx, await postmortemsOf(tx, incident.id))
  return row.version
}

async function insertLists(tx: Tx, incident: Incident): Promise<void> {
  const incident_id = incident.id
  const services = [...new Set(incident.serviceIds)].map((service_id) => ({ incident_id, service_id }))
  const teams = [...new Set(incident.affectedTeamIds)].map((team_id) => ({ incident_id, team_id }))
  const sources = incident.sources.map((source, position) => ({
    incident_id,
    position,
    system: source.system,
    external_id: source.externalId,
    url: source.url,
  }))
  if (services.length > 0) await tx.insertInto('incident_services').values(services).execute()
  if (teams.length > 0) await tx.insertInto('incident_teams').values(teams).execute()
  if (sources.length > 0) await tx.insertInto('incident_sources').values(sources).execute()
}

/** The postmortems that tell of an incident. */
export async function postmortemsOf(db: Db, id: IncidentId): Promise<PostmortemId[]> {
  const rows = await db
    .selectFrom('postmortem_incidents')
    .select('postmortem_id')
    .where('incident_id', '=', id)
    .execute()
  return rows.map((row) => row.postmortem_id)
}

/** Keeps a change of severity; the incident itself is stored by `updateIncident`. */
export async function recordSeverityChange(tx: Tx, change: SeverityChange): Promise<void> {
  await tx
    .insertInto('severity_changes')
    .values({
      id: newId<'severityChange'>(),
      incident_id: change.incidentId,
      from_severity: change.from,
      to_severity: change.to,
      reason: change.reason,
      changed_by_id: change.by,
      changed_at: change.at,
    })
    .execute()
}
