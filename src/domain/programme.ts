/** Programmes: remediation across teams with one sponsor, one coordinator and commitments that depend on each other. */
import type { ActionItemId, MilestoneId, PersonId, PostmortemId, ProgrammeId, TeamId } from './ids.ts'
import type { Day } from './instant.ts'
import type { ProgrammeState } from './vocabulary.ts'

/** What one team has taken on: an action item with an accepting owner. */
export interface Commitment {
  readonly teamId: TeamId
  readonly actionItemId: ActionItemId
}

/** `actionItemId` cannot be finished before `dependsOnId`. */
export interface Dependency {
  readonly actionItemId: ActionItemId
  readonly dependsOnId: ActionItemId
}

export interface Milestone {
  readonly id: MilestoneId
  readonly title: string
  readonly due: Day
  readonly reachedOn: Day | null
}

export interface Programme {
  readonly id: ProgrammeId
  readonly title: string
  readonly purpose: string
  readonly state: ProgrammeState
  readonly sponsorId: PersonId | null
  readonly coordinatorId: PersonId | null
  readonly postmortemIds: readonly PostmortemId[]
  readonly commitments: readonly Commitment[]
  readonly dependencies: readonly Dependency[]
  readonly milestones: readonly Milestone[]
}
