/** The library: postmortems listed and searched by what stands on their cards. */
import { sql, type RawBuilder, type Selectable } from 'kysely'
import type { IncidentClassId, LayerId, PostmortemId, ServiceId, TeamId } from '../domain/ids.ts'
import type { Day, Instant } from '../domain/instant.ts'
import type { LibraryQuery } from '../domain/library-query.ts'
import type {
  ClassStanding,
  IncidentKind,
  LayerOutcome,
  PostmortemState,
  Tier,
  Visibility,
} from '../domain/vocabulary.ts'
import { conditionsOf } from './library-filter.ts'
import { CursorError, readCursor, toCursor, toPage, type Page, type PageRequest } from './page.ts'
import type { PostmortemCardsTable } from './schema-postmortems.ts'
import type { Db } from './schema.ts'
import { prepareSearch, type PreparedSearch } from './search-query.ts'
import { mayBeSeen, type Sight } from './sight.ts'
import { makeSnippet } from './snippet.ts'

/** A row of the library. Names are looked up by `findNames`. */
export interface PostmortemCard {
  readonly id: PostmortemId
  readonly number: number
  readonly title: string
  /** The first lesson, or the summary's first sentence. */
  readonly learned: string | null
  readonly state: PostmortemState
  readonly tier: Tier
  readonly visibility: Visibility
  readonly kind: IncidentKind
  readonly severity: string | null
  readonly impactStartedAt: Instant | null
  readonly impactStartedOn: Day | null
  readonly impactMinutes: number | null
  readonly owningTeamId: TeamId | null
  readonly serviceIds: readonly ServiceId[]
  /** Confirmed first, then suggested. */
  readonly classes: readonly {
    readonly id: IncidentClassId
    readonly standing: ClassStanding
    readonly confidence: number | null
  }[]
  readonly layers: readonly { readonly id: LayerId; readonly outcome: LayerOutcome }[]
  /** Days since the incident of its class before it, where that lies within the window. */
  readonly repeatAfterDays: number | null
  readonly actionsTotal: number
  readonly actionsOpen: number
  readonly actionsVerified: number
  readonly openClaims: number
  readonly updatedAt: Instant
  /** The sentence that was found, `**` around each word; only with words to search for. */
  readonly snippet: string | null
}

export type LibrarySort = 'newest' | 'oldest' | 'updated' | 'relevance'

export interface LibraryRequest extends PageRequest {
  readonly query: LibraryQuery
  readonly sort: LibrarySort
  /** When the days of the query begin. */
  readonly zone: string
}

export interface LibraryAnswer extends Page<PostmortemCard> {
  /** How many match, counted up to 10,000; null above, and on pages after the first. */
  readonly total: number | null
  /** Names in filters that are of nothing; nothing matches them. */
  readonly unknownNames: readonly string[]
}

/** Hits that are ranked: the newest so many of all that match. */
const RANKED = 500
const COUNTED = 10_000

const CARD = [
  'postmortem_id',
  'number',
  'title',
  'learned',
  'state',
  'tier',
  'visibility',
  'kind',
  'severity',
  'impact_started_at',
  'impact_started_on',
  'impact_minutes',
  'owning_team_id',
  'service_ids',
  'classes',
  'layers',
  'repeat_after_days',
  'actions_total',
  'actions_open',
  'actions_verified',
  'open_claims',
  'updated_at',
  'sort_at',
] as const

type Row = Pick<Selectable<PostmortemCardsTable>, (typeof CARD)[number]>

/** A page of the library. Without words to search for, `relevance` is `newest`. */
export async function searchLibrary(db: Db, sight: Sight, request: LibraryRequest): Promise<LibraryAnswer> {
  const search = await prepareSearch(db, request.query.terms)
  const { all, unknownNames } = await conditionsOf(db, sight, request.query, search, request.zone)
  const ranked = request.sort === 'relevance' && search !== null
  const page = ranked ? await rankedPage(db, all, search, request) : await orderedPage(db, all, request)
  const total = request.cursor === null ? await countCards(db, all) : null
  const items = search === null ? page.items : await withSnippets(db, page.items, search)
  return { items, nextCursor: page.nextCursor, total, unknownNames }
}

/** One card, as the library would show it; null where the asker may not see it. */
export async function findCard(db: Db, sight: Sight, id: PostmortemId): Promise<PostmortemCard | null> {
  const row = await db
    .selectFrom('postmortem_cards')
    .select(CARD)
    .where('postmortem_id', '=', id)
    .where(mayBeSeen(sight))
    .executeTakeFirst()
  return row === undefined ? null : toCard(row)
}

