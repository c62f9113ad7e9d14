/** How a sponsorship moves on: asked, then funded, declined or deferred by its sponsor, and how it comes back. */
import { changedFields } from './activity.ts'
import type { ActivityDraft } from './activity.ts'
import type { Day, Instant } from './instant.ts'
import { can } from './permissions.ts'
import type { Actor } from './person.ts'
import { accept, isSaid, refuse } from './problem.ts'
import type { Problem, Result } from './problem.ts'
import type { Budget, Sponsorship } from './sponsorship.ts'
import type { SponsorshipState } from './vocabulary.ts'

/** The states that may follow each. */
export const SPONSORSHIP_TRANSITIONS: Readonly<Record<SponsorshipState, readonly SponsorshipState[]>> = {
  requested: ['funded', 'declined', 'deferred'],
  funded: [],
  declined: ['requested'],
  deferred: ['requested'],
}

/** What the sponsor says. */
export type SponsorDecision =
  | { readonly to: 'funded'; readonly approved: Budget; readonly noMoneyNeeded: boolean }
  | { readonly to: 'declined' | 'deferred'; readonly reason: string | null; readonly until: Day | null }

/** When and on which day of the organisation's zone. */
export interface Now {
  readonly at: Instant
  readonly today: Day
}

export interface MovedSponsorship {
  readonly sponsorship: Sponsorship
  readonly activity: ActivityDraft
}

/**
 * Takes the sponsor's decision. Refuses `transition_refused` unless it is requested, `only_sponsor` from anyone but a
 * sponsor who may decide, `funding_needed` for an empty budget that is not said to need none, `reason_needed`, `expiry_needed`.
 */
export function decideSponsorship(
  sponsorship: Sponsorship,
  decision: SponsorDecision,
  by: Actor,
  now: Now,
): Result<MovedSponsorship> {
  const problem = refusal(sponsorship, decision, by, now)
  if (problem !== null) return { ok: false, problem }
  const state = { state: decision.to, stateChangedAt: now.at }
  const decided: Sponsorship =
    decision.to === 'funded'
      ? { ...sponsorship, ...state, approved: decision.approved, noMoneyNeeded: decision.noMoneyNeeded }
      : { ...sponsorship, ...state, reason: decision.reason, until: decision.until }
  return accept(moved(sponsorship, decided, decision.to, decided.reason))
}

/**
 * Brings a declined or deferred sponsorship back to its sponsor: when its day has come, or at once when its class
 * recurs. Refuses `transition_refused` for any other state and `not_expired`.
 */
export function bringBack(
  sponsorship: Sponsorship,
  because: 'expired' | 'class_recurred',
  now: Now,
): Result<MovedSponsorship> {
  if (!SPONSORSHIP_TRANSITIONS[sponsorship.state].includes('requested')) {
    return refuse('transition_refused', `A sponsorship that is ${sponsorship.state} does not come back`)
  }
  const isDue = sponsorship.until !== null && sponsorship.until <= now.today
  if (because === 'expired' && !isDue) {
    return refuse(
      'not_expired',
      `It is ${sponsorship.state} until ${sponsorship.until ?? 'its class recurs'}`,
    )
  }
  const returned: Sponsorship = {
    ...sponsorship,
    state: 'requested',
    stateChangedAt: now.at,
    reason: null,
    until: null,
  }
  return accept(moved(sponsorship, returned, 'came_back', because))
}

function moved(
  before: Sponsorship,
  after: Sponsorship,
  what: string,
  reason: string | null,
): MovedSponsorship {
  const changes = changedFields(before, after, ['stateChangedAt'])
  return {
    sponsorship: after,
    activity: { thing: 'sponsorship', thingId: before.id, what, changes, reason },
  }
}

function refusal(
  sponsorship: Sponsorship,
  decision: SponsorDecision,
  by: Actor,
  { today }: Now,
): Problem | null {
  if (!SPONSORSHIP_TRANSITIONS[sponsorship.state].includes(decision.to)) {
    const message = `A sponsorship that is ${sponsorship.state} cannot become ${decision.to}`
    return refuse('transition_refused', message).problem
  }
  if (by.personId !== sponsorship.sponsorId || !can(by.roles, 'sponsorship.decide')) {
    return refuse('only_sponsor', 'Only its sponsor decides on the money').problem
  }
  if (decision.to === 'funded') {
    const { money, engineerDays } = decision.approved
    if (money !== null || engineerDays !== null || decision.noMoneyNeeded) return null
    return refuse('funding_needed', 'Approve money or engineer-days, or say that no money is needed').problem
  }
  if (decision.to === 'declined' && !isSaid(decision.reason)) {
    return refuse('reason_needed', 'Declining needs a reason').problem
  }
  if (decision.until !== null && decision.until > today) return null
  return refuse('expiry_needed', `What is ${decision.to} needs a day after today on which it comes back`)
    .problem
}
