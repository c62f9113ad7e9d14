/** Routes of people, teams, services and protective layers. */
import type { Layer, peopleRoutes, Service, Team } from '../../contract/people.ts'
import type * as domain from '../../domain/layer.ts'
import type * as teams from '../../domain/team.ts'
import { makeSignInLink, type SignInLink } from '../../usecases/accounts/sign-in-link.ts'
import { addLayer, changeLayer, listAllLayers, readLayer } from '../../usecases/catalogue/layers.ts'
import { addService, changeService, listAllServices, readService } from '../../usecases/catalogue/services.ts'
import { addTeam, changeTeam, listAllTeams, readTeam } from '../../usecases/catalogue/teams.ts'
import { addPerson, changePerson, listAllPeople, readPerson } from '../../usecases/people/people.ts'
import type { Names, Stored } from '../../usecases/shown.ts'
import type { HandlersOf } from '../kit/handlers.ts'
import { named, pageAsked, sent, toPage } from '../present.ts'
import { presentPerson } from '../present-person.ts'

const presentTeam = (team: Stored<teams.Team>, names: Names): Team => ({
  id: team.id,
  name: team.name,
  lead: named(team.leadId, names),
  members: team.memberIds.length,
  services: team.serviceIds.map((id) => named(id, names)),
  version: team.version,
})

const presentService = (service: Stored<teams.Service>, names: Names): Service => ({
  id: service.id,
  name: service.name,
  team: named(service.teamId, names),
  version: service.version,
})

const presentLayer = ({ id, name, description, version }: Stored<domain.Layer>): Layer => ({
  id,
  name,
  description,
  version,
})

/** The handlers; `publicUrl` is where sign-in links lead. */
export function peopleHandlers(publicUrl: string): HandlersOf<typeof peopleRoutes> {
  const presentLink = ({ code, expiresAt }: SignInLink) => ({
    url: new URL(`/password?code=${code}`, publicUrl).href,
    expiresAt,
  })
  return {
    'GET /people': async ({ work, query }) => {
      const page = await listAllPeople(work, pageAsked(query))
      return toPage(page, (person) => presentPerson(person, page.names))
    },
    'POST /people': async ({ work, body }) => {
      const { thing, names, link } = await addPerson(work, body)
      return { person: presentPerson(thing, names), signInLink: presentLink(link) }
    },
    'GET /people/{personId}': async ({ work, params }) => {
      const { thing, names } = await readPerson(work, params.personId)
      return presentPerson(thing, names)
    },
    'PATCH /people/{personId}': {
      change: async ({ work, params, version, body }) => {
        const { thing, names } = await changePerson(work, params.personId, version, sent(body))
        return presentPerson(thing, names)
      },
      current: async ({ work, params }) => {
        const { thing, names } = await readPerson(work, params.personId)
        return presentPerson(thing, names)
      },
    },
    'POST /people/{personId}/sign-in-link': async ({ work, params }) =>
      presentLink(await makeSignInLink(work, params.personId)),
    ...teamHandlers,
    ...serviceHandlers,
    ...layerHandlers,
  }
}

const teamHandlers: Pick<
  HandlersOf<typeof peopleRoutes>,
  'GET /teams' | 'POST /teams' | 'PATCH /teams/{teamId}'
> = {
  'GET /teams': async ({ work, query }) => {
    const page = await listAllTeams(work, pageAsked(query))
    return toPage(page, (team) => presentTeam(team, page.names))
  },
  'POST /teams': async ({ work, body }) => {
    const { thing, names } = await addTeam(work, body)
    return presentTeam(thing, names)
  },
  'PATCH /teams/{teamId}': {
    change: async ({ work, params, version, body }) => {
      const { thing, names } = await changeTeam(work, params.teamId, version, sent(body))
      return presentTeam(thing, names)
    },
    current: async ({ work, params }) => {
      const { thing, names } = await readTeam(work, params.teamId)
      return presentTeam(thing, names)
    },
  },
}

const serviceHandlers: Pick<
  HandlersOf<typeof peopleRoutes>,
  'GET /services' | 'POST /services' | 'PATCH /services/{serviceId}'
> = {
  'GET /services': async ({ work, query }) => {
    const page = await listAllServices(work, pageAsked(query))
    return toPage(page, (service) => presentService(service, page.names))
  },
  'POST /services': async ({ work, body }) => {
    const { thing, names } = await addService(work, body)
    return presentService(thing, names)
  },
  'PATCH /services/{serviceId}': {
    change: async ({ work, params, version, body }) => {
      const { thing, names } = await changeService(work, params.serviceId, version, sent(body))
      return presentService(thing, names)
    },
    current: async ({ work, params }) => {
      const { thing, names } = await readService(work, params.serviceId)
      return presentService(thing, names)
    },
  },
}

const layerHandlers: Pick<
  HandlersOf<typeof peopleRoutes>,
  'GET /layers' | 'POST /layers' | 'PATCH /layers/{layerId}'
> = {
  'GET /layers': async ({ work, query }) => toPage(await listAllLayers(work, pageAsked(query)), presentLayer),
  'POST /layers': async ({ work, body }) => presentLayer(await addLayer(work, body)),
  'PATCH /layers/{layerId}': {
    change: async ({ work, params, version, body }) =>
      presentLayer(await changeLayer(work, params.layerId, version, sent(body))),
    current: async ({ work, params }) => presentLayer(await readLayer(work, params.layerId)),
  },
}
