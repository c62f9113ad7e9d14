/** The parts of a postmortem as they travel: impact, timeline, decisions, layers, factors, evidence, ideas, classes. */
import { z } from 'zod'
import {
  ACTION_KINDS,
  AIMS,
  CLASS_STANDINGS,
  EVIDENCE_KINDS,
  IMPACT_KINDS,
  INFORMATION_KINDS,
  LAYER_OUTCOMES,
  PHASES,
  PRECISIONS,
} from '../domain/vocabulary.ts'
import { id, idOut, instant, instantOut, line, named } from './common.ts'

/** A child keeps its id over edits; a new one has none yet. */
const childId = <T extends string>() => id<T>().optional()

const money = z.object({ amount: z.number().nonnegative(), currency: z.string().regex(/^[A-Z]{3}$/) })

export const evidenceIn = z.object({
  id: childId<'evidence'>(),
  kind: z.enum(EVIDENCE_KINDS),
  label: line(300),
  url: z.url().max(2_000).nullable().default(null),
  timelineEventId: id<'timelineEvent'>().nullable().default(null),
  /** For a metric reading. */
  value: z.number().nullable().default(null),
  unit: z.string().max(40).nullable().default(null),
  /** Where a metric reading or a message comes from. */
  source: z.string().max(300).nullable().default(null),
  /** When the evidence came to be, as far as known: the hindsight guard asks this. */
  at: instant.nullable().default(null),
})
export const evidence = z.object({
  id: idOut<'evidence'>(),
  kind: z.enum(EVIDENCE_KINDS),
  label: z.string(),
  url: z.string().nullable(),
  timelineEventId: idOut<'timelineEvent'>().nullable(),
  value: z.number().nullable(),
  unit: z.string().nullable(),
  source: z.string().nullable(),
  at: instantOut.nullable(),
})

export const impactIn = z.object({
  id: childId<'impact'>(),
  segment: line(200),
  kind: z.enum(IMPACT_KINDS),
  count: z.number().nonnegative().nullable().default(null),
  /** 0 to 1. */
  share: z.number().min(0).max(1).nullable().default(null),
  from: instant.nullable().default(null),
  to: instant.nullable().default(null),
  money: money.nullable().default(null),
  /** Share of the period’s SLO error budget that it spent; may exceed 1. */
  sloBudgetShare: z.number().nonnegative().nullable().default(null),
  customersToldAt: instant.nullable().default(null),
  note: z.string().max(2_000).nullable().default(null),
  evidenceIds: z.array(id<'evidence'>()).default([]),
})
export const impact = z.object({
  id: idOut<'impact'>(),
  segment: z.string(),
  kind: z.enum(IMPACT_KINDS),
  count: z.number().nullable(),
  share: z.number().nullable(),
  from: instantOut.nullable(),
  to: instantOut.nullable(),
  money: money.nullable(),
  sloBudgetShare: z.number().nullable(),
  customersToldAt: instantOut.nullable(),
  note: z.string().nullable(),
  evidenceIds: z.array(idOut<'evidence'>()),
})

export const timelineEventIn = z.object({
  id: childId<'timelineEvent'>(),
  at: instant.nullable(),
  until: instant.nullable().default(null),
  asWritten: z.string().max(200).nullable().default(null),
  zone: z.string().max(60).nullable().default(null),
  precision: z.enum(PRECISIONS).default('minute'),
  phase: z.enum(PHASES).default('context'),
  text: z.string().trim().min(1).max(20_000),
  actor: z.string().max(120).nullable().default(null),
  source: z.string().max(300).nullable().default(null),
  /** In the curated line, or only in the raw log. */
  curated: z.boolean().default(true),
  evidenceIds: z.array(id<'evidence'>()).default([]),
})
export const timelineEvent = z
  .object({
    id: idOut<'timelineEvent'>(),
    at: instantOut.nullable(),
    until: instantOut.nullable(),
    asWritten: z.string().nullable(),
    zone: z.string().nullable(),
    precision: z.enum(PRECISIONS),
    phase: z.enum(PHASES),
    text: z.string(),
    actor: z.string().nullable(),
    source: z.string().nullable(),
    curated: z.boolean(),
    evidenceIds: z.array(idOut<'evidence'>()),
  })
  .meta({ id: 'TimelineEvent' })
export type TimelineEvent = z.output<typeof timelineEvent>

