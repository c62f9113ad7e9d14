/** The whole API: every route by its key. Server, OpenAPI and typed client are made from this. */
import { actionRoutes } from './actions.ts'
import { classRoutes } from './classes.ts'
import { deskRoutes } from './desk.ts'
import { importRoutes } from './imports.ts'
import { incidentRoutes } from './incidents.ts'
import { organisationRoutes } from './organisation.ts'
import { peopleRoutes } from './people.ts'
import { postmortemRoutes } from './postmortems.ts'
import { trendRoutes } from './trends.ts'
import { wordingRoutes } from './wording.ts'

export const api = {
  ...organisationRoutes,
  ...peopleRoutes,
  ...importRoutes,
  ...incidentRoutes,
  ...postmortemRoutes,
  ...actionRoutes,
  ...classRoutes,
  ...wordingRoutes,
  ...trendRoutes,
  ...deskRoutes,
} as const

export type Api = typeof api
export type ApiKey = keyof Api
