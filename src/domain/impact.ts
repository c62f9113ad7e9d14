/** Impact statements: who was affected, how many, from when to when, and what shows it. */
import type { EvidenceId, ImpactId } from './ids.ts'
import type { Instant } from './instant.ts'
import type { Money } from './money.ts'
import type { ImpactKind } from './vocabulary.ts'

export interface ImpactStatement {
  readonly id: ImpactId
  /** Who: `customers in the EU paying by card`. */
  readonly segment: string
  readonly kind: ImpactKind
  /** How many, in the segment's own unit; null when not known. */
  readonly count: number | null
  /** Share of the segment, 0 to 1; null when not known. */
  readonly share: number | null
  readonly from: Instant | null
  readonly to: Instant | null
  readonly money: Money | null
  /** Share of the period's SLO error budget that it spent; may exceed 1; null when not known. */
  readonly sloBudgetShare: number | null
  readonly customersToldAt: Instant | null
  readonly note: string | null
  readonly evidenceIds: readonly EvidenceId[]
}
