/** Action items: one table by state and due date, with whom each is asked of and what it came from. */
import { sql, type RawBuilder, type Selectable, type SqlBool } from 'kysely'
import { isOpen, type ActionItem, type Measure, type Verification } from '../domain/action-item.ts'
import type { ActionItemId, IncidentClassId, PersonId, PostmortemId, TeamId } from '../domain/ids.ts'
import type { Day, Instant } from '../domain/instant.ts'
import type { ActionState } from '../domain/vocabulary.ts'
import { readCursor, toPage, type Page, type PageRequest } from './page.ts'
import { refreshCards } from './postmortem-cards.ts'
import { ask, type Question, question } from './question.ts'
import type { ActionItemsTable, Funding } from './schema-work.ts'
import type { Db, Tx } from './schema.ts'
import { hiddenPostmortems, mayBeSeen, type Sight } from './sight.ts'
import { versionOf, type Stored } from './stored.ts'

/** An action item as stored, with how its sponsorship stands and what a list shows of its postmortem. */
export type StoredAction = Stored<ActionItem> & {
  readonly funding: Funding
  readonly postmortem: { readonly id: PostmortemId; readonly number: number; readonly title: string }
}

/** A new action item; its number is given by the database. `imported` ones may lack what commitment asks for. */
export type NewAction = Omit<ActionItem, 'number'> & {
  readonly imported?: boolean
  /** How what it needs was decided; `not_asked` unless said. */
  readonly funding?: Funding
}

/** Which action items; all that is given must hold. */
export interface ActionFilter {
  readonly states?: readonly ActionState[] | undefined
  /** True: neither verified nor dropped. False: one of the two. */
  readonly open?: boolean | undefined
  /** Open and due before this day. */
  readonly overdueOn?: Day | undefined
  readonly ownerId?: PersonId | undefined
  readonly teamId?: TeamId | undefined
  readonly classId?: IncidentClassId | undefined
  readonly postmortemId?: PostmortemId | undefined
  /** Proposed at or after. */
  readonly proposedFrom?: Instant | undefined
  /** Proposed before. */
  readonly proposedBefore?: Instant | undefined
}

function selectActions(db: Db, sight: Sight) {
  return db
    .selectFrom('action_items')
    .innerJoin('postmortem_cards', 'postmortem_cards.postmortem_id', 'action_items.postmortem_id')
    .selectAll('action_items')
    .select(['postmortem_cards.number as postmortem_number', 'postmortem_cards.title as postmortem_title'])
    .where(mayBeSeen(sight))
}

type Row = Selectable<ActionItemsTable> & {
  readonly postmortem_number: number
  readonly postmortem_title: string
}

function toAction(row: Row): StoredAction {
  return {
    id: row.id,
    number: row.number,
    postmortemId: row.postmortem_id,
    title: row.title,
    kind: row.kind,
    aim: row.aim,
    state: row.state,
    major: row.major,
    teamId: row.team_id,
    ownerId: row.owner_id,
    ownerAsWritten: row.owner_as_written,
    acceptedAt: row.accepted_at,
    due: row.due,
    measure: measureOf(row),
    classId: row.class_id,
    layerId: row.layer_id,
    trackerUrl: row.tracker_url,
    verification: verificationOf(row),
    reason: row.reason,
    expiresOn: row.expires_on,
    proposedAt: row.proposed_at,
    stateChangedAt: row.state_changed_at,
    funding: row.funding,
    postmortem: { id: row.postmortem_id, number: row.postmortem_number, title: row.postmortem_title },
    ...versionOf(row),
  }
}

function measureOf(row: Row): Measure | null {
  if (row.measure_observed === null) return null
  return {
    observed: row.measure_observed,
    baseline: row.measure_baseline,
    target: row.measure_target,
    by: row.measure_by,
    check: row.measure_check,
  }
}

function verificationOf(row: Row): Verification | null {
  if (row.verified_by_id === null || row.verified_at === null) return null
  return { by: row.verified_by_id, at: row.verified_at, reading: row.verified_reading ?? '' }
}

export async function findAction(db: Db, sight: Sight, id: ActionItemId): Promise<StoredAction | null> {
  const row = await selectActions(db, sight).where('action_items.id', '=', id).executeTakeFirst()
  return row === undefined ? null : toAction(row)
}

