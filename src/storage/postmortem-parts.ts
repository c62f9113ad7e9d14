/** Saves the parts of a postmortem: each is given whole, those that keep their id are changed in place, the rest goes. */
import { sql, type Insertable } from 'kysely'
import type { DecisionPoint } from '../domain/decision-point.ts'
import type { ClaimEvidence, Evidence } from '../domain/evidence.ts'
import type { ContributingFactor } from '../domain/factor.ts'
import type { EvidenceId, PostmortemId } from '../domain/ids.ts'
import type { ImpactStatement } from '../domain/impact.ts'
import type { LayerMet } from '../domain/layer.ts'
import type { ImprovementIdea, PostmortemClass } from '../domain/postmortem.ts'
import type { TimelineEvent } from '../domain/timeline.ts'
import { newId } from './new-id.ts'
import { replaceRows, type PartColumns } from './part-rows.ts'
import type { EvidenceLinksTable } from './schema-postmortems.ts'
import type { Tx } from './schema.ts'

/** Every list is the whole part as it shall stand, in its order; a part that is left out stays as it is. */
export interface PostmortemParts {
  readonly timeline?: readonly TimelineEvent[]
  readonly evidence?: readonly Evidence[]
  readonly factors?: readonly ContributingFactor[]
  readonly impacts?: readonly ImpactStatement[]
  readonly layersMet?: readonly LayerMet[]
  readonly decisions?: readonly DecisionPoint[]
  readonly ideas?: readonly ImprovementIdea[]
  readonly classes?: readonly PostmortemClass[]
  readonly claimEvidence?: readonly ClaimEvidence[]
}

/** Saves what is given, in the order in which the parts name each other. */
export async function savePostmortemParts(tx: Tx, id: PostmortemId, parts: PostmortemParts): Promise<void> {
  if (parts.timeline) await replaceRows(tx, 'timeline_events', id, parts.timeline.map(timelineRow))
  if (parts.evidence) await replaceRows(tx, 'evidence', id, parts.evidence.map(evidenceRow))
  if (parts.factors) await replaceRows(tx, 'contributing_factors', id, parts.factors.map(factorRow))
  if (parts.impacts) await replaceRows(tx, 'impact_statements', id, parts.impacts.map(impactRow))
  if (parts.layersMet) await replaceRows(tx, 'layers_met', id, parts.layersMet.map(layerRow))
  if (parts.decisions) await saveDecisions(tx, id, parts.decisions)
  if (parts.ideas) await replaceRows(tx, 'improvement_ideas', id, parts.ideas.map(ideaRow))
  if (parts.timeline) await linkEvidence(tx, 'timeline_event_id', parts.timeline)
  if (parts.factors) await linkEvidence(tx, 'factor_id', parts.factors)
  if (parts.impacts) await linkEvidence(tx, 'impact_id', parts.impacts)
  if (parts.layersMet) await linkEvidence(tx, 'layer_met_id', parts.layersMet)
  if (parts.classes) await saveClasses(tx, id, parts.classes)
  if (parts.claimEvidence) await saveClaimEvidence(tx, id, parts.claimEvidence)
}

function timelineRow(event: TimelineEvent, position: number): PartColumns<'timeline_events'> {
  return {
    id: event.id,
    position,
    at: event.at,
    until: event.until,
    as_written: event.asWritten,
    zone: event.zone,
    precision: event.precision,
    phase: event.phase,
    text: event.text,
    actor: event.actor,
    source: event.source,
    curated: event.curated,
  }
}

function evidenceRow(evidence: Evidence, position: number): PartColumns<'evidence'> {
  return {
    id: evidence.id,
    position,
    kind: evidence.kind,
    label: evidence.label,
    url: evidence.url,
    timeline_event_id: evidence.timelineEventId,
    value: evidence.value,
    unit: evidence.unit,
    source: evidence.source,
    at: evidence.at,
  }
}

function factorRow(factor: ContributingFactor, position: number): PartColumns<'contributing_factors'> {
  return { id: factor.id, position, title: factor.title, text: factor.text, class_id: factor.classId }
}

function impactRow(impact: ImpactStatement, position: number): PartColumns<'impact_statements'> {
  return {
    id: impact.id,
    position,
    segment: impact.segment,
    kind: impact.kind,
    count: impact.count,
    share: impact.share,
    from_at: impact.from,
    to_at: impact.to,
    money_amount: impact.money?.amount ?? null,
    money_currency: impact.money?.currency ?? null,
    slo_budget_share: impact.sloBudgetShare,
    customers_told_at: impact.customersToldAt,
    note: impact.note,
  }
}

