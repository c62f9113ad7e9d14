/** People: who they are, whom they report to, what roles they hold. */
import type { PersonId, TeamId } from './ids.ts'
import type { Day } from './instant.ts'
import type { Role } from './vocabulary.ts'

/** One person of the organisation; a person read from an org chart has no account until invited. */
export interface Person {
  readonly id: PersonId
  readonly name: string
  readonly email: string | null
  readonly title: string | null
  readonly managerId: PersonId | null
  readonly teamIds: readonly TeamId[]
  readonly roles: readonly Role[]
  readonly location: string | null
  readonly startDate: Day | null
}

/** Who acts: what a rule needs to know of the person behind a change. */
export interface Actor {
  readonly personId: PersonId
  readonly roles: readonly Role[]
}
