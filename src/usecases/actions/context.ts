/** What a rule about an action item is judged by: who, when, what day it is here, and how its money stands. */
import { type ActionMoveContext, actionMayBecome } from '../../domain/action-move.ts'
import { dayOf } from '../../domain/calendar.ts'
import type { ActionItemId } from '../../domain/ids.ts'
import type { Day } from '../../domain/instant.ts'
import { isOverdue } from '../../domain/action-item.ts'
import type { Sponsorship } from '../../domain/sponsorship.ts'
import type { ActionState } from '../../domain/vocabulary.ts'
import type { StoredAction } from '../../storage/action-items-store.ts'
import { timeZoneAsked } from '../../storage/organisation-store.ts'
import { ask, askTogether } from '../../storage/question.ts'
import { findSponsorshipsOf, sponsorshipsAsked } from '../../storage/sponsorships-store.ts'
import { found } from '../refusal.ts'
import type { Work } from '../work.ts'

/** The day in the organisation's zone. */
export async function today(work: Work): Promise<Day> {
  return dayIn(work, await ask(work.db, timeZoneAsked(work.db)))
}

/** The day in a zone that was asked for. */
export const dayIn = (work: Work, zone: string | null): Day => dayOf(work.now, found(zone, 'organisation'))

/** An action item with what showing it needs beside the item itself. */
export interface SeenAction {
  readonly action: StoredAction
  readonly sponsorship: Sponsorship | null
  readonly overdue: boolean
  readonly mayBecome: readonly ActionState[]
}

/** Adds to each item its sponsorship and what the caller may do with it; one trip for any number of items. */
export async function seeActions(work: Work, actions: readonly StoredAction[]): Promise<SeenAction[]> {
  if (actions.length === 0) return []
  const ids = actions.map((action) => action.id)
  const { zone, sponsorships } = await askTogether(work.db, {
    zone: timeZoneAsked(work.db),
    sponsorships: sponsorshipsAsked(work.db, ids),
  })
  return judgeActions(work, actions, dayIn(work, zone), sponsorships)
}

/** The same where the day and the sponsorships are known. */
export function judgeActions(
  work: Work,
  actions: readonly StoredAction[],
  day: Day,
  sponsorships: ReadonlyMap<ActionItemId, Sponsorship>,
): SeenAction[] {
  return actions.map((action) => {
    const sponsorship = sponsorships.get(action.id) ?? null
    const context = { by: work.who, at: work.now, today: day, sponsorship }
    return {
      action,
      sponsorship,
      overdue: isOverdue(action, day),
      mayBecome: mayMove(work) ? actionMayBecome(action, context) : [],
    }
  })
}

/** A token moves action items only with the scope to write them; a person is judged by the rules of each move. */
export const mayMove = (work: Work): boolean =>
  work.who.tokenId === null || work.who.permissions.has('action.write')

export async function moveContext(work: Work, action: StoredAction): Promise<ActionMoveContext> {
  const sponsorships = await findSponsorshipsOf(work.db, [action.id])
  return {
    by: work.who,
    at: work.now,
    today: await today(work),
    sponsorship: sponsorships.get(action.id) ?? null,
  }
}

/** What of an action item refers to something with a name. */
export const namesInAction = ({ action, sponsorship }: SeenAction): (string | null)[] => [
  action.teamId,
  action.ownerId,
  action.classId,
  action.layerId,
  sponsorship?.sponsorId ?? null,
]
