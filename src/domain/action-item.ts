/** Action items: owned, dated, measurable work that came out of a postmortem. */
import type { ActionItemId, IncidentClassId, LayerId, PersonId, PostmortemId, TeamId } from './ids.ts'
import type { Day, Instant } from './instant.ts'
import type { ActionKind, ActionState, Aim } from './vocabulary.ts'

/** How it will be seen that the work worked. */
export interface Measure {
  /** What is observed. */
  readonly observed: string
  readonly baseline: string | null
  readonly target: string | null
  readonly by: Day | null
  /** How it will be checked. */
  readonly check: string | null
}

/** What showed, to someone other than the owner, that it worked. */
export interface Verification {
  readonly by: PersonId
  readonly at: Instant
  /** The measure's reading, or what was checked. */
  readonly reading: string
}

export interface ActionItem {
  readonly id: ActionItemId
  /** Shown as the handle `A-31`; see `handle.ts`. */
  readonly number: number
  readonly postmortemId: PostmortemId
  readonly title: string
  readonly kind: ActionKind
  readonly aim: Aim | null
  readonly state: ActionState
  readonly major: boolean
  readonly teamId: TeamId | null
  readonly ownerId: PersonId | null
  /** Owner as an imported text names them, where no person is known. */
  readonly ownerAsWritten: string | null
  /** When the owner accepted; null while it is only asked of them. A new owner must accept anew. */
  readonly acceptedAt: Instant | null
  readonly due: Day | null
  readonly measure: Measure | null
  readonly classId: IncidentClassId | null
  readonly layerId: LayerId | null
  readonly trackerUrl: string | null
  readonly verification: Verification | null
  /** Why it was last handed back, dropped or found not effective. */
  readonly reason: string | null
  /** When a dropped one returns; null where it was imported as dropped, and for every other state. */
  readonly expiresOn: Day | null
  readonly proposedAt: Instant
  readonly stateChangedAt: Instant
}
