/** People, teams, services and protective layers: who is here and what the organisation runs. */
import { z } from 'zod'
import { ROLES } from '../domain/vocabulary.ts'
import { changesOf, id, idOut, instantOut, line, named, page, pageQuery } from './common.ts'
import { routes } from './kit.ts'

export const person = z
  .object({
    id: idOut<'person'>(),
    name: z.string(),
    email: z.string().nullable(),
    title: z.string().nullable(),
    roles: z.array(z.enum(ROLES)),
    teams: z.array(named<'team'>()),
    manager: named<'person'>().nullable(),
    /** Whether the person has an account to sign in with. */
    hasAccount: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'Person' })
export type Person = z.output<typeof person>

const personFields = z.object({
  name: line(120),
  email: z.email().max(254),
  title: line(120).nullable().default(null),
  roles: z.array(z.enum(ROLES)).min(1),
  teamIds: z.array(id<'team'>()).max(50).default([]),
  managerId: id<'person'>().nullable().default(null),
})

/** A link that lets one person set a password once; shown once, to whoever asked for it. */
const signInLink = z.object({ url: z.string(), expiresAt: instantOut })

export const team = z
  .object({
    id: idOut<'team'>(),
    name: z.string(),
    lead: named<'person'>().nullable(),
    members: z.number().int(),
    services: z.array(named<'service'>()),
    version: z.number().int(),
  })
  .meta({ id: 'Team' })
export type Team = z.output<typeof team>
const teamFields = z.object({ name: line(80), leadId: id<'person'>().nullable().default(null) })

export const service = z
  .object({
    id: idOut<'service'>(),
    name: z.string(),
    team: named<'team'>().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'Service' })
export type Service = z.output<typeof service>
const serviceFields = z.object({ name: line(80), teamId: id<'team'>().nullable().default(null) })

export const layer = z
  .object({
    id: idOut<'layer'>(),
    name: z.string(),
    description: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'Layer' })
export type Layer = z.output<typeof layer>
const layerFields = z.object({ name: line(80), description: line(500).nullable().default(null) })

export const peopleRoutes = routes({
  'GET /people': {
    access: 'directory.read',
    summary: 'List people by name',
    query: pageQuery.extend({ q: z.string().max(100).optional() }),
    answer: page(person),
  },
  'POST /people': {
    access: 'person.manage',
    summary: 'Add a person, with a link to set a password',
    body: personFields,
    answer: z.object({ person, signInLink }),
    status: 201,
    problems: ['email_taken'],
  },
  'GET /people/{personId}': {
    access: 'directory.read',
    summary: 'One person',
    params: z.object({ personId: id<'person'>() }),
    answer: person,
    versioned: true,
  },
  'PATCH /people/{personId}': {
    access: 'person.manage',
    summary: 'Change a person’s name, title, roles, teams or manager',
    params: z.object({ personId: id<'person'>() }),
    body: changesOf(personFields),
    answer: person,
    versioned: true,
    problems: ['last_admin', 'email_taken'],
  },
  'POST /people/{personId}/sign-in-link': {
    access: 'person.manage',
    summary: 'Make a new one-time link with which the person sets a password',
    params: z.object({ personId: id<'person'>() }),
    answer: signInLink,
    status: 201,
  },
  'GET /teams': {
    access: 'directory.read',
    summary: 'List teams by name',
    query: pageQuery,
    answer: page(team),
  },
  'POST /teams': {
    access: 'catalogue.write',
    summary: 'Add a team',
    body: teamFields,
    answer: team,
    status: 201,
    problems: ['name_taken'],
  },
  'PATCH /teams/{teamId}': {
    access: 'catalogue.write',
    summary: 'Change a team',
    params: z.object({ teamId: id<'team'>() }),
    body: changesOf(teamFields),
    answer: team,
    versioned: true,
    problems: ['name_taken'],
  },
  'GET /services': {
    access: 'directory.read',
    summary: 'List services by name',
    query: pageQuery,
    answer: page(service),
  },
  'POST /services': {
    access: 'catalogue.write',
    summary: 'Add a service',
    body: serviceFields,
    answer: service,
    status: 201,
    problems: ['name_taken'],
  },
  'PATCH /services/{serviceId}': {
    access: 'catalogue.write',
    summary: 'Change a service',
    params: z.object({ serviceId: id<'service'>() }),
    body: changesOf(serviceFields),
    answer: service,
    versioned: true,
    problems: ['name_taken'],
  },
  'GET /layers': {
    access: 'directory.read',
    summary: 'List the protective layers of the catalogue',
    query: pageQuery,
    answer: page(layer),
  },
  'POST /layers': {
    access: 'catalogue.write',
    summary: 'Add a protective layer',
    body: layerFields,
    answer: layer,
    status: 201,
    problems: ['name_taken'],
  },
  'PATCH /layers/{layerId}': {
    access: 'catalogue.write',
    summary: 'Change a protective layer',
    params: z.object({ layerId: id<'layer'>() }),
    body: changesOf(layerFields),
    answer: layer,
    versioned: true,
    problems: ['name_taken'],
  },
})