const informationIn = z.object({
  kind: z.enum(INFORMATION_KINDS),
  text: line(2_000),
  /** For `believed`: whether it proved right; null while not known. */
  provedRight: z.boolean().nullable().default(null),
  /** For `believed`: when it proved right or wrong. */
  provedAt: instant.nullable().default(null),
  /** When it was available, or began to be believed. */
  at: instant.nullable().default(null),
  evidenceId: id<'evidence'>().nullable().default(null),
})
const missingIn = z.object({
  what: line(2_000),
  heldBy: z.string().max(300).nullable().default(null),
  arrivedAt: instant.nullable().default(null),
  how: z.string().max(1_000).nullable().default(null),
})

export const decisionIn = z.object({
  id: childId<'decisionPoint'>(),
  decidedAt: instant.nullable(),
  question: line(500),
  options: z
    .array(z.object({ text: line(500), consequence: z.string().max(500).nullable().default(null) }))
    .max(12),
  choice: line(500),
  decidingRole: z.string().max(120).nullable().default(null),
  promptedById: id<'timelineEvent'>().nullable().default(null),
  information: z.array(informationIn).max(60).default([]),
  missing: z.array(missingIn).max(30).default([]),
  decisionQuality: z.string().max(2_000).nullable().default(null),
  outcome: z.string().max(2_000).nullable().default(null),
})
export const decision = z
  .object({
    id: idOut<'decisionPoint'>(),
    decidedAt: instantOut.nullable(),
    question: z.string(),
    options: z.array(z.object({ text: z.string(), consequence: z.string().nullable() })),
    choice: z.string(),
    decidingRole: z.string().nullable(),
    promptedById: idOut<'timelineEvent'>().nullable(),
    /** Minutes from the prompting event to the decision; null where either time is missing. */
    latencyMinutes: z.number().nullable(),
    information: z.array(
      z.object({
        kind: z.enum(INFORMATION_KINDS),
        text: z.string(),
        provedRight: z.boolean().nullable(),
        provedAt: instantOut.nullable(),
        at: instantOut.nullable(),
        evidenceId: idOut<'evidence'>().nullable(),
      }),
    ),
    missing: z.array(
      z.object({
        what: z.string(),
        heldBy: z.string().nullable(),
        arrivedAt: instantOut.nullable(),
        how: z.string().nullable(),
      }),
    ),
    decisionQuality: z.string().nullable(),
    outcome: z.string().nullable(),
  })
  .meta({ id: 'Decision' })
export type Decision = z.output<typeof decision>

export const layerMetIn = z.object({
  id: childId<'layerMet'>(),
  layerId: id<'layer'>(),
  outcome: z.enum(LAYER_OUTCOMES),
  /** What shows it, in words. */
  shownBy: z.string().max(1_000).nullable().default(null),
  evidenceIds: z.array(id<'evidence'>()).default([]),
  factorId: id<'factor'>().nullable().default(null),
})
export const layerMet = z.object({
  id: idOut<'layerMet'>(),
  layer: named<'layer'>(),
  outcome: z.enum(LAYER_OUTCOMES),
  shownBy: z.string().nullable(),
  evidenceIds: z.array(idOut<'evidence'>()),
  factorId: idOut<'factor'>().nullable(),
})

export const factorIn = z.object({
  id: childId<'factor'>(),
  title: line(300),
  text: z.string().max(20_000).nullable().default(null),
  classId: id<'incidentClass'>().nullable().default(null),
  evidenceIds: z.array(id<'evidence'>()).default([]),
})
export const factor = z.object({
  id: idOut<'factor'>(),
  title: z.string(),
  text: z.string().nullable(),
  class: named<'incidentClass'>().nullable(),
  evidenceIds: z.array(idOut<'evidence'>()),
})

export const ideaIn = z.object({
  id: childId<'idea'>(),
  text: line(2_000),
  kind: z.enum(ACTION_KINDS).nullable().default(null),
  aim: z.enum(AIMS).nullable().default(null),
  /** Why it was set aside; null while it is open. */
  setAsideReason: line(1_000).nullable().default(null),
})
export const idea = z.object({
  id: idOut<'idea'>(),
  text: z.string(),
  kind: z.enum(ACTION_KINDS).nullable(),
  aim: z.enum(AIMS).nullable(),
  setAsideReason: z.string().nullable(),
  actionItemId: idOut<'actionItem'>().nullable(),
})

export const postmortemClass = z.object({
  id: idOut<'incidentClass'>(),
  name: z.string(),
  standing: z.enum(CLASS_STANDINGS),
  /** 0 to 1, for a suggestion. */
  confidence: z.number().nullable(),
})
