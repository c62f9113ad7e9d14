/** Sponsorships: a leader's decision on the money and days of a major action or a programme. */
import type { ActionItemId, PersonId, ProgrammeId, SponsorshipId } from './ids.ts'
import type { Day, Instant } from './instant.ts'
import type { Money } from './money.ts'
import type { SponsorshipState } from './vocabulary.ts'

/** Money and engineer-days; null is "not stated", never 0. */
export interface Budget {
  readonly money: Money | null
  readonly engineerDays: number | null
}

/** What is sponsored. */
export type SponsoredThing =
  | { readonly kind: 'action_item'; readonly id: ActionItemId }
  | { readonly kind: 'programme'; readonly id: ProgrammeId }

export interface Sponsorship {
  readonly id: SponsorshipId
  readonly of: SponsoredThing
  readonly sponsorId: PersonId | null
  readonly state: SponsorshipState
  readonly asked: Budget
  readonly approved: Budget
  readonly spent: Budget
  /** The sponsor said that it needs no money. */
  readonly noMoneyNeeded: boolean
  /** Why it was declined or deferred. */
  readonly reason: string | null
  /** Declined: when it comes back to its sponsor. Deferred: until when. */
  readonly until: Day | null
  readonly stateChangedAt: Instant
}
