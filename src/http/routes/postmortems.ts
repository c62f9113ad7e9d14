/** Routes of postmortems: the library, the reader, every edit of a part, states, originals, history. */
import type { postmortemRoutes } from '../../contract/postmortems.ts'
import type { PostmortemId } from '../../domain/ids.ts'
import { type Currency, toMoney } from '../../domain/money.ts'
import { beginPostmortem } from '../../usecases/postmortems/begin-postmortem.ts'
import { changePart, type PartEdit } from '../../usecases/postmortems/change-parts.ts'
import { changePostmortem } from '../../usecases/postmortems/change-postmortem.ts'
import { confirmClasses } from '../../usecases/postmortems/confirm-classes.ts'
import { readHistory } from '../../usecases/postmortems/history.ts'
import { resolvePostmortem } from '../../usecases/postmortems/load.ts'
import { movePostmortemOn } from '../../usecases/postmortems/move-postmortem.ts'
import { readOriginalBytes, readOriginalText } from '../../usecases/postmortems/originals.ts'
import { readPostmortem } from '../../usecases/postmortems/read-postmortem.ts'
import type { Change, Work } from '../../usecases/work.ts'
import type { HandlersOf } from '../kit/handlers.ts'
import { presentChange, presentWho } from '../present-activity.ts'
import { presentPostmortem } from '../present-postmortem.ts'
import { pageAsked, sent, toPage } from '../present.ts'

type Handlers = HandlersOf<typeof postmortemRoutes>

async function shown(work: Work, id: PostmortemId) {
  const { thing, names } = await readPostmortem(work, id)
  return presentPostmortem(thing, names)
}

interface Addressed {
  readonly work: Change
  readonly params: { readonly postmortemId: PostmortemId }
  readonly version: number
}

/** A change of a postmortem: done, then shown as it now is. */
function changing<Asked extends Addressed>(change: (asked: Asked) => Promise<void>) {
  return {
    change: async (asked: Asked) => {
      await change(asked)
      return shown(asked.work, asked.params.postmortemId)
    },
    current: ({ work, params }: { work: Work; params: { postmortemId: PostmortemId } }) =>
      shown(work, params.postmortemId),
  }
}

/** Replaces one part; `toEdit` makes of the body what the use-case takes. */
const replacing = <Body>(toEdit: (body: Body) => PartEdit) =>
  changing(({ work, params, version, body }: Addressed & { readonly body: Body }) =>
    changePart(work, params.postmortemId, version, toEdit(body)),
  )

export const postmortemHandlers: Omit<Handlers, 'GET /postmortems'> = {
  'POST /postmortems': async ({ work, body }) => shown(work, await beginPostmortem(work, body)),
  'GET /postmortems/{postmortemId}': async ({ work, params }) =>
    shown(work, await resolvePostmortem(work, params.postmortemId)),
  'PATCH /postmortems/{postmortemId}': changing(({ work, params, version, body }) =>
    changePostmortem(work, params.postmortemId, version, sent(body)),
  ),
  'POST /postmortems/{postmortemId}/state': changing(({ work, params, version, body }) =>
    movePostmortemOn(work, params.postmortemId, version, body),
  ),
  'PUT /postmortems/{postmortemId}/impacts': replacing(({ items }) => ({
    part: 'impacts',
    items: items.map(({ money, ...impact }) => ({
      ...impact,
      money: money === null ? null : toMoney(money.amount, money.currency as Currency),
    })),
  })),
  'PUT /postmortems/{postmortemId}/timeline': replacing(({ items }) => ({ part: 'timeline', items })),
  'PUT /postmortems/{postmortemId}/decisions': replacing(({ items }) => ({ part: 'decisions', items })),
  'PUT /postmortems/{postmortemId}/layers': replacing(({ items }) => ({ part: 'layersMet', items })),
  'PUT /postmortems/{postmortemId}/factors': replacing(({ items }) => ({ part: 'factors', items })),
  'PUT /postmortems/{postmortemId}/evidence': replacing(({ items }) => ({ part: 'evidence', items })),
  'PUT /postmortems/{postmortemId}/ideas': replacing(({ items }) => ({
    part: 'ideas',
    items: items.map((idea) => ({ ...idea, actionItemId: null })),
  })),
  'PUT /postmortems/{postmortemId}/classes': changing(({ work, params, version, body }) =>
    confirmClasses(work, params.postmortemId, version, body.items),
  ),
  'GET /postmortems/{postmortemId}/originals/{originalId}': async ({ work, params }) => {
    const { path, bytes } = await readOriginalBytes(work, params.postmortemId, params.originalId)
    const fileName = path.split('/').at(-1) ?? 'original'
    return { bytes, mediaType: 'application/octet-stream', fileName }
  },
  'GET /postmortems/{postmortemId}/original-text': ({ work, params }) =>
    readOriginalText(work, params.postmortemId),
  'GET /postmortems/{postmortemId}/history': async ({ work, params, query }) =>
    toPage(await readHistory(work, params.postmortemId, pageAsked(query)), (entry) => ({
      at: entry.at,
      who: presentWho(entry.personName),
      what: entry.what,
      changes: entry.changes.map(presentChange),
    })),
}
