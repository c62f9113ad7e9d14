/** Incidents: what happened, how severe, when; moments that may be unknown, and durations that follow from them. */
import { z } from 'zod'
import { INCIDENT_KINDS, MOMENTS } from '../domain/vocabulary.ts'
import { changesOf, dayOut, id, idOut, instant, instantOut, line, named, page, pageQuery } from './common.ts'
import { routes } from './kit.ts'

const moments = <T extends z.ZodType>(moment: T) =>
  z.object(Object.fromEntries(MOMENTS.map((name) => [name, moment])) as Record<(typeof MOMENTS)[number], T>)

export const source = z.object({
  system: line(80),
  externalId: z.string().max(200).nullable().default(null),
  url: z.url().max(2_000).nullable().default(null),
})

export const incident = z
  .object({
    id: idOut<'incident'>(),
    title: z.string(),
    kind: z.enum(INCIDENT_KINDS),
    severity: z.string().nullable(),
    severityAsWritten: z.string().nullable(),
    ...moments(instantOut.nullable()).shape,
    /** The day, where only the day of the start is known. */
    impactStartedOn: dayOut.nullable(),
    /** Why moments stand out of order, if they do. */
    momentsOverrideReason: z.string().nullable(),
    /** Zone in which the times were written, for showing the original. */
    zone: z.string().nullable(),
    /** Minutes; null where a moment is missing, never 0 in its place. */
    durations: z.object({
      detect: z.number().nullable(),
      acknowledge: z.number().nullable(),
      mitigate: z.number().nullable(),
      recover: z.number().nullable(),
    }),
    services: z.array(named<'service'>()),
    owningTeam: named<'team'>().nullable(),
    affectedTeams: z.array(named<'team'>()),
    sources: z.array(source),
    postmortem: z.object({ id: idOut<'postmortem'>(), handle: z.string() }).nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'Incident' })
export type Incident = z.output<typeof incident>

const incidentFields = z.object({
  title: line(300),
  kind: z.enum(INCIDENT_KINDS).default('outage'),
  severity: z.string().max(10).nullable().default(null),
  ...moments(instant.nullable().default(null)).shape,
  momentsOverrideReason: line(500).nullable().default(null),
  zone: z.string().max(60).nullable().default(null),
  serviceIds: z.array(id<'service'>()).max(100).default([]),
  owningTeamId: id<'team'>().nullable().default(null),
  affectedTeamIds: z.array(id<'team'>()).max(100).default([]),
  sources: z.array(source).max(50).default([]),
})

const params = z.object({ incidentId: id<'incident'>() })

export const incidentRoutes = routes({
  'GET /incidents': {
    access: 'postmortem.read',
    summary: 'List incidents, newest first',
    query: pageQuery.extend({
      from: instant.optional(),
      to: instant.optional(),
      severity: z.string().max(10).optional(),
      serviceId: id<'service'>().optional(),
      teamId: id<'team'>().optional(),
    }),
    answer: page(incident),
  },
  'POST /incidents': {
    access: 'postmortem.write',
    summary: 'Record an incident',
    body: incidentFields,
    answer: incident,
    status: 201,
    problems: ['moments_out_of_order', 'severity_unknown'],
  },
  'GET /incidents/{incidentId}': {
    access: 'postmortem.read',
    summary: 'One incident',
    params,
    answer: incident,
    versioned: true,
  },
  'PATCH /incidents/{incidentId}': {
    access: 'postmortem.write',
    summary: 'Change an incident; a change of severity needs a reason and is kept',
    params,
    body: changesOf(incidentFields).extend({ severityReason: line(500).optional() }),
    answer: incident,
    versioned: true,
    problems: ['moments_out_of_order', 'severity_unknown', 'reason_needed'],
  },
})
