/** Reviews: the meeting about one postmortem, with its four-discipline checklist and outcome. */
import { accept, isSaid, refuse } from './problem.ts'
import type { Result } from './problem.ts'
import type { PersonId, PostmortemId, ReviewId } from './ids.ts'
import type { Day, Instant } from './instant.ts'
import type { ReviewOutcome } from './vocabulary.ts'

/** The four disciplines, as they are checked in the meeting. */
export const DISCIPLINES = [
  'learning_not_defence',
  'claims_tied',
  'no_passing_between_teams',
  'actions_owned',
] as const
export type Discipline = (typeof DISCIPLINES)[number]

export interface Review {
  readonly id: ReviewId
  readonly postmortemId: PostmortemId
  /** A leadership review asks for the VP Engineering's attendance. */
  readonly leadership: boolean
  readonly due: Day | null
  readonly scheduledAt: Instant | null
  readonly facilitatorId: PersonId | null
  readonly invitedIds: readonly PersonId[]
  readonly attendedIds: readonly PersonId[]
  /** Null while a discipline has not been looked at. */
  readonly checklist: { readonly [D in Discipline]: boolean | null }
  readonly minutes: string | null
  readonly heldAt: Instant | null
  readonly outcome: ReviewOutcome | null
  /** Why the VP Engineering was not there. */
  readonly absenceReason: string | null
}

/** Whether the meeting took place and accepted the postmortem. */
export function isAccepted(review: Review): boolean {
  return review.heldAt !== null && review.outcome === 'accepted'
}

/** What the facilitator notes when the meeting ends. */
export interface ReviewEnd {
  readonly heldAt: Instant
  readonly attendedIds: readonly PersonId[]
  readonly outcome: ReviewOutcome
  readonly minutes: string | null
  readonly absenceReason: string | null
}

/**
 * Ends a review. A leadership review asks for the attendance of the VP Engineering (`vpEngineeringIds`, whoever
 * holds that office) or a recorded reason: refuses with `reason_needed` otherwise.
 */
export function endReview(
  review: Review,
  end: ReviewEnd,
  vpEngineeringIds: readonly PersonId[],
): Result<Review> {
  const attended = vpEngineeringIds.some((id) => end.attendedIds.includes(id))
  if (review.leadership && !attended && !isSaid(end.absenceReason)) {
    return refuse('reason_needed', 'A leadership review without the VP Engineering needs a reason', [
      { field: 'absenceReason', message: 'say why the VP Engineering was not there' },
    ])
  }
  return accept({ ...review, ...end, absenceReason: attended ? null : end.absenceReason })
}
