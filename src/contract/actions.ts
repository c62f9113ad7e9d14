/** Action items: owned, dated, measurable; every change of state goes through the one transition table. */
import { z } from 'zod'
import { ACTION_KINDS, ACTION_STATES, AIMS, SPONSORSHIP_STATES } from '../domain/vocabulary.ts'
import {
  changesOf,
  day,
  dayOut,
  id,
  idOut,
  instantOut,
  line,
  list,
  named,
  page,
  pageQuery,
} from './common.ts'
import { routes } from './kit.ts'

const measure = z.object({
  /** What is observed. */
  observed: line(500),
  baseline: z.string().max(300).nullable().default(null),
  target: z.string().max(300).nullable().default(null),
  by: day.nullable().default(null),
  check: z.string().max(500).nullable().default(null),
})

export const actionItem = z
  .object({
    id: idOut<'actionItem'>(),
    handle: z.string(),
    title: z.string(),
    kind: z.enum(ACTION_KINDS),
    aim: z.enum(AIMS).nullable(),
    state: z.enum(ACTION_STATES),
    major: z.boolean(),
    team: named<'team'>().nullable(),
    owner: named<'person'>().nullable(),
    /** Owner as the imported text names them, where no person is known. */
    ownerAsWritten: z.string().nullable(),
    /** Whether the owner has accepted; until then the action is asked of them. */
    accepted: z.boolean(),
    due: dayOut.nullable(),
    overdue: z.boolean(),
    measure: z
      .object({
        observed: z.string(),
        baseline: z.string().nullable(),
        target: z.string().nullable(),
        by: dayOut.nullable(),
        check: z.string().nullable(),
      })
      .nullable(),
    class: named<'incidentClass'>().nullable(),
    layer: named<'layer'>().nullable(),
    trackerUrl: z.string().nullable(),
    sponsorship: z
      .object({
        state: z.enum(SPONSORSHIP_STATES),
        sponsor: named<'person'>().nullable(),
        asked: z.number().nullable(),
        approved: z.number().nullable(),
        spent: z.number().nullable(),
        currency: z.string(),
        engineerDays: z.number().nullable(),
        reason: z.string().nullable(),
      })
      .nullable(),
    postmortem: z.object({ id: idOut<'postmortem'>(), handle: z.string(), title: z.string() }),
    createdAt: instantOut,
    stateChangedAt: instantOut,
    /** Why it was handed back, dropped or found not effective. */
    reason: z.string().nullable(),
    /** States the caller may move it to now. */
    mayBecome: z.array(z.enum(ACTION_STATES)),
    version: z.number().int(),
  })
  .meta({ id: 'ActionItem' })
export type ActionItem = z.output<typeof actionItem>

const actionFields = z.object({
  title: line(300),
  kind: z.enum(ACTION_KINDS).default('technical'),
  aim: z.enum(AIMS).nullable().default(null),
  major: z.boolean().default(false),
  teamId: id<'team'>().nullable().default(null),
  ownerId: id<'person'>().nullable().default(null),
  due: day.nullable().default(null),
  measure: measure.nullable().default(null),
  classId: id<'incidentClass'>().nullable().default(null),
  layerId: id<'layer'>().nullable().default(null),
  trackerUrl: z.url().max(2_000).nullable().default(null),
})

const params = z.object({ actionItemId: id<'actionItem'>() })

export const actionRoutes = routes({
  'GET /actions': {
    access: 'postmortem.read',
    summary: 'List action items: overdue first, then by due date',
    query: pageQuery.extend({
      state: list(ACTION_STATES).optional(),
      /** `open` = every state but verified and dropped. */
      open: z.stringbool().optional(),
      overdue: z.stringbool().optional(),
      ownerId: id<'person'>().optional(),
      teamId: id<'team'>().optional(),
      classId: id<'incidentClass'>().optional(),
      postmortemId: id<'postmortem'>().optional(),
      /** Age in days since proposed, half-open: from ≤ age < to. */
      ageFrom: z.coerce.number().int().min(0).max(100_000).optional(),
      ageTo: z.coerce.number().int().min(0).max(100_000).optional(),
    }),
    answer: page(actionItem).extend({ total: z.number().int().nullable() }),
  },
  'POST /postmortems/{postmortemId}/actions': {
    access: 'action.write',
    summary: 'Propose an action item of a postmortem',
    params: z.object({ postmortemId: id<'postmortem'>() }),
    body: actionFields,
    answer: actionItem,
    status: 201,
    problems: ['reference_unknown', 'postmortem_read_only'],
  },
  'GET /actions/{actionItemId}': {
    access: 'postmortem.read',
    summary: 'One action item',
    params,
    answer: actionItem,
    versioned: true,
  },
  'PATCH /actions/{actionItemId}': {
    access: 'action.write',
    summary: 'Change an action item; a new owner must accept anew',
    params,
    body: changesOf(actionFields),
    answer: actionItem,
    versioned: true,
    problems: ['reference_unknown', 'due_needed', 'measure_needed', 'funding_needed', 'transition_refused'],
  },
  'POST /actions/{actionItemId}/state': {
    access: 'postmortem.read',
    summary: 'Move it on: accept, hand back, start, claim done, verify, drop',
    description:
      'Only the owner accepts or hands back; a check is by someone other than the owner; a refusal says what is missing.',
    params,
    body: z.object({
      to: z.enum(ACTION_STATES),
      reason: line(2_000).nullable().default(null),
      /** For `verified`: the measure’s reading, or who checked what. */
      reading: line(2_000).nullable().default(null),
      /** For `dropped`: when it returns. */
      expiresOn: day.nullable().default(null),
    }),
    answer: actionItem,
    versioned: true,
    problems: [
      'transition_refused',
      'not_permitted',
      'reason_needed',
      'owner_needed',
      'owner_must_accept',
      'only_owner',
      'due_needed',
      'measure_needed',
      'funding_needed',
      'check_by_another',
      'reading_needed',
      'sponsor_needed',
      'only_sponsor',
      'expiry_needed',
      'not_expired',
    ],
  },
})