async function orderedPage(
  db: Db,
  conditions: RawBuilder<boolean>,
  request: LibraryRequest,
): Promise<Page<PostmortemCard>> {
  const column = request.sort === 'updated' ? 'updated_at' : 'sort_at'
  const direction = request.sort === 'oldest' ? 'asc' : 'desc'
  const after = readCursor(request.cursor, ['instant', 'uuid'])
  const beyond = direction === 'asc' ? sql`>` : sql`<`
  const rest = after
    ? sql<boolean>`(${sql.ref(column)}, postmortem_id) ${beyond} (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : sql<boolean>`true`
  const rows = await db
    .selectFrom('postmortem_cards')
    .select(CARD)
    .where(conditions)
    .where(rest)
    .orderBy(column, direction)
    .orderBy('postmortem_id', direction)
    .limit(request.limit + 1)
    .execute()
  return toPage(rows, request.limit, (row) => [row[column], row.postmortem_id], toCard)
}

/** Ranks the newest hits by where the words stand and how near; the cursor is how many were shown. */
async function rankedPage(
  db: Db,
  conditions: RawBuilder<boolean>,
  search: PreparedSearch,
  request: LibraryRequest,
): Promise<Page<PostmortemCard>> {
  const [shown] = readCursor(request.cursor, ['number']) ?? [0]
  if (shown < 0 || shown > RANKED || !Number.isInteger(shown)) throw new CursorError()
  const hits = db
    .selectFrom('postmortem_cards')
    .select(['postmortem_id', 'sort_at', 'search'])
    .where(conditions)
    .orderBy('sort_at', 'desc')
    .orderBy('postmortem_id', 'desc')
    .limit(RANKED)
  const best = db
    .selectFrom(hits.as('hits'))
    .select(['postmortem_id', 'sort_at'])
    .select(sql<number>`ts_rank('{0.1, 0.2, 0.5, 1}', search, ${search.query}::tsquery, 1)`.as('rank'))
    .orderBy('rank', 'desc')
    .orderBy('sort_at', 'desc')
    .orderBy('postmortem_id', 'desc')
    .offset(shown)
    .limit(request.limit + 1)
  const rows = await db
    .selectFrom(best.as('best'))
    .innerJoin('postmortem_cards', 'postmortem_cards.postmortem_id', 'best.postmortem_id')
    .select(CARD.map((column) => `postmortem_cards.${column}` as const))
    .orderBy('best.rank', 'desc')
    .orderBy('best.sort_at', 'desc')
    .orderBy('best.postmortem_id', 'desc')
    .execute()
  const items = rows.slice(0, request.limit).map(toCard)
  const more = rows.length > request.limit
  return { items, nextCursor: more ? toCursor([shown + request.limit]) : null }
}

async function countCards(db: Db, conditions: RawBuilder<boolean>): Promise<number | null> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (
      select 1 from postmortem_cards where ${conditions} limit ${COUNTED + 1}
    ) as matching
  `.execute(db)
  const n = rows[0]?.n ?? 0
  return n > COUNTED ? null : n
}

async function withSnippets(
  db: Db,
  cards: readonly PostmortemCard[],
  search: PreparedSearch,
): Promise<PostmortemCard[]> {
  if (cards.length === 0) return []
  const { rows } = await sql<{ id: PostmortemId; texts: string[] }>`
    select p.id, array_remove(
      array(
        select left(body, 4000) from postmortem_sections where postmortem_id = p.id
        order by section <> 'summary', section <> 'lessons', section
      ) || (
        select string_agg(text, E'\n' order by position) from (
          select text, position from timeline_events where postmortem_id = p.id order by position limit 100
        ) as events
      ),
      null
    ) as texts
    from unnest(${cards.map((card) => card.id)}::uuid[]) as p(id)
  `.execute(db)
  const texts = new Map(rows.map((row) => [row.id, row.texts]))
  return cards.map((card) => ({ ...card, snippet: makeSnippet(texts.get(card.id) ?? [], search.stems) }))
}

function toCard(row: Row): PostmortemCard {
  return {
    id: row.postmortem_id,
    number: row.number,
    title: row.title,
    learned: row.learned,
    state: row.state,
    tier: row.tier,
    visibility: row.visibility,
    kind: row.kind,
    severity: row.severity,
    impactStartedAt: row.impact_started_at,
    impactStartedOn: row.impact_started_on,
    impactMinutes: row.impact_minutes,
    owningTeamId: row.owning_team_id,
    serviceIds: row.service_ids,
    classes: row.classes,
    layers: row.layers,
    repeatAfterDays: row.repeat_after_days,
    actionsTotal: row.actions_total,
    actionsOpen: row.actions_open,
    actionsVerified: row.actions_verified,
    openClaims: row.open_claims,
    updatedAt: row.updated_at,
    snippet: null,
  }
}

/** A word by which the hits of a query could be narrowed further, and how many of the newest hits carry it. */
export interface FacetCount {
  /** `severity:SEV1`, `class:<id>`, `layer:<id>=bypassed`, … */
  readonly facet: string
  readonly count: number
}

const SAMPLED = 5_000

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
    select facet, count(*) as count from (
      select facets from postmortem_cards where ${all} order by sort_at desc limit ${SAMPLED}
    ) as hits, unnest(facets) as facet
    group by facet order by count desc, facet
  `.execute(db)
  return rows
}
