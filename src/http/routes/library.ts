/** The route of the library. */
import type { PostmortemCard, postmortemRoutes } from '../../contract/postmortems.ts'
import { toHandle } from '../../domain/handle.ts'
import { findPostmortems, type PostmortemCard as Card } from '../../usecases/library/search-library.ts'
import type { Names } from '../../usecases/shown.ts'
import type { HandlersOf } from '../kit/handlers.ts'
import { named, toPage } from '../present.ts'

const nameOf = (id: string, names: Names): string => names.get(id) ?? ''

function presentCard(card: Card, names: Names): PostmortemCard {
  const { number, serviceIds, owningTeamId, actionsOpen: _, ...rest } = card
  return {
    ...rest,
    handle: toHandle('postmortem', number),
    services: serviceIds.map((id) => nameOf(id, names)),
    owningTeam: named(owningTeamId, names),
    classes: card.classes.map((one) => ({ ...one, name: nameOf(one.id, names) })),
    layers: card.layers.map((layer) => ({ name: nameOf(layer.id, names), outcome: layer.outcome })),
  }
}

export const libraryHandlers: Pick<HandlersOf<typeof postmortemRoutes>, 'GET /postmortems'> = {
  'GET /postmortems': async ({ work, query: { limit, cursor, q, sort } }) => {
    const found = await findPostmortems(work, {
      limit,
      cursor: cursor ?? null,
      q: q ?? '',
      sort: sort ?? null,
    })
    return {
      ...toPage(found, (card) => presentCard(card, found.names)),
      total: found.total,
      notUnderstood: [...found.notUnderstood],
    }
  },
}
