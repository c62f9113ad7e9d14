/** Tables of improvement work and its sponsors, and of what the organisation has promised itself. */
import type { CadenceRule, Reminder } from '../domain/cadence.ts'
import type {
  ActionItemId,
  CadenceId,
  IdeaId,
  IncidentClassId,
  LayerId,
  MilestoneId,
  PersonId,
  PostmortemId,
  ProgrammeId,
  ReadingId,
  ReviewId,
  SponsorshipId,
  TeamId,
  TrainingAttemptId,
  TrainingModuleId,
  TrendReviewId,
} from '../domain/ids.ts'
import type { Day, Instant } from '../domain/instant.ts'
import type { Currency } from '../domain/money.ts'
import type { Reading } from '../domain/reading.ts'
import type { TrendReview } from '../domain/trend-review.ts'
import type {
  ActionKind,
  ActionState,
  Aim,
  Audience,
  ProgrammeState,
  ReadingWord,
  ReviewOutcome,
  SponsorshipState,
} from '../domain/vocabulary.ts'
import type { DefaultedJson, Json, NullableJson } from './json-column.ts'
import type { Generated, GeneratedAlways } from 'kysely'

/** How the sponsorship of an action item stands, `not_asked` where there is none. */
export type Funding = 'not_asked' | SponsorshipState | 'no_money_needed'

export interface WorkTables {
  action_items: ActionItemsTable
  improvement_ideas: ImprovementIdeasTable
  programmes: ProgrammesTable
  programme_postmortems: ProgrammePostmortemsTable
  programme_commitments: ProgrammeCommitmentsTable
  programme_dependencies: ProgrammeDependenciesTable
  programme_milestones: ProgrammeMilestonesTable
  sponsorships: SponsorshipsTable
  sponsorship_decisions: SponsorshipDecisionsTable
  cadences: CadencesTable
  reviews: ReviewsTable
  review_attendance: ReviewAttendanceTable
  readings: ReadingsTable
  trend_reviews: TrendReviewsTable
  trend_review_attendance: TrendReviewAttendanceTable
  trend_review_decisions: TrendReviewDecisionsTable
  training_modules: TrainingModulesTable
  training_attempts: TrainingAttemptsTable
  notices: NoticesTable
}

export interface ActionItemsTable {
  id: ActionItemId
  number: Generated<number>
  postmortem_id: PostmortemId
  title: string
  kind: Generated<ActionKind>
  aim: Aim | null
  state: Generated<ActionState>
  major: Generated<boolean>
  team_id: TeamId | null
  owner_id: PersonId | null
  owner_as_written: string | null
  accepted_at: Instant | null
  due: Day | null
  measure_observed: string | null
  measure_baseline: string | null
  measure_target: string | null
  measure_by: Day | null
  measure_check: string | null
  class_id: IncidentClassId | null
  layer_id: LayerId | null
  tracker_url: string | null
  verified_by_id: PersonId | null
  verified_at: Instant | null
  verified_reading: string | null
  reason: string | null
  expires_on: Day | null
  funding: Generated<Funding>
  imported: Generated<boolean>
  proposed_at: Generated<Instant>
  state_changed_at: Generated<Instant>
  closed: GeneratedAlways<boolean>
  due_or_never: GeneratedAlways<Day>
  version: Generated<number>
  created_at: Generated<Instant>
  updated_at: Generated<Instant>
}

export interface ImprovementIdeasTable {
  id: IdeaId
  postmortem_id: PostmortemId
  position: number
  text: string
  kind: ActionKind | null
  aim: Aim | null
  action_item_id: ActionItemId | null
  set_aside_reason: string | null
}

export interface ProgrammesTable {
  id: ProgrammeId
  title: string
  purpose: string
  state: Generated<ProgrammeState>
  sponsor_id: PersonId | null
  coordinator_id: PersonId | null
  version: Generated<number>
  created_at: Generated<Instant>
  updated_at: Generated<Instant>
}

export interface ProgrammePostmortemsTable {
  programme_id: ProgrammeId
  postmortem_id: PostmortemId
}

export interface ProgrammeCommitmentsTable {
  programme_id: ProgrammeId
  action_item_id: ActionItemId
  team_id: TeamId
}

