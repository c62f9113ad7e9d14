/** Every route's handler, resource by resource. */
import type { Handlers } from '../http/kit/handlers.ts'
import { actionHandlers } from '../http/routes/actions.ts'
import { classHandlers } from '../http/routes/classes.ts'
import { deskHandlers } from '../http/routes/desk.ts'
import { importHandlers } from '../http/routes/imports.ts'
import { incidentHandlers } from '../http/routes/incidents.ts'
import { libraryHandlers } from '../http/routes/library.ts'
import { organisationHandlers } from '../http/routes/organisation.ts'
import { peopleHandlers } from '../http/routes/people.ts'
import { postmortemHandlers } from '../http/routes/postmortems.ts'
import { trendHandlers } from '../http/routes/trends.ts'
import { wordingHandlers } from '../http/routes/wording.ts'
import type { ImportPorts } from '../usecases/imports/imports.ts'
import type { WordingPorts } from '../usecases/wording/wording-settings.ts'

/** What handlers need of the installation beside their work. */
export interface HandlerParts extends ImportPorts, WordingPorts {
  readonly publicUrl: string
  readonly hashPassword: (password: string) => Promise<string>
}

/** A route without a handler does not type-check here. */
export function handlersOf(parts: HandlerParts): Handlers {
  return {
    ...organisationHandlers(parts.hashPassword),
    ...peopleHandlers(parts.publicUrl),
    ...importHandlers(parts),
    ...incidentHandlers,
    ...libraryHandlers,
    ...postmortemHandlers,
    ...actionHandlers,
    ...classHandlers,
    ...wordingHandlers(parts),
    ...trendHandlers,
    ...deskHandlers,
  }
}
