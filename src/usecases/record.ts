/** Records what a change did, in its own transaction: who, when and from where come from the work at hand. */
import type { ActivityDraft } from '../domain/activity.ts'
import type { PostmortemId } from '../domain/ids.ts'
import { recordActivity } from '../storage/activity-store.ts'
import type { Caller, Change } from './work.ts'

/** Adds entries to the record; `postmortemId` is the postmortem that they concern, if any. */
export async function record(
  work: Change<Caller | null>,
  drafts: readonly ActivityDraft[],
  postmortemId: PostmortemId | null = null,
): Promise<void> {
  const { who, now } = work
  await recordActivity(
    work.db,
    drafts.map((draft) => ({
      ...draft,
      personId: who?.personId ?? null,
      tokenId: who?.tokenId ?? null,
      at: now,
      from: who?.from ?? 'job',
      postmortemId,
    })),
  )
}
