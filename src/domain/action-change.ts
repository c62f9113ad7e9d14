/** How the fields of an action item change: what was agreed stays whole, and a new owner must accept anew. */
import { isMeasurable, isOpen } from './action-item.ts'
import type { ActionItem } from './action-item.ts'
import type { MovedAction } from './action-move.ts'
import { changedFields } from './activity.ts'
import type { Instant } from './instant.ts'
import { accept, isSaid, refuse } from './problem.ts'
import type { Problem, Result } from './problem.ts'
import type { Sponsorship } from './sponsorship.ts'

/** The fields that may be changed; a state changes through `moveAction`. */
export type ActionFields = Pick<
  ActionItem,
  | 'title'
  | 'kind'
  | 'aim'
  | 'major'
  | 'teamId'
  | 'ownerId'
  | 'due'
  | 'measure'
  | 'classId'
  | 'layerId'
  | 'trackerUrl'
>

/**
 * Changes an action item. With a new owner nothing is agreed any more: what was committed or in progress is proposed again, to
 * be accepted by them. Without one, what a commitment rests on stays: refuses `due_needed`, `measure_needed` and
 * `funding_needed` (made major without money), `value_invalid` for an empty title, and `transition_refused` for a new
 * owner of a closed item.
 */
export function changeAction(
  action: ActionItem,
  change: Partial<ActionFields>,
  context: { readonly at: Instant; readonly sponsorship: Sponsorship | null },
): Result<MovedAction> {
  const changed: ActionItem = { ...action, ...change }
  const isPassedOn = changed.ownerId !== action.ownerId
  const problem =
    unlessSound(changed, isPassedOn) ??
    (isPassedOn ? null : unlessAgreed(action, changed, context.sponsorship))
  if (problem !== null) return { ok: false, problem }
  const settled = isPassedOn ? passedOn(action, changed, context.at) : changed
  const activity = {
    thing: 'action_item',
    thingId: action.id,
    what: 'changed',
    changes: changedFields(action, settled, ['stateChangedAt']),
    reason: null,
  } as const
  return accept({ action: settled, activity })
}

function unlessSound(changed: ActionItem, isPassedOn: boolean): Problem | null {
  if (!isSaid(changed.title)) {
    return refuse('value_invalid', 'An action item needs a title', [
      { field: 'title', message: 'say what is to be done' },
    ]).problem
  }
  if (!isPassedOn || isOpen(changed.state)) return null
  return refuse('transition_refused', `“${changed.title}” is ${changed.state}: its owner stays`).problem
}

/** Whether somebody has committed to it; an imported item may be in progress without that. */
function isAgreed({ state, acceptedAt }: ActionItem): boolean {
  return isOpen(state) && state !== 'proposed' && state !== 'handed_back' && acceptedAt !== null
}

function unlessAgreed(
  action: ActionItem,
  changed: ActionItem,
  sponsorship: Sponsorship | null,
): Problem | null {
  if (!isAgreed(action)) return null
  const title = `“${changed.title}” is committed`
  if (changed.due === null) {
    const message = `${title}: its due date may move, not go`
    return refuse('due_needed', message, [{ field: 'due', message }]).problem
  }
  if (!isMeasurable(changed.measure)) {
    const message = `${title}: its measure may change, not go`
    return refuse('measure_needed', message, [{ field: 'measure', message }]).problem
  }
  if (changed.major && !action.major && sponsorship?.state !== 'funded') {
    const message = `${title}: its sponsor funds it before it becomes major`
    return refuse('funding_needed', message, [{ field: 'major', message }]).problem
  }
  return null
}

/** Acceptance does not pass from one person to the next, and a commitment does not stand without it. */
function passedOn(action: ActionItem, changed: ActionItem, at: Instant): ActionItem {
  const asked: ActionItem = { ...changed, acceptedAt: null }
  return isAgreed(action) ? { ...asked, state: 'proposed', reason: null, stateChangedAt: at } : asked
}
