/** A draft read from a text, as the domain's own things: incident, sections, timeline, actions, suggested classes. */
import type { ActionItem } from '../../domain/action-item.ts'
import { startOfDay } from '../../domain/calendar.ts'
import type { IncidentClassId, IncidentId, PersonId, PostmortemId, ServiceId } from '../../domain/ids.ts'
import { type Incident, type Moments, momentsOutOfOrder, NO_MOMENTS } from '../../domain/incident.ts'
import type { Instant } from '../../domain/instant.ts'
import { type SeverityScale, severityRank } from '../../domain/organisation.ts'
import type { PostmortemClass } from '../../domain/postmortem.ts'
import type { TimelineEvent } from '../../domain/timeline.ts'
import type { ActionState } from '../../domain/vocabulary.ts'
import type { DraftAction, DraftDocument, Warning } from '../../ingest/draft.ts'
import { newId } from '../../storage/new-id.ts'
import type { WordingGround } from '../wording/find-wording.ts'

/** What names in a text stand for here. */
export interface Known {
  readonly scale: SeverityScale
  /** By name or address in lower case. */
  readonly people: ReadonlyMap<string, PersonId>
  /** By name in lower case. */
  readonly services: ReadonlyMap<string, ServiceId>
  /** By the reader's own name for a class. */
  readonly classes: ReadonlyMap<string, IncidentClassId>
  /** What the linter is told of the organisation. */
  readonly wording: WordingGround
}

/** Why moments of an imported text may stand out of order: they are kept as they were written. */
const AS_WRITTEN = 'As the imported text has them'

export function toIncident(draft: DraftDocument, known: Known, id: IncidentId): Incident {
  const { incident } = draft
  const moments = momentsOf(draft)
  return {
    id,
    title: draft.title,
    kind: 'outage',
    severity:
      incident.severity !== null && severityRank(known.scale, incident.severity) !== null
        ? incident.severity
        : null,
    severityAsWritten: incident.severityAsWritten,
    moments,
    impactStartedOn: incident.startedAt === null ? incident.startedOn : null,
    momentsOverrideReason: momentsOutOfOrder(moments).length === 0 ? null : AS_WRITTEN,
    zone: incident.zone,
    serviceIds: incident.services.flatMap((name) => known.services.get(name.toLowerCase()) ?? []),
    owningTeamId: null,
    affectedTeamIds: [],
    sources: [],
  }
}

const momentsOf = ({ incident }: DraftDocument): Moments => ({
  ...NO_MOMENTS,
  impactStartedAt: incident.startedAt,
  detectedAt: incident.detectedAt,
  mitigatedAt: incident.mitigatedAt,
  recoveredAt: incident.recoveredAt,
})

/** What the moments' own order says against them, as warnings of the reading. */
export const orderWarnings = (draft: DraftDocument): Warning[] =>
  momentsOutOfOrder(momentsOf(draft)).map(({ message }) => ({
    code: 'moments_out_of_order',
    message,
    line: null,
  }))

/** A timeline longer than this is a log; its first events are kept, and the text holds all of it. */
export const MOST_EVENTS = 5_000

export function toTimeline(draft: DraftDocument): TimelineEvent[] {
  return draft.timeline
    .filter((event) => event.text.trim() !== '')
    .slice(0, MOST_EVENTS)
    .map((event) => ({
      id: newId<'timelineEvent'>(),
      at: event.at,
      until: event.until,
      asWritten: event.asWritten,
      zone: draft.incident.zone,
      precision: event.precision,
      phase: event.phase,
      text: event.text,
      actor: event.actor,
      source: `${draft.path}:${String(event.line)}`,
      curated: true,
      evidenceIds: [],
    }))
}

/** Suggestions only: a class counts once a person has confirmed it. */
export function toClasses(draft: DraftDocument, known: Known): PostmortemClass[] {
  return draft.classes.flatMap(({ class: name, confidence }) => {
    const classId = known.classes.get(name)
    return classId === undefined ? [] : [{ classId, standing: 'suggested' as const, confidence }]
  })
}

/** `done` in a text is a claim: someone other than the owner still has to see that it worked. */
const STATES = {
  open: 'proposed',
  unknown: 'proposed',
  done: 'claimed_done',
  dropped: 'dropped',
} as const satisfies Record<DraftAction['status'], ActionState>

/** The state that a text's word for it means here. */
export const stateOf = (action: DraftAction): ActionState => STATES[action.status]

const LONGEST_TITLE = 1_000

export function toAction(
  action: DraftAction,
  postmortemId: PostmortemId,
  known: Known,
  proposedAt: Instant,
): Omit<ActionItem, 'number'> {
  const owner = action.owner?.trim() ?? ''
  return {
    id: newId<'actionItem'>(),
    postmortemId,
    title: action.title.slice(0, LONGEST_TITLE),
    kind: action.kind,
    aim: null,
    state: stateOf(action),
    major: false,
    teamId: null,
    ownerId: known.people.get(owner.toLowerCase()) ?? null,
    ownerAsWritten: owner === '' ? null : owner,
    acceptedAt: null,
    due: action.due,
    measure: null,
    classId: null,
    layerId: null,
    trackerUrl: action.link,
    verification: null,
    reason: null,
    expiresOn: null,
    proposedAt,
    stateChangedAt: proposedAt,
  }
}

/** When its actions were proposed, as far as can be told: with the incident, never later than now. */
export function proposedAtOf({ incident }: DraftDocument, now: Instant): Instant {
  const day = incident.startedOn === null ? null : startOfDay(incident.startedOn, 'UTC')
  const at = incident.recoveredAt ?? incident.startedAt ?? day ?? now
  return at > now ? now : at
}
