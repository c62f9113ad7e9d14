/** Names of things by their ids, for what shows them beside something else. */
import { sql } from 'kysely'
import { type Asked, askTogether, rawQuestion } from './question.ts'
import type { Db } from './schema.ts'

/** Names by id, of people, teams, services, layers and incident classes; an id of none of these is left out. */
export type Names = ReadonlyMap<string, string>

/** Looks up the names of any mix of ids in one statement; null and repeated ids are allowed. */
export async function findNames(db: Db, ids: Iterable<string | null | undefined>): Promise<Names> {
  return (await askTogether(db, { names: namesAsked(db, ids) })).names
}

/** The same as a question. */
export function namesAsked(db: Db, ids: Iterable<string | null | undefined>): Asked<Names> {
  const wanted = [...new Set(ids)].filter((id) => id !== null && id !== undefined)
  if (wanted.length === 0) return { known: new Map() }
  const names = sql<{ id: string; name: string }>`
    with wanted as (select unnest(${wanted}::uuid[]) as id)
    select id, name from people join wanted using (id)
    union all select id, name from teams join wanted using (id)
    union all select id, name from services join wanted using (id)
    union all select id, name from layers join wanted using (id)
    union all select id, name from incident_classes join wanted using (id)
  `
  return rawQuestion(db, names, (rows) => new Map(rows.map((row) => [row.id, row.name])))
}
