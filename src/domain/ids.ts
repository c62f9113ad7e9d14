/** Identifiers: UUIDv7 strings, each branded with the thing it names so that they cannot be mixed up. */

declare const kind: unique symbol

/** The identifier of a `T`, a UUIDv7 in lower case. */
export type Id<T extends string> = string & { readonly [kind]: T }

export type OrganisationId = Id<'organisation'>
export type PersonId = Id<'person'>
export type TeamId = Id<'team'>
export type ServiceId = Id<'service'>
export type LayerId = Id<'layer'>
export type IncidentClassId = Id<'incidentClass'>
export type IncidentId = Id<'incident'>
export type PostmortemId = Id<'postmortem'>
export type TimelineEventId = Id<'timelineEvent'>
export type DecisionPointId = Id<'decisionPoint'>
export type FactorId = Id<'factor'>
export type EvidenceId = Id<'evidence'>
export type ActionItemId = Id<'actionItem'>
export type SponsorshipId = Id<'sponsorship'>
export type ProgrammeId = Id<'programme'>
export type ImportId = Id<'import'>
