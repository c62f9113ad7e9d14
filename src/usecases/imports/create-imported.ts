/** Makes a postmortem of a draft that was read for the first time. */
import type { PostmortemId } from '../../domain/ids.ts'
import type { Visibility } from '../../domain/vocabulary.ts'
import type { DraftDocument } from '../../ingest/draft.ts'
import { createActions } from '../../storage/action-items-store.ts'
import { createIncident } from '../../storage/incidents-store.ts'
import { newId } from '../../storage/new-id.ts'
import { createPostmortem } from '../../storage/postmortem-store.ts'
import { record } from '../record.ts'
import { lintNew } from '../wording/lint-postmortem.ts'
import type { Caller, Change } from '../work.ts'
import { type Known, proposedAtOf, toAction, toClasses, toIncident, toTimeline } from './draft-to-domain.ts'

/** Creates incident, postmortem and actions; nobody is named author, since reading a text does not say who wrote it. */
export async function createImported(
  work: Change<Caller | null>,
  draft: DraftDocument,
  known: Known,
): Promise<{ readonly id: PostmortemId; readonly number: number }> {
  const incident = toIncident(draft, known, newId<'incident'>())
  await createIncident(work.db, incident)
  const id = newId<'postmortem'>()
  const visibility: Visibility = 'organisation'
  const timeline = toTimeline(draft)
  const proposedAt = proposedAtOf(draft, work.now)
  const actions = draft.actions.map((action) => ({
    ...toAction(action, id, known, proposedAt),
    imported: true,
  }))
  const linted = await lintNew(known.wording, { ...draft, timeline, actions })
  const { number } = await createPostmortem(
    work.db,
    {
      id,
      title: draft.title,
      tier: 'standard',
      visibility,
      authorId: null,
      facilitatorId: null,
      language: draft.language,
      incidentIds: [incident.id],
      createdAt: work.now,
      linted,
    },
    {
      sections: draft.sections,
      timeline,
      classes: toClasses(draft, known),
      supersededByAsWritten: draft.supersededBy,
    },
  )
  await createActions(work.db, actions)
  await record(work, [{ thing: 'postmortem', thingId: id, what: 'imported', changes: [], reason: null }], id)
  return { id, number }
}
