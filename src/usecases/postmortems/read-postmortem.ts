/** Reads one postmortem whole: its text, parts, incidents, actions, originals, and what the caller may do with it. */
import type { PostmortemId } from '../../domain/ids.ts'
import type { Original } from '../../domain/postmortem.ts'
import { actionsAsked } from '../../storage/action-items-store.ts'
import { sameClassAsked } from '../../storage/class-register-store.ts'
import { incidentsOfAsked, type StoredIncident } from '../../storage/incidents-store.ts'
import { type PostmortemReading, readingAsked } from '../../storage/imports-store.ts'
import { namesAsked } from '../../storage/names-store.ts'
import { timeZoneAsked } from '../../storage/organisation-store.ts'
import { originalsAsked } from '../../storage/originals-store.ts'
import {
  figuresAsked,
  type MentionedPostmortem,
  type PostmortemFigures,
  successorAsked,
} from '../../storage/postmortem-figures.ts'
import { type LoadedParts, partsAsked, toParts } from '../../storage/postmortem-parts-loading.ts'
import { postmortemAsked, type StoredPostmortem } from '../../storage/postmortem-store.ts'
import { askTogether } from '../../storage/question.ts'
import { sponsorshipsOfPostmortemAsked } from '../../storage/sponsorships-store.ts'
import { dayIn, judgeActions, namesInAction, type SeenAction } from '../actions/context.ts'
import { namesInIncident } from '../incidents/incidents.ts'
import { found } from '../refusal.ts'
import type { Shown } from '../shown.ts'
import { sightOf, type Work } from '../work.ts'
import { mayEdit } from './load.ts'

/** What the reader shows. */
export interface WholePostmortem {
  readonly postmortem: StoredPostmortem
  readonly figures: PostmortemFigures
  readonly incidents: readonly StoredIncident[]
  readonly parts: LoadedParts
  readonly actions: readonly SeenAction[]
  readonly originals: readonly Original[]
  readonly reading: PostmortemReading | null
  readonly supersededBy: MentionedPostmortem | null
  readonly sameClass: readonly MentionedPostmortem[]
  readonly may: { readonly edit: boolean; readonly changeState: boolean; readonly confirmClasses: boolean }
}

const MOST_ACTIONS = 500
const MOST_LIKE = 10

/** In two trips: the postmortem with all that lies under its id, then what those things refer to. */
export async function readPostmortem(work: Work, id: PostmortemId): Promise<Shown<WholePostmortem>> {
  const { db } = work
  const sight = sightOf(work)
  const { zone, sponsorships, ...answers } = await askTogether(db, {
    postmortem: postmortemAsked(db, sight, id),
    figures: figuresAsked(db, id),
    incidents: incidentsOfAsked(db, sight, id),
    actions: actionsAsked(db, sight, { postmortemId: id }, { limit: MOST_ACTIONS, cursor: null }),
    sponsorships: sponsorshipsOfPostmortemAsked(db, id),
    originals: originalsAsked(db, id),
    reading: readingAsked(db, id),
    supersededBy: successorAsked(db, sight, id),
    zone: timeZoneAsked(db),
    ...partsAsked(db, id),
  })
  const postmortem = found(answers.postmortem, 'postmortem')
  const parts = toParts(answers)
  const seen = {
    postmortem,
    figures: found(answers.figures, 'postmortem'),
    incidents: answers.incidents,
    parts,
    actions: judgeActions(work, answers.actions.items, dayIn(work, zone), sponsorships),
    originals: answers.originals,
    reading: answers.reading,
    supersededBy: answers.supersededBy,
    may: mayOf(work, postmortem),
  }
  const classIds = parts.classes.filter((one) => one.standing === 'confirmed').map((one) => one.classId)
  const { sameClass, names } = await askTogether(db, {
    sameClass: sameClassAsked(db, sight, { id, classIds }, MOST_LIKE),
    names: namesAsked(db, namesIn(seen)),
  })
  return { thing: { ...seen, sameClass }, names }
}

function mayOf(work: Work, postmortem: StoredPostmortem): WholePostmortem['may'] {
  const { who } = work
  return {
    edit: mayEdit(work, postmortem),
    changeState: who.permissions.has('postmortem.write') && postmortem.state !== 'withdrawn',
    confirmClasses: who.permissions.has('class.confirm'),
  }
}

type Naming = Pick<WholePostmortem, 'postmortem' | 'figures' | 'incidents' | 'parts' | 'actions'>

function namesIn({ postmortem, figures, incidents, parts, actions }: Naming): (string | null)[] {
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
