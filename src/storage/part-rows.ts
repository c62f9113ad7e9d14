/** Replaces the rows of one part of a postmortem in two statements, however many they are. */
import { sql, type Insertable } from 'kysely'
import type { PostmortemId } from '../domain/ids.ts'
import type { Tables, Tx } from './schema.ts'

/** Tables whose rows belong to one postmortem and have an id. */
type PartTable =
  | 'timeline_events'
  | 'evidence'
  | 'contributing_factors'
  | 'impact_statements'
  | 'layers_met'
  | 'decision_points'
  | 'improvement_ideas'

/** A row of a part without the postmortem it belongs to; every other column is named. */
export type PartColumns<Table extends PartTable> = Required<
  Omit<Insertable<Tables[Table]>, 'postmortem_id' | 'file_id'>
> & {
  readonly id: string
}

/**
 * Makes the rows of a part those that are given: known ids are changed in place, new ones added, the rest deleted.
 * Throws when an id belongs to another postmortem.
 */
export async function replaceRows<Table extends PartTable>(
  tx: Tx,
  table: Table,
  postmortemId: PostmortemId,
  rows: readonly PartColumns<Table>[],
): Promise<void> {
  const ids = rows.map((row) => row.id)
  await sql`
    delete from ${sql.table(table)} where postmortem_id = ${postmortemId} and id <> all(${ids}::uuid[])
  `.execute(tx)
  const [first] = rows
  if (first === undefined) return
  const names = Object.keys(first)
  const columns = sql.join(names.map((name) => sql.ref(name)))
  const updates = sql.join(
    names
      .filter((name) => name !== 'id')
      .map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`),
  )
  const { numAffectedRows } = await sql`
    insert into ${sql.table(table)} (postmortem_id, ${columns})
    select ${postmortemId}::uuid, ${columns}
    from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)
    on conflict (id) do update set ${updates}
    where ${sql.table(table)}.postmortem_id = excluded.postmortem_id
  `.execute(tx)
  if (Number(numAffectedRows ?? 0) !== rows.length) {
    throw new Error(`A row of ${table} belongs to another postmortem`)
  }
}
