/** Cadences: a team's policy of who writes, reviews and reads what, and by when. */
import type { CadenceId, PersonId, TeamId } from './ids.ts'
import type { Instant } from './instant.ts'
import type { SeverityCode } from './organisation.ts'
import type { IncidentKind, Role, Tier } from './vocabulary.ts'

/** The kinds of obligation that fall due. */
export const OBLIGATIONS = ['draft', 'review', 'publication', 'reading'] as const
export type Obligation = (typeof OBLIGATIONS)[number]

/** What is asked of the incidents that match; the first rule of a cadence that matches holds. */
export interface CadenceRule {
  /** Empty = every severity. */
  readonly severities: readonly SeverityCode[]
  /** Empty = every kind. */
  readonly kinds: readonly IncidentKind[]
  readonly tier: Tier
  /** Working days from recovery (or impact start where that is not known); null = not asked. */
  readonly workingDays: { readonly [O in Obligation]: number | null }
  readonly readers: readonly Reader[]
  readonly leadershipReview: boolean
}

/** Who must read: a person, or everyone of a role. */
export type Reader =
  | { readonly kind: 'person'; readonly id: PersonId }
  | { readonly kind: 'role'; readonly role: Role }

/** Reminds `afterWorkingDays` (negative = before) the due day; `to` says to whom it rises. */
export interface Reminder {
  readonly obligation: Obligation
  readonly afterWorkingDays: number
  readonly to: 'owner' | 'team_lead' | 'manager' | 'leaders'
}

/** One version of a policy; a team's stands over the organisation's default (`teamId` null). */
export interface Cadence {
  readonly id: CadenceId
  readonly teamId: TeamId | null
  /** Counts from 1. */
  readonly version: number
  readonly validFrom: Instant
  readonly rules: readonly CadenceRule[]
  /** RFC 5545 recurrence rule: `FREQ=WEEKLY;BYDAY=TU`. */
  readonly reviewMeeting: string | null
  readonly trendMeeting: string | null
  readonly reminders: readonly Reminder[]
}
