/** Action items: proposed, changed, moved on. */
import { type ActionFields, changeAction } from '../../domain/action-change.ts'
import { type ActionMove, moveAction } from '../../domain/action-move.ts'
import type { ActionItemId, PostmortemId } from '../../domain/ids.ts'
import { createActions, updateAction } from '../../storage/action-items-store.ts'
import { newId } from '../../storage/new-id.ts'
import { movedOn } from '../moved-on.ts'
import { loadPostmortem } from '../postmortems/load.ts'
import { record } from '../record.ts'
import { must, Refusal } from '../refusal.ts'
import { knownReferences } from '../taken.ts'
import { holdPostmortem } from '../../storage/wording-store.ts'
import { lintPostmortem } from '../wording/lint-postmortem.ts'
import type { Change } from '../work.ts'
import { mayMove, moveContext } from './context.ts'
import { loadAction } from './read-actions.ts'

/** Proposes an action item. A withdrawn postmortem takes no more; a published one does, since work goes on after it. */
export async function proposeAction(
  work: Change,
  postmortemId: PostmortemId,
  fields: ActionFields,
): Promise<ActionItemId> {
  const postmortem = await loadPostmortem(work, postmortemId)
  if (postmortem.state === 'withdrawn') {
    throw new Refusal('postmortem_read_only', `“${postmortem.title}” is withdrawn.`)
  }
  await holdPostmortem(work.db, postmortemId)
  const id = newId<'actionItem'>()
  await knownReferences(() =>
    createActions(work.db, [
      {
        ...fields,
        id,
        postmortemId,
        state: 'proposed',
        ownerAsWritten: null,
        acceptedAt: null,
        verification: null,
        reason: null,
        expiresOn: null,
        proposedAt: work.now,
        stateChangedAt: work.now,
      },
    ]),
  )
  await lintPostmortem(work.db, postmortemId)
  const draft = { thing: 'action_item', thingId: id, what: 'proposed', changes: [], reason: null } as const
  await record(work, [draft], postmortemId)
  return id
}

/** Changes the fields that are given; a new owner must accept anew. */
export async function changeActionItem(
  work: Change,
  id: ActionItemId,
  version: number,
  fields: Partial<ActionFields>,
): Promise<void> {
  const before = await loadAction(work, id)
  if (before.version !== version) throw movedOn('action item')
  const changed = must(changeAction(before, fields, await moveContext(work, before)))
  await holdPostmortem(work.db, before.postmortemId)
  const stored = await knownReferences(() => updateAction(work.db, version, changed.action))
  if (stored === null) throw movedOn('action item')
  await lintPostmortem(work.db, before.postmortemId)
  await record(work, [changed.activity], before.postmortemId)
}

/** Moves an action item on; who may, and what is still missing, is for the transition table to say. */
export async function moveActionItem(
  work: Change,
  id: ActionItemId,
  version: number,
  move: ActionMove,
): Promise<void> {
  const before = await loadAction(work, id)
  if (!mayMove(work))
    throw new Refusal('not_allowed', 'The token does not carry the permission `action.write`.')
  if (before.version !== version) throw movedOn('action item')
  const moved = must(moveAction(before, move, await moveContext(work, before)))
  await holdPostmortem(work.db, before.postmortemId)
  if ((await updateAction(work.db, version, moved.action)) === null) throw movedOn('action item')
  await lintPostmortem(work.db, before.postmortemId)
  await record(work, [moved.activity], before.postmortemId)
}
