/** Every route's handler, resource by resource. */
import type { Handlers } from '../http/kit/handlers.ts'
import { actionHandlers } from '../http/routes/actions.ts'
import { incidentHandlers } from '../http/routes/incidents.ts'
import { organisationHandlers } from '../http/routes/organisation.ts'
import { peopleHandlers } from '../http/routes/people.ts'
import { postmortemHandlers } from '../http/routes/postmortems.ts'

/** What handlers need of the installation beside their work. */
export interface HandlerParts {
  readonly publicUrl: string
  readonly hashPassword: (password: string) => Promise<string>
}

export function handlersOf({ publicUrl, hashPassword }: HandlerParts): Partial<Handlers> {
  return {
    ...organisationHandlers(hashPassword),
    ...peopleHandlers(publicUrl),
    ...incidentHandlers,
    ...postmortemHandlers,
    ...actionHandlers,
  }
}
