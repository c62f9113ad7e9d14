/** Tables of incidents, postmortems and every part they are made of, and what lists and search read of them. */
import type {
  DecisionPointId,
  EvidenceId,
  FactorId,
  FindingId,
  ImpactId,
  IncidentClassId,
  IncidentId,
  LayerId,
  LayerMetId,
  PersonId,
  PostmortemId,
  ReferenceId,
  ServiceId,
  TeamId,
  TimelineEventId,
} from '../domain/ids.ts'
import type { FindingSuggestion } from '../domain/finding.ts'
import type { Day, Instant } from '../domain/instant.ts'
import type { Currency } from '../domain/money.ts'
import type { SeverityCode } from '../domain/organisation.ts'
import type {
  ClassStanding,
  EvidenceKind,
  FindingCategory,
  FindingPart,
  FindingSeverity,
  FindingState,
  ImpactKind,
  IncidentKind,
  InformationKind,
  LayerOutcome,
  Phase,
  PostmortemState,
  Precision,
  ReferenceKind,
  Section,
  Tier,
  Visibility,
} from '../domain/vocabulary.ts'
import type { Json } from './json-column.ts'
import type { Generated, GeneratedAlways } from 'kysely'

/** A class of a card, in the order shown: confirmed ones first. */
export interface CardClass {
  readonly id: IncidentClassId
  readonly standing: ClassStanding
  readonly confidence: number | null
}

/** A layer of a card. */
export interface CardLayer {
  readonly id: LayerId
  readonly outcome: LayerOutcome
}

export interface PostmortemsTables {
  incidents: IncidentsTable
  incident_services: IncidentServicesTable
  incident_teams: IncidentTeamsTable
  incident_sources: IncidentSourcesTable
  severity_changes: SeverityChangesTable
  postmortems: PostmortemsTable
  postmortem_incidents: PostmortemIncidentsTable
  postmortem_readers: PostmortemReadersTable
  postmortem_sections: PostmortemSectionsTable
  timeline_events: TimelineEventsTable
  evidence: EvidenceTable
  contributing_factors: ContributingFactorsTable
  impact_statements: ImpactStatementsTable
  layers_met: LayersMetTable
  decision_points: DecisionPointsTable
  decision_options: DecisionOptionsTable
  decision_information: DecisionInformationTable
  missing_information: MissingInformationTable
  postmortem_classes: PostmortemClassesTable
  evidence_links: EvidenceLinksTable
  claim_evidence: ClaimEvidenceTable
  findings: FindingsTable
  postmortem_editions: PostmortemEditionsTable
  postmortem_references: PostmortemReferencesTable
  postmortem_cards: PostmortemCardsTable
  class_occurrences: ClassOccurrencesTable
  trend_tallies: TrendTalliesTable
  restricted_trend_rows: RestrictedTrendRowsTable
}

export interface IncidentsTable {
  id: IncidentId
  title: string
  kind: IncidentKind
  severity: SeverityCode | null
  severity_as_written: string | null
  owning_team_id: TeamId | null
  impact_started_at: Instant | null
  detected_at: Instant | null
  acknowledged_at: Instant | null
  mitigated_at: Instant | null
  recovered_at: Instant | null
  impact_started_on: Day | null
  zone: string | null
  moments_override_reason: string | null
  occurred_at: GeneratedAlways<Instant | null>
  version: Generated<number>
  created_at: Generated<Instant>
  updated_at: Generated<Instant>
  sort_at: GeneratedAlways<Instant>
}

export interface IncidentServicesTable {
  incident_id: IncidentId
  service_id: ServiceId
}

export interface IncidentTeamsTable {
  incident_id: IncidentId
  team_id: TeamId
}

export interface IncidentSourcesTable {
  incident_id: IncidentId
  position: number
  system: string
  external_id: string | null
  url: string | null
}

export interface SeverityChangesTable {
  id: string
  incident_id: IncidentId
  from_severity: SeverityCode | null
  to_severity: SeverityCode | null
  reason: Generated<string>
  changed_by_id: PersonId
  changed_at: Instant
}

export interface PostmortemsTable {
  id: PostmortemId
  number: Generated<number>
  title: string
  state: Generated<PostmortemState>
  state_changed_at: Generated<Instant>
  state_reason: string | null
  tier: Generated<Tier>
  visibility: Generated<Visibility>
  language: Generated<string>
  author_id: PersonId | null
  facilitator_id: PersonId | null
  published_at: Instant | null
  edition: Generated<number>
  superseded_by_id: PostmortemId | null
  superseded_by_as_written: string | null
  linted_with: string | null
  version: Generated<number>
  created_at: Generated<Instant>
  updated_at: Generated<Instant>
}

export interface PostmortemIncidentsTable {
  postmortem_id: PostmortemId
  incident_id: IncidentId
  position: Generated<number>
}

export interface PostmortemReadersTable {
  postmortem_id: PostmortemId
  person_id: PersonId
}

export interface PostmortemSectionsTable {
  postmortem_id: PostmortemId
  section: Section
  body: string
  updated_at: Generated<Instant>
}

export interface TimelineEventsTable {
  id: TimelineEventId
  postmortem_id: PostmortemId
  position: number
  at: Instant | null
  until: Instant | null
  as_written: string | null
  zone: string | null
  precision: Precision
  phase: Phase
  text: string
  actor: string | null
  source: string | null
  curated: Generated<boolean>
}

