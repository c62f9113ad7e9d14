/** Brings a postmortem up to date with an edited file: what people changed here since stays as they left it. */
import { changedFields } from '../../domain/activity.ts'
import { isOpen } from '../../domain/action-item.ts'
import type { PostmortemId } from '../../domain/ids.ts'
import { checkEditable } from '../../domain/postmortem-move.ts'
import type { TimelineEvent } from '../../domain/timeline.ts'
import type { DraftDocument, Warning } from '../../ingest/draft.ts'
import { createActions, listActions, updateAction } from '../../storage/action-items-store.ts'
import { type HandEdit, listHandEdits } from '../../storage/import-lookups.ts'
import { listIncidentsOf, updateIncident } from '../../storage/incidents-store.ts'
import { loadParts } from '../../storage/postmortem-parts-loading.ts'
import { findPostmortem, type PostmortemChanges, savePostmortem } from '../../storage/postmortem-store.ts'
import { SEES_ALL } from '../../storage/sight.ts'
import { movedOn } from '../moved-on.ts'
import { record } from '../record.ts'
import { found } from '../refusal.ts'
import { lintPostmortem } from '../wording/lint-postmortem.ts'
import type { Caller, Change } from '../work.ts'
import {
  type Known,
  proposedAtOf,
  stateOf,
  toAction,
  toClasses,
  toIncident,
  toTimeline,
} from './draft-to-domain.ts'

type Work = Change<Caller | null>

/** What was done to the postmortem, and what was left because of an edit made here. */
export interface Updated {
  readonly number: number
  readonly warnings: readonly Warning[]
}

export async function updateImported(
  work: Work,
  id: PostmortemId,
  draft: DraftDocument,
  known: Known,
): Promise<Updated> {
  const before = found(await findPostmortem(work.db, SEES_ALL, id), 'postmortem')
  if (checkEditable(before) !== null) {
    const message = `It is ${before.state}, so nothing of it was changed; the new file is kept beside the old one.`
    return { number: before.number, warnings: [{ code: 'read_only_kept', message, line: null }] }
  }
  const edits = new Edits(await listHandEdits(work.db, id))
  const changes = await postmortemChanges(work, id, draft, known, edits)
  const stored = await savePostmortem(work.db, id, before.version, changes)
  if (stored === null) throw movedOn('postmortem')
  await updateIncidentOf(work, id, draft, known, edits)
  await mergeActions(work, id, draft, known, edits)
  await lintPostmortem(work.db, id)
  const fields = changedFields(before as object, { ...before, ...changes })
  const what = {
    thing: 'postmortem',
    thingId: id,
    what: 'imported_anew',
    changes: fields,
    reason: null,
  } as const
  await record(work, [what], id)
  return { number: before.number, warnings: edits.warnings() }
}

/** Which parts people changed, and which of those the file would have changed too. */
class Edits {
  readonly #edits: readonly HandEdit[]
  readonly #kept = new Set<string>()
  constructor(edits: readonly HandEdit[]) {
    this.#edits = edits
  }

  /** Whether a part of the postmortem, or of a thing of it, was changed here; then it is told of as kept. */
  keeps(field: string, thing: HandEdit['thing'] = 'postmortem', thingId?: string): boolean {
    const edited = this.#edits.some(
      (edit) =>
        edit.thing === thing &&
        (thingId === undefined || edit.thingId === thingId) &&
        (edit.field === field || (thing === 'action_item' && field === '')),
    )
    if (edited && field !== '') this.#kept.add(field)
    return edited
  }

  warnings(): Warning[] {
    return [...this.#kept].map((field) => ({
      code: 'edit_kept',
      message: `${field} was changed here since the last import and stays so; the file’s own text is in the original.`,
      line: null,
    }))
  }
}

