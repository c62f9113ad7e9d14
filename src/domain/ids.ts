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
export type ReviewId = Id<'review'>
export type ReadingId = Id<'reading'>
export type CadenceId = Id<'cadence'>
export type TrendReviewId = Id<'trendReview'>
export type ReferenceId = Id<'reference'>
export type TrainingModuleId = Id<'trainingModule'>
export type TrainingAttemptId = Id<'trainingAttempt'>
export type ImpactId = Id<'impact'>
export type LayerMetId = Id<'layerMet'>
export type IdeaId = Id<'idea'>
export type FindingId = Id<'finding'>
export type MilestoneId = Id<'milestone'>
export type OriginalId = Id<'original'>
export type TokenId = Id<'token'>
export type ActivityId = Id<'activity'>