export interface EvidenceTable {
  id: EvidenceId
  postmortem_id: PostmortemId
  position: number
  kind: EvidenceKind
  label: string
  url: string | null
  timeline_event_id: TimelineEventId | null
  file_id: string | null
  value: number | null
  unit: string | null
  source: string | null
  at: Instant | null
}

export interface ContributingFactorsTable {
  id: FactorId
  postmortem_id: PostmortemId
  position: number
  title: string
  text: string | null
  class_id: IncidentClassId | null
}

export interface ImpactStatementsTable {
  id: ImpactId
  postmortem_id: PostmortemId
  position: number
  segment: string
  kind: ImpactKind
  count: number | null
  share: number | null
  from_at: Instant | null
  to_at: Instant | null
  money_amount: number | null
  money_currency: Currency | null
  slo_budget_share: number | null
  customers_told_at: Instant | null
  note: string | null
}

export interface LayersMetTable {
  id: LayerMetId
  postmortem_id: PostmortemId
  position: number
  layer_id: LayerId
  outcome: LayerOutcome
  shown_by: string | null
  factor_id: FactorId | null
}

export interface DecisionPointsTable {
  id: DecisionPointId
  postmortem_id: PostmortemId
  position: number
  decided_at: Instant | null
  question: string
  choice: string
  deciding_role: string | null
  prompted_by_id: TimelineEventId | null
  decision_quality: string | null
  outcome: string | null
}

export interface DecisionOptionsTable {
  decision_point_id: DecisionPointId
  position: number
  text: string
  consequence: string | null
}

export interface DecisionInformationTable {
  decision_point_id: DecisionPointId
  position: number
  decided_at: Instant | null
  kind: InformationKind
  text: string
  proved_right: boolean | null
  proved_at: Instant | null
  at: Instant | null
  evidence_id: EvidenceId | null
}

export interface MissingInformationTable {
  decision_point_id: DecisionPointId
  position: number
  what: string
  held_by: string | null
  arrived_at: Instant | null
  how: string | null
}

export interface PostmortemClassesTable {
  postmortem_id: PostmortemId
  class_id: IncidentClassId
  position: Generated<number>
  standing: ClassStanding
  confidence: number | null
}

export interface EvidenceLinksTable {
  id: string
  evidence_id: EvidenceId
  impact_id: ImpactId | null
  timeline_event_id: TimelineEventId | null
  layer_met_id: LayerMetId | null
  factor_id: FactorId | null
}

export interface ClaimEvidenceTable {
  id: string
  postmortem_id: PostmortemId
  section: Section
  sentence: string
  evidence_id: EvidenceId
}

export interface FindingsTable {
  id: FindingId
  postmortem_id: PostmortemId
  fingerprint: string
  rule_id: string
  category: FindingCategory
  severity: FindingSeverity
  section: Section
  state: Generated<FindingState>
  is_claim: Generated<boolean>
  message: string
  suggestions: Json<readonly FindingSuggestion[]>
  words: string
  position: number
  part: FindingPart | null
  part_id: string | null
  starts_at: number | null
  ends_at: number | null
  set_aside_by_id: PersonId | null
  set_aside_at: Instant | null
  set_aside_reason: string | null
  created_at: Generated<Instant>
}

export interface PostmortemEditionsTable {
  postmortem_id: PostmortemId
  edition: number
  content: Json<unknown>
  reason: string | null
  made_by_id: PersonId | null
  made_at: Instant
}

export interface PostmortemReferencesTable {
  id: ReferenceId
  postmortem_id: PostmortemId
  kind: ReferenceKind
  title: string
  url: string | null
  from_postmortem_id: PostmortemId | null
  at: Instant
}

export interface PostmortemCardsTable {
  postmortem_id: PostmortemId
  sort_at: Instant
  number: number
  title: string
  learned: string | null
  state: PostmortemState
  tier: Tier
  visibility: Visibility
  readable_by: readonly PersonId[]
  kind: IncidentKind
  severity: SeverityCode | null
  impact_started_at: Instant | null
  impact_started_on: Day | null
  impact_minutes: number | null
  owning_team_id: TeamId | null
  service_ids: readonly ServiceId[]
  classes: Json<readonly CardClass[]>
  layers: Json<readonly CardLayer[]>
  repeat_after_days: number | null
  actions_total: number
  actions_open: number
  actions_verified: number
  open_claims: number
  sections_written: number
  facets: readonly number[]
  search: string
  updated_at: Instant
  dated: boolean
  open_findings: readonly number[] | null
}

export interface ClassOccurrencesTable {
  class_id: IncidentClassId
  incident_id: IncidentId
  postmortem_id: PostmortemId
  occurred_at: Instant
  days_since_previous: number | null
  is_repeat: Generated<boolean>
}

export interface TrendTalliesTable {
  figure: string
  month: Day
  kind: string | null
  severity: SeverityCode | null
  class_id: IncidentClassId | null
  marks: Generated<number>
  minutes: number | null
  n: number
}

export interface RestrictedTrendRowsTable {
  postmortem_id: PostmortemId
  incident_id: IncidentId | null
  shared: boolean
  figure: string
  kind: string | null
  severity: SeverityCode | null
  class_id: IncidentClassId | null
  marks: number
  minutes: number | null
  at: Instant | null
  n: number
}
