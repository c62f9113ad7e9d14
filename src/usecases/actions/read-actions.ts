/** Action items: one, or a page of them with how many match. */
import { addDays, startOfDay } from '../../domain/calendar.ts'
import type { ActionItemId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/instant.ts'
import {
  type ActionFilter,
  countActions,
  findAction,
  listActions,
  type StoredAction,
} from '../../storage/action-items-store.ts'
import { findOrganisation } from '../../storage/organisation-store.ts'
import type { PageRequest } from '../../storage/page.ts'
import { found } from '../refusal.ts'
import { type Shown, type ShownPage, show, showPage } from '../shown.ts'
import { demand, sightOf, type Work } from '../work.ts'
import { namesInAction, type SeenAction, seeActions, today } from './context.ts'

/** Which action items; ages are whole days since proposed, half-open. */
export type ActionsAsked = Omit<ActionFilter, 'overdueOn' | 'proposedFrom' | 'proposedBefore'> & {
  readonly overdue?: boolean | undefined
  readonly ageFrom?: number | undefined
  readonly ageTo?: number | undefined
}

export async function loadAction(work: Work, id: ActionItemId): Promise<StoredAction> {
  demand(work, 'postmortem.read')
  return found(await findAction(work.db, sightOf(work), id), 'action item')
}

export async function readAction(work: Work, id: ActionItemId): Promise<Shown<SeenAction>> {
  const [seen] = await seeActions(work, [await loadAction(work, id)])
  return show(work.db, found(seen, 'action item'), namesInAction)
}

export async function listAllActions(
  work: Work,
  asked: ActionsAsked,
  page: PageRequest,
): Promise<ShownPage<SeenAction> & { readonly total: number | null }> {
  const filter = await toFilter(work, asked)
  const listed = await listActions(work.db, sightOf(work), filter, page)
  const total = await countActions(work.db, sightOf(work), filter)
  const seen = { ...listed, items: await seeActions(work, listed.items) }
  return { ...(await showPage(work.db, seen, namesInAction)), total }
}

async function toFilter(work: Work, asked: ActionsAsked): Promise<ActionFilter> {
  const { overdue, ageFrom, ageTo, ...rest } = asked
  return {
    ...rest,
    ...(overdue === true ? { overdueOn: await today(work) } : {}),
    // An age of n days or more: proposed before the start of the day n - 1 days ago.
    ...(ageFrom === undefined ? {} : { proposedBefore: await daysAgo(work, ageFrom - 1) }),
    ...(ageTo === undefined ? {} : { proposedFrom: await daysAgo(work, ageTo - 1) }),
  }
}

/** The start of the day that many days ago, in the organisation's zone. */
async function daysAgo(work: Work, days: number): Promise<Instant> {
  const { timeZone } = found(await findOrganisation(work.db), 'organisation')
  return startOfDay(addDays(await today(work), -days), timeZone)
}
