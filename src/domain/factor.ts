/** Contributing factors: always plural, each with its class and its evidence. */
import type { EvidenceId, FactorId, IncidentClassId } from './ids.ts'

export interface ContributingFactor {
  readonly id: FactorId
  readonly title: string
  readonly text: string | null
  readonly classId: IncidentClassId | null
  readonly evidenceIds: readonly EvidenceId[]
}
