/** Postmortems: the library's rows, the whole record, its states, its original to the byte, its history. */
import { z } from 'zod'
import {
  CLASS_STANDINGS,
  INCIDENT_KINDS,
  LAYER_OUTCOMES,
  POSTMORTEM_STATES,
  SECTIONS,
  TIERS,
  VISIBILITIES,
} from '../domain/vocabulary.ts'
import { actionItem } from './actions.ts'
import { dayOut, id, idOut, instantOut, line, named, page, pageQuery, prose } from './common.ts'
import { incident } from './incidents.ts'
import { routes } from './kit.ts'
import {
  decision,
  decisionIn,
  evidence,
  evidenceIn,
  factor,
  factorIn,
  idea,
  ideaIn,
  impact,
  impactIn,
  layerMet,
  layerMetIn,
  postmortemClass,
  timelineEvent,
  timelineEventIn,
} from './postmortem-parts.ts'

/** A row of the library. */
export const postmortemCard = z
  .object({
    id: idOut<'postmortem'>(),
    /** What people call it: `PM-204`. */
    handle: z.string(),
    title: z.string(),
    /** The first lesson, or the summary's first sentence. */
    learned: z.string().nullable(),
    state: z.enum(POSTMORTEM_STATES),
    tier: z.enum(TIERS),
    visibility: z.enum(VISIBILITIES),
    kind: z.enum(INCIDENT_KINDS),
    severity: z.string().nullable(),
    impactStartedAt: instantOut.nullable(),
    impactStartedOn: dayOut.nullable(),
    /** Impact start to recovery, minutes; null where either is missing. */
    impactMinutes: z.number().nullable(),
    services: z.array(z.string()),
    owningTeam: named<'team'>().nullable(),
    classes: z.array(postmortemClass),
    /** Days since the previous incident of its confirmed class, where that lies within the class's window. */
    repeatAfterDays: z.number().nullable(),
    layers: z.array(z.object({ name: z.string(), outcome: z.enum(LAYER_OUTCOMES) })),
    actionsTotal: z.number().int(),
    actionsVerified: z.number().int(),
    openClaims: z.number().int(),
    updatedAt: instantOut,
    /** Matched words in their sentence, `**` around each match; only with a search. */
    snippet: z.string().nullable(),
  })
  .meta({ id: 'PostmortemCard' })
export type PostmortemCard = z.output<typeof postmortemCard>

export const original = z.object({
  id: idOut<'original'>(),
  path: z.string(),
  sha256: z.string(),
  bytes: z.number().int(),
  importedAt: instantOut,
  /** Counts from 1; an edited file that is imported again becomes the next. */
  version: z.number().int(),
})

const sections = z.object(
  Object.fromEntries(SECTIONS.map((name) => [name, z.string().nullable()])) as Record<
    (typeof SECTIONS)[number],
    z.ZodNullable<z.ZodString>
  >,
)

export const postmortem = postmortemCard
  .omit({ snippet: true, learned: true, services: true, layers: true })
  .extend({
    version: z.number().int(),
    language: z.string(),
    author: named<'person'>().nullable(),
    facilitator: named<'person'>().nullable(),
    incidents: z.array(incident),
    sections,
    impacts: z.array(impact),
    timeline: z.array(timelineEvent),
    decisions: z.array(decision),
    layersMet: z.array(layerMet),
    factors: z.array(factor),
    ideas: z.array(idea),
    evidence: z.array(evidence),
    /** Sentences of the prose sections that carry evidence, in no order. */
    claims: z.array(
      z.object({ section: z.enum(SECTIONS), sentence: z.string(), evidenceId: idOut<'evidence'>() }),
    ),
    actions: z.array(actionItem),
    originals: z.array(original),
    supersededBy: z.object({ id: idOut<'postmortem'>(), handle: z.string(), title: z.string() }).nullable(),
    /** Earlier and later postmortems of the same confirmed class, newest first, at most 10. */
    sameClass: z.array(
      z.object({
        id: idOut<'postmortem'>(),
        handle: z.string(),
        title: z.string(),
        impactStartedAt: instantOut.nullable(),
      }),
    ),
    /** How sure the import was, per field, and what it warned of; null when written here. */
    reading: z
      .object({
        confidence: z.record(z.string(), z.number()),
        warnings: z.array(
          z.object({ code: z.string(), message: z.string(), line: z.number().int().nullable() }),
        ),
      })
      .nullable(),
    createdAt: instantOut,
    publishedAt: instantOut.nullable(),
    withdrawnReason: z.string().nullable(),
    /** What the caller may do with it. */
    may: z.object({ edit: z.boolean(), changeState: z.boolean(), confirmClasses: z.boolean() }),
  })
  .meta({ id: 'Postmortem' })
export type Postmortem = z.output<typeof postmortem>

const params = z.object({ postmortemId: id<'postmortem'>() })

export const LIBRARY_SORTS = ['newest', 'oldest', 'updated', 'relevance'] as const

/** What narrows the library; the same words work inside `q`: `severity:SEV1 after:2026-01-01 pool`. */
export const libraryQuery = pageQuery.extend({
  /** Words and filters: class: service: team: severity: kind: state: layer:name=outcome before: after: has:open-claims has:open-actions -not */
  q: z.string().max(500).optional(),
  sort: z.enum(LIBRARY_SORTS).optional(),
})

const part = <T extends z.ZodType>(item: T, max: number) => z.object({ items: z.array(item).max(max) })
const problemsOfEdit = ['postmortem_read_only', 'reference_unknown']

