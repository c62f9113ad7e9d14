/** What a rule about an action item is judged by: who, when, what day it is here, and how its money stands. */
import { type ActionMoveContext, actionMayBecome } from '../../domain/action-move.ts'
import { dayOf } from '../../domain/calendar.ts'
import type { Day } from '../../domain/instant.ts'
import { isOverdue } from '../../domain/action-item.ts'
import type { Sponsorship } from '../../domain/sponsorship.ts'
import type { ActionState } from '../../domain/vocabulary.ts'
import type { StoredAction } from '../../storage/action-items-store.ts'
import { findOrganisation } from '../../storage/organisation-store.ts'
import { findSponsorshipsOf } from '../../storage/sponsorships-store.ts'
import { found } from '../refusal.ts'
import type { Work } from '../work.ts'

/** The day in the organisation's zone. */
export async function today(work: Work): Promise<Day> {
  const { timeZone } = found(await findOrganisation(work.db), 'organisation')
  return dayOf(work.now, timeZone)
}

/** An action item with what showing it needs beside the item itself. */
export interface SeenAction {
  readonly action: StoredAction
  readonly sponsorship: Sponsorship | null
  readonly overdue: boolean
  readonly mayBecome: readonly ActionState[]
}

/** Adds to each item its sponsorship and what the caller may do with it; two statements for any number of items. */
export async function seeActions(work: Work, actions: readonly StoredAction[]): Promise<SeenAction[]> {
  if (actions.length === 0) return []
  const day = await today(work)
  const sponsorships = await findSponsorshipsOf(
    work.db,
    actions.map((action) => action.id),
  )
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
