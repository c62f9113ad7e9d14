/** Counts by what the hits of a query could be narrowed further. */
import { sql } from 'kysely'
import { HAS_WORDS, type LibraryQuery } from '../domain/library-query.ts'
import { INCIDENT_KINDS, LAYER_OUTCOMES, POSTMORTEM_STATES, SECTIONS, TIERS } from '../domain/vocabulary.ts'
import { conditionsOf } from './library-filter.ts'
import type { Db } from './schema.ts'
import { prepareSearch } from './search-query.ts'
import type { Sight } from './sight.ts'

/** A narrowing, and how many of the newest hits it would leave. */
export interface FacetCount {
  /** `severity:SEV1`, `class:<id>`, `layer:<id>=bypassed`, … */
  readonly facet: string
  readonly count: number
}

const SAMPLED = 5_000

/** The narrowings that are the same everywhere. */
const CLOSED = [
  ...HAS_WORDS.map((word) => `has:${word}`),
  ...INCIDENT_KINDS.map((kind) => `kind:${kind}`),
  ...POSTMORTEM_STATES.map((state) => `state:${state}`),
  ...TIERS.map((tier) => `tier:${tier}`),
  ...SECTIONS.map((section) => `section:${section}`),
]

/** Counts the facets of the newest 5,000 hits of a query, most frequent first. */
export async function countFacets(
  db: Db,
  sight: Sight,
  query: LibraryQuery,
  zone: string,
): Promise<FacetCount[]> {
  const search = await prepareSearch(db, query.terms)
  const { all } = await conditionsOf(db, sight, query, search, zone)
  const { rows } = await sql<FacetCount>`
    with known as (
      select facet, facet_code(facet) as code from (
        select unnest(${CLOSED}::text[]) as facet
        union all select 'severity:' || code from severities
        union all select 'class:' || id from incident_classes
        union all select 'service:' || id from services
        union all select 'team:' || id from teams
        union all select 'layer:' || id from layers
        union all select 'layer:' || id || '=' || outcome from layers, unnest(${LAYER_OUTCOMES}::text[]) as outcome
      ) as facets
    ),
    hits as (select facets from postmortem_cards where ${all} order by sort_at desc limit ${SAMPLED})
    select known.facet, counted.count from (
      select code, count(*) as count from hits, unnest(hits.facets) as code group by code
    ) as counted
    join known using (code)
    order by counted.count desc, known.facet
  `.execute(db)
  return rows
}
