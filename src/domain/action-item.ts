/** Action items: owned, dated, measurable work that came out of a postmortem. */
import { isSaid } from './problem.ts'
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

/** Whether work may still come of it: every state but verified and dropped. */
export function isOpen(state: ActionState): boolean {
  return state !== 'verified' && state !== 'dropped'
}

/** Open and past its due day; an action without one is never overdue. */
export function isOverdue(action: Pick<ActionItem, 'state' | 'due'>, today: Day): boolean {
  return isOpen(action.state) && action.due !== null && action.due < today
}

/** Whether it is only asked of its owner, who has not accepted yet. */
export function isAskedOf(action: Pick<ActionItem, 'ownerId' | 'acceptedAt'>): boolean {
  return action.ownerId !== null && action.acceptedAt === null
}

/** Whether a measure can be checked: it says what is observed, and a target or how it will be looked at. */
export function isMeasurable(measure: Measure | null): boolean {
  return measure !== null && isSaid(measure.observed) && (isSaid(measure.target) || isSaid(measure.check))
}
