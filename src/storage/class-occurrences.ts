/** Keeps `class_occurrences`: each counted incident of each confirmed class, with the time since the one before it. */
import { sql } from 'kysely'
import type { IncidentClassId, IncidentId, PostmortemId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { Db, Tx } from './schema.ts'

/** An occurrence that came, went or moved: it and the one after it are to be marked anew. */
interface Touched {
  readonly class_id: IncidentClassId
  readonly incident_id: IncidentId
  readonly occurred_at: Instant
}

/** Which incidents count in which class: the rule that `countsAsIncident` and `markRepeats` of the domain say in code. */
const COUNTED = sql`
  select distinct on (pc.class_id, i.id) pc.class_id, i.id as incident_id, p.id as postmortem_id, i.occurred_at
  from postmortem_classes pc
  join postmortems p on p.id = pc.postmortem_id
  join postmortem_incidents pi on pi.postmortem_id = p.id
  join incidents i on i.id = pi.incident_id
  where pc.standing = 'confirmed' and p.state <> 'withdrawn'
    and i.kind not in ('near_miss', 'drill') and i.occurred_at is not null`

/**
 * Brings the occurrences of these postmortems up to date, and the repeats that follow from them. Returns the postmortems
 * whose repeat changed by it, which may be others. Classes are locked while it works, so that two writes at once agree.
 */
export async function settleOccurrences(tx: Tx, changed: readonly PostmortemId[]): Promise<PostmortemId[]> {
  if (changed.length === 0) return []
  const ids = await withSharedIncidents(tx, changed)
  await lockClasses(tx, ids)
  const { rows: gone } = await sql<Touched>`
    delete from class_occurrences o where o.postmortem_id = any(${ids}::uuid[])
      and not exists (
        select from (${COUNTED} and p.id = any(${ids}::uuid[])) as counted
        where counted.class_id = o.class_id and counted.incident_id = o.incident_id
          and counted.occurred_at = o.occurred_at
      )
    returning class_id, incident_id, occurred_at
  `.execute(tx)
  const { rows: come } = await sql<Touched>`
    insert into class_occurrences (class_id, incident_id, postmortem_id, occurred_at)
    select class_id, incident_id, postmortem_id, occurred_at
    from (${COUNTED} and p.id = any(${ids}::uuid[]) order by pc.class_id, i.id, p.id) as counted
    on conflict (class_id, incident_id) do nothing
    returning class_id, incident_id, occurred_at
  `.execute(tx)
  return markAround(tx, [...gone, ...come])
}

/** These postmortems and those that tell of the same incidents: where one is withdrawn, another may count instead. */
async function withSharedIncidents(tx: Tx, ids: readonly PostmortemId[]): Promise<PostmortemId[]> {
  const { rows } = await sql<{ id: PostmortemId }>`
    select unnest(${ids}::uuid[]) as id
    union select others.postmortem_id
    from postmortem_incidents own join postmortem_incidents others using (incident_id)
    where own.postmortem_id = any(${ids}::uuid[])
  `.execute(tx)
  return rows.map((row) => row.id)
}

async function lockClasses(tx: Tx, ids: readonly PostmortemId[]): Promise<void> {
  await sql`
    select id from incident_classes
    where id in (
      select class_id from postmortem_classes where postmortem_id = any(${ids}::uuid[]) and standing = 'confirmed'
      union select class_id from class_occurrences where postmortem_id = any(${ids}::uuid[])
    )
    order by id for no key update
  `.execute(tx)
}

async function markAround(tx: Tx, touched: readonly Touched[]): Promise<PostmortemId[]> {
  if (touched.length === 0) return []
  const { rows } = await sql<{ postmortem_id: PostmortemId }>`
    with touched as (
      select * from jsonb_to_recordset(${JSON.stringify(touched)}::jsonb)
        as t (class_id uuid, incident_id uuid, occurred_at timestamptz)
    ),
    targets as (
      select o.* from touched t join class_occurrences o using (class_id, incident_id)
      union
      select following.* from touched t cross join lateral (
        select * from class_occurrences o
        where o.class_id = t.class_id and (o.occurred_at, o.incident_id) > (t.occurred_at, t.incident_id)
        order by o.occurred_at, o.incident_id limit 1
      ) as following
    ),
    marks as (
      select t.class_id, t.incident_id, previous.days,
        coalesce(previous.days <= c.window_days, false) as is_repeat
      from targets t
      join incident_classes c on c.id = t.class_id
      left join lateral (
        select extract(epoch from t.occurred_at - o.occurred_at)::double precision / 86400 as days
        from class_occurrences o
        where o.class_id = t.class_id and (o.occurred_at, o.incident_id) < (t.occurred_at, t.incident_id)
        order by o.occurred_at desc, o.incident_id desc limit 1
      ) as previous on true
    )
    update class_occurrences o set days_since_previous = marks.days, is_repeat = marks.is_repeat
    from marks
    where o.class_id = marks.class_id and o.incident_id = marks.incident_id
      and (o.days_since_previous, o.is_repeat) is distinct from (marks.days, marks.is_repeat)
    returning o.postmortem_id
  `.execute(tx)
  return [...new Set(rows.map((row) => row.postmortem_id))]
}

/** Judges the occurrences of a class by its window anew; returns the postmortems whose repeat changed. */
export async function applyWindow(tx: Tx, classId: IncidentClassId): Promise<PostmortemId[]> {
  const { rows } = await sql<{ postmortem_id: PostmortemId }>`
    update class_occurrences o set is_repeat = not is_repeat
    from incident_classes c
    where c.id = o.class_id and o.class_id = ${classId}
      and o.is_repeat <> coalesce(o.days_since_previous <= c.window_days, false)
    returning o.postmortem_id
  `.execute(tx)
  return [...new Set(rows.map((row) => row.postmortem_id))]
}

/** Makes all occurrences anew, for after a bulk write or a restore. */
export async function rebuildOccurrences(db: Db): Promise<void> {
  await sql`delete from class_occurrences`.execute(db)
  await sql`
    insert into class_occurrences
      (class_id, incident_id, postmortem_id, occurred_at, days_since_previous, is_repeat)
    select class_id, incident_id, postmortem_id, occurred_at, days, coalesce(days <= window_days, false)
    from (
      select counted.*,
        extract(epoch from occurred_at - lag(occurred_at) over (
          partition by class_id order by occurred_at, incident_id
        ))::double precision / 86400 as days
      from (${COUNTED} order by pc.class_id, i.id, p.id) as counted
    ) as marked
    join incident_classes c on c.id = class_id
  `.execute(db)
}
