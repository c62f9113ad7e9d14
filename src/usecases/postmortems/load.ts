/** Loads a postmortem for the caller, or refuses as if it were not there. */
import { parseHandle } from '../../domain/handle.ts'
import type { PostmortemId } from '../../domain/ids.ts'
import { checkEditable } from '../../domain/postmortem-move.ts'
import { findPostmortem, findPostmortemId, type StoredPostmortem } from '../../storage/postmortem-store.ts'
import { movedOn } from '../moved-on.ts'
import { found, Refusal } from '../refusal.ts'
import { type Change, sightOf, type Work } from '../work.ts'

export async function loadPostmortem(work: Work, id: PostmortemId): Promise<StoredPostmortem> {
  return found(await findPostmortem(work.db, sightOf(work), id), 'postmortem')
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** The id behind what people write: the id itself, or the handle `PM-204`. */
export async function resolvePostmortem(work: Work, written: string): Promise<PostmortemId> {
  if (UUID.test(written)) return written.toLowerCase() as PostmortemId
  const number = parseHandle('postmortem', written)
  return found(number === null ? null : await findPostmortemId(work.db, number), 'postmortem')
}

/** Whether the caller may change its text as it stands. */
export const mayEdit = ({ who }: Work, postmortem: StoredPostmortem): boolean =>
  who.permissions.has('postmortem.write') && checkEditable(postmortem) === null

/** Loads a postmortem to be edited from a version: refuses when it moved on or is read-only in its state. */
export async function loadToEdit(work: Change, id: PostmortemId, version: number): Promise<StoredPostmortem> {
  const postmortem = await loadPostmortem(work, id)
  if (postmortem.version !== version) throw movedOn('postmortem')
  const problem = checkEditable(postmortem)
  if (problem !== null) throw new Refusal(problem.code, problem.message, problem.errors)
  return postmortem
}