export const postmortemRoutes = routes({
  'GET /postmortems': {
    access: 'postmortem.read',
    summary: 'List or search postmortems',
    query: libraryQuery,
    answer: page(postmortemCard).extend({
      /** How many match, counted exactly up to 10,000; null above. */
      total: z.number().int().nullable(),
      /** What of `q` was not understood as a filter, to be shown. */
      notUnderstood: z.array(z.string()),
    }),
  },
  'POST /postmortems': {
    access: 'postmortem.write',
    summary: 'Begin a postmortem of one or several incidents',
    body: z.object({
      title: line(300),
      tier: z.enum(TIERS).default('standard'),
      incidentIds: z.array(id<'incident'>()).min(1).max(50),
      visibility: z.enum(VISIBILITIES).default('organisation'),
    }),
    answer: postmortem,
    status: 201,
    problems: ['reference_unknown'],
  },
  'GET /postmortems/{postmortemId}': {
    access: 'postmortem.read',
    summary: 'One postmortem, whole; the id or the handle (`PM-204`)',
    params: z.object({ postmortemId: z.string().max(60) }),
    answer: postmortem,
    versioned: true,
  },
  'PATCH /postmortems/{postmortemId}': {
    access: 'postmortem.write',
    summary: 'Change its title, tier, people, visibility or prose sections',
    params,
    body: z
      .object({
        title: line(300),
        tier: z.enum(TIERS),
        authorId: id<'person'>().nullable(),
        facilitatorId: id<'person'>().nullable(),
        visibility: z.enum(VISIBILITIES),
        sections: z.partialRecord(z.enum(SECTIONS), prose.nullable()),
      })
      .partial(),
    answer: postmortem,
    versioned: true,
    problems: problemsOfEdit,
  },
  'POST /postmortems/{postmortemId}/state': {
    access: 'postmortem.write',
    summary: 'Move it on: to review, reviewed, published, back to draft, or withdrawn',
    params,
    body: z.object({ to: z.enum(POSTMORTEM_STATES), reason: line(2_000).nullable().default(null) }),
    answer: postmortem,
    versioned: true,
    problems: ['transition_refused', 'not_permitted', 'not_ready', 'review_needed', 'reason_needed'],
  },
  'PUT /postmortems/{postmortemId}/impacts': {
    access: 'postmortem.write',
    summary: 'Replace its impact statements',
    params,
    body: part(impactIn, 100),
    answer: postmortem,
    versioned: true,
    problems: problemsOfEdit,
  },
  'PUT /postmortems/{postmortemId}/timeline': {
    access: 'postmortem.write',
    summary: 'Replace its timeline events; those that keep their id are changed in place',
    params,
    body: part(timelineEventIn, 5_000),
    answer: postmortem,
    versioned: true,
    problems: problemsOfEdit,
  },
  'PUT /postmortems/{postmortemId}/decisions': {
    access: 'postmortem.write',
    summary: 'Replace its decision points; what was learned later cannot be listed as known',
    params,
    body: part(decisionIn, 100),
    answer: postmortem,
    versioned: true,
    problems: [...problemsOfEdit, 'hindsight'],
  },
  'PUT /postmortems/{postmortemId}/layers': {
    access: 'postmortem.write',
    summary: 'Replace the protective layers it met',
    params,
    body: part(layerMetIn, 100),
    answer: postmortem,
    versioned: true,
    problems: problemsOfEdit,
  },
  'PUT /postmortems/{postmortemId}/factors': {
    access: 'postmortem.write',
    summary: 'Replace its contributing factors',
    params,
    body: part(factorIn, 100),
    answer: postmortem,
    versioned: true,
    problems: problemsOfEdit,
  },
  'PUT /postmortems/{postmortemId}/evidence': {
    access: 'postmortem.write',
    summary: 'Replace its evidence',
    params,
    body: part(evidenceIn, 1_000),
    answer: postmortem,
    versioned: true,
    problems: problemsOfEdit,
  },
  'PUT /postmortems/{postmortemId}/ideas': {
    access: 'postmortem.write',
    summary: 'Replace its improvement ideas; an idea is not a commitment',
    params,
    body: part(ideaIn, 200),
    answer: postmortem,
    versioned: true,
    problems: problemsOfEdit,
  },
  'PUT /postmortems/{postmortemId}/classes': {
    access: 'class.confirm',
    summary: 'Confirm or set aside its incident classes',
    params,
    body: part(z.object({ id: id<'incidentClass'>(), standing: z.enum(CLASS_STANDINGS) }), 20),
    answer: postmortem,
    versioned: true,
    problems: ['reference_unknown'],
  },
  'GET /postmortems/{postmortemId}/originals/{originalId}': {
    access: 'postmortem.read',
    summary: 'An imported original, byte for byte, as an attachment',
    params: params.extend({ originalId: id<'original'>() }),
    answer: 'bytes',
  },
  'GET /postmortems/{postmortemId}/original-text': {
    access: 'postmortem.read',
    summary: 'The newest imported original as text, for reading',
    params,
    answer: z.object({ path: z.string(), text: z.string(), truncated: z.boolean() }),
  },
  'GET /postmortems/{postmortemId}/history': {
    access: 'postmortem.read',
    summary: 'Who changed what and when, newest first',
    params,
    query: pageQuery,
    answer: page(
      z.object({
        at: instantOut,
        who: z.string(),
        what: z.string(),
        changes: z.array(
          z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
        ),
      }),
    ),
  },
})
