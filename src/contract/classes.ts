/** Incident classes: the register of what comes back, with its windows and repeats. */
import { z } from 'zod'
import { changesOf, day, id, idOut, instantOut, line, named, page, pageQuery } from './common.ts'
import { routes } from './kit.ts'

const interval = z.object({ low: z.number(), high: z.number() })

export const incidentClass = z
  .object({
    id: idOut<'incidentClass'>(),
    name: z.string(),
    description: z.string().nullable(),
    words: z.array(z.string()),
    layers: z.array(named<'layer'>()),
    windowDays: z.number().int(),
    /** Whether it is in use; a retired class keeps its past. */
    active: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'IncidentClass' })
export type IncidentClass = z.output<typeof incidentClass>

export const occurrence = z.object({
  postmortem: z.object({ id: idOut<'postmortem'>(), handle: z.string(), title: z.string() }),
  at: instantOut,
  severity: z.string().nullable(),
  /** Within the window of the one before. */
  repeat: z.boolean(),
})

/** A row of the register over a period. */
export const registerRow = z
  .object({
    class: incidentClass,
    occurrences: z.array(occurrence),
    repeats: z.number().int(),
    /** Postmortems for which the class is only suggested. */
    suggested: z.number().int(),
    daysSinceLast: z.number().nullable(),
    /** Occurrences per 30 days with an exact Poisson 95 % interval; null where nothing was observed long enough. */
    rate: z.object({ per30Days: z.number(), interval, days: z.number() }).nullable(),
    openActions: z.number().int(),
    verifiedActions: z.number().int(),
    /** Funding decided on work of this class, oldest first. */
    funding: z.array(
      z.object({
        at: instantOut,
        state: z.enum(['funded', 'declined', 'deferred']),
        amount: z.number().nullable(),
        currency: z.string(),
      }),
    ),
  })
  .meta({ id: 'RegisterRow' })
export type RegisterRow = z.output<typeof registerRow>

const classFields = z.object({
  name: line(80),
  description: line(1_000).nullable().default(null),
  words: z.array(line(80)).max(200).default([]),
  layerIds: z.array(id<'layer'>()).max(30).default([]),
  windowDays: z.number().int().min(1).max(3_650).default(90),
  active: z.boolean().default(true),
})

const params = z.object({ classId: id<'incidentClass'>() })

export const classRoutes = routes({
  'GET /classes': {
    access: 'postmortem.read',
    summary: 'The register: each class with its occurrences and repeats in a period',
    query: z.object({ from: day.optional(), to: day.optional() }),
    answer: z.object({
      period: z.object({ from: instantOut, to: instantOut }),
      rows: z.array(registerRow),
      /** Incidents of the period with no confirmed class. */
      unclassified: z.number().int(),
    }),
  },
  'POST /classes': {
    access: 'class.write',
    summary: 'Add a class to the register',
    body: classFields,
    answer: incidentClass,
    status: 201,
    problems: ['name_taken', 'reference_unknown'],
  },
  'GET /classes/{classId}': {
    access: 'postmortem.read',
    summary: 'One class',
    params,
    answer: incidentClass,
    versioned: true,
  },
  'PATCH /classes/{classId}': {
    access: 'class.write',
    summary: 'Change a class: its name, words, layers, window, or retire it',
    params,
    body: changesOf(classFields),
    answer: incidentClass,
    versioned: true,
    problems: ['name_taken', 'reference_unknown'],
  },
  'GET /classes/{classId}/suggestions': {
    access: 'postmortem.read',
    summary: 'Postmortems for which the class is suggested and not yet decided, surest first',
    params,
    query: pageQuery,
    answer: page(
      z.object({
        postmortem: z.object({ id: idOut<'postmortem'>(), handle: z.string(), title: z.string() }),
        confidence: z.number().nullable(),
      }),
    ),
  },
})
