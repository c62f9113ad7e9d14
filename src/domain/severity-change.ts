/** Changes of an incident's severity: kept with who and why. */
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
