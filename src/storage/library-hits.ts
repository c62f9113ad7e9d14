/**
 * Finds the first hits of a search for words. The planner does not see that looking into the words of a row costs a
 * hundred times as much as looking at the row, so the way is chosen here, by how many hits there are.
 */
import { sql, type RawBuilder } from 'kysely'
import type { PostmortemId } from '../domain/ids.ts'
import { askTogether, type Question, question, rawQuestion } from './question.ts'
import type { Db } from './schema.ts'

/** Hits are counted up to so many; where there are more, a walk in order soon meets enough of them. */
export const COUNTED = 10_000

/** In which order hits are wanted, and where to begin. */
export interface HitOrder {
  readonly column: 'sort_at' | 'updated_at'
  readonly direction: 'asc' | 'desc'
  readonly rest: RawBuilder<boolean>
}

/** The first hits in an order. */
export interface FirstHits {
  readonly ids: readonly PostmortemId[]
  /** How many there are from where it began; null above 10,000. */
  readonly found: number | null
}

/** The first `limit` hits in an order. `conditions` must hold at least one search for words. */
export async function firstHits(
  db: Db,
  conditions: RawBuilder<boolean>,
  order: HitOrder,
  limit: number,
): Promise<FirstHits> {
  const gathered = await gather(db, conditions, order, limit)
  return gathered.found === null ? { ids: await walk(db, conditions, order, limit), found: null } : gathered
}

/** Gathers the hits from the index of words, however many, and sorts them: right when they are few. */
async function gather(
  db: Db,
  conditions: RawBuilder<boolean>,
  order: HitOrder,
  limit: number,
): Promise<FirstHits> {
  const hits = sql<{ id: PostmortemId; found: number }>`
    with hits as materialized (
      select postmortem_id, ${sql.ref(order.column)} as at from postmortem_cards
      where ${conditions} and ${order.rest} limit ${COUNTED + 1}
    )
    select postmortem_id as id, (select count(*) from hits) as found from hits
    order by at ${sql.raw(order.direction)}, postmortem_id ${sql.raw(order.direction)} limit ${limit}
  `
  return askWith(
    db,
    { enable_seqscan: 'off', enable_indexscan: 'off', enable_bitmapscan: 'on' },
    rawQuestion(db, hits, (rows) => {
      const found = rows[0]?.found ?? 0
      return { ids: rows.map((row) => row.id), found: found > COUNTED ? null : found }
    }),
  )
}

/** Walks all postmortems in order and looks into each: right when every tenth is a hit. */
async function walk(
  db: Db,
  conditions: RawBuilder<boolean>,
  order: HitOrder,
  limit: number,
): Promise<PostmortemId[]> {
  const hits = db
    .selectFrom('postmortem_cards')
    .select('postmortem_id')
    .where(conditions)
    .where(order.rest)
    .orderBy(order.column, order.direction)
    .orderBy('postmortem_id', order.direction)
    .limit(limit)
  return askWith(
    db,
    { enable_seqscan: 'off', enable_indexscan: 'on', enable_bitmapscan: 'off' },
    question(hits, (rows) => rows.map((row) => row.postmortem_id)),
  )
}

type PlanSettings = Readonly<
  Record<'enable_seqscan' | 'enable_indexscan' | 'enable_bitmapscan', 'on' | 'off'>
>

/** Asks with settings of the planner that hold for this question alone. */
async function askWith<Answer>(db: Db, settings: PlanSettings, asked: Question<Answer>): Promise<Answer> {
  const { answer } = await askTogether(db, {
    chosen: plansChosen(db, settings),
    answer: asked,
    // In one's own transaction they end with it; in another's they would go on.
    restored: plansChosen(db, { enable_seqscan: 'on', enable_indexscan: 'on', enable_bitmapscan: 'on' }),
  })
  return answer
}

/** Holds until it is chosen otherwise or the transaction ends. */
function plansChosen(db: Db, settings: PlanSettings): Question<null> {
  const calls = Object.entries(settings).map(([name, value]) => sql`set_config(${name}, ${value}, true)`)
  return rawQuestion(db, sql`select ${sql.join(calls)}`, () => null)
}