/** The id behind a number such as the 31 of `A-31`; seen or not: ask `findAction` with it. */
export async function findActionId(db: Db, number: number): Promise<ActionItemId | null> {
  const row = await db.selectFrom('action_items').select('id').where('number', '=', number).executeTakeFirst()
  return row?.id ?? null
}

/** Action items: open before closed, then by due date, those without one last. */
export async function listActions(
  db: Db,
  sight: Sight,
  filter: ActionFilter,
  page: PageRequest,
): Promise<Page<StoredAction>> {
  return ask(db, actionsAsked(db, sight, filter, page))
}

/** The same as a question. Throws a `CursorError`. */
export function actionsAsked(
  db: Db,
  sight: Sight,
  filter: ActionFilter,
  page: PageRequest,
): Question<Page<StoredAction>> {
  const after = readCursor(page.cursor, ['number', 'day', 'uuid'])
  const closed = closedOf(filter)
  // Where all are open or all are closed, saying so lets an index give them in order.
  const order =
    closed === null ? sql`closed, due_or_never, action_items.id` : sql`due_or_never, action_items.id`
  const key = after && (closed === null ? sql`${after[0] === 1}, ${dueKey(after)}` : dueKey(after))
  const rest = key === null ? sql<SqlBool>`true` : sql<SqlBool>`(${order}) > (${key})`
  const first = selectActions(db, sight)
    .where(sql<SqlBool>`action_items.id in (${firstOf(sight, filter, order, rest, page.limit + 1)})`)
    .orderBy(order)
  return question(first, (rows) =>
    toPage(rows, page.limit, (row) => [row.closed ? 1 : 0, row.due_or_never, row.id], toAction),
  )
}

/**
 * The ids of the first that match. Those of an age are gathered before they are sorted: the due dates of old items lie
 * together, so a walk in order of due date could pass all others before it meets one.
 */
function firstOf(
  sight: Sight,
  filter: ActionFilter,
  order: RawBuilder<unknown>,
  rest: RawBuilder<SqlBool>,
  limit: number,
): RawBuilder<unknown> {
  const conditions = sql.join([...conditionsOf(filter), notHidden(sight), rest], sql` and `)
  const byAge = filter.proposedFrom !== undefined || filter.proposedBefore !== undefined
  return byAge
    ? sql`with action_items as materialized (
        select id, closed, due_or_never from action_items where ${conditions}
      ) select action_items.id from action_items order by ${order} limit ${sql.lit(limit)}`
    : sql`select action_items.id from action_items where ${conditions} order by ${order} limit ${sql.lit(limit)}`
}

function dueKey([, due, id]: readonly [number, string, string]) {
  return sql`${due}::date, ${id}::uuid`
}

/** Whether everything that matches is closed, or everything open; null when there may be both. */
function closedOf(filter: ActionFilter): boolean | null {
  if (filter.open !== undefined) return !filter.open
  if (filter.overdueOn) return false
  if (filter.states === undefined || filter.states.length === 0) return null
  const [first, ...others] = filter.states.map((state) => !isOpen(state))
  return first === undefined || others.some((one) => one !== first) ? null : first
}

/** How many match, counted up to `most`; null above. */
export async function countActions(
  db: Db,
  sight: Sight,
  filter: ActionFilter,
  most = 10_000,
): Promise<number | null> {
  return ask(db, actionCountAsked(db, sight, filter, most))
}

/** The same as a question. */
export function actionCountAsked(
  db: Db,
  sight: Sight,
  filter: ActionFilter,
  most = 10_000,
): Question<number | null> {
  const matching = db
    .selectFrom('action_items')
    .select(sql<number>`1`.as('one'))
    .where((eb) => eb.and([...conditionsOf(filter), notHidden(sight)]))
    .limit(most + 1)
  const count = db.selectFrom(matching.as('matching')).select((eb) => eb.fn.countAll<number>().as('n'))
  return question(count, ([row]) => (row === undefined || row.n > most ? null : row.n))
}

/** Restricted postmortems are few: leaving theirs out is quicker than looking at the card of each action. */
function notHidden(sight: Sight) {
  if (sight.seesRestricted) return sql<SqlBool>`true`
  return sql<SqlBool>`action_items.postmortem_id not in (${hiddenPostmortems(sight)})`
}

