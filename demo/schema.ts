/** What the demonstration files may hold: one schema for `organisation.yaml`, one for each `incidents/NNN-slug.yaml`. */
import { z } from 'zod'
import type { Day } from '../src/domain/instant.ts'
import type { Moment } from '../src/domain/vocabulary.ts'
import {
  ACTION_KINDS,
  ACTION_STATES,
  AIMS,
  CLASS_STANDINGS,
  IMPACT_KINDS,
  INCIDENT_KINDS,
  LAYER_OUTCOMES,
  PHASES,
  POSTMORTEM_STATES,
  PRECISIONS,
  ROLES,
  SECTIONS,
  SPONSORSHIP_STATES,
  TIERS,
  VISIBILITIES,
} from '../src/domain/vocabulary.ts'
import { readDay, readMoment } from './story-time.ts'

/** The key by which files refer to a person, team, service, layer or class. */
const key = z.string().regex(/^[a-z][a-z0-9-]*$/, 'is not a key: use lower-case letters, digits and hyphens')
const text = z.string().trim().min(1)
const maybe = <T extends z.ZodType>(schema: T) => schema.nullable().default(null)
const many = <T extends z.ZodType>(schema: T) => z.array(schema).default([])

/** `10:04`, `+1d 09:12` or `+5d`, counted from the incident's day. */
const moment = z.string().transform((written, context) => {
  const read = readMoment(written)
  if (read !== null) return read
  context.addIssue({ code: 'custom', message: `"${written}" is not a time such as 10:04 or +1d 09:12` })
  return z.NEVER
})

/** `+36d`, counted from the incident's day. */
const dayAfter = z.string().transform((written, context) => {
  const read = readDay(written)
  if (read !== null) return read
  context.addIssue({ code: 'custom', message: `"${written}" is not a day such as +36d` })
  return z.NEVER
})

const storyDate = z.iso.date().transform((value) => value as Day)

/** A time of the story's calendar that belongs to no incident: `2026-11-20 18:00`. */
const storyWallTime = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d \d\d:\d\d$/, 'is not a time such as 2026-11-20 18:00')

const person = z.strictObject({
  name: text,
  title: text,
  roles: z.array(z.enum(ROLES)).min(1),
  team: maybe(key),
  manager: maybe(key),
})

const obligation = z.strictObject({
  severities: z.array(text).min(1),
  tier: z.enum(TIERS),
  /** Working days after recovery; null: not asked for. */
  draftWithin: z.int().positive(),
  reviewWithin: maybe(z.int().positive()),
  publishWithin: z.int().positive(),
  readers: many(key),
  readWithin: maybe(z.int().positive()),
})

const cadence = z.strictObject({
  team: maybe(key),
  purpose: text,
  obligations: z.array(obligation).min(1),
  reviewMeeting: text,
  trendMeeting: text,
  remindersRiseTo: key,
})

/** `organisation.yaml`: who is here, what they run, how they grade and read incidents. */
export const organisationFile = z.strictObject({
  name: text,
  about: text,
  emailDomain: text,
  timeZone: text,
  currency: z.string().regex(/^[A-Z]{3}$/),
  workingDays: z.array(z.int().min(1).max(7)).min(1),
  /** The moment the story has reached; loading moves it, by whole weeks, to less than a week before now. */
  storyNow: storyWallTime,
  severityScale: z.array(z.strictObject({ code: text, meaning: text, leadershipRead: z.boolean() })).min(1),
  people: z.record(key, person),
  teams: z.record(key, z.strictObject({ name: text, lead: key, purpose: text, trained: many(key) })),
  services: z.record(key, z.strictObject({ name: text, team: key, purpose: text })),
  layers: z.record(key, z.strictObject({ name: text, description: text })),
  classes: z.record(
    key,
    z.strictObject({
      name: text,
      description: text,
      words: z.array(text).min(1),
      layers: z.array(key).min(1),
      windowDays: z.int().positive().default(90),
    }),
  ),
  cadences: z.array(cadence).min(1),
  logins: z.array(z.strictObject({ person: key, as: text, shows: text })).min(1),
})
export type OrganisationFile = z.output<typeof organisationFile>

