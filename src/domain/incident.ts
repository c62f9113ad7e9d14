/** Incidents: what happened, how severe it was, and its moments, each of which may be unknown. */
import type { IncidentId, ServiceId, TeamId } from './ids.ts'
import type { Day, Instant, Minutes } from './instant.ts'
import type { SeverityCode } from './organisation.ts'
import type { IncidentKind, Moment } from './vocabulary.ts'

/** Each moment of an incident; null is "not known". */
export type Moments = { readonly [M in Moment]: Instant | null }

/** Where the incident is known under another name. */
export interface IncidentSource {
  /** The system it comes from: `pagerduty`, `github`, `file`. */
  readonly system: string
  readonly externalId: string | null
  readonly url: string | null
}

export interface Incident {
  readonly id: IncidentId
  readonly title: string
  readonly kind: IncidentKind
  /** Null when nobody has said, as in many imported texts. */
  readonly severity: SeverityCode | null
  readonly severityAsWritten: string | null
  readonly moments: Moments
  /** The day of the start where its minute is not known. */
  readonly impactStartedOn: Day | null
  /** Why the moments stand out of order, if they do: clocks lie. */
  readonly momentsOverrideReason: string | null
  /** Zone in which the times were written, for showing the original. */
  readonly zone: string | null
  readonly serviceIds: readonly ServiceId[]
  readonly owningTeamId: TeamId | null
  readonly affectedTeamIds: readonly TeamId[]
  readonly sources: readonly IncidentSource[]
}

/** Spans between moments; null is "no value", which a missing moment always gives. */
export interface IncidentDurations {
  /** Impact started to detected. */
  readonly detect: Minutes | null
  /** Detected to acknowledged. */
  readonly acknowledge: Minutes | null
  /** Impact started to mitigated. */
  readonly mitigate: Minutes | null
  /** Impact started to recovered. */
  readonly recover: Minutes | null
}
