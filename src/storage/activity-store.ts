/** The record of who did what to which thing: entries are added and read, never changed. */
import { sql, type SqlBool } from 'kysely'
import type { Activity } from '../domain/activity.ts'
import type { PostmortemId } from '../domain/ids.ts'
import type { Thing } from '../domain/vocabulary.ts'
import { newId } from './new-id.ts'
import { readCursor, toPage, type Page, type PageRequest } from './page.ts'
import type { Db, Tx } from './schema.ts'
import { mayBeSeen, type Sight } from './sight.ts'

/** An entry to record; `postmortemId` is the postmortem it concerns, also when the thing is a part of one. */
export type NewActivity = Omit<Activity, 'id' | 'restricted'> & {
  readonly postmortemId: PostmortemId | null
}

/** Adds entries, in the transaction of what they tell of. */
export async function recordActivity(tx: Tx, entries: readonly NewActivity[]): Promise<void> {
  if (entries.length === 0) return
  await tx
    .insertInto('activity')
    .values(
      entries.map((entry) => ({
        id: newId<'activity'>(),
        at: entry.at,
        person_id: entry.personId,
        token_id: entry.tokenId,
        origin: entry.from,
        thing: entry.thing,
        thing_id: entry.thingId,
        what: entry.what,
        changes: JSON.stringify(entry.changes),
        reason: entry.reason,
        postmortem_id: entry.postmortemId,
      })),
    )
    .execute()
}

/** Which entries; all that is given must hold. */
export interface ActivityFilter {
  readonly thing?: Thing | undefined
  readonly thingId?: string | undefined
  /** Everything about a postmortem, its parts, incidents and action items. */
  readonly postmortemId?: PostmortemId | undefined
  /** What is left out. */
  readonly except?: readonly string[] | undefined
}

/** An entry as it is shown: with the name of who did it, null for the server itself. */
export type ShownActivity = Activity & { readonly personName: string | null }

/** Entries, newest first; those about a restricted postmortem only for who may see it. */
export async function listActivity(
  db: Db,
  sight: Sight,
  filter: ActivityFilter,
  page: PageRequest,
): Promise<Page<ShownActivity>> {
  const after = readCursor(page.cursor, ['instant', 'uuid'])
  const conditions = [sql<SqlBool>`(activity.postmortem_id is null or ${mayBeSeen(sight)})`]
  if (filter.thing) conditions.push(sql`activity.thing = ${filter.thing}`)
  if (filter.thingId) conditions.push(sql`activity.thing_id = ${filter.thingId}::uuid`)
  if (filter.postmortemId) conditions.push(sql`activity.postmortem_id = ${filter.postmortemId}::uuid`)
  if (filter.except) conditions.push(sql`activity.what <> all(${filter.except}::text[])`)
  if (after) conditions.push(sql`(activity.at, activity.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const rows = await db
    .selectFrom('activity')
    .leftJoin('postmortem_cards', 'postmortem_cards.postmortem_id', 'activity.postmortem_id')
    .leftJoin('people', 'people.id', 'activity.person_id')
    .selectAll('activity')
    .select(['people.name as person_name', 'postmortem_cards.visibility'])
    .where((eb) => eb.and(conditions))
    .orderBy('activity.at', 'desc')
    .orderBy('activity.id', 'desc')
    .limit(page.limit + 1)
    .execute()
  return toPage(
    rows,
    page.limit,
    (row) => [row.at, row.id],
    (row) => ({
      id: row.id,
      personId: row.person_id,
      personName: row.person_name,
      tokenId: row.token_id,
      at: row.at,
      from: row.origin,
      restricted: row.visibility === 'restricted',
      thing: row.thing,
      thingId: row.thing_id,
      what: row.what,
      changes: row.changes,
      reason: row.reason,
    }),
  )
}
