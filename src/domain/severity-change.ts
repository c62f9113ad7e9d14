/** Changes of an incident's severity: kept with who and why. */
import { changedFields } from './activity.ts'
import type { ActivityDraft } from './activity.ts'
import type { Incident } from './incident.ts'
import { accept, isSaid, refuse } from './problem.ts'
import type { Result } from './problem.ts'
import { severityRank } from './organisation.ts'
import type { SeverityScale } from './organisation.ts'
import type { IncidentId, PersonId } from './ids.ts'
import type { Instant } from './instant.ts'
import type { SeverityCode } from './organisation.ts'

export interface SeverityChange {
  readonly incidentId: IncidentId
  readonly from: SeverityCode | null
  readonly to: SeverityCode | null
  readonly at: Instant
  readonly by: PersonId
  readonly reason: string
}

export interface ChangedSeverity {
  readonly incident: Incident
  readonly change: SeverityChange
  readonly activity: ActivityDraft
}

/**
 * Grades an incident anew. Refuses a severity that is not on the scale (`severity_unknown`), one that it has already
 * (`severity_unchanged`), and, unless it had none before, a change without a reason (`reason_needed`).
 */
export function changeSeverity(
  incident: Incident,
  to: SeverityCode | null,
  scale: SeverityScale,
  by: PersonId,
  at: Instant,
  reason: string | null,
): Result<ChangedSeverity> {
  const from = incident.severity
  if (to !== null && severityRank(scale, to) === null) {
    const codes = scale.map((level) => level.code).join(', ')
    return refuse('severity_unknown', `${to} is not on the severity scale: ${codes}`)
  }
  if (to === from) return refuse('severity_unchanged', `The severity is ${to ?? 'unknown'} already`)
  if (from !== null && !isSaid(reason)) {
    return refuse('reason_needed', `A change of severity from ${from} to ${to ?? 'unknown'} needs a reason`)
  }
  const said = reason?.trim() ?? ''
  const graded = { ...incident, severity: to }
  return accept({
    incident: graded,
    change: { incidentId: incident.id, from, to, at, by, reason: said },
    activity: {
      thing: 'incident',
      thingId: incident.id,
      what: 'severity_changed',
      changes: changedFields(incident, graded),
      reason: said === '' ? null : said,
    },
  })
}

/** Whether a change makes an incident less severe; an unknown severity on either side is neither. */
export function isGradedDown(change: SeverityChange, scale: SeverityScale): boolean {
  if (change.from === null || change.to === null) return false
  const from = severityRank(scale, change.from)
  const to = severityRank(scale, change.to)
  return from !== null && to !== null && to > from
}
