/** Turns the filters of a library query into conditions on `postmortem_cards`, looking up the names that were typed. */
import { sql, type RawBuilder } from 'kysely'
import { startOfDay } from '../domain/calendar.ts'
import type { LayerFilter, LibraryFilter, LibraryQuery, WordFilter } from '../domain/library-query.ts'
import type { Db } from './schema.ts'
import type { PreparedSearch } from './search-query.ts'
import { hiddenPostmortems, mayBeSeen, type Sight } from './sight.ts'

/** What a card must satisfy, and the names that are of nothing. */
export interface LibraryConditions {
  readonly all: RawBuilder<boolean>
  /** The same for counting: the few hidden ones are left out by their id, so that no row has to be looked at. */
  readonly counted: RawBuilder<boolean>
  readonly unknownNames: readonly string[]
}

type CatalogueKey = 'class' | 'service' | 'team' | 'layer'

const CATALOGUES = {
  class: 'incident_classes',
  service: 'services',
  team: 'teams',
  layer: 'layers',
} as const satisfies Record<CatalogueKey, string>

/** The conditions of a query; `zone` says when its days begin. */
export async function conditionsOf(
  db: Db,
  sight: Sight,
  query: LibraryQuery,
  search: PreparedSearch | null,
  zone: string,
): Promise<LibraryConditions> {
  const conditions: RawBuilder<boolean>[] = []
  const unknownNames: string[] = []
  for (const filter of query.filters) {
    const facets = await facetsOf(db, filter, unknownNames)
    conditions.push(
      filter.not
        ? sql<boolean>`not facets && facet_codes(${facets}::text[])`
        : sql<boolean>`facets && facet_codes(${facets}::text[])`,
    )
  }
  if (query.after) conditions.push(sql<boolean>`sort_at >= ${startOfDay(query.after, zone)}::timestamptz`)
  if (query.before) conditions.push(sql<boolean>`sort_at < ${startOfDay(query.before, zone)}::timestamptz`)
  if (query.number !== null) conditions.push(sql<boolean>`number = ${query.number}`)
  if (search) conditions.push(sql<boolean>`search @@ ${search.query}::tsquery`)
  const notHidden = sight.seesRestricted
    ? sql<boolean>`true`
    : sql<boolean>`postmortem_id not in (${hiddenPostmortems(sight)})`
  return {
    all: allOf([mayBeSeen(sight), ...conditions]),
    counted: allOf([notHidden, ...conditions]),
    unknownNames,
  }
}

function allOf(conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return sql<boolean>`${sql.join(conditions, sql` and `)}`
}

async function facetsOf(db: Db, filter: LibraryFilter, unknown: string[]): Promise<string[]> {
  if (filter.key === 'layer') return layerFacets(db, filter, unknown)
  if (filter.key === 'class' || filter.key === 'service' || filter.key === 'team') {
    return namedFacets(db, filter, filter.key, unknown)
  }
  return filter.values.map((value) => `${filter.key}:${value}`)
}

async function namedFacets(
  db: Db,
  filter: WordFilter,
  key: Exclude<CatalogueKey, 'layer'>,
  unknown: string[],
): Promise<string[]> {
  const facets: string[] = []
  for (const value of filter.values) {
    const ids = await idsByName(db, key, value)
    if (ids.length === 0) unknown.push(`${key}:${value}`)
    facets.push(...ids.map((id) => `${key}:${id}`))
  }
  return facets
}

async function layerFacets(db: Db, filter: LayerFilter, unknown: string[]): Promise<string[]> {
  const facets: string[] = []
  for (const { name, outcome } of filter.values) {
    const ids = await idsByName(db, 'layer', name)
    if (ids.length === 0) unknown.push(`layer:${name}`)
    facets.push(...ids.map((id) => (outcome === null ? `layer:${id}` : `layer:${id}=${outcome}`)))
  }
  return facets
}

/** Things of that name in any case of letters, a hyphen standing for a space; where there is none, those whose name holds it. */
async function idsByName(db: Db, key: CatalogueKey, name: string): Promise<string[]> {
  const table = sql.table(CATALOGUES[key])
  const wanted = name.toLowerCase().replaceAll('-', ' ')
  const id = /^[0-9a-f-]{36}$/.test(name) ? name : null
  const { rows } = await sql<{ id: string; exact: boolean }>`
    select id, (replace(lower(name), '-', ' ') = ${wanted} or id::text = ${id}) as exact from ${table}
    where strpos(replace(lower(name), '-', ' '), ${wanted}) > 0 or id::text = ${id}
  `.execute(db)
  const exact = rows.filter((row) => row.exact)
  return (exact.length > 0 ? exact : rows).map((row) => row.id)
}