export interface ProgrammeDependenciesTable {
  programme_id: ProgrammeId
  action_item_id: ActionItemId
  depends_on_id: ActionItemId
}

export interface ProgrammeMilestonesTable {
  id: MilestoneId
  programme_id: ProgrammeId
  title: string
  due: Day
  reached_on: Day | null
}

export interface SponsorshipsTable {
  id: SponsorshipId
  action_item_id: ActionItemId | null
  programme_id: ProgrammeId | null
  sponsor_id: PersonId | null
  state: Generated<SponsorshipState>
  currency: Currency | null
  asked_amount: number | null
  asked_days: number | null
  approved_amount: number | null
  approved_days: number | null
  spent_amount: number | null
  spent_days: number | null
  no_money_needed: Generated<boolean>
  reason: string | null
  until: Day | null
  state_changed_at: Generated<Instant>
  version: Generated<number>
  created_at: Generated<Instant>
  updated_at: Generated<Instant>
}

export interface SponsorshipDecisionsTable {
  id: string
  sponsorship_id: SponsorshipId
  state: SponsorshipState
  currency: Currency | null
  approved_amount: number | null
  approved_days: number | null
  reason: string | null
  until: Day | null
  decided_by_id: PersonId | null
  decided_at: Instant
}

export interface CadencesTable {
  id: CadenceId
  team_id: TeamId | null
  version: number
  valid_from: Instant
  rules: Json<readonly CadenceRule[]>
  review_meeting: string | null
  trend_meeting: string | null
  reminders: DefaultedJson<readonly Reminder[]>
  made_by_id: PersonId | null
  created_at: Generated<Instant>
}

export interface ReviewsTable {
  id: ReviewId
  postmortem_id: PostmortemId
  leadership: Generated<boolean>
  due: Day | null
  scheduled_at: Instant | null
  facilitator_id: PersonId | null
  learning_not_defence: boolean | null
  claims_tied: boolean | null
  no_passing_between_teams: boolean | null
  actions_owned: boolean | null
  minutes: string | null
  held_at: Instant | null
  outcome: ReviewOutcome | null
  absence_reason: string | null
  version: Generated<number>
  created_at: Generated<Instant>
  updated_at: Generated<Instant>
}

export interface ReviewAttendanceTable {
  review_id: ReviewId
  person_id: PersonId
  invited: Generated<boolean>
  attended: Generated<boolean>
}

export interface ReadingsTable {
  id: ReadingId
  postmortem_id: PostmortemId
  reader_id: PersonId
  sent_at: Instant
  channel: Reading['channel']
  due: Day
  opened_at: Instant | null
  acknowledged_at: Instant | null
  word: ReadingWord | null
}

export interface TrendReviewsTable {
  id: TrendReviewId
  span: TrendReview['span']
  from_at: Instant
  to_at: Instant
  frozen_at: Instant | null
  rules_version: string | null
  figures: NullableJson<unknown>
  held_at: Instant | null
  version: Generated<number>
  created_at: Generated<Instant>
  updated_at: Generated<Instant>
}

export interface TrendReviewAttendanceTable {
  trend_review_id: TrendReviewId
  person_id: PersonId
}

export interface TrendReviewDecisionsTable {
  id: string
  trend_review_id: TrendReviewId
  position: number
  action_item_id: ActionItemId | null
  sponsorship_id: SponsorshipId | null
  programme_id: ProgrammeId | null
  cadence_id: CadenceId | null
}

export interface TrainingModulesTable {
  id: TrainingModuleId
  title: string
  audience: Audience
  pass_score: number
  content: DefaultedJson<unknown>
  version: Generated<number>
  created_at: Generated<Instant>
  updated_at: Generated<Instant>
}

export interface TrainingAttemptsTable {
  id: TrainingAttemptId
  module_id: TrainingModuleId
  person_id: PersonId
  started_at: Instant
  finished_at: Instant | null
  score: number | null
  answers: DefaultedJson<unknown>
}

export interface NoticesTable {
  id: string
  person_id: PersonId
  kind: string
  text: string
  thing: string | null
  thing_id: string | null
  due: Day | null
  seen_at: Instant | null
  created_at: Generated<Instant>
}
