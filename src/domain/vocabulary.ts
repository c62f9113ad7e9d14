/** The closed lists of words the domain uses; the database, the API and the screens use no others. */

/** What a person may do; see `permissions.ts`. A leader may sponsor. */
export const ROLES = ['viewer', 'contributor', 'facilitator', 'leader', 'admin'] as const
export type Role = (typeof ROLES)[number]

export const INCIDENT_KINDS = ['outage', 'degradation', 'security', 'data', 'near_miss', 'drill'] as const
export type IncidentKind = (typeof INCIDENT_KINDS)[number]

/** The moments of an incident, in the order in which they are expected. */
export const MOMENTS = [
  'impactStartedAt',
  'detectedAt',
  'acknowledgedAt',
  'mitigatedAt',
  'recoveredAt',
] as const
export type Moment = (typeof MOMENTS)[number]

export const TIERS = ['note', 'standard', 'full'] as const
export type Tier = (typeof TIERS)[number]

export const POSTMORTEM_STATES = ['draft', 'in_review', 'reviewed', 'published', 'withdrawn'] as const
export type PostmortemState = (typeof POSTMORTEM_STATES)[number]

export const VISIBILITIES = ['organisation', 'restricted'] as const
export type Visibility = (typeof VISIBILITIES)[number]

export const IMPACT_KINDS = ['availability', 'latency', 'data', 'security', 'money'] as const
export type ImpactKind = (typeof IMPACT_KINDS)[number]

export const PHASES = ['alarm', 'detection', 'response', 'recovery', 'context'] as const
export type Phase = (typeof PHASES)[number]

/** How sure a written time is: to the minute, about then, only the day, inferred from others, or not known. */
export const PRECISIONS = ['minute', 'approximate', 'day', 'inferred', 'unknown'] as const
export type Precision = (typeof PRECISIONS)[number]

export const INFORMATION_KINDS = ['known', 'believed', 'discoverable', 'learned_later', 'unknowable'] as const
export type InformationKind = (typeof INFORMATION_KINDS)[number]

export const LAYER_OUTCOMES = ['held', 'failed', 'bypassed', 'absent'] as const
export type LayerOutcome = (typeof LAYER_OUTCOMES)[number]

export const EVIDENCE_KINDS = ['timeline_event', 'link', 'metric', 'file', 'message'] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

export const ACTION_KINDS = [
  'technical',
  'alert_threshold',
  'on_call_communication',
  'rollback_rule',
  'escalation_level',
  'runbook',
  'training',
  'other_process',
] as const
export type ActionKind = (typeof ACTION_KINDS)[number]

export const AIMS = ['prevent', 'detect', 'mitigate', 'recover', 'learn'] as const
export type Aim = (typeof AIMS)[number]

export const ACTION_STATES = [
  'proposed',
  'handed_back',
  'committed',
  'in_progress',
  'claimed_done',
  'verified',
  'not_effective',
  'dropped',
] as const
export type ActionState = (typeof ACTION_STATES)[number]

export const SPONSORSHIP_STATES = ['requested', 'funded', 'declined', 'deferred'] as const
export type SponsorshipState = (typeof SPONSORSHIP_STATES)[number]

/** The text sections of a postmortem, in reading order. */
export const SECTIONS = [
  'summary',
  'impact',
  'detection',
  'timeline',
  'causes',
  'resolution',
  'wentWell',
  'wentWrong',
  'lucky',
  'surprised',
  'lessons',
  'actions',
] as const
export type Section = (typeof SECTIONS)[number]

/** Whether a class of a postmortem was suggested by the program, confirmed by a person, or set aside by one. */
export const CLASS_STANDINGS = ['suggested', 'confirmed', 'set_aside'] as const
export type ClassStanding = (typeof CLASS_STANDINGS)[number]
