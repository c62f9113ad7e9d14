/** The library: postmortems listed and searched by what a person types. */
import { parseLibraryQuery } from '../../domain/library-query.ts'
import { RULES } from '../../linter/linter.ts'
import { type LibrarySort, type PostmortemCard, searchLibrary } from '../../storage/library-store.ts'
import { timeZoneAsked } from '../../storage/organisation-store.ts'
import type { PageRequest } from '../../storage/page.ts'
import { ask } from '../../storage/question.ts'
import { found } from '../refusal.ts'
import { type ShownPage, showPage } from '../shown.ts'
import { sightOf, type Work } from '../work.ts'

export type { PostmortemCard } from '../../storage/library-store.ts'

/** A page of the library, how many match, and what of the query could not be used. */
export interface FoundPostmortems extends ShownPage<PostmortemCard> {
  /** Counted up to 10,000; null above, and on pages after the first. */
  readonly total: number | null
  readonly notUnderstood: readonly string[]
}

const RULE_IDS = RULES.map((rule) => rule.id)
const UTC = 'UTC'

/** Without a sort, words are ranked and everything else comes newest first. */
export async function findPostmortems(
  work: Work,
  asked: PageRequest & { readonly q: string; readonly sort: LibrarySort | null },
): Promise<FoundPostmortems> {
  const query = parseLibraryQuery(
    asked.q,
    work.who.permissions.has('postmortem.write') ? { rules: RULE_IDS } : {},
  )
  // Only days need a zone.
  const dated = query.after !== null || query.before !== null
  const zone = dated ? found(await ask(work.db, timeZoneAsked(work.db)), 'organisation') : UTC
  const answer = await searchLibrary(work.db, sightOf(work), {
    query,
    limit: asked.limit,
    cursor: asked.cursor,
    sort: asked.sort ?? (query.terms.length > 0 ? 'relevance' : 'newest'),
    zone,
  })
  const shown = await showPage(work.db, answer, namesIn)
  return {
    ...shown,
    total: answer.total,
    notUnderstood: [...query.notUnderstood, ...answer.unknownNames],
  }
}

const namesIn = (card: PostmortemCard): (string | null)[] => [
  card.owningTeamId,
  ...card.serviceIds,
  ...card.classes.map((one) => one.id),
  ...card.layers.map((layer) => layer.id),
]
