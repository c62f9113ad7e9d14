/** The history of a postmortem: who changed what of it, its incidents and its actions, newest first. */
import type { PostmortemId } from '../../domain/ids.ts'
import { listActivity, type ShownActivity } from '../../storage/activity-store.ts'
import type { Page, PageRequest } from '../../storage/page.ts'
import { sightOf, type Work } from '../work.ts'
import { loadPostmortem } from './load.ts'

export async function readHistory(
  work: Work,
  postmortemId: PostmortemId,
  page: PageRequest,
): Promise<Page<ShownActivity>> {
  await loadPostmortem(work, postmortemId)
  return listActivity(work.db, sightOf(work), { postmortemId }, page)
}
