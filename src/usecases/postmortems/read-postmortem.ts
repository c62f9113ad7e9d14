/** Reads one postmortem whole: its text, parts, incidents, actions, originals, and what the caller may do with it. */
import type { PostmortemId } from '../../domain/ids.ts'
import type { Original } from '../../domain/postmortem.ts'
import { listActions } from '../../storage/action-items-store.ts'
import { listSameClass } from '../../storage/class-register-store.ts'
import { listIncidentsOf, type StoredIncident } from '../../storage/incidents-store.ts'
import { findReadingOf } from '../../storage/imports-store.ts'
import { listOriginals } from '../../storage/originals-store.ts'
import {
  findFigures,
  findMention,
  type MentionedPostmortem,
  type PostmortemFigures,
} from '../../storage/postmortem-figures.ts'
import { type LoadedParts, loadParts } from '../../storage/postmortem-parts-loading.ts'
import type { StoredPostmortem } from '../../storage/postmortem-store.ts'
import { namesInAction, type SeenAction, seeActions } from '../actions/context.ts'
import { namesInIncident } from '../incidents/incidents.ts'
import { found } from '../refusal.ts'
import { type Shown, show } from '../shown.ts'
import { sightOf, type Work } from '../work.ts'
import { loadPostmortem, mayEdit } from './load.ts'

/** What the reader shows. */
export interface WholePostmortem {
  readonly postmortem: StoredPostmortem
  readonly figures: PostmortemFigures
  readonly incidents: readonly StoredIncident[]
  readonly parts: LoadedParts
  readonly actions: readonly SeenAction[]
  readonly originals: readonly Original[]
  readonly reading: Awaited<ReturnType<typeof findReadingOf>>
  readonly supersededBy: MentionedPostmortem | null
  readonly sameClass: readonly MentionedPostmortem[]
  readonly may: { readonly edit: boolean; readonly changeState: boolean; readonly confirmClasses: boolean }
}

const MOST_ACTIONS = 500
const MOST_LIKE = 10

export async function readPostmortem(work: Work, id: PostmortemId): Promise<Shown<WholePostmortem>> {
  const postmortem = await loadPostmortem(work, id)
  const { db } = work
  const sight = sightOf(work)
  const actions = await listActions(db, sight, { postmortemId: id }, { limit: MOST_ACTIONS, cursor: null })
  const { supersededById } = postmortem
  const whole: WholePostmortem = {
    postmortem,
    figures: found(await findFigures(db, id), 'postmortem'),
    incidents: await listIncidentsOf(db, sight, id),
    parts: await loadParts(db, id),
    actions: await seeActions(work, actions.items),
    originals: await listOriginals(db, id),
    reading: await findReadingOf(db, id),
    supersededBy: supersededById === null ? null : await findMention(db, sight, supersededById),
    sameClass: await listSameClass(db, sight, id, MOST_LIKE),
    may: mayOf(work, postmortem),
  }
  return show(db, whole, namesIn)
}

function mayOf(work: Work, postmortem: StoredPostmortem): WholePostmortem['may'] {
  const { who } = work
  return {
    edit: mayEdit(work, postmortem),
    changeState: who.permissions.has('postmortem.write') && postmortem.state !== 'withdrawn',
    confirmClasses: who.permissions.has('class.confirm'),
  }
}

function namesIn({ postmortem, figures, incidents, parts, actions }: WholePostmortem): (string | null)[] {
  return [
    postmortem.authorId,
    postmortem.facilitatorId,
    figures.owningTeamId,
    ...incidents.flatMap(namesInIncident),
    ...parts.layersMet.map((met) => met.layerId),
    ...parts.factors.map((factor) => factor.classId),
    ...parts.classes.map((one) => one.classId),
    ...actions.flatMap(namesInAction),
  ]
}
