/** Turns one demonstration incident into the incident and the parts of its postmortem, every reference an identifier. */
import type { ClaimEvidence, Evidence } from '../../src/domain/evidence.ts'
import type { EvidenceId, IncidentId } from '../../src/domain/ids.ts'
import type { Incident } from '../../src/domain/incident.ts'
import { type Currency, toMoney } from '../../src/domain/money.ts'
import { newId } from '../../src/storage/new-id.ts'
import type { PostmortemParts } from '../../src/storage/postmortem-parts.ts'
import type { DemoIncident, DemoOrganisation } from '../read-demo.ts'
import { identify, maybe, type Keys } from './keys.ts'

type WrittenEvidence = DemoIncident['timeline'][number]['evidence'][number]

export function incidentOf(demo: DemoIncident, keys: Keys, id: IncidentId, zone: string): Incident {
  return {
    id,
    title: demo.title,
    kind: demo.kind,
    severity: demo.severity,
    severityAsWritten: null,
    moments: demo.moments,
    impactStartedOn: demo.moments.impactStartedAt === null ? demo.day : null,
    momentsOverrideReason: null,
    zone,
    serviceIds: demo.services.map(keys.service),
    owningTeamId: keys.team(demo.team),
    affectedTeamIds: demo.affectedTeams.map(keys.team),
    sources: demo.sources.map((one) => ({ system: one.system, externalId: one.id, url: one.url })),
  }
}

/** Gathers evidence as it is met, each piece once, and hands out its identifier. */
class EvidenceList {
  readonly items: Evidence[] = []
  readonly #ids = new Map<string, EvidenceId>()
  readonly #event: (ref: string) => Evidence

  constructor(event: (ref: string) => Evidence) {
    this.#event = event
  }

  ids(written: readonly WrittenEvidence[]): EvidenceId[] {
    return written.map((one) => this.#idOf(one))
  }

  #idOf(written: WrittenEvidence): EvidenceId {
    const key = JSON.stringify(written)
    const known = this.#ids.get(key)
    if (known !== undefined) return known
    const evidence = written.kind === 'timeline_event' ? this.#event(written.event) : evidenceOf(written)
    this.#ids.set(key, evidence.id)
    this.items.push(evidence)
    return evidence.id
  }
}

const NOTHING = { url: null, timelineEventId: null, value: null, unit: null, source: null, at: null }

function evidenceOf(written: Exclude<WrittenEvidence, { kind: 'timeline_event' }>): Evidence {
  const base = { ...NOTHING, id: newId<'evidence'>(), kind: written.kind, at: written.at }
  switch (written.kind) {
    case 'link':
      return { ...base, label: written.title, url: written.url }
    case 'file':
      return { ...base, label: `${written.title} (${written.name})` }
    case 'message':
      return { ...base, label: written.text, source: written.source }
    case 'metric':
      return {
        ...base,
        label: written.name,
        value: written.value,
        unit: written.unit,
        source: written.source,
      }
  }
}

/** Everything of the postmortem but its action items. */
export function partsOf(
  demo: DemoIncident,
  keys: Keys,
  organisation: Pick<DemoOrganisation, 'timeZone' | 'currency'>,
): PostmortemParts {
  const event = identify<'timelineEvent'>(
    'timeline event',
    demo.timeline.map((one) => one.ref),
  )
  const factor = identify<'factor'>(
    'factor',
    demo.factors.map((one) => one.id),
  )
  const evidence = new EvidenceList((ref) => ({
    ...NOTHING,
    id: newId<'evidence'>(),
    kind: 'timeline_event',
    label: demo.timeline.find((one) => one.ref === ref)?.text ?? ref,
    timelineEventId: event(ref),
    at: demo.timeline.find((one) => one.ref === ref)?.at ?? null,
  }))
  const money = (amount: number | null) =>
    amount === null ? null : toMoney(amount, organisation.currency as Currency)
  const parts = {
    timeline: demo.timeline.map((one) => ({
      id: event(one.ref),
      at: one.at,
      until: null,
      asWritten: one.asWritten,
      zone: organisation.timeZone,
      precision: one.precision,
      phase: one.phase,
      text: one.text,
      actor: one.actor,
      source: one.source,
      curated: one.curated,
      evidenceIds: evidence.ids(one.evidence),
    })),
    impacts: demo.impact.map((one) => ({
      id: newId<'impact'>(),
      segment: one.segment,
      kind: one.kind,
      count: one.count,
      share: one.share,
      from: one.from,
      to: one.to,
      money: money(one.money),
      sloBudgetShare: null,
      customersToldAt: demo.customersToldAt,
      note: [one.unit, one.note].filter((text) => text !== null).join('. ') || null,
      evidenceIds: evidence.ids(one.evidence),
    })),
    factors: demo.factors.map((one) => ({
      id: factor(one.id),
      title: one.title,
      text: one.text,
      classId: maybe(keys.class, one.class),
      evidenceIds: evidence.ids(one.evidence),
    })),
    layersMet: demo.layers.map((one) => ({
      id: newId<'layerMet'>(),
      layerId: keys.layer(one.layer),
      outcome: one.outcome,
      shownBy: one.shows,
      evidenceIds: evidence.ids(one.evidence),
      factorId: maybe(factor, one.factor),
    })),
    decisions: demo.decisions.map((one) => decisionOf(one, event, evidence)),
    classes: demo.classes.map((one) => ({
      classId: keys.class(one.class),
      standing: one.standing,
      confidence: one.standing === 'suggested' ? 0.7 : null,
    })),
    ideas: demo.ideas.map((one) => ({
      id: newId<'idea'>(),
      text: one.text,
      kind: null,
      aim: null,
      actionItemId: null,
      setAsideReason: one.setAside,
    })),
    claimEvidence: demo.claims.flatMap((one): ClaimEvidence[] =>
      evidence.ids(one.evidence).map((id) => ({ section: one.section, sentence: one.words, evidenceId: id })),
    ),
  }
  return { ...parts, evidence: evidence.items }
}

function decisionOf(
  one: DemoIncident['decisions'][number],
  event: ReturnType<typeof identify<'timelineEvent'>>,
  evidence: EvidenceList,
): NonNullable<PostmortemParts['decisions']>[number] {
  return {
    id: newId<'decisionPoint'>(),
    decidedAt: one.decidedAt,
    question: one.question,
    options: one.options.map((option) => ({ text: option.text, consequence: option.note })),
    choice: one.choice,
    decidingRole: one.role,
    promptedById: event(one.promptedBy),
    information: one.information.map((item) => ({
      kind: item.kind,
      text: item.text,
      provedRight: item.kind === 'believed' ? item.provedRight : null,
      provedAt: item.kind === 'believed' ? item.provedAt : null,
      at: item.kind === 'learned_later' ? item.learnedAt : null,
      evidenceId: evidence.ids(item.evidence)[0] ?? null,
    })),
    missing: one.missing,
    decisionQuality: one.quality,
    outcome: one.outcome,
  }
}
