/** Trend reviews: a month, quarter or year with a frozen pack of numbers and the decisions taken on it. */
import type { ActionItemId, CadenceId, PersonId, ProgrammeId, SponsorshipId, TrendReviewId } from './ids.ts'
import type { Instant, Period } from './instant.ts'

/** Numbers as of a moment, with the rules they were made by; never recomputed. */
export interface TrendPack {
  readonly frozenAt: Instant
  /** Version of the rules of counting that made the numbers. */
  readonly rules: string
  /** The figures as they were served, whole. */
  readonly figures: unknown
}

/** A decision of the meeting is always one of the things that can be followed. */
export type TrendDecision =
  | { readonly kind: 'action_item'; readonly id: ActionItemId }
  | { readonly kind: 'sponsorship'; readonly id: SponsorshipId }
  | { readonly kind: 'programme'; readonly id: ProgrammeId }
  | { readonly kind: 'cadence'; readonly id: CadenceId }

export interface TrendReview {
  readonly id: TrendReviewId
  readonly span: 'month' | 'quarter' | 'year'
  readonly period: Period
  readonly pack: TrendPack | null
  readonly heldAt: Instant | null
  readonly attendedIds: readonly PersonId[]
  readonly decisions: readonly TrendDecision[]
}
