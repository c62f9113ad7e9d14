/** Keeps `restricted_trend_rows`: what restricted postmortems and their incidents count for, to be taken away for who may not see them. */
import { sql } from 'kysely'
import type { PostmortemId } from '../domain/ids.ts'
import { askTogether, rawQuestion } from './question.ts'
import type { Db } from './schema.ts'

/**
 * Makes the rows of these postmortems anew, and of those that tell of the same incidents; their cards are locked and made
 * already. An incident is locked before it is looked whether another postmortem tells of it.
 */
export async function refreshRestrictedRows(db: Db, ids: readonly PostmortemId[]): Promise<void> {
  const touched = sql`
    select unnest(${ids}::uuid[]) as id
    union select others.postmortem_id
    from postmortem_incidents own join postmortem_incidents others using (incident_id)
    where own.postmortem_id = any(${ids}::uuid[])`
  await askTogether(db, {
    locked: rawQuestion(
      db,
      sql`
        select from incidents where id in (
          select incident_id from postmortem_incidents join postmortems p on p.id = postmortem_id
          where p.visibility = 'restricted' and postmortem_id in (${touched})
        ) order by id for no key update`,
      () => null,
    ),
    made: rawQuestion(
      db,
      sql`
        with touched as materialized (${touched}),
        gone as (delete from restricted_trend_rows where postmortem_id in (select id from touched))
        insert into restricted_trend_rows select * from restricted_rows_of(array(select id from touched))`,
      () => null,
    ),
  })
}
