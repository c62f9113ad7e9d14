/** The audit trail: who did what to which thing, newest first. */
import { type ActivityFilter, listActivity, type ShownActivity } from '../../storage/activity-store.ts'
import type { Page, PageRequest } from '../../storage/page.ts'
import { sightOf, type Work } from '../work.ts'

export function readActivity(
  work: Work,
  filter: ActivityFilter,
  page: PageRequest,
): Promise<Page<ShownActivity>> {
  return listActivity(work.db, sightOf(work), filter, page)
}
