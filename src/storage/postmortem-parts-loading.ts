/** Reads the parts of a postmortem, each in its order. */
import type { Selectable } from 'kysely'
import type { DecisionPoint } from '../domain/decision-point.ts'
import type { ClaimEvidence, Evidence } from '../domain/evidence.ts'
import type { DecisionPointId, EvidenceId, PostmortemId } from '../domain/ids.ts'
import type { Money } from '../domain/money.ts'
import type { PostmortemClass } from '../domain/postmortem.ts'
import type { TimelineEvent } from '../domain/timeline.ts'
import type { PostmortemParts } from './postmortem-parts.ts'
import { type AnswersOf, askTogether, type Question, question } from './question.ts'
import type { EvidenceLinksTable, ImpactStatementsTable, TimelineEventsTable } from './schema-postmortems.ts'
import type { Db } from './schema.ts'

/** Every part, whole. */
export type LoadedParts = Required<PostmortemParts>

export async function loadParts(db: Db, id: PostmortemId): Promise<LoadedParts> {
  return toParts(await askTogether(db, partsAsked(db, id)))
}

/** What has to be asked for all the parts. */
export function partsAsked(db: Db, id: PostmortemId) {
  return {
    links: evidenceLinksAsked(db, id),
    timeline: timelineAsked(db, id),
    evidence: evidenceAsked(db, id),
    factors: factorsAsked(db, id),
    impacts: impactsAsked(db, id),
    layersMet: layersMetAsked(db, id),
    ...decisionsAsked(db, id),
    ideas: ideasAsked(db, id),
    classes: classesAsked(db, id),
    claimEvidence: claimEvidenceAsked(db, id),
  }
}

/** Puts together what was answered. */
export function toParts(answers: AnswersOf<ReturnType<typeof partsAsked>>): LoadedParts {
  const { links: tied } = answers
  return {
    timeline: answers.timeline(tied),
    evidence: answers.evidence,
    factors: answers.factors(tied),
    impacts: answers.impacts(tied),
    layersMet: answers.layersMet(tied),
    decisions: toDecisions(answers),
    ideas: answers.ideas,
    classes: answers.classes,
    claimEvidence: answers.claimEvidence,
  }
}

/** Evidence by the id of the thing it is tied to. */
type Tied = (thingId: string) => readonly EvidenceId[]

function evidenceLinksAsked(db: Db, id: PostmortemId): Question<Tied> {
  const links = db
    .selectFrom('evidence_links')
    .innerJoin('evidence', 'evidence.id', 'evidence_links.evidence_id')
    .selectAll('evidence_links')
    .where('evidence.postmortem_id', '=', id)
    .orderBy('evidence.position')
  return question(links, tiedBy)
}

function tiedBy(rows: readonly Selectable<EvidenceLinksTable>[]): Tied {
  const byThing = new Map<string, EvidenceId[]>()
  for (const row of rows) {
    const thing = row.timeline_event_id ?? row.factor_id ?? row.impact_id ?? row.layer_met_id ?? ''
    byThing.set(thing, [...(byThing.get(thing) ?? []), row.evidence_id])
  }
  return (thingId) => byThing.get(thingId) ?? []
}

/** Items to which evidence is tied, once it is known. */
type WithTies<Items> = (tied: Tied) => Items

function timelineAsked(db: Db, id: PostmortemId): Question<WithTies<TimelineEvent[]>> {
  const events = db
    .selectFrom('timeline_events')
    .selectAll()
    .where('postmortem_id', '=', id)
    .orderBy('position')
  return question(events, (rows) => (tied) => rows.map((row) => toEvent(row, tied(row.id))))
}

function toEvent(row: Selectable<TimelineEventsTable>, evidenceIds: readonly EvidenceId[]): TimelineEvent {
  return {
    id: row.id,
    at: row.at,
    until: row.until,
    asWritten: row.as_written,
    zone: row.zone,
    precision: row.precision,
    phase: row.phase,
    text: row.text,
    actor: row.actor,
    source: row.source,
    curated: row.curated,
    evidenceIds,
  }
}

function evidenceAsked(db: Db, id: PostmortemId): Question<Evidence[]> {
  const evidence = db
    .selectFrom('evidence')
    .select(['id', 'kind', 'label', 'url', 'timeline_event_id as timelineEventId'])
    .select(['value', 'unit', 'source', 'at'])
    .where('postmortem_id', '=', id)
    .orderBy('position')
  return question(evidence, (rows) => [...rows])
}

function factorsAsked(db: Db, id: PostmortemId): Question<WithTies<LoadedParts['factors']>> {
  const factors = db
    .selectFrom('contributing_factors')
    .select(['id', 'title', 'text', 'class_id as classId'])
    .where('postmortem_id', '=', id)
    .orderBy('position')
  return question(factors, (rows) => (tied) => rows.map((row) => ({ ...row, evidenceIds: tied(row.id) })))
}

