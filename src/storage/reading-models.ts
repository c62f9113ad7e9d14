/** Brings what lists, search and trends read into step with the tables they are made from. */
import type { PostmortemId } from '../domain/ids.ts'
import { rebuildOccurrences, settleOccurrences } from './class-occurrences.ts'
import { refreshCards } from './postmortem-cards.ts'
import type { Db, Tx } from './schema.ts'
import { rebuildTallies } from './trend-tallies.ts'

/** To be called once at the end of a transaction that changed these postmortems, their incidents or action items. */
export async function settlePostmortems(tx: Tx, ids: readonly PostmortemId[]): Promise<void> {
  const changed = await settleOccurrences(tx, ids)
  await refreshCards(tx, [...new Set([...ids, ...changed])])
}

const BATCH = 1_000

/** Makes all of it anew, two batches at a time, in order of id; `onProgress` hears how many are done. */
export async function rebuildReadingModels(db: Db, onProgress?: (done: number) => void): Promise<void> {
  await rebuildOccurrences(db)
  let done = 0
  let last: PostmortemId | null = null
  for (;;) {
    const ids = await idsAfter(db, last, 2 * BATCH)
    if (ids.length === 0) break
    await Promise.all([refreshCards(db, ids.slice(0, BATCH)), refreshCards(db, ids.slice(BATCH))])
    done += ids.length
    last = ids.at(-1) ?? null
    onProgress?.(done)
  }
  await rebuildTallies(db)
}

async function idsAfter(db: Db, last: PostmortemId | null, limit: number): Promise<PostmortemId[]> {
  const rows = await db
    .selectFrom('postmortems')
    .select('id')
    .$if(last !== null, (query) => query.where('id', '>', last as PostmortemId))
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}
