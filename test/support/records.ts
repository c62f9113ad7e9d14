/** Records for tests: a small organisation, and makers of incidents, postmortems and action items with sensible fields. */
import type { ActionItem } from '../../src/domain/action-item.ts'
import type { Currency } from '../../src/domain/money.ts'
import type { IncidentClassId, IncidentId, LayerId, PersonId, PostmortemId } from '../../src/domain/ids.ts'
import type { ServiceId, TeamId } from '../../src/domain/ids.ts'
import { NO_MOMENTS, type Incident, type Moments } from '../../src/domain/incident.ts'
import type { Instant } from '../../src/domain/instant.ts'
import { DEFAULT_SEVERITY_SCALE, DEFAULT_WORKING_DAYS } from '../../src/domain/organisation.ts'
import type { TimelineEvent } from '../../src/domain/timeline.ts'
import { createActions, type NewAction } from '../../src/storage/action-items-store.ts'
import { createIncident } from '../../src/storage/incidents-store.ts'
import { createLayer } from '../../src/storage/layers-store.ts'
import { newId } from '../../src/storage/new-id.ts'
import { createOrganisation } from '../../src/storage/organisation-store.ts'
import { createPerson } from '../../src/storage/people-store.ts'
import {
  createPostmortem,
  type NewPostmortem,
  type PostmortemChanges,
} from '../../src/storage/postmortem-store.ts'
import type { Db, Tx } from '../../src/storage/schema.ts'
import { createService } from '../../src/storage/services-store.ts'
import { createTeam } from '../../src/storage/teams-store.ts'

/** A literal time: `at('2026-03-01T09:00:00Z')`. */
export const at = (text: string): Instant => text as Instant

export interface SmallOrganisation {
  readonly ada: PersonId
  readonly ben: PersonId
  readonly cleo: PersonId
  readonly payments: TeamId
  readonly checkout: ServiceId
  readonly rollout: LayerId
  readonly certificate: IncidentClassId
  readonly pool: IncidentClassId
}

/** An organisation with three people, a team, a service, a layer and two classes. */
export async function smallOrganisation(db: Db): Promise<SmallOrganisation> {
  const ids: SmallOrganisation = {
    ada: newId(),
    ben: newId(),
    cleo: newId(),
    payments: newId(),
    checkout: newId(),
    rollout: newId(),
    certificate: newId(),
    pool: newId(),
  }
  await db.transaction().execute((tx) => fill(tx, ids))
  return ids
}

async function fill(tx: Tx, ids: SmallOrganisation): Promise<void> {
  await createOrganisation(
    tx,
    {
      id: newId(),
      name: 'Harbour Rail',
      timeZone: 'Europe/Amsterdam',
      currency: 'EUR' as Currency,
      workingDays: DEFAULT_WORKING_DAYS,
      severityScale: DEFAULT_SEVERITY_SCALE,
    },
    false,
  )
  await createTeam(tx, { id: ids.payments, name: 'Payments', leadId: null })
  await person(tx, ids.ada, 'Ada Brandt', [ids.payments])
  await person(tx, ids.ben, 'Ben Osei', [ids.payments])
  await person(tx, ids.cleo, 'Cleo Marsh', [])
  await createService(tx, { id: ids.checkout, name: 'Checkout', teamId: ids.payments })
  await createLayer(tx, { id: ids.rollout, name: 'Stepwise rollout', description: null })
  await tx
    .insertInto('incident_classes')
    .values([
      { id: ids.certificate, name: 'Expired certificate', lexicon_key: 'certificate-or-credential' },
      { id: ids.pool, name: 'Connection pool exhausted', window_days: 30 },
    ])
    .execute()
}

async function person(tx: Tx, id: PersonId, name: string, teamIds: readonly TeamId[]): Promise<void> {
  await createPerson(tx, {
    id,
    name,
    email: `${name.toLowerCase().replace(' ', '.')}@example.org`,
    title: null,
    managerId: null,
    teamIds,
    roles: ['contributor'],
    location: null,
    startDate: null,
  })
}

/** An outage about which little is known; `moments` may name some. */
export function anIncident(
  fields: Partial<Omit<Incident, 'moments'>> & { moments?: Partial<Moments> } = {},
): Incident {
  const { moments, ...others } = fields
  return {
    id: newId(),
    title: 'Card payments refused',
    kind: 'outage',
    severity: 'SEV2',
    severityAsWritten: null,
    impactStartedOn: null,
    momentsOverrideReason: null,
    zone: null,
    serviceIds: [],
    owningTeamId: null,
    affectedTeamIds: [],
    sources: [],
    ...others,
    moments: { ...NO_MOMENTS, ...moments },
  }
}

/** Stores a postmortem of the incident, which is stored too, and returns its id. */
export async function storePostmortem(
  db: Db,
  incident: Incident,
  fields: Partial<NewPostmortem> = {},
  changes: PostmortemChanges = {},
): Promise<PostmortemId> {
  const postmortem: NewPostmortem = {
    id: newId(),
    title: incident.title,
    tier: 'standard',
    visibility: 'organisation',
    authorId: null,
    facilitatorId: null,
    language: 'en',
    incidentIds: [incident.id] as IncidentId[],
    createdAt: at('2026-06-01T08:00:00Z'),
    ...fields,
  }
  await db.transaction().execute(async (tx) => {
    await createIncident(tx, incident)
    await createPostmortem(tx, postmortem, changes)
  })
  return postmortem.id
}

/** A timeline event of the response at a time that is known to the minute. */
export function anEvent(fields: Partial<TimelineEvent> = {}): TimelineEvent {
  return {
    id: newId(),
    at: at('2026-03-01T09:05:00Z'),
    until: null,
    asWritten: '10:05 CET',
    zone: 'Europe/Amsterdam',
    precision: 'minute',
    phase: 'response',
    text: 'Failed over to the second provider',
    actor: 'on-call engineer',
    source: null,
    curated: true,
    evidenceIds: [],
    ...fields,
  }
}

/** A proposed action item of a postmortem. */
export function anAction(postmortemId: PostmortemId, fields: Partial<NewAction> = {}): NewAction {
  return {
    id: newId(),
    postmortemId,
    title: 'Alert on certificates that expire within 30 days',
    kind: 'alert_threshold',
    aim: 'detect',
    state: 'proposed',
    major: false,
    teamId: null,
    ownerId: null,
    ownerAsWritten: null,
    acceptedAt: null,
    due: null,
    measure: null,
    classId: null,
    layerId: null,
    trackerUrl: null,
    verification: null,
    reason: null,
    expiresOn: null,
    proposedAt: at('2026-03-02T09:00:00Z'),
    stateChangedAt: at('2026-03-02T09:00:00Z'),
    ...fields,
  }
}

/** Stores an action item and returns it. */
export async function storeAction(db: Db, action: NewAction): Promise<ActionItem> {
  const [number = 0] = await db.transaction().execute((tx) => createActions(tx, [action]))
  return { ...action, number }
}