function impactsAsked(db: Db, id: PostmortemId): Question<WithTies<LoadedParts['impacts']>> {
  const impacts = db
    .selectFrom('impact_statements')
    .selectAll()
    .where('postmortem_id', '=', id)
    .orderBy('position')
  return question(impacts, (rows) => (tied) => rows.map((row) => toImpact(row, tied(row.id))))
}

function toImpact(
  row: Selectable<ImpactStatementsTable>,
  evidenceIds: readonly EvidenceId[],
): LoadedParts['impacts'][number] {
  return {
    id: row.id,
    segment: row.segment,
    kind: row.kind,
    count: row.count,
    share: row.share,
    from: row.from_at,
    to: row.to_at,
    money: toMoney(row.money_amount, row.money_currency),
    sloBudgetShare: row.slo_budget_share,
    customersToldAt: row.customers_told_at,
    note: row.note,
    evidenceIds,
  }
}

function toMoney(amount: number | null, currency: Money['currency'] | null): Money | null {
  return amount === null || currency === null ? null : { amount, currency }
}

function layersMetAsked(db: Db, id: PostmortemId): Question<WithTies<LoadedParts['layersMet']>> {
  const layers = db
    .selectFrom('layers_met')
    .select(['id', 'layer_id as layerId', 'outcome', 'shown_by as shownBy', 'factor_id as factorId'])
    .where('postmortem_id', '=', id)
    .orderBy('position')
  return question(layers, (rows) => (tied) => rows.map((row) => ({ ...row, evidenceIds: tied(row.id) })))
}

function decisionsAsked(db: Db, id: PostmortemId) {
  const points = db
    .selectFrom('decision_points')
    .selectAll()
    .where('postmortem_id', '=', id)
    .orderBy('position')
  const own = db.selectFrom('decision_points').select('id').where('postmortem_id', '=', id)
  const options = db
    .selectFrom('decision_options')
    .select(['decision_point_id as decision', 'text', 'consequence'])
    .where('decision_point_id', 'in', own)
    .orderBy('position')
  const information = db
    .selectFrom('decision_information')
    .select(['decision_point_id as decision', 'kind', 'text', 'proved_right as provedRight'])
    .select(['proved_at as provedAt', 'at', 'evidence_id as evidenceId'])
    .where('decision_point_id', 'in', own)
    .orderBy('position')
  const missing = db
    .selectFrom('missing_information')
    .select(['decision_point_id as decision', 'what', 'held_by as heldBy'])
    .select(['arrived_at as arrivedAt', 'how'])
    .where('decision_point_id', 'in', own)
    .orderBy('position')
  return {
    points: question(points, (rows) => rows),
    options: question(options, (rows) => byDecision(rows)),
    information: question(information, (rows) => byDecision(rows)),
    missing: question(missing, (rows) => byDecision(rows)),
  }
}

type DecisionAnswers = AnswersOf<ReturnType<typeof decisionsAsked>>

function toDecisions({ points, options, information, missing }: DecisionAnswers): DecisionPoint[] {
  return points.map((row) => ({
    id: row.id,
    decidedAt: row.decided_at,
    question: row.question,
    options: options.get(row.id) ?? [],
    choice: row.choice,
    decidingRole: row.deciding_role,
    promptedById: row.prompted_by_id,
    information: information.get(row.id) ?? [],
    missing: missing.get(row.id) ?? [],
    decisionQuality: row.decision_quality,
    outcome: row.outcome,
  }))
}

type ByDecision<Item> = ReadonlyMap<DecisionPointId, Item[]>

function byDecision<Item>(
  rows: readonly (Item & { readonly decision: DecisionPointId })[],
): ByDecision<Omit<Item, 'decision'>> {
  const map = new Map<DecisionPointId, Omit<Item, 'decision'>[]>()
  for (const { decision, ...item } of rows) map.set(decision, [...(map.get(decision) ?? []), item])
  return map
}

function ideasAsked(db: Db, id: PostmortemId): Question<LoadedParts['ideas']> {
  const ideas = db
    .selectFrom('improvement_ideas')
    .select(['id', 'text', 'kind', 'aim', 'action_item_id as actionItemId'])
    .select('set_aside_reason as setAsideReason')
    .where('postmortem_id', '=', id)
    .orderBy('position')
  return question(ideas, (rows) => rows)
}

function classesAsked(db: Db, id: PostmortemId): Question<PostmortemClass[]> {
  const classes = db
    .selectFrom('postmortem_classes')
    .select(['class_id as classId', 'standing', 'confidence'])
    .where('postmortem_id', '=', id)
    .orderBy('position')
    .orderBy('class_id')
  return question(classes, (rows) => [...rows])
}

function claimEvidenceAsked(db: Db, id: PostmortemId): Question<ClaimEvidence[]> {
  const evidence = db
    .selectFrom('claim_evidence')
    .select(['section', 'sentence', 'evidence_id as evidenceId'])
    .where('postmortem_id', '=', id)
    .orderBy('id')
  return question(evidence, (rows) => [...rows])
}
