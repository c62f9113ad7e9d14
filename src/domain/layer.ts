/** Protective layers: the catalogue, and how each layer met one incident. */
import type { EvidenceId, FactorId, LayerId, LayerMetId } from './ids.ts'
import type { LayerOutcome } from './vocabulary.ts'

/** Something that should keep a failure from happening or spreading: `canary release`, `rate limit`. */
export interface Layer {
  readonly id: LayerId
  readonly name: string
  readonly description: string | null
}

/** What one layer did in one postmortem. */
export interface LayerMet {
  readonly id: LayerMetId
  readonly layerId: LayerId
  readonly outcome: LayerOutcome
  /** What shows it, in words. */
  readonly shownBy: string | null
  readonly evidenceIds: readonly EvidenceId[]
  /** The contributing factor it met. */
  readonly factorId: FactorId | null
}
