/** Decision points: what was decided, with what information at the time, and how long it took. */
import { evidenceTime } from './evidence.ts'
import type { Evidence } from './evidence.ts'
import { epoch, minutesBetween } from './instant.ts'
import type { Minutes } from './instant.ts'
import { accept, refuse } from './problem.ts'
import type { FieldProblem, Result } from './problem.ts'
import type { TimelineEvent } from './timeline.ts'
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
  /** For `believed`: when it proved right or wrong, as far as known; null for the other kinds. */
  readonly provedAt: Instant | null
  /** When it was available, or began to be believed, as far as known. */
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

/**
 * Minutes from the event that called for the decision to the decision. Null when either time is missing, or when the
 * decision stands before its prompt: a span that cannot be is no value.
 */
export function decisionLatency(
  decision: Pick<DecisionPoint, 'decidedAt' | 'promptedById'>,
  events: readonly TimelineEvent[],
): Minutes | null {
  const prompt = events.find((event) => event.id === decision.promptedById)
  if (decision.decidedAt === null || prompt === undefined || prompt.at === null) return null
  const minutes = minutesBetween(prompt.at, decision.decidedAt)
  return minutes < 0 ? null : minutes
}

/**
 * The hindsight guard: refuses (`hindsight`) a decision point that lists as `known` what came after `decidedAt`, by the
 * item's own time or by its evidence's. Each error shows the two times. Without `decidedAt` there is nothing to hold against.
 */
export function guardHindsight(
  decision: DecisionPoint,
  evidence: readonly Evidence[],
  events: readonly TimelineEvent[],
): Result<DecisionPoint> {
  const { decidedAt } = decision
  if (decidedAt === null) return accept(decision)
  const errors = decision.information.flatMap((item, index): FieldProblem[] => {
    const at = item.kind === 'known' ? availableAt(item, evidence, events) : null
    if (at === null || epoch(at) <= epoch(decidedAt)) return []
    const message = `“${item.text}” came at ${at}, after the decision at ${decidedAt}: it was learned later, not known`
    return [{ field: `information.${String(index)}`, message }]
  })
  const [first] = errors
  return first === undefined ? accept(decision) : refuse('hindsight', first.message, errors)
}

/** The later of the item's own time and its evidence's, as far as known. */
function availableAt(
  item: Information,
  evidence: readonly Evidence[],
  events: readonly TimelineEvent[],
): Instant | null {
  const tied = evidence.find((one) => one.id === item.evidenceId)
  const times = [item.at, tied === undefined ? null : evidenceTime(tied, events)].filter((at) => at !== null)
  return times.sort((a, b) => epoch(b) - epoch(a))[0] ?? null
}
