/** Routes of incidents. */
import type { incidentRoutes } from '../../contract/incidents.ts'
import type { Moments } from '../../domain/incident.ts'
import { MOMENTS } from '../../domain/vocabulary.ts'
import {
  changeIncident,
  type IncidentFields,
  listAllIncidents,
  readIncident,
  recordIncident,
} from '../../usecases/incidents/incidents.ts'
import type { HandlersOf } from '../kit/handlers.ts'
import { presentIncident } from '../present-incident.ts'
import { pageAsked, sent, toPage } from '../present.ts'

type Flat = Moments & Omit<IncidentFields, 'moments'>

/** The contract writes moments beside the other fields, the domain keeps them together. */
function gather({
  impactStartedAt,
  detectedAt,
  acknowledgedAt,
  mitigatedAt,
  recoveredAt,
  ...rest
}: Flat): IncidentFields {
  return { ...rest, moments: { impactStartedAt, detectedAt, acknowledgedAt, mitigatedAt, recoveredAt } }
}

export const incidentHandlers: HandlersOf<typeof incidentRoutes> = {
  'GET /incidents': async ({ work, query }) => {
    const page = await listAllIncidents(work, query, pageAsked(query))
    return toPage(page, (incident) => presentIncident(incident, page.names))
  },
  'POST /incidents': async ({ work, body }) => {
    const { thing, names } = await recordIncident(work, gather(body))
    return presentIncident(thing, names)
  },
  'GET /incidents/{incidentId}': async ({ work, params }) => {
    const { thing, names } = await readIncident(work, params.incidentId)
    return presentIncident(thing, names)
  },
  'PATCH /incidents/{incidentId}': {
    change: async ({ work, params, version, body }) => {
      const { severityReason, ...fields } = body
      const { thing: before } = await readIncident(work, params.incidentId)
      const moments = Object.fromEntries(
        MOMENTS.map((moment) => [
          moment,
          fields[moment] === undefined ? before.moments[moment] : fields[moment],
        ]),
      ) as unknown as Moments
      const { moments: gathered, ...rest } = gather({ ...(sent(fields) as Flat), ...moments })
      const { thing, names } = await changeIncident(
        work,
        params.incidentId,
        version,
        { ...rest, moments: gathered },
        severityReason ?? null,
      )
      return presentIncident(thing, names)
    },
    current: async ({ work, params }) => {
      const { thing, names } = await readIncident(work, params.incidentId)
      return presentIncident(thing, names)
    },
  },
}
