/** Action items: one, or a page of them with how many match. */
import type { ActionItemId } from '../../domain/ids.ts'
import { epoch, type Instant, toInstant } from '../../domain/instant.ts'
import {
  actionCountAsked,
  type ActionFilter,
  actionsAsked,
  findAction,
  type StoredAction,
} from '../../storage/action-items-store.ts'
import type { PageRequest } from '../../storage/page.ts'
import { askTogether } from '../../storage/question.ts'
import { found } from '../refusal.ts'
import { type Shown, type ShownPage, show, showPage } from '../shown.ts'
import { sightOf, type Work } from '../work.ts'
import { namesInAction, type SeenAction, seeActions, today } from './context.ts'

/** Which action items; ages are whole days since proposed, half-open. */
export type ActionsAsked = Omit<ActionFilter, 'overdueOn' | 'proposedFrom' | 'proposedBefore'> & {
  readonly overdue?: boolean | undefined
  readonly ageFrom?: number | undefined
  readonly ageTo?: number | undefined
}

export async function loadAction(work: Work, id: ActionItemId): Promise<StoredAction> {
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
  const { db } = work
  const sight = sightOf(work)
  const filter = await toFilter(work, asked)
  const { listed, total } = await askTogether(db, {
    listed: actionsAsked(db, sight, filter, page),
    total: actionCountAsked(db, sight, filter),
  })
  const seen = { ...listed, items: await seeActions(work, listed.items) }
  return { ...(await showPage(db, seen, namesInAction)), total }
}

async function toFilter(work: Work, asked: ActionsAsked): Promise<ActionFilter> {
  const { overdue, ageFrom, ageTo, ...rest } = asked
  return {
    ...rest,
    ...(overdue === true ? { overdueOn: await today(work) } : {}),
    // The same ages as the figure of open actions counts: elapsed days of 24 hours.
    ...(ageFrom === undefined ? {} : { proposedBefore: after(daysAgo(work, ageFrom)) }),
    ...(ageTo === undefined ? {} : { proposedFrom: after(daysAgo(work, ageTo)) }),
  }
}

const DAY_MS = 24 * 60 * 60 * 1000

const daysAgo = (work: Work, days: number): number => epoch(work.now) - days * DAY_MS

/** The next moment that the database tells apart: an age of exactly n days belongs to "n and older". */
const after = (ms: number): Instant => toInstant(ms + 1)
