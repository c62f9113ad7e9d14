/** Reads the parts of a postmortem, each in its order. */
import type { Selectable } from 'kysely'
import type { DecisionPoint } from '../domain/decision-point.ts'
import type { ClaimEvidence, Evidence } from '../domain/evidence.ts'
import type { DecisionPointId, EvidenceId, PostmortemId } from '../domain/ids.ts'
import type { Money } from '../domain/money.ts'
import type { PostmortemClass } from '../domain/postmortem.ts'
import type { TimelineEvent } from '../domain/timeline.ts'
import type { PostmortemParts } from './postmortem-parts.ts'
import type { TimelineEventsTable } from './schema-postmortems.ts'
import type { Db } from './schema.ts'

/** Every part, whole. */
export type LoadedParts = Required<PostmortemParts>

export async function loadParts(db: Db, id: PostmortemId): Promise<LoadedParts> {
  const tied = await loadEvidenceLinks(db, id)
  return {
    timeline: await loadTimeline(db, id, tied),
    evidence: await loadEvidence(db, id),
    factors: await loadFactors(db, id, tied),
    impacts: await loadImpacts(db, id, tied),
    layersMet: await loadLayersMet(db, id, tied),
    decisions: await loadDecisions(db, id),
    ideas: await loadIdeas(db, id),
    classes: await loadClasses(db, id),
    claimEvidence: await loadClaimEvidence(db, id),
  }
}

/** Evidence by the id of the thing it is tied to. */
type Tied = (thingId: string) => readonly EvidenceId[]

async function loadEvidenceLinks(db: Db, id: PostmortemId): Promise<Tied> {
  const rows = await db
    .selectFrom('evidence_links')
    .innerJoin('evidence', 'evidence.id', 'evidence_links.evidence_id')
    .selectAll('evidence_links')
    .where('evidence.postmortem_id', '=', id)
    .orderBy('evidence.position')
    .execute()
  const byThing = new Map<string, EvidenceId[]>()
  for (const row of rows) {
    const thing = row.timeline_event_id ?? row.factor_id ?? row.impact_id ?? row.layer_met_id ?? ''
    byThing.set(thing, [...(byThing.get(thing) ?? []), row.evidence_id])
  }
  return (thingId) => byThing.get(thingId) ?? []
}

/** The timeline alone, for drawing it: with `curated` only the curated line. */
async function loadTimeline(db: Db, id: PostmortemId, tied: Tied): Promise<TimelineEvent[]> {
  const rows = await db
    .selectFrom('timeline_events')
    .selectAll()
    .where('postmortem_id', '=', id)
    .orderBy('position')
    .execute()
  return rows.map((row) => toEvent(row, tied(row.id)))
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

async function loadEvidence(db: Db, id: PostmortemId): Promise<Evidence[]> {
  return db
    .selectFrom('evidence')
    .select(['id', 'kind', 'label', 'url', 'timeline_event_id as timelineEventId'])
    .select(['value', 'unit', 'source', 'at'])
    .where('postmortem_id', '=', id)
    .orderBy('position')
    .execute()
}

async function loadFactors(db: Db, id: PostmortemId, tied: Tied): Promise<LoadedParts['factors']> {
  const rows = await db
    .selectFrom('contributing_factors')
    .select(['id', 'title', 'text', 'class_id as classId'])
    .where('postmortem_id', '=', id)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ ...row, evidenceIds: tied(row.id) }))
}

async function loadImpacts(db: Db, id: PostmortemId, tied: Tied): Promise<LoadedParts['impacts']> {
  const rows = await db
    .selectFrom('impact_statements')
    .selectAll()
    .where('postmortem_id', '=', id)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
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
    evidenceIds: tied(row.id),
  }))
}

function toMoney(amount: number | null, currency: Money['currency'] | null): Money | null {
  return amount === null || currency === null ? null : { amount, currency }
}

async function loadLayersMet(db: Db, id: PostmortemId, tied: Tied): Promise<LoadedParts['layersMet']> {
  const rows = await db
    .selectFrom('layers_met')
    .select(['id', 'layer_id as layerId', 'outcome', 'shown_by as shownBy', 'factor_id as factorId'])
    .where('postmortem_id', '=', id)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({ ...row, evidenceIds: tied(row.id) }))
}

async function loadDecisions(db: Db, id: PostmortemId): Promise<DecisionPoint[]> {
  const rows = await db
    .selectFrom('decision_points')
    .selectAll()
    .where('postmortem_id', '=', id)
    .orderBy('position')
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const options = await loadOptions(db, ids)
  const information = await loadInformation(db, ids)
  const missing = await loadMissing(db, ids)
  return rows.map((row) => ({
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

async function loadOptions(db: Db, ids: readonly DecisionPointId[]) {
  const rows = await db
    .selectFrom('decision_options')
    .select(['decision_point_id as decision', 'text', 'consequence'])
    .where('decision_point_id', 'in', ids)
    .orderBy('position')
    .execute()
  return byDecision(rows)
}

async function loadInformation(db: Db, ids: readonly DecisionPointId[]) {
  const rows = await db
    .selectFrom('decision_information')
    .select(['decision_point_id as decision', 'kind', 'text', 'proved_right as provedRight'])
    .select(['proved_at as provedAt', 'at', 'evidence_id as evidenceId'])
    .where('decision_point_id', 'in', ids)
    .orderBy('position')
    .execute()
  return byDecision(rows)
}

async function loadMissing(db: Db, ids: readonly DecisionPointId[]) {
  const rows = await db
    .selectFrom('missing_information')
    .select(['decision_point_id as decision', 'what', 'held_by as heldBy'])
    .select(['arrived_at as arrivedAt', 'how'])
    .where('decision_point_id', 'in', ids)
    .orderBy('position')
    .execute()
  return byDecision(rows)
}

async function loadIdeas(db: Db, id: PostmortemId): Promise<LoadedParts['ideas']> {
  return db
    .selectFrom('improvement_ideas')
    .select(['id', 'text', 'kind', 'aim', 'action_item_id as actionItemId'])
    .select('set_aside_reason as setAsideReason')
    .where('postmortem_id', '=', id)
    .orderBy('position')
    .execute()
}

async function loadClasses(db: Db, id: PostmortemId): Promise<PostmortemClass[]> {
  return db
    .selectFrom('postmortem_classes')
    .select(['class_id as classId', 'standing', 'confidence'])
    .where('postmortem_id', '=', id)
    .orderBy('position')
    .orderBy('class_id')
    .execute()
}

async function loadClaimEvidence(db: Db, id: PostmortemId): Promise<ClaimEvidence[]> {
  return db
    .selectFrom('claim_evidence')
    .select(['section', 'sentence', 'evidence_id as evidenceId'])
    .where('postmortem_id', '=', id)
    .orderBy('id')
    .execute()
}
