/** Teams and the services they own. */
import type { PersonId, ServiceId, TeamId } from './ids.ts'

export interface Team {
  readonly id: TeamId
  readonly name: string
  readonly leadId: PersonId | null
  readonly memberIds: readonly PersonId[]
  readonly serviceIds: readonly ServiceId[]
}

/** A service of the catalogue; `teamId` is null while nobody owns it. */
export interface Service {
  readonly id: ServiceId
  readonly name: string
  readonly teamId: TeamId | null
}
