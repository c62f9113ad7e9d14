/** How an action item moves on: one transition table, through which every change of its state goes. */
import { isMeasurable, isOpen } from './action-item.ts'
import type { ActionItem } from './action-item.ts'
import { changedFields } from './activity.ts'
import type { ActivityDraft } from './activity.ts'
import type { Day, Instant } from './instant.ts'
import { can } from './permissions.ts'
import type { Actor } from './person.ts'
import { accept, isSaid, refuse } from './problem.ts'
import type { Problem, Result } from './problem.ts'
import type { Sponsorship } from './sponsorship.ts'
import { ACTION_STATES } from './vocabulary.ts'
import type { ActionState } from './vocabulary.ts'

/** The states that may follow each; any open one may be dropped, and a dropped one returns when it expires. */
export const ACTION_TRANSITIONS: Readonly<Record<ActionState, readonly ActionState[]>> = {
  proposed: ['committed', 'handed_back', 'dropped'],
  handed_back: ['proposed', 'dropped'],
  committed: ['in_progress', 'dropped'],
  in_progress: ['claimed_done', 'dropped'],
  claimed_done: ['verified', 'not_effective', 'dropped'],
  not_effective: ['in_progress', 'dropped'],
  verified: [],
  dropped: ['proposed'],
}

export interface ActionMove {
  readonly to: ActionState
  /** For `handed_back`, `not_effective` and `dropped`. */
  readonly reason: string | null
  /** For `verified`: the measure's reading, or what was checked. */
  readonly reading: string | null
  /** For `dropped`: the day on which it returns. */
  readonly expiresOn: Day | null
}

/** What a move is judged by. */
export interface ActionMoveContext {
  /** Null for the server itself, which only returns expired items. */
  readonly by: Actor | null
  readonly at: Instant
  /** The day of `at` in the organisation's zone. */
  readonly today: Day
  /** The newest sponsorship of the item, if any. */
  readonly sponsorship: Sponsorship | null
}

export interface MovedAction {
  readonly action: ActionItem
  readonly activity: ActivityDraft
}

/**
 * Moves an action item to another state. Refuses with `transition_refused` what the table does not hold, and otherwise with
 * the code of the rule that is not met: `not_permitted`, `owner_needed`, `owner_must_accept`, `due_needed`,
 * `measure_needed`, `funding_needed`, `only_owner`, `reason_needed`, `check_by_another`, `reading_needed`,
 * `sponsor_needed`, `only_sponsor`, `expiry_needed`, `not_expired`.
 */
export function moveAction(
  action: ActionItem,
  move: ActionMove,
  context: ActionMoveContext,
): Result<MovedAction> {
  const problem = refusal(action, move, context)
  if (problem !== null) return { ok: false, problem }
  const moved = arrive(action, move, context)
  const activity: ActivityDraft = {
    thing: 'action_item',
    thingId: action.id,
    what: move.to,
    changes: changedFields(action, moved, ['stateChangedAt']),
    reason: isSaid(move.reason) ? move.reason.trim() : null,
  }
  return accept({ action: moved, activity })
}

/**
 * The owner accepts what is asked of them, before everything else that a commitment needs may be there.
 * Refuses `only_owner`, and `transition_refused` for an item that is closed or handed back.
 */
export function acceptAction(action: ActionItem, context: ActionMoveContext): Result<MovedAction> {
  if (!isOpen(action.state) || action.state === 'handed_back') {
    return refuse('transition_refused', `“${action.title}” is ${words(action.state)} and cannot be accepted`)
  }
  const problem = unlessOwner(action, context, 'accepts')
  if (problem !== null) return { ok: false, problem }
  const accepted = { ...action, acceptedAt: action.acceptedAt ?? context.at }
  const changes = changedFields(action, accepted)
  const activity: ActivityDraft = {
    thing: 'action_item',
    thingId: action.id,
    what: 'accepted',
    changes,
    reason: null,
  }
  return accept({ action: accepted, activity })
}

/** States to which the move is open now, given the words it asks for (a reason, a reading, an expiry). */
export function actionMayBecome(action: ActionItem, context: ActionMoveContext): ActionState[] {
  const expiresOn = '9999-12-31' as Day
  return ACTION_STATES.filter(
    (to) => refusal(action, { to, reason: '…', reading: '…', expiresOn }, context) === null,
  )
}

function refusal(action: ActionItem, move: ActionMove, context: ActionMoveContext): Problem | null {
  if (!ACTION_TRANSITIONS[action.state].includes(move.to)) {
    const message = `“${action.title}” is ${words(action.state)} and cannot become ${words(move.to)}`
    return refuse('transition_refused', message).problem
  }
  return unlessPermitted(action, context) ?? GUARDS[move.to](action, move, context)
}

type Guard = (action: ActionItem, move: ActionMove, context: ActionMoveContext) => Problem | null

const GUARDS: Readonly<Record<ActionState, Guard>> = {
  proposed: guardReturn,
  committed: guardCommitment,
  handed_back: (action, move, context) =>
    unlessOwner(action, context, 'hands back') ?? unlessReason(move, 'Handing back'),
  in_progress: () => null,
  claimed_done: () => null,
  verified: guardVerification,
  not_effective: (_action, move) => unlessReason(move, 'Finding it not effective'),
  dropped: guardDrop,
}

