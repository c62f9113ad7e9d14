/** The history of a postmortem: who changed what of it, its incidents and its actions, newest first. */
import type { PostmortemId } from '../../domain/ids.ts'
import { listActivity, type ShownActivity } from '../../storage/activity-store.ts'
import type { Page, PageRequest } from '../../storage/page.ts'
import { sightOf, type Work } from '../work.ts'
import { FINDING_DECISIONS } from '../wording/decide-finding.ts'
import { loadPostmortem, mayEdit } from './load.ts'

export async function readHistory(
  work: Work,
  postmortemId: PostmortemId,
  page: PageRequest,
): Promise<Page<ShownActivity>> {
  const postmortem = await loadPostmortem(work, postmortemId)
  // Findings are for its authors: what they decided on them is not told to other readers.
  const except = mayEdit(work, postmortem) ? [] : FINDING_DECISIONS
  return listActivity(work.db, sightOf(work), { postmortemId, except }, page)
}
