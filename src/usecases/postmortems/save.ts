/** Saves a change of a postmortem and records it, in the transaction at hand. */
import type { ActivityDraft, FieldChange } from '../../domain/activity.ts'
import type { PostmortemId } from '../../domain/ids.ts'
import { type PostmortemChanges, savePostmortem } from '../../storage/postmortem-store.ts'
import { movedOn } from '../moved-on.ts'
import { record } from '../record.ts'
import { knownReferences } from '../taken.ts'
import { lintPostmortem } from '../wording/lint-postmortem.ts'
import type { Change } from '../work.ts'

/** What of a change the linter reads, or reads beside the text. */
const SAYS = ['sections', 'timeline', 'factors', 'evidence'] as const satisfies (keyof PostmortemChanges)[]

/** Saves on top of `version`; refuses `version_moved_on` when someone else was first. */
export async function saveChange(
  work: Change,
  id: PostmortemId,
  version: number,
  changes: PostmortemChanges,
  draft: ActivityDraft,
): Promise<void> {
  const stored = await knownReferences(() => savePostmortem(work.db, id, version, changes))
  if (stored === null) throw movedOn('postmortem')
  if (SAYS.some((field) => changes[field] !== undefined)) await lintPostmortem(work.db, id)
  await record(work, [draft], id)
}

/** An entry that says which fields of a postmortem changed. */
export const changedDraft = (id: PostmortemId, changes: readonly FieldChange[]): ActivityDraft => ({
  thing: 'postmortem',
  thingId: id,
  what: 'changed',
  changes,
  reason: null,
})