/** Whoever moves an item owns it or may write action items; the server may only return what was dropped. */
function unlessPermitted(action: ActionItem, { by }: ActionMoveContext): Problem | null {
  if (by === null) {
    if (action.state === 'dropped' && action.expiresOn !== null) return null
    return refuse('not_permitted', 'Only a person moves an action item on').problem
  }
  if (by.personId === action.ownerId || can(by.roles, 'action.write')) return null
  return refuse('not_permitted', `Only its owner, or who may write action items, moves “${action.title}” on`)
    .problem
}

function unlessOwner(action: ActionItem, { by }: ActionMoveContext, verb: string): Problem | null {
  if (action.ownerId !== null && by?.personId === action.ownerId) return null
  return refuse('only_owner', `Only its owner ${verb} “${action.title}”`).problem
}

function unlessReason(move: ActionMove, doing: string): Problem | null {
  if (isSaid(move.reason)) return null
  return refuse('reason_needed', `${doing} needs a reason`, [{ field: 'reason', message: 'say why' }]).problem
}

function guardCommitment(action: ActionItem, _move: ActionMove, context: ActionMoveContext): Problem | null {
  if (action.ownerId === null) {
    return missing('owner_needed', 'ownerId', `“${action.title}” needs an owner`)
  }
  if (action.acceptedAt === null && context.by?.personId !== action.ownerId) {
    return missing('owner_must_accept', 'ownerId', `The owner of “${action.title}” has not accepted it yet`)
  }
  if (action.due === null) return missing('due_needed', 'due', `“${action.title}” needs a due date`)
  if (!isMeasurable(action.measure)) {
    const message = `“${action.title}” needs a measure: what is observed, and a target or how it will be checked`
    return missing('measure_needed', 'measure', message)
  }
  if (action.major && context.sponsorship?.state !== 'funded') {
    const message = `“${action.title}” is major: its sponsor funds it, or says that it needs no money`
    return missing('funding_needed', 'sponsorship', message)
  }
  return null
}

function missing(
  code: 'owner_needed' | 'owner_must_accept' | 'due_needed' | 'measure_needed' | 'funding_needed',
  field: string,
  message: string,
): Problem {
  return refuse(code, message, [{ field, message }]).problem
}

function guardVerification(action: ActionItem, move: ActionMove, { by }: ActionMoveContext): Problem | null {
  if (by !== null && by.personId === action.ownerId) {
    return refuse('check_by_another', `Someone other than its owner checks “${action.title}”`).problem
  }
  if (isSaid(move.reading)) return null
  const message = 'give the measure’s reading, or say what was checked'
  return refuse('reading_needed', `“${action.title}” is verified by a reading or a named check`, [
    { field: 'reading', message },
  ]).problem
}

function guardDrop(action: ActionItem, move: ActionMove, context: ActionMoveContext): Problem | null {
  const reason = unlessReason(move, 'Dropping')
  if (reason !== null) return reason
  if (action.major) {
    const sponsorId = context.sponsorship?.sponsorId ?? null
    if (sponsorId === null) {
      return refuse('sponsor_needed', `“${action.title}” is major: only a sponsor drops it, and it has none`)
        .problem
    }
    if (context.by?.personId !== sponsorId) {
      return refuse('only_sponsor', `“${action.title}” is major: only its sponsor drops it`).problem
    }
  }
  if (move.expiresOn !== null && move.expiresOn > context.today) return null
  const message = 'name a day after today on which it returns'
  return refuse('expiry_needed', `Dropping “${action.title}” needs an expiry`, [
    { field: 'expiresOn', message },
  ]).problem
}

/** A handed-back item is proposed anew at any time; a dropped one when its expiry has come, or had none when imported. */
function guardReturn(action: ActionItem, move: ActionMove, { today }: ActionMoveContext): Problem | null {
  if (action.state !== 'dropped') return null
  if (action.expiresOn === null) return unlessReason(move, 'Bringing back what was dropped')
  if (action.expiresOn <= today) return null
  return refuse('not_expired', `“${action.title}” was dropped until ${action.expiresOn}`).problem
}

/** The item in its new state, with what the move leaves behind. */
function arrive(action: ActionItem, move: ActionMove, { by, at }: ActionMoveContext): ActionItem {
  const moved: ActionItem = {
    ...action,
    state: move.to,
    stateChangedAt: at,
    reason: null,
    expiresOn: null,
    verification: null,
  }
  switch (move.to) {
    case 'proposed':
      return { ...moved, acceptedAt: null }
    case 'committed':
      return { ...moved, acceptedAt: action.acceptedAt ?? at }
    case 'handed_back':
      return { ...moved, acceptedAt: null, reason: move.reason }
    case 'verified':
      return by === null
        ? moved
        : { ...moved, verification: { by: by.personId, at, reading: move.reading ?? '' } }
    case 'not_effective':
      return { ...moved, reason: move.reason }
    case 'dropped':
      return { ...moved, reason: move.reason, expiresOn: move.expiresOn }
    case 'in_progress':
    case 'claimed_done':
      return moved
    default:
      return move.to satisfies never
  }
}

function words(state: ActionState): string {
  return state.replaceAll('_', ' ')
}