/** An event of the timeline is referred to by its time as written, or by its `id` where two share a minute. */
const eventRef = text

const writtenEvidence = z.union([
  eventRef.transform((event) => ({ kind: 'timeline_event' as const, event })),
  z.strictObject({ kind: z.literal('link'), url: z.url(), title: text, at: maybe(moment) }),
  z.strictObject({
    kind: z.literal('metric'),
    name: text,
    value: z.number(),
    unit: text,
    at: moment,
    source: text,
  }),
  z.strictObject({ kind: z.literal('file'), name: text, title: text, at: maybe(moment) }),
  z.strictObject({ kind: z.literal('message'), source: text, text, at: moment }),
])

const timelineEvent = z.strictObject({
  id: maybe(text),
  at: moment,
  precision: z.enum(PRECISIONS).default('minute'),
  phase: z.enum(PHASES),
  text,
  actor: maybe(text),
  source: maybe(text),
  /** False keeps it in the raw log only. */
  curated: z.boolean().default(true),
  evidence: many(writtenEvidence),
})

const impactStatement = z.strictObject({
  segment: text,
  kind: z.enum(IMPACT_KINDS),
  count: maybe(z.number().nonnegative()),
  /** What the count counts: `payments`, `shops`. */
  unit: maybe(text),
  /** 0 to 1. */
  share: maybe(z.number().min(0).max(1)),
  from: maybe(moment),
  to: maybe(moment),
  money: maybe(z.number().nonnegative()),
  note: maybe(text),
  evidence: many(writtenEvidence),
})

const item = { text, evidence: many(writtenEvidence) }
const information = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('known'), ...item }),
  /** `provedRight` null: never settled. */
  z.strictObject({
    kind: z.literal('believed'),
    ...item,
    provedRight: z.boolean().nullable(),
    provedAt: maybe(moment),
  }),
  z.strictObject({ kind: z.literal('discoverable'), ...item }),
  z.strictObject({ kind: z.literal('learned_later'), ...item, learnedAt: maybe(moment) }),
  z.strictObject({ kind: z.literal('unknowable'), ...item }),
])

const decision = z.strictObject({
  decidedAt: moment,
  question: text,
  role: text,
  promptedBy: eventRef,
  options: z.array(z.strictObject({ text, note: maybe(text), chosen: z.boolean().default(false) })).min(1),
  choice: text,
  information: z.array(information).min(1),
  missing: many(z.strictObject({ what: text, heldBy: text, arrivedAt: maybe(moment), how: maybe(text) })),
  /** Judged by what was known, apart from how it turned out. */
  quality: maybe(text),
  outcome: text,
})

const steps = <const T extends readonly string[]>(states: T) =>
  many(
    z.strictObject({
      to: z.enum(states),
      at: moment,
      by: maybe(key),
      reason: maybe(text),
      until: maybe(dayAfter),
    }),
  )

const sponsorship = z.strictObject({
  sponsor: key,
  askedMoney: z.number().nonnegative(),
  askedDays: z.number().nonnegative(),
  approvedMoney: maybe(z.number().nonnegative()),
  approvedDays: maybe(z.number().nonnegative()),
  spentMoney: z.number().nonnegative().default(0),
  spentDays: z.number().nonnegative().default(0),
  decideBy: maybe(dayAfter),
  steps: steps(SPONSORSHIP_STATES),
})

const action = z.strictObject({
  title: text,
  kind: z.enum(ACTION_KINDS),
  aim: z.enum(AIMS),
  team: key,
  owner: maybe(key),
  due: maybe(dayAfter),
  measure: maybe(
    z.strictObject({ observe: text, baseline: text, target: text, by: maybe(dayAfter), check: text }),
  ),
  class: maybe(key),
  layer: maybe(key),
  major: z.boolean().default(false),
  /** For a major one: what was asked of a leader. Null with `noMoneyNeededBy`: the leader said none is needed. */
  sponsorship: maybe(sponsorship),
  noMoneyNeededBy: maybe(key),
  tracker: maybe(z.url()),
  /** Who is asked to verify it; never the owner. */
  checker: maybe(key),
  /** From `proposed` on; the last one is the state. */
  steps: steps(ACTION_STATES),
  /** What was read or checked when it was verified, or found not effective. */
  reading: maybe(text),
})