function layerRow(met: LayerMet, position: number): PartColumns<'layers_met'> {
  return {
    id: met.id,
    position,
    layer_id: met.layerId,
    outcome: met.outcome,
    shown_by: met.shownBy,
    factor_id: met.factorId,
  }
}

function ideaRow(idea: ImprovementIdea, position: number): PartColumns<'improvement_ideas'> {
  return {
    id: idea.id,
    position,
    text: idea.text,
    kind: idea.kind,
    aim: idea.aim,
    action_item_id: idea.actionItemId,
    set_aside_reason: idea.setAsideReason,
  }
}

/** What hangs on a decision has no id of its own and is written anew with it. */
async function saveDecisions(tx: Tx, id: PostmortemId, decisions: readonly DecisionPoint[]): Promise<void> {
  const own = tx.selectFrom('decision_points').select('id').where('postmortem_id', '=', id)
  await tx.deleteFrom('decision_options').where('decision_point_id', 'in', own).execute()
  await tx.deleteFrom('decision_information').where('decision_point_id', 'in', own).execute()
  await tx.deleteFrom('missing_information').where('decision_point_id', 'in', own).execute()
  await replaceRows(tx, 'decision_points', id, decisions.map(decisionRow))
  const options = decisions.flatMap((decision) =>
    decision.options.map((option, position) => ({ decision_point_id: decision.id, position, ...option })),
  )
  const information = decisions.flatMap((decision) =>
    decision.information.map((item, position) => ({
      decision_point_id: decision.id,
      position,
      decided_at: decision.decidedAt,
      kind: item.kind,
      text: item.text,
      proved_right: item.provedRight,
      proved_at: item.provedAt,
      at: item.at,
      evidence_id: item.evidenceId,
    })),
  )
  const missing = decisions.flatMap((decision) =>
    decision.missing.map((item, position) => ({
      decision_point_id: decision.id,
      position,
      what: item.what,
      held_by: item.heldBy,
      arrived_at: item.arrivedAt,
      how: item.how,
    })),
  )
  if (options.length > 0) await tx.insertInto('decision_options').values(options).execute()
  if (information.length > 0) await tx.insertInto('decision_information').values(information).execute()
  if (missing.length > 0) await tx.insertInto('missing_information').values(missing).execute()
}

function decisionRow(decision: DecisionPoint, position: number): PartColumns<'decision_points'> {
  return {
    id: decision.id,
    position,
    decided_at: decision.decidedAt,
    question: decision.question,
    choice: decision.choice,
    deciding_role: decision.decidingRole,
    prompted_by_id: decision.promptedById,
    decision_quality: decision.decisionQuality,
    outcome: decision.outcome,
  }
}

type LinkColumn = 'timeline_event_id' | 'factor_id' | 'impact_id' | 'layer_met_id'

async function linkEvidence(
  tx: Tx,
  column: LinkColumn,
  things: readonly { readonly id: string; readonly evidenceIds: readonly EvidenceId[] }[],
): Promise<void> {
  const ids = things.map((thing) => thing.id)
  await sql`delete from evidence_links where ${sql.ref(column)} = any(${ids}::uuid[])`.execute(tx)
  const links = things.flatMap((thing) =>
    [...new Set(thing.evidenceIds)].map((evidence_id) => ({
      id: newId<'evidenceLink'>(),
      evidence_id,
      [column]: thing.id,
    })),
  ) as Insertable<EvidenceLinksTable>[]
  if (links.length > 0) await tx.insertInto('evidence_links').values(links).execute()
}

async function saveClasses(tx: Tx, id: PostmortemId, classes: readonly PostmortemClass[]): Promise<void> {
  await tx.deleteFrom('postmortem_classes').where('postmortem_id', '=', id).execute()
  if (classes.length === 0) return
  const rows = classes.map((one, position) => ({
    postmortem_id: id,
    class_id: one.classId,
    position,
    standing: one.standing,
    confidence: one.confidence,
  }))
  await tx.insertInto('postmortem_classes').values(rows).execute()
}

async function saveClaimEvidence(tx: Tx, id: PostmortemId, claims: readonly ClaimEvidence[]): Promise<void> {
  await tx.deleteFrom('claim_evidence').where('postmortem_id', '=', id).execute()
  if (claims.length === 0) return
  const rows = claims.map((claim) => ({
    id: newId<'claimEvidence'>(),
    postmortem_id: id,
    section: claim.section,
    sentence: claim.sentence,
    evidence_id: claim.evidenceId,
  }))
  await tx.insertInto('claim_evidence').values(rows).execute()
}
