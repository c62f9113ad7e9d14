/** Cadences: a team's policy of who writes, reviews and reads what, and by when. */
import { epoch } from './instant.ts'
import { raisedTier } from './readiness.ts'
import { deadlineAfter } from './working-days.ts'
import type { Deadline, WorkingWeek } from './working-days.ts'
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

/** The first rule that matches an incident; null when none does, and nothing is asked. */
export function ruleFor(
  cadence: Pick<Cadence, 'rules'>,
  incident: { readonly severity: SeverityCode | null; readonly kind: IncidentKind },
): CadenceRule | null {
  const matches = (rule: CadenceRule): boolean =>
    (rule.severities.length === 0 ||
      (incident.severity !== null && rule.severities.includes(incident.severity))) &&
    (rule.kinds.length === 0 || rule.kinds.includes(incident.kind))
  return cadence.rules.find(matches) ?? null
}

/** The tier a rule asks for; a repeat of a class within its window raises it by one step. */
export function tierFor(rule: CadenceRule, isRepeat: boolean): Tier {
  return isRepeat ? raisedTier(rule.tier) : rule.tier
}

/** When each obligation of a rule falls due, counted from `start`; null where it is not asked. */
export function deadlinesOf(
  rule: CadenceRule,
  start: Instant,
  week: WorkingWeek,
): Readonly<Record<Obligation, Deadline | null>> {
  const due = (obligation: Obligation): Deadline | null => {
    const days = rule.workingDays[obligation]
    return days === null ? null : deadlineAfter(start, days, week)
  }
  return {
    draft: due('draft'),
    review: due('review'),
    publication: due('publication'),
    reading: due('reading'),
  }
}

/** How an obligation stands: met in time, met late, late and still unmet, or not due yet. */
export type Standing = 'in_time' | 'late' | 'overdue' | 'waiting'

/** How an obligation stands at `now`; the deadline's instant itself is late. */
export function standingOf(deadline: Deadline, metAt: Instant | null, now: Instant): Standing {
  if (metAt !== null) return epoch(metAt) < epoch(deadline.before) ? 'in_time' : 'late'
  return epoch(now) < epoch(deadline.before) ? 'waiting' : 'overdue'
}

/** Obligations met in time out of those that fell due; one met before its day counts as soon as it is met. */
export function compliance(standings: readonly Standing[]): { readonly met: number; readonly due: number } {
  const due = standings.filter((standing) => standing !== 'waiting')
  return { met: due.filter((standing) => standing === 'in_time').length, due: due.length }
}