function conditionsOf(filter: ActionFilter) {
  const closed = closedOf(filter)
  const conditions = [
    closed === null ? sql<SqlBool>`true` : closed ? sql<SqlBool>`closed` : sql<SqlBool>`not closed`,
  ]
  const [state, ...others] = filter.states ?? []
  if (state !== undefined && others.length === 0) conditions.push(sql`action_items.state = ${state}`)
  else if (filter.states) conditions.push(sql`action_items.state = any(${filter.states}::text[])`)
  if (filter.overdueOn) conditions.push(sql`not closed and due_or_never < ${filter.overdueOn}::date`)
  if (filter.ownerId) conditions.push(sql`owner_id = ${filter.ownerId}::uuid`)
  if (filter.teamId) conditions.push(sql`team_id = ${filter.teamId}::uuid`)
  if (filter.classId) conditions.push(sql`class_id = ${filter.classId}::uuid`)
  if (filter.postmortemId) conditions.push(sql`action_items.postmortem_id = ${filter.postmortemId}::uuid`)
  if (filter.proposedFrom) conditions.push(sql`proposed_at >= ${filter.proposedFrom}::timestamptz`)
  if (filter.proposedBefore) conditions.push(sql`proposed_at < ${filter.proposedBefore}::timestamptz`)
  return conditions
}

/** How many action items are in each state, for the heads of the board's columns; counted over all that match. */
export async function countActionsByState(
  db: Db,
  sight: Sight,
  filter: ActionFilter,
): Promise<ReadonlyMap<ActionState, number>> {
  const rows = await db
    .selectFrom('action_items')
    .select(['action_items.state', (eb) => eb.fn.countAll<number>().as('n')])
    .where((eb) => eb.and([...conditionsOf(filter), notHidden(sight)]))
    .groupBy('action_items.state')
    .execute()
  return new Map(rows.map((row) => [row.state, row.n]))
}

function columns(action: NewAction) {
  return {
    title: action.title,
    kind: action.kind,
    aim: action.aim,
    state: action.state,
    major: action.major,
    team_id: action.teamId,
    owner_id: action.ownerId,
    owner_as_written: action.ownerAsWritten,
    accepted_at: action.acceptedAt,
    due: action.due,
    measure_observed: action.measure?.observed ?? null,
    measure_baseline: action.measure?.baseline ?? null,
    measure_target: action.measure?.target ?? null,
    measure_by: action.measure?.by ?? null,
    measure_check: action.measure?.check ?? null,
    class_id: action.classId,
    layer_id: action.layerId,
    tracker_url: action.trackerUrl,
    verified_by_id: action.verification?.by ?? null,
    verified_at: action.verification?.at ?? null,
    verified_reading: action.verification?.reading ?? null,
    reason: action.reason,
    expires_on: action.expiresOn,
    proposed_at: action.proposedAt,
    state_changed_at: action.stateChangedAt,
  }
}

/** Adds action items, which may be of several postmortems, and returns their numbers in the same order. */
export async function createActions(tx: Tx, actions: readonly NewAction[]): Promise<number[]> {
  if (actions.length === 0) return []
  const rows = await tx
    .insertInto('action_items')
    .values(
      actions.map((action) => ({
        id: action.id,
        postmortem_id: action.postmortemId,
        imported: action.imported ?? false,
        funding: action.funding ?? 'not_asked',
        ...columns(action),
      })),
    )
    .returning(['id', 'number'])
    .execute()
  await refreshCards(tx, [...new Set(actions.map((action) => action.postmortemId))])
  const numbers = new Map(rows.map((row) => [row.id, row.number]))
  return actions.map((action) => numbers.get(action.id) ?? 0)
}

/** Stores an action item as it is now; returns the new version, or null when `version` has moved on. */
export async function updateAction(tx: Tx, version: number, action: ActionItem): Promise<number | null> {
  const row = await tx
    .updateTable('action_items')
    .set({ ...columns(action), version: version + 1, updated_at: sql`now()` })
    .where('id', '=', action.id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  if (row === undefined) return null
  await refreshCards(tx, [action.postmortemId])
  return row.version
}
