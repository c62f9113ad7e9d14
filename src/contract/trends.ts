/** Trends: figures of a period, each with its population, n, uncertainty and the list behind it. */
import { z } from 'zod'
import { FINDING_CATEGORIES, SECTIONS } from '../domain/vocabulary.ts'
import { day, idOut, instantOut } from './common.ts'
import { routes } from './kit.ts'

const interval = z.object({ low: z.number(), high: z.number() })

/** A share with its n and Wilson 95 % interval; `share` is null when n is 0. */
const share = z.object({
  count: z.number().int(),
  n: z.number().int(),
  share: z.number().nullable(),
  interval: interval.nullable(),
})

const distribution = z.object({
  n: z.number().int(),
  unknown: z.number().int(),
  median: z.number().nullable(),
  lowerQuartile: z.number().nullable(),
  upperQuartile: z.number().nullable(),
  p90: z.number().nullable(),
  /** Every value, for drawing each point; at most 2,000, else a note says how many are drawn. */
  points: z.array(z.number()),
})

export const trends = z
  .object({
    period: z.object({
      from: instantOut,
      to: instantOut,
      by: z.enum(['month', 'quarter']),
      timeZone: z.string(),
    }),
    asOf: instantOut,
    /** Incidents by month: outages, degradations, security, data; drills and near misses apart. */
    incidents: z.object({
      n: z.number().int(),
      undated: z.number().int(),
      nearMisses: z.number().int(),
      drills: z.number().int(),
      buckets: z.array(
        z.object({
          from: instantOut,
          to: instantOut,
          count: z.number().int(),
          signal: z.string().nullable(),
        }),
      ),
      /** XmR chart limits; null with fewer than 8 buckets. */
      limits: z.object({ mean: z.number(), lower: z.number(), upper: z.number() }).nullable(),
    }),
    byClass: z.array(
      z.object({
        class: z.object({ id: idOut<'incidentClass'>(), name: z.string() }).nullable(),
        total: z.number().int(),
        repeats: z.number().int(),
        counts: z.array(z.number().int()),
      }),
    ),
    repeatShare: z.object({
      whole: share,
      buckets: z.array(share.extend({ from: instantOut, to: instantOut })),
    }),
    bySeverity: z.array(
      z.object({
        severity: z.string().nullable(),
        total: z.number().int(),
        counts: z.array(z.number().int()),
      }),
    ),
    coverage: z.array(share.extend({ section: z.enum(SECTIONS) })),
    durations: z.object({ detect: distribution, mitigate: distribution, recover: distribution }),
    /** The language signal: open findings as they stand in the texts, of the organisation and never of a person. */
    wording: z.object({
      /** Postmortems that the rules have read: dated, in English, not withdrawn; near misses and drills apart. */
      n: z.number().int(),
      read: z.array(z.number().int()),
      byCategory: z.array(
        z.object({
          category: z.enum(FINDING_CATEGORIES),
          total: z.number().int(),
          counts: z.array(z.number().int()),
        }),
      ),
    }),
    openActions: z.object({
      n: z.number().int(),
      overdue: z.number().int(),
      noOwner: z.number().int(),
      noDue: z.number().int(),
      /** Age bands in days, half-open; `to` null = and older. */
      bands: z.array(
        z.object({ from: z.number().int(), to: z.number().int().nullable(), count: z.number().int() }),
      ),
    }),
  })
  .meta({ id: 'Trends' })
export type Trends = z.output<typeof trends>

export const trendRoutes = routes({
  'GET /trends': {
    access: 'trend.read',
    summary: 'The numbers of a period: incidents, classes, repeats, coverage, durations, open actions',
    query: z.object({
      from: day.optional(),
      to: day.optional(),
      by: z.enum(['month', 'quarter']).default('month'),
    }),
    answer: trends,
  },
})
