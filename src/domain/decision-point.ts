/** Decision points: what was decided, with what information at the time, and how long it took. */
import type { DecisionPointId, EvidenceId, TimelineEventId } from './ids.ts'
import type { Instant } from './instant.ts'
import type { InformationKind } from './vocabulary.ts'

export interface DecisionOption {
  readonly text: string
  readonly consequence: string | null
}

/** Something that bore on the decision, classed by when it could be had. */
export interface Information {
  readonly kind: InformationKind
  readonly text: string
  /** For `believed`: whether it proved right; null while that is not known, and for the other kinds. */
  readonly provedRight: boolean | null
  /** When it was available, as far as known. */
  readonly at: Instant | null
  readonly evidenceId: EvidenceId | null
}

/** What was not there and slowed the decision. */
export interface MissingInformation {
  readonly what: string
  /** What or who had it. */
  readonly heldBy: string | null
  readonly arrivedAt: Instant | null
  readonly how: string | null
}

export interface DecisionPoint {
  readonly id: DecisionPointId
  readonly decidedAt: Instant | null
  readonly question: string
  readonly options: readonly DecisionOption[]
  readonly choice: string
  /** A role, not a person. */
  readonly decidingRole: string | null
  /** The timeline event that called for it. */
  readonly promptedById: TimelineEventId | null
  readonly information: readonly Information[]
  readonly missing: readonly MissingInformation[]
  /** How well it was decided with what was there: apart from how it turned out. */
  readonly decisionQuality: string | null
  readonly outcome: string | null
}