const review = z.strictObject({
  due: dayAfter,
  scheduledAt: maybe(moment),
  heldAt: maybe(moment),
  minutesLong: maybe(z.int().positive()),
  facilitator: key,
  invited: many(key),
  attended: many(key),
  away: many(z.strictObject({ person: key, reason: text })),
  disciplines: many(z.enum(['learning_not_defence', 'claims_tied', 'nothing_passed_on', 'actions_owned'])),
  notes: maybe(text),
  outcome: maybe(z.enum(['accepted', 'needs_another'])),
})

const reading = z.strictObject({
  person: key,
  sentAt: moment,
  dueAt: dayAfter,
  openedAt: maybe(moment),
  acknowledgedAt: maybe(moment),
  word: maybe(z.enum(['i_will_sponsor', 'i_have_a_question', 'read'])),
  question: maybe(text),
})

/** One file of `incidents/`: what happened, and its postmortem. */
export const incidentFile = z.strictObject({
  title: text,
  severity: text,
  severityChanges: many(z.strictObject({ at: moment, from: text, to: text, by: key, reason: text })),
  kind: z.enum(INCIDENT_KINDS),
  /** A day of the story's calendar; everything else in the file is counted from it. */
  day: storyDate,
  team: key,
  affectedTeams: many(key),
  services: z.array(key).min(1),
  sources: many(z.strictObject({ system: text, id: text, url: maybe(z.url()) })),
  moments: z.strictObject({
    impactStartedAt: maybe(moment),
    detectedAt: maybe(moment),
    acknowledgedAt: maybe(moment),
    mitigatedAt: maybe(moment),
    recoveredAt: maybe(moment),
  } satisfies Record<Moment, unknown>),
  tier: z.enum(TIERS),
  visibility: z.enum(VISIBILITIES).default('organisation'),
  author: key,
  facilitator: maybe(key),
  begunAt: moment,
  steps: steps(POSTMORTEM_STATES),
  /** File name in `imported/` of the text it was first written as. */
  imported: maybe(text),
  /** Markdown. */
  sections: z.partialRecord(z.enum(SECTIONS), text),
  /** Exact words of a section and what ties them down; no evidence means the claim is open. */
  claims: many(z.strictObject({ section: z.enum(SECTIONS), words: text, evidence: many(writtenEvidence) })),
  /** Findings on the wording that an author set aside, by the words they speak of. */
  setAside: many(z.strictObject({ words: text, by: key, reason: text, at: moment })),
  customersToldAt: maybe(moment),
  impact: many(impactStatement),
  timeline: many(timelineEvent),
  decisions: many(decision),
  factors: many(
    z.strictObject({ id: key, title: text, text, class: maybe(key), evidence: many(writtenEvidence) }),
  ),
  layers: many(
    z.strictObject({
      layer: key,
      outcome: z.enum(LAYER_OUTCOMES),
      shows: text,
      factor: maybe(key),
      evidence: many(writtenEvidence),
    }),
  ),
  classes: many(z.strictObject({ class: key, standing: z.enum(CLASS_STANDINGS) })),
  actions: many(action),
  ideas: many(z.strictObject({ text, setAside: maybe(text) })),
  review: maybe(review),
  readings: many(reading),
  /** Later things that cite this postmortem. */
  references: many(
    z.strictObject({
      kind: z.enum(['pull_request', 'design', 'ticket', 'postmortem', 'outage']),
      title: text,
      url: maybe(z.url()),
      /** The number of the demonstration incident whose postmortem or outage it is. */
      from: maybe(z.int().positive()),
      at: moment,
    }),
  ),
})
export type IncidentFile = z.output<typeof incidentFile>
