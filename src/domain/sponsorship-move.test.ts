/** Sponsorships: decided by their sponsor alone, and back when they expire or their class recurs. */
import { describe, expect, test } from 'vitest'
import type { ActionItemId, PersonId, SponsorshipId } from './ids.ts'
import type { Day, Instant } from './instant.ts'
import type { Actor } from './person.ts'
import { bringBack, decideSponsorship } from './sponsorship-move.ts'
import type { SponsorDecision } from './sponsorship-move.ts'
import type { Sponsorship } from './sponsorship.ts'

const now = { at: '2026-03-02T10:00:00Z' as Instant, today: '2026-03-02' as Day }
const sponsor: Actor = { personId: 'vp' as PersonId, roles: ['leader'] }
const nothing = { money: null, engineerDays: null }
const requested: Sponsorship = {
  id: 's' as SponsorshipId,
  of: { kind: 'action_item', id: 'a' as ActionItemId },
  sponsorId: sponsor.personId,
  state: 'requested',
  asked: { money: null, engineerDays: 15 },
  approved: nothing,
  spent: nothing,
  noMoneyNeeded: false,
  reason: null,
  until: null,
  stateChangedAt: '2026-03-01T10:00:00Z' as Instant,
}
const fund: SponsorDecision = {
  to: 'funded',
  approved: { money: null, engineerDays: 10 },
  noMoneyNeeded: false,
}
const decline: SponsorDecision = { to: 'declined', reason: 'next quarter', until: '2026-06-01' as Day }

function outcome(sponsorship: Sponsorship, decision: SponsorDecision, by: Actor = sponsor) {
  const result = decideSponsorship(sponsorship, decision, by, now)
  return result.ok ? result.value.sponsorship.state : result.problem.code
}

describe('a sponsorship', () => {
  test('is decided by its sponsor, who must be one that may decide', () => {
    expect(outcome(requested, fund)).toBe('funded')
    expect(outcome(requested, fund, { personId: 'x' as PersonId, roles: ['leader'] })).toBe('only_sponsor')
    expect(outcome(requested, fund, { ...sponsor, roles: ['contributor'] })).toBe('only_sponsor')
  })

  test('is funded with money or days, or an explicit word that none is needed', () => {
    expect(outcome(requested, { ...fund, approved: nothing })).toBe('funding_needed')
    expect(outcome(requested, { ...fund, approved: nothing, noMoneyNeeded: true })).toBe('funded')
  })

  test('is declined with a reason and an expiry, deferred until a day', () => {
    expect(outcome(requested, decline)).toBe('declined')
    expect(outcome(requested, { ...decline, reason: ' ' })).toBe('reason_needed')
    expect(outcome(requested, { ...decline, until: now.today })).toBe('expiry_needed')
    expect(outcome(requested, { to: 'deferred', reason: null, until: null })).toBe('expiry_needed')
    expect(outcome(requested, { to: 'deferred', reason: null, until: '2026-04-01' as Day })).toBe('deferred')
    expect(outcome({ ...requested, state: 'declined' }, fund)).toBe('transition_refused')
  })

  test('comes back when its day has come, or at once when its class recurs', () => {
    const declined: Sponsorship = { ...requested, state: 'declined', until: '2026-06-01' as Day, reason: 'x' }
    expect(bringBack(declined, 'expired', now)).toMatchObject({ problem: { code: 'not_expired' } })
    expect(bringBack(declined, 'class_recurred', now)).toMatchObject({
      value: {
        sponsorship: { state: 'requested', reason: null, until: null },
        activity: { what: 'came_back', reason: 'class_recurred' },
      },
    })
    expect(bringBack({ ...declined, until: now.today }, 'expired', now).ok).toBe(true)
    expect(bringBack({ ...requested, state: 'funded' }, 'class_recurred', now)).toMatchObject({
      problem: { code: 'transition_refused' },
    })
  })
})
