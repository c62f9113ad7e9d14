/** One postmortem, whole, as the API shows it. */
import type { Postmortem } from '../contract/postmortems.ts'
import { decisionLatency } from '../domain/decision-point.ts'
import { toHandle } from '../domain/handle.ts'
import type { ImpactStatement } from '../domain/impact.ts'
import { toDecimal } from '../domain/money.ts'
import type { WholePostmortem } from '../usecases/postmortems/read-postmortem.ts'
import type { Names } from '../usecases/shown.ts'
import { presentAction } from './present-action.ts'
import { presentIncident } from './present-incident.ts'
import { named } from './present.ts'

export function presentPostmortem(whole: WholePostmortem, names: Names): Postmortem {
  const { postmortem, parts } = whole
  return {
    id: postmortem.id,
    handle: toHandle('postmortem', postmortem.number),
    title: postmortem.title,
    state: postmortem.state,
    tier: postmortem.tier,
    visibility: postmortem.visibility,
    ...presentFigures(whole, names),
    classes: parts.classes.map(({ classId, standing, confidence }) => ({
      ...named(classId, names),
      standing,
      confidence,
    })),
    updatedAt: postmortem.updatedAt,
    version: postmortem.version,
    language: postmortem.language,
    author: named(postmortem.authorId, names),
    facilitator: named(postmortem.facilitatorId, names),
    incidents: whole.incidents.map((incident) => presentIncident(incident, names)),
    sections: { ...postmortem.sections },
    ...presentParts(whole, names),
    actions: whole.actions.map((action) => presentAction(action, names)),
    originals: whole.originals.map((original) => ({ ...original })),
    supersededBy: presentMention(whole.supersededBy),
    sameClass: whole.sameClass.map(({ id, number, title, impactStartedAt }) => ({
      id,
      handle: toHandle('postmortem', number),
      title,
      impactStartedAt,
    })),
    reading: presentReading(whole.reading),
    createdAt: postmortem.createdAt,
    publishedAt: postmortem.publishedAt,
    withdrawnReason: postmortem.state === 'withdrawn' ? postmortem.stateReason : null,
    may: whole.may,
  }
}

function presentFigures({ figures }: WholePostmortem, names: Names) {
  const { owningTeamId, ...rest } = figures
  return { ...rest, owningTeam: named(owningTeamId, names) }
}

function presentParts({ parts }: WholePostmortem, names: Names) {
  return {
    impacts: parts.impacts.map(presentImpact),
    timeline: parts.timeline.map((event) => ({ ...event, evidenceIds: [...event.evidenceIds] })),
    decisions: parts.decisions.map((decision) => ({
      ...decision,
      latencyMinutes: decisionLatency(decision, parts.timeline),
      options: decision.options.map((option) => ({ ...option })),
      information: decision.information.map((item) => ({ ...item })),
      missing: decision.missing.map((item) => ({ ...item })),
    })),
    layersMet: parts.layersMet.map(({ layerId, ...met }) => ({
      ...met,
      layer: named(layerId, names),
      evidenceIds: [...met.evidenceIds],
    })),
    factors: parts.factors.map(({ classId, ...factor }) => ({
      ...factor,
      class: named(classId, names),
      evidenceIds: [...factor.evidenceIds],
    })),
    ideas: parts.ideas.map((idea) => ({ ...idea })),
    evidence: parts.evidence.map((one) => ({ ...one })),
    claims: parts.claimEvidence.map((claim) => ({ ...claim })),
  }
}

const presentImpact = ({ money, ...impact }: ImpactStatement): Postmortem['impacts'][number] => ({
  ...impact,
  money: money === null ? null : { amount: toDecimal(money), currency: money.currency },
  evidenceIds: [...impact.evidenceIds],
})

const presentMention = (mention: WholePostmortem['supersededBy']): Postmortem['supersededBy'] =>
  mention === null
    ? null
    : { id: mention.id, handle: toHandle('postmortem', mention.number), title: mention.title }

const presentReading = (reading: WholePostmortem['reading']): Postmortem['reading'] =>
  reading === null
    ? null
    : {
        confidence: { ...reading.confidence },
        warnings: reading.warnings.map((warning) => ({ ...warning })),
      }
