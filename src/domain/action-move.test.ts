/** The transition table of action items: what each move needs, and what it leaves behind. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeAction } from './action-change.ts'
import { isOpen, isOverdue } from './action-item.ts'
import type { ActionItem } from './action-item.ts'
import { ACTION_TRANSITIONS, acceptAction, actionMayBecome, moveAction } from './action-move.ts'
import type { ActionMove, ActionMoveContext } from './action-move.ts'
import type { ActionItemId, PersonId, PostmortemId, SponsorshipId } from './ids.ts'
import type { Day, Instant } from './instant.ts'
import type { Actor } from './person.ts'
import type { Sponsorship } from './sponsorship.ts'
import { ACTION_STATES } from './vocabulary.ts'

const owner: Actor = { personId: 'owner' as PersonId, roles: ['contributor'] }
const other: Actor = { personId: 'other' as PersonId, roles: ['contributor'] }
const sponsor: Actor = { personId: 'sponsor' as PersonId, roles: ['leader'] }
const viewer: Actor = { personId: 'viewer' as PersonId, roles: ['viewer'] }
const at = '2026-03-02T10:00:00Z' as Instant
const today = '2026-03-02' as Day

const ready: ActionItem = {
  id: 'a' as ActionItemId,
  number: 31,
  postmortemId: 'p' as PostmortemId,
  title: 'Alert on certificates that expire within 14 days',
  kind: 'technical',
  aim: 'detect',
  state: 'proposed',
  major: false,
  teamId: null,
  ownerId: owner.personId,
  ownerAsWritten: null,
  acceptedAt: '2026-03-01T10:00:00Z' as Instant,
  due: '2026-04-01' as Day,
  measure: { observed: 'days of warning', baseline: '0', target: '14', by: null, check: null },
  classId: null,
  layerId: null,
  trackerUrl: null,
  verification: null,
  reason: null,
  expiresOn: null,
  proposedAt: '2026-02-20T10:00:00Z' as Instant,
  stateChangedAt: '2026-02-20T10:00:00Z' as Instant,
}

const funded: Sponsorship = {
  id: 's' as SponsorshipId,
  of: { kind: 'action_item', id: ready.id },
  sponsorId: sponsor.personId,
  state: 'funded',
  asked: { money: null, engineerDays: 20 },
  approved: { money: null, engineerDays: 20 },
  spent: { money: null, engineerDays: null },
  noMoneyNeeded: false,
  reason: null,
  until: null,
  stateChangedAt: at,
}

const context = (by: Actor | null, sponsorship: Sponsorship | null = null): ActionMoveContext => ({
  by,
  at,
  today,
  sponsorship,
})
const move = (to: ActionMove['to'], words: Partial<ActionMove> = {}): ActionMove => ({
  to,
  reason: null,
  reading: null,
  expiresOn: null,
  ...words,
})

function codeOf(action: ActionItem, one: ActionMove, by: Actor | null, money: Sponsorship | null = null) {
  const result = moveAction(action, one, context(by, money))
  return result.ok ? result.value.action.state : result.problem.code
}

describe('committing', () => {
  test('needs an owner who accepted, a due date and a measure, each named when missing', () => {
    expect(codeOf(ready, move('committed'), other)).toBe('committed')
    expect(codeOf({ ...ready, ownerId: null }, move('committed'), other)).toBe('owner_needed')
    expect(codeOf({ ...ready, acceptedAt: null }, move('committed'), other)).toBe('owner_must_accept')
    expect(codeOf({ ...ready, due: null }, move('committed'), other)).toBe('due_needed')
    expect(codeOf({ ...ready, measure: null }, move('committed'), other)).toBe('measure_needed')
  })

  test('by the owner is their acceptance', () => {
    const result = moveAction({ ...ready, acceptedAt: null }, move('committed'), context(owner))
    expect(result).toMatchObject({ ok: true, value: { action: { state: 'committed', acceptedAt: at } } })
  })

  test('does not take a measure that nobody could check', () => {
    const measure = { observed: 'alerts', baseline: '3 a week', target: ' ', by: null, check: null }
    expect(codeOf({ ...ready, measure }, move('committed'), owner)).toBe('measure_needed')
    expect(codeOf({ ...ready, measure: { ...measure, check: 'a drill' } }, move('committed'), owner)).toBe(
      'committed',
    )
  })

  test('of a major item needs money that is decided', () => {
    const major = { ...ready, major: true }
    expect(codeOf(major, move('committed'), owner)).toBe('funding_needed')
    expect(codeOf(major, move('committed'), owner, { ...funded, state: 'requested' })).toBe('funding_needed')
    expect(codeOf(major, move('committed'), owner, funded)).toBe('committed')
  })
})

describe('accepting and handing back', () => {
  test('is for the owner alone', () => {
    expect(acceptAction({ ...ready, acceptedAt: null }, context(other))).toMatchObject({
      problem: { code: 'only_owner' },
    })
    expect(codeOf(ready, move('handed_back', { reason: 'not ours' }), other)).toBe('only_owner')
  })

  test('hands back with a reason, and must be accepted anew afterwards', () => {
    expect(codeOf(ready, move('handed_back'), owner)).toBe('reason_needed')
    const back = moveAction(ready, move('handed_back', { reason: 'not our service' }), context(owner))
    expect(back).toMatchObject({
      value: {
        action: { state: 'handed_back', acceptedAt: null, reason: 'not our service' },
        activity: { thing: 'action_item', thingId: 'a', what: 'handed_back', reason: 'not our service' },
      },
    })
  })

  test('does not pass to a new owner, of whom the work is asked anew', () => {
    const committed: ActionItem = { ...ready, state: 'in_progress' }
    const passed = changeAction(committed, { ownerId: other.personId }, { at, sponsorship: null })
    expect(passed).toMatchObject({
      value: { action: { state: 'proposed', acceptedAt: null, ownerId: other.personId, stateChangedAt: at } },
    })
    const same = changeAction(
      committed,
      { ownerId: owner.personId, title: 'Alert' },
      { at, sponsorship: null },
    )
    expect(same).toMatchObject({
      value: { action: { state: 'in_progress' }, activity: { changes: [{ field: 'title' }] } },
    })
  })

  test('a viewer who is asked may accept, and may not move what is not theirs', () => {
    const asked = { ...ready, ownerId: viewer.personId, acceptedAt: null }
    expect(codeOf(asked, move('committed'), viewer)).toBe('committed')
    expect(codeOf(ready, move('committed'), viewer)).toBe('not_permitted')
  })
})

describe('changing', () => {
  const committed: ActionItem = { ...ready, state: 'committed' }
  const code = (
    action: ActionItem,
    change: Parameters<typeof changeAction>[1],
    money = null as Sponsorship | null,
  ) => {
    const result = changeAction(action, change, { at, sponsorship: money })
    return result.ok ? 'changed' : result.problem.code
  }

  test('keeps whole what was agreed, and is free before', () => {
    expect(code(committed, { due: null })).toBe('due_needed')
    expect(code(committed, { measure: null })).toBe('measure_needed')
    expect(code(committed, { major: true })).toBe('funding_needed')
    expect(code(committed, { major: true }, funded)).toBe('changed')
    expect(code(committed, { due: '2026-05-01' as Day })).toBe('changed')
    expect(code(ready, { due: null, measure: null, major: true })).toBe('changed')
    expect(code(ready, { title: ' ' })).toBe('value_invalid')
  })

  test('names an owner of imported work without undoing its state', () => {
    const imported: ActionItem = {
      ...ready,
      state: 'claimed_done',
      ownerId: null,
      acceptedAt: null,
      due: null,
    }
    const named = changeAction(imported, { ownerId: other.personId }, { at, sponsorship: null })
    expect(named).toMatchObject({ value: { action: { state: 'claimed_done', acceptedAt: null } } })
    expect(code({ ...ready, state: 'verified' }, { ownerId: other.personId })).toBe('transition_refused')
  })
})

describe('verifying', () => {
  const claimed: ActionItem = { ...ready, state: 'claimed_done' }

  test('is by someone other than the owner, with a reading or a named check', () => {
    expect(codeOf(claimed, move('verified', { reading: '16 days' }), owner)).toBe('check_by_another')
    expect(codeOf(claimed, move('verified'), other)).toBe('reading_needed')
    const done = moveAction(claimed, move('verified', { reading: '16 days' }), context(other))
    expect(done).toMatchObject({
      value: { action: { verification: { by: other.personId, at, reading: '16 days' } } },
    })
  })

  test('that finds no effect sends the work on', () => {
    expect(codeOf(claimed, move('not_effective'), other)).toBe('reason_needed')
    expect(codeOf(claimed, move('not_effective', { reason: 'still 0' }), other)).toBe('not_effective')
    expect(codeOf({ ...ready, state: 'not_effective' }, move('in_progress'), owner)).toBe('in_progress')
  })
})

describe('dropping', () => {
  const drop = move('dropped', { reason: 'service retires', expiresOn: '2026-09-01' as Day })

  test('needs a reason and a day on which it returns', () => {
    expect(codeOf(ready, move('dropped'), other)).toBe('reason_needed')
    expect(codeOf(ready, { ...drop, expiresOn: null }, other)).toBe('expiry_needed')
    expect(codeOf(ready, { ...drop, expiresOn: today }, other)).toBe('expiry_needed')
    expect(codeOf(ready, drop, other)).toBe('dropped')
  })

  test('of a major item is for its sponsor', () => {
    const major = { ...ready, major: true }
    expect(codeOf(major, drop, owner)).toBe('sponsor_needed')
    expect(codeOf(major, drop, owner, funded)).toBe('only_sponsor')
    expect(codeOf(major, drop, sponsor, funded)).toBe('dropped')
  })

  test('is undone by the server when its day has come, not before', () => {
    const dropped: ActionItem = { ...ready, state: 'dropped', expiresOn: '2026-03-03' as Day }
    expect(codeOf(dropped, move('proposed'), null)).toBe('not_expired')
    const due = { ...dropped, expiresOn: today }
    const returned = moveAction(due, move('proposed'), context(null))
    expect(returned).toMatchObject({ value: { action: { state: 'proposed', acceptedAt: null } } })
    expect(codeOf(ready, move('committed'), null)).toBe('not_permitted')
  })
})

const anyState = fc.constantFrom(...ACTION_STATES)
const anyAction = fc
  .record({
    state: anyState,
    major: fc.boolean(),
    ownerId: fc.constantFrom(null, owner.personId, other.personId),
    acceptedAt: fc.constantFrom(null, at),
    due: fc.constantFrom(null, '2026-04-01' as Day),
    measure: fc.constantFrom(null, ready.measure),
    expiresOn: fc.constantFrom(null, '2026-01-01' as Day, '2027-01-01' as Day),
  })
  .map((fields): ActionItem => ({ ...ready, ...fields }))
const anyMove = fc.record({
  to: anyState,
  reason: fc.constantFrom(null, '', 'because'),
  reading: fc.constantFrom(null, ' ', '14 days'),
  expiresOn: fc.constantFrom(null, today, '2026-09-01' as Day),
})
const anyContext = fc
  .record({
    by: fc.constantFrom(null, owner, other, sponsor, viewer),
    money: fc.constantFrom(null, funded, { ...funded, state: 'declined' as const }),
  })
  .map(({ by, money }) => context(by, money))

describe('whatever is tried', () => {
  test('only the table’s moves happen, and they leave a sound item and an entry that tells it', () => {
    fc.assert(
      fc.property(anyAction, anyMove, anyContext, (action, one, within) => {
        const result = moveAction(action, one, within)
        fc.pre(result.ok)
        const { action: moved, activity } = result.value
        expect(ACTION_TRANSITIONS[action.state]).toContain(one.to)
        expect(moved.state).toBe(one.to)
        expect(activity.changes).toContainEqual({ field: 'state', before: action.state, after: one.to })
        expect(moved.state === 'committed' && moved.acceptedAt === null).toBe(false)
        expect(moved.state === 'dropped' && moved.expiresOn === null).toBe(false)
        expect(moved.verification !== null).toBe(moved.state === 'verified')
        expect(moved.verification !== null && moved.verification.by === moved.ownerId).toBe(false)
      }),
      { numRuns: 1_000, maxSkipsPerRun: 1_000 },
    )
  })

  test('what it may become is what a move with all words given reaches', () => {
    fc.assert(
      fc.property(anyAction, anyContext, anyState, (action, within, to) => {
        const whole = move(to, { reason: 'because', reading: '14', expiresOn: '2026-12-01' as Day })
        expect(actionMayBecome(action, within).includes(to)).toBe(moveAction(action, whole, within).ok)
      }),
    )
  })

  test('every open state may be dropped, and every state is reached', () => {
    for (const state of ACTION_STATES) {
      expect(ACTION_TRANSITIONS[state].includes('dropped')).toBe(isOpen(state))
    }
    const reached = new Set(Object.values(ACTION_TRANSITIONS).flat())
    expect([...reached].sort()).toEqual([...ACTION_STATES].sort())
  })
})

test('an item is overdue from the day after its due day while it is open', () => {
  expect(isOverdue({ state: 'committed', due: '2026-03-01' as Day }, today)).toBe(true)
  expect(isOverdue({ state: 'committed', due: today }, today)).toBe(false)
  expect(isOverdue({ state: 'verified', due: '2026-03-01' as Day }, today)).toBe(false)
  expect(isOverdue({ state: 'committed', due: null }, today)).toBe(false)
})
