/** Programmes: remediation across teams with one sponsor, one coordinator and commitments that depend on each other. */
import { accept, refuse } from './problem.ts'
import type { Result } from './problem.ts'
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

/**
 * Adds a dependency between two commitments. Refuses (`dependency_cycle`) when the other already waits, directly or through
 * others, for this one; the message walks the circle. A dependency that is there already changes nothing.
 */
export function addDependency(
  dependencies: readonly Dependency[],
  added: Dependency,
): Result<readonly Dependency[]> {
  const way = wayBetween(dependencies, added.dependsOnId, added.actionItemId)
  if (way !== null) {
    const circle = [added.actionItemId, ...way].join(' → ')
    return refuse('dependency_cycle', `Each would wait for the other: ${circle}`)
  }
  const isThere = dependencies.some(
    (one) => one.actionItemId === added.actionItemId && one.dependsOnId === added.dependsOnId,
  )
  return accept(isThere ? dependencies : [...dependencies, added])
}

/** The shortest chain of dependencies from one item to another, both included; null when there is none. */
function wayBetween(
  dependencies: readonly Dependency[],
  from: ActionItemId,
  to: ActionItemId,
): ActionItemId[] | null {
  const ways: ActionItemId[][] = [[from]]
  const seen = new Set([from])
  for (const way of ways) {
    const end = way.at(-1)
    if (end === to) return way
    for (const { actionItemId, dependsOnId } of dependencies) {
      if (actionItemId !== end || seen.has(dependsOnId)) continue
      seen.add(dependsOnId)
      ways.push([...way, dependsOnId])
    }
  }
  return null
}
