/** Routes of action items. */
import type { actionRoutes } from '../../contract/actions.ts'
import type { ActionItemId } from '../../domain/ids.ts'
import { listAllActions, readAction } from '../../usecases/actions/read-actions.ts'
import { changeActionItem, moveActionItem, proposeAction } from '../../usecases/actions/write-actions.ts'
import type { Work } from '../../usecases/work.ts'
import type { HandlersOf } from '../kit/handlers.ts'
import { presentAction } from '../present-action.ts'
import { pageAsked, sent, toPage } from '../present.ts'

async function shown(work: Work, id: ActionItemId) {
  const { thing, names } = await readAction(work, id)
  return presentAction(thing, names)
}

export const actionHandlers: HandlersOf<typeof actionRoutes> = {
  'GET /actions': async ({ work, query: { state, limit, cursor, ...asked } }) => {
    const page = await listAllActions(work, { ...asked, states: state }, pageAsked({ limit, cursor }))
    return { ...toPage(page, (action) => presentAction(action, page.names)), total: page.total }
  },
  'POST /postmortems/{postmortemId}/actions': async ({ work, params, body }) =>
    shown(work, await proposeAction(work, params.postmortemId, body)),
  'GET /actions/{actionItemId}': async ({ work, params }) => shown(work, params.actionItemId),
  'PATCH /actions/{actionItemId}': {
    change: async ({ work, params, version, body }) => {
      await changeActionItem(work, params.actionItemId, version, sent(body))
      return shown(work, params.actionItemId)
    },
    current: async ({ work, params }) => shown(work, params.actionItemId),
  },
  'POST /actions/{actionItemId}/state': {
    change: async ({ work, params, version, body }) => {
      await moveActionItem(work, params.actionItemId, version, body)
      return shown(work, params.actionItemId)
    },
    current: async ({ work, params }) => shown(work, params.actionItemId),
  },
}