async function postmortemChanges(
  work: Work,
  id: PostmortemId,
  draft: DraftDocument,
  known: Known,
  edits: Edits,
): Promise<PostmortemChanges> {
  const parts = await loadParts(work.db, id)
  const sections = Object.entries(draft.sections).filter(([section]) => !edits.keeps(`sections.${section}`))
  const decided = parts.classes.filter((one) => one.standing !== 'suggested')
  const suggested = toClasses(draft, known).filter(
    (one) => !decided.some((each) => each.classId === one.classId),
  )
  return {
    ...(edits.keeps('title') ? {} : { title: draft.title }),
    sections: Object.fromEntries(sections),
    language: draft.language,
    supersededByAsWritten: draft.supersededBy,
    classes: [...decided, ...suggested],
    ...(keepsTimeline(edits, parts.timeline)
      ? {}
      : { timeline: withOldIds(parts.timeline, toTimeline(draft)) }),
  }
}

/** Evidence tied to an event, here or from a decision, holds the timeline as an edit of it does. */
const keepsTimeline = (edits: Edits, timeline: readonly TimelineEvent[]): boolean =>
  edits.keeps('timeline') ||
  edits.keeps('decisions') ||
  timeline.some((event) => event.evidenceIds.length > 0)

/** Events that say the same keep their id, so that links to them hold. */
function withOldIds(before: readonly TimelineEvent[], after: readonly TimelineEvent[]): TimelineEvent[] {
  const keyOf = (event: TimelineEvent): string => JSON.stringify([event.asWritten, event.text])
  const ids = new Map(before.map((event) => [keyOf(event), event.id]))
  return after.map((event) => {
    const id = ids.get(keyOf(event))
    ids.delete(keyOf(event))
    return id === undefined ? event : { ...event, id }
  })
}

const INCIDENT_FIELDS = ['title', 'severity', 'moments', 'zone', 'serviceIds'] as const

/** The incident that the file tells of is the postmortem's first; others were added here. */
async function updateIncidentOf(
  work: Work,
  id: PostmortemId,
  draft: DraftDocument,
  known: Known,
  edits: Edits,
): Promise<void> {
  const [before] = await listIncidentsOf(work.db, SEES_ALL, id)
  if (before === undefined) return
  const read = toIncident(draft, known, before.id)
  const kept = INCIDENT_FIELDS.filter((field) => edits.keeps(field, 'incident', before.id))
  const after = {
    ...before,
    ...read,
    owningTeamId: before.owningTeamId,
    affectedTeamIds: before.affectedTeamIds,
  }
  const merged = {
    ...after,
    kind: before.kind,
    sources: before.sources,
    ...Object.fromEntries(kept.map((field) => [field, before[field]])),
    ...(kept.includes('moments')
      ? { momentsOverrideReason: before.momentsOverrideReason, impactStartedOn: before.impactStartedOn }
      : {}),
  }
  await updateIncident(work.db, before.version, merged)
}

const keyOfTitle = (title: string): string => title.trim().toLowerCase()

/** New actions are added; those that nobody touched here follow the file; none is taken away. */
async function mergeActions(
  work: Work,
  postmortemId: PostmortemId,
  draft: DraftDocument,
  known: Known,
  edits: Edits,
): Promise<void> {
  const page = { limit: 1_000, cursor: null }
  const { items } = await listActions(work.db, SEES_ALL, { postmortemId }, page)
  const byTitle = new Map(items.map((item) => [keyOfTitle(item.title), item]))
  const proposedAt = proposedAtOf(draft, work.now)
  const fresh = draft.actions.filter((action) => !byTitle.has(keyOfTitle(action.title)))
  const actions = fresh.map((action) => ({
    ...toAction(action, postmortemId, known, proposedAt),
    imported: true,
  }))
  await createActions(work.db, actions)
  for (const action of draft.actions) {
    const before = byTitle.get(keyOfTitle(action.title))
    if (before === undefined || edits.keeps('', 'action_item', before.id)) continue
    const { ownerId, ownerAsWritten, due, trackerUrl } = toAction(action, postmortemId, known, proposedAt)
    const state = stateOf(action)
    const moved = state !== before.state && isOpen(before.state)
    const after = {
      ...before,
      ownerId,
      ownerAsWritten,
      due,
      trackerUrl,
      ...(moved ? { state, stateChangedAt: work.now } : {}),
    }
    if (changedFields<typeof before>(before, after).length > 0)
      await updateAction(work.db, before.version, after)
  }
}
