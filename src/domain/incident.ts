/** Incidents: what happened, how severe it was, and its moments, each of which may be unknown. */
import { compareInstants, minutesBetween } from './instant.ts'
import { accept, isSaid, refuse } from './problem.ts'
import type { Result } from './problem.ts'
import { MOMENTS } from './vocabulary.ts'
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

/** Nothing known yet. */
export const NO_MOMENTS: Moments = {
  impactStartedAt: null,
  detectedAt: null,
  acknowledgedAt: null,
  mitigatedAt: null,
  recoveredAt: null,
}

/** Whether it counts among the incidents; near misses and drills are counted apart. */
export function countsAsIncident(kind: IncidentKind): boolean {
  return kind !== 'near_miss' && kind !== 'drill'
}

const NAMES: Readonly<Record<Moment, string>> = {
  impactStartedAt: 'Impact started',
  detectedAt: 'Detected',
  acknowledgedAt: 'Acknowledged',
  mitigatedAt: 'Mitigated',
  recoveredAt: 'Recovered',
}

/** Two known moments of which the later-named one comes first. */
export interface MomentsOutOfOrder {
  readonly earlier: Moment
  readonly later: Moment
  readonly message: string
}

/**
 * Pairs of moments that contradict the order impact start ≤ detected ≤ acknowledged ≤ mitigated ≤ recovered.
 * Each known moment is held against the latest of those before it, so that every wrong one is named once.
 */
export function momentsOutOfOrder(moments: Moments): MomentsOutOfOrder[] {
  const wrong: MomentsOutOfOrder[] = []
  let latest: { moment: Moment; at: Instant } | null = null
  for (const moment of MOMENTS) {
    const at = moments[moment]
    if (at === null) continue
    if (latest !== null && compareInstants(at, latest.at) < 0) {
      const message = `${NAMES[moment]} (${at}) is before ${NAMES[latest.moment].toLowerCase()} (${latest.at})`
      wrong.push({ earlier: latest.moment, later: moment, message })
    } else {
      latest = { moment, at }
    }
  }
  return wrong
}

/**
 * Takes moments whose order holds, or whose disorder has a reason: clocks lie.
 * Refuses with `moments_out_of_order`, naming each pair with its two times.
 */
export function takeMoments(moments: Moments, overrideReason: string | null): Result<Moments> {
  const wrong = momentsOutOfOrder(moments)
  if (wrong.length === 0 || isSaid(overrideReason)) return accept(moments)
  return refuse(
    'moments_out_of_order',
    `${wrong.map((pair) => pair.message).join('; ')}. Mend the times, or give a reason why they stand so`,
    wrong.map((pair) => ({ field: pair.later, message: pair.message })),
  )
}

/** The spans of an incident. A missing moment gives null, and so does a pair out of order, whose span means nothing. */
export function durationsOf(moments: Moments): IncidentDurations {
  return {
    detect: span(moments.impactStartedAt, moments.detectedAt),
    acknowledge: span(moments.detectedAt, moments.acknowledgedAt),
    mitigate: span(moments.impactStartedAt, moments.mitigatedAt),
    recover: span(moments.impactStartedAt, moments.recoveredAt),
  }
}

function span(from: Instant | null, to: Instant | null): Minutes | null {
  if (from === null || to === null) return null
  const minutes = minutesBetween(from, to)
  return minutes < 0 ? null : minutes
}
