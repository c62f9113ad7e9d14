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

/** Where a person did something: on the page, by a program, or the server itself on a schedule. */
export const ORIGINS = ['page', 'api', 'cli', 'mcp', 'import', 'job'] as const
export type Origin = (typeof ORIGINS)[number]

/** What an entry of the activity can be about. */
export const THINGS = [
  'organisation',
  'person',
  'team',
  'service',
  'layer',
  'incident_class',
  'incident',
  'postmortem',
  'action_item',
  'sponsorship',
  'programme',
  'review',
  'reading',
  'cadence',
  'trend_review',
  'reference',
  'training',
  'import',
  'token',
  'saved_view',
] as const
export type Thing = (typeof THINGS)[number]

/** What kind of wording a finding speaks of, as the linter names it. */
export const FINDING_CATEGORIES = [
  'blame',
  'team-blame',
  'hindsight',
  'vague',
  'cause-framing',
  'passive-omission',
  'weak-action',
  'wording',
] as const
export type FindingCategory = (typeof FINDING_CATEGORIES)[number]

/** How much a finding weighs. */
export const FINDING_SEVERITIES = ['error', 'warning', 'info'] as const
export type FindingSeverity = (typeof FINDING_SEVERITIES)[number]

/** What of a postmortem a finding can stand in: a prose section, or a text of one of its parts. */
export const FINDING_PARTS = ['section', 'event', 'factor_title', 'factor_text', 'action'] as const
export type FindingPart = (typeof FINDING_PARTS)[number]

/** How a linter finding stands: kept over edits by its fingerprint. */
export const FINDING_STATES = ['open', 'fixed', 'set_aside'] as const
export type FindingState = (typeof FINDING_STATES)[number]

export const PROGRAMME_STATES = ['proposed', 'running', 'done', 'stopped'] as const
export type ProgrammeState = (typeof PROGRAMME_STATES)[number]

export const REVIEW_OUTCOMES = ['accepted', 'needs_another'] as const
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number]

/** The word with which a leader acknowledges a reading. */
export const READING_WORDS = ['will_sponsor', 'has_question', 'read'] as const
export type ReadingWord = (typeof READING_WORDS)[number]

export const REFERENCE_KINDS = ['pull_request', 'design', 'ticket', 'postmortem', 'outage'] as const
export type ReferenceKind = (typeof REFERENCE_KINDS)[number]

export const AUDIENCES = ['technical', 'leadership'] as const
export type Audience = (typeof AUDIENCES)[number]
