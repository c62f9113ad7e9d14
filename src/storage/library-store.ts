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
import { COUNTED, firstHits, type HitOrder } from './library-hits.ts'
import { CursorError, readCursor, toCursor, toPage, type Page, type PageRequest } from './page.ts'
import { askTogether, type Question, question, rawQuestion } from './question.ts'
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
  const { all, counted, unknownNames } = await conditionsOf(db, sight, request.query, search, request.zone)
  if (search === null) {
    const { page, total } = await askTogether(db, {
      page: orderedPageAsked(db, all, request),
      total: request.cursor === null ? cardCountAsked(db, counted) : { known: null },
    })
    return { ...page, total, unknownNames }
  }
  const page =
    request.sort === 'relevance'
      ? await rankedPage(db, all, search, request)
      : await foundPage(db, all, search, request)
  return { ...page, unknownNames }
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

/** A page without words: the planner knows from the facets' frequencies whether to walk in order or to gather. */
function orderedPageAsked(
  db: Db,
  conditions: RawBuilder<boolean>,
  request: LibraryRequest,
): Question<Page<PostmortemCard>> {
  const order = orderOf(request)
  const cards = db
    .selectFrom('postmortem_cards')
    .select(CARD)
    .where(conditions)
    .where(order.rest)
    .orderBy(order.column, order.direction)
    .orderBy('postmortem_id', order.direction)
    .limit(request.limit + 1)
  return question(cards, (rows) =>
    toPage(rows, request.limit, (row) => [row[order.column], row.postmortem_id], toCard),
  )
}

/** A page of what words find, in order of time. */
async function foundPage(
  db: Db,
  conditions: RawBuilder<boolean>,
  search: PreparedSearch,
  request: LibraryRequest,
): Promise<Page<PostmortemCard> & Pick<LibraryAnswer, 'total'>> {
  const order = orderOf(request)
  const { ids, found } = await firstHits(db, conditions, order, request.limit + 1)
  const direction = sql.raw(order.direction)
  const inOrder = sql`${sql.ref(order.column)} ${direction}, postmortem_id ${direction}`
  const rows = await foundCards(db, ids, inOrder, { offset: 0, limit: request.limit + 1 })
  const page = toPage(
    rows,
    request.limit,
    (row) => [row[order.column], row.postmortem_id],
    (row) => withSnippet(row, search),
  )
  return { ...page, total: request.cursor === null ? found : null }
}

function orderOf(request: LibraryRequest): HitOrder {
  const column = request.sort === 'updated' ? 'updated_at' : 'sort_at'
  const direction = request.sort === 'oldest' ? 'asc' : 'desc'
  const after = readCursor(request.cursor, ['instant', 'uuid'])
  const beyond = direction === 'asc' ? sql`>` : sql`<`
  const rest = after
    ? sql<boolean>`(${sql.ref(column)}, postmortem_id) ${beyond} (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : sql<boolean>`true`
  return { column, direction, rest }
}

/** Ranks the newest hits by where the words stand; the cursor is how many were shown. */
async function rankedPage(
  db: Db,
  conditions: RawBuilder<boolean>,
  search: PreparedSearch,
  request: LibraryRequest,
): Promise<Page<PostmortemCard> & Pick<LibraryAnswer, 'total'>> {
  const [shown] = readCursor(request.cursor, ['number']) ?? [0]
  if (shown < 0 || shown > RANKED || !Number.isInteger(shown)) throw new CursorError()
  const newest: HitOrder = { column: 'sort_at', direction: 'desc', rest: sql<boolean>`true` }
  const { ids, found } = await firstHits(db, conditions, newest, RANKED)
  const best = sql`
    ts_rank('{0.1, 0.2, 0.5, 1}', search, ${search.query}::tsquery, 1) desc, sort_at desc, postmortem_id desc`
  const rows = await foundCards(db, ids, best, { offset: shown, limit: request.limit + 1 })
  const items = rows.slice(0, request.limit).map((row) => withSnippet(row, search))
  const nextCursor = rows.length > request.limit ? toCursor([shown + request.limit]) : null
  return { items, nextCursor, total: request.cursor === null ? found : null }
}

type FoundRow = Row & { readonly texts: readonly string[] }

/** Cards of hits in an order, with the texts in which a passage is looked for. */
async function foundCards(
  db: Db,
  ids: readonly PostmortemId[],
  order: RawBuilder<unknown>,
  cut: { readonly offset: number; readonly limit: number },
): Promise<FoundRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<FoundRow>`
    select page.*, array_remove(
      array(
        select left(body, 4000) from postmortem_sections where postmortem_id = page.postmortem_id
        order by section <> 'summary', section <> 'lessons', section
      ) || (
        select string_agg(text, E'\n' order by position) from (
          select text, position from timeline_events
          where postmortem_id = page.postmortem_id order by position limit 100
        ) as events
      ),
      null
    ) as texts
    from (
      select ${sql.join(CARD.map((column) => sql.ref(column)))}, row_number() over (order by ${order}) as place
      from postmortem_cards where postmortem_id = any(${ids}::uuid[])
      order by place offset ${cut.offset} limit ${cut.limit}
    ) as page
    order by place
  `.execute(db)
  return rows
}

const withSnippet = (row: FoundRow, search: PreparedSearch): PostmortemCard => ({
  ...toCard(row),
  snippet: makeSnippet(row.texts, search.stems),
})

function cardCountAsked(db: Db, conditions: RawBuilder<boolean>): Question<number | null> {
  const count = sql<{ n: number }>`
    select count(*) as n from (
      select 1 from postmortem_cards where ${conditions} limit ${COUNTED + 1}
    ) as matching
  `
  return rawQuestion(db, count, ([row]) => (row === undefined || row.n > COUNTED ? null : row.n))
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
