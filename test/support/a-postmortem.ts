/** A postmortem as the API answers with it, empty but for what a test says of it. */
import type { Postmortem } from '../../src/contract/postmortems.ts'
import type { Id } from '../../src/domain/ids.ts'
import type { Instant } from '../../src/domain/instant.ts'
import { SECTIONS } from '../../src/domain/vocabulary.ts'

type Incident = Postmortem['incidents'][number]
type Decision = Postmortem['decisions'][number]
type Event = Postmortem['timeline'][number]

/** An instant of the day on which tests happen: `at('10:02')`. */
export const at = (clock: string): Instant => `2026-11-12T${clock}:00Z` as Instant

export const idOf = <T extends string>(name: string): Id<T> => name as Id<T>

export const anIncident = (more: Partial<Incident> = {}): Incident => ({
  id: idOf('incident'),
  title: 'Card payments failed',
  kind: 'degradation',
  severity: 'SEV1',
  severityAsWritten: null,
  impactStartedAt: null,
  detectedAt: null,
  acknowledgedAt: null,
  mitigatedAt: null,
  recoveredAt: null,
  impactStartedOn: null,
  momentsOverrideReason: null,
  zone: null,
  durations: { detect: null, acknowledge: null, mitigate: null, recover: null },
  services: [],
  owningTeam: null,
  affectedTeams: [],
  sources: [],
  postmortem: null,
  version: 1,
  ...more,
})

export const anEvent = (id: string, clock: string | null, more: Partial<Event> = {}): Event => ({
  id: idOf(id),
  at: clock === null ? null : at(clock),
  until: null,
  asWritten: clock,
  zone: 'UTC',
  precision: clock === null ? 'unknown' : 'minute',
  phase: 'response',
  text: `What happened at ${clock ?? 'some time'}`,
  actor: null,
  source: null,
  curated: true,
  evidenceIds: [],
  ...more,
})

export const aDecision = (more: Partial<Decision> = {}): Decision => ({
  id: idOf('decision'),
  decidedAt: at('10:19'),
  question: 'Us, or the provider?',
  options: [],
  choice: 'Move to the second provider',
  decidingRole: null,
  promptedById: null,
  latencyMinutes: null,
  information: [],
  missing: [],
  decisionQuality: null,
  outcome: null,
  ...more,
})

export const anItem = (more: Partial<Decision['information'][number]>): Decision['information'][number] => ({
  kind: 'known',
  text: 'No deploy since 08:40.',
  provedRight: null,
  provedAt: null,
  at: null,
  evidenceId: null,
  ...more,
})

export const anEvidence = (id: string, more: Partial<Postmortem['evidence'][number]> = {}) =>
  ({
    id: idOf(id),
    kind: 'link',
    label: id,
    url: null,
    timelineEventId: null,
    value: null,
    unit: null,
    source: null,
    at: null,
    ...more,
  }) satisfies Postmortem['evidence'][number]

type Sections = Postmortem['sections']

export function aPostmortem(
  more: Omit<Partial<Postmortem>, 'sections'> & { sections?: Partial<Sections> } = {},
): Postmortem {
  const empty = Object.fromEntries(SECTIONS.map((name) => [name, null])) as Sections
  return {
    id: idOf('postmortem'),
    handle: 'PM-204',
    title: 'Card payments failed at checkout for 47 minutes',
    state: 'published',
    tier: 'full',
    visibility: 'organisation',
    kind: 'degradation',
    severity: 'SEV1',
    impactStartedAt: null,
    impactStartedOn: null,
    impactMinutes: null,
    owningTeam: null,
    classes: [],
    repeatAfterDays: null,
    actionsTotal: 0,
    actionsVerified: 0,
    openClaims: 0,
    updatedAt: at('12:00'),
    version: 1,
    language: 'en',
    author: null,
    facilitator: null,
    incidents: [],
    impacts: [],
    timeline: [],
    decisions: [],
    layersMet: [],
    factors: [],
    ideas: [],
    evidence: [],
    claims: [],
    actions: [],
    originals: [],
    supersededBy: null,
    sameClass: [],
    reading: null,
    createdAt: at('12:00'),
    publishedAt: null,
    withdrawnReason: null,
    may: { edit: false, changeState: false, confirmClasses: false },
    ...more,
    sections: { ...empty, ...more.sections },
  }
}
