/** Reviews: the meeting about one postmortem, with its four-discipline checklist and outcome. */
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
