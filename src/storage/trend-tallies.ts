/**
 * Counts of a period, made of the tallies that are kept by month: what lies between the months' bounds and the period's own
 * is added or taken away one by one, and so is what the asker may not see.
 */
import { sql, type RawBuilder } from 'kysely'
import type { IncidentClassId } from '../domain/ids.ts'
import { epoch, toInstant, type Day, type Instant } from '../domain/instant.ts'
import { type Question, rawQuestion } from './question.ts'
import type { Db } from './schema.ts'
import { hiddenPostmortems, mayBeSeen, type Sight } from './sight.ts'

/** What is counted; `trend_tallies` says what each one is. */
export type Figure =
  | 'incident'
  | 'undated'
  | 'detect'
  | 'mitigate'
  | 'recover'
  | 'occurrence'
  | 'classified'
  | 'coverage'
  | 'open'
  | 'read'
  | 'finding'

/** A few of one bucket that are alike. */
export interface Tally {
  readonly figure: Figure
  /** From 0; 0 for what has no time. */
  readonly bucket: number
  readonly kind: 'incident' | 'near_miss' | 'drill' | null
  readonly severity: string | null
  readonly classId: IncidentClassId | null
  readonly marks: number
  readonly minutes: number | null
  readonly n: number
}

/** Where the rows of figures are read one by one. */
const SOURCES = [
  { view: 'trend_rows_of_incidents', figures: ['incident', 'detect', 'mitigate', 'recover'] },
  { view: 'trend_rows_of_class_occurrences', figures: ['occurrence'] },
  { view: 'trend_rows_of_classified', figures: ['classified'] },
  { view: 'trend_rows_of_postmortem_cards', figures: ['coverage', 'read', 'finding'] },
  { view: 'trend_rows_of_action_items', figures: ['open'] },
] as const satisfies readonly { view: string; figures: readonly Figure[] }[]

/** Figures whose buckets nobody tells apart; they would be most of the answer. */
const OF_THE_WHOLE: ReadonlySet<Figure> = new Set(['detect', 'mitigate', 'recover', 'coverage'])

/** Ascending instants for one bucket less, each half-open; the first may be the beginning of time. */
type Cuts = readonly (Instant | '-infinity')[]

/** The tallies of these figures in each bucket; groups of none are left out. */
export function talliesAsked(
  db: Db,
  sight: Sight,
  cuts: Cuts,
  figures: readonly Figure[],
): Question<readonly Tally[]> {
  const months = cuts.map((cut) => (cut === '-infinity' ? cut : nearestMonth(cut)))
  const edges = cuts.flatMap((cut, index) => edgesOf(cut, months[index] ?? cut, index, cuts.length - 1))
  const parts = SOURCES.filter((source) => source.figures.some((figure) => figures.includes(figure)))
  const timed = figures.filter((figure) => figure !== 'undated')
  const whole = timed.filter((figure) => OF_THE_WHOLE.has(figure))
  const cut = timed.filter((figure) => !OF_THE_WHOLE.has(figure))
  const inMonths = sql`month >= ${months[0]}::date and month < ${months.at(-1)}::date`
  const tallies = sql<Tally>`
    with edges as materialized (
      select * from unnest(
        ${edges.map((edge) => edge.bucket)}::int[], ${edges.map((edge) => edge.begins)}::timestamptz[],
        ${edges.map((edge) => edge.ends)}::timestamptz[], ${edges.map((edge) => edge.n)}::int[]
      ) as edge (bucket, begins, ends, n)
    ),
    counted as (
      select figure, width_bucket(month, ${months}::date[]) - 1 as bucket, kind, severity, class_id, marks, minutes, n
      from trend_tallies where figure = any(${cut}::text[]) and ${inMonths}
      union all
      select figure, 0, null, null, null, marks, minutes, sum(n)
      from trend_tallies where figure = any(${whole}::text[]) and ${inMonths} group by figure, marks, minutes
      union all
      select figure, width_bucket(at, ${cuts}::timestamptz[]) - 1, kind, severity, class_id, marks, minutes, -n
      from (${hiddenRows(
        sight,
        sql`figure = any(${timed}::text[]) and at >= ${cuts[0]}::timestamptz and at < ${cuts.at(-1)}::timestamptz`,
      )}) as hidden
      ${sql.join(
        parts.map(({ view }) => atEdges(view, timed)),
        sql``,
      )}
      ${figures.includes('undated') ? undated(sight) : sql``}
    )
    select figure, case when figure = any(${whole}::text[]) then 0 else bucket end as bucket,
      kind, severity, class_id as "classId", marks, minutes, sum(n)::int as n
    from counted group by 1, 2, 3, 4, 5, 6, 7 having sum(n) <> 0
  `
  return rawQuestion(db, tallies, (rows) => rows)
}

/**
 * The rows of `restricted_trend_rows` under a condition that the asker may not see, each incident's once, however many
 * restricted postmortems tell of it.
 */
export function hiddenRows(sight: Sight, condition: RawBuilder<unknown>): RawBuilder<unknown> {
  const seen = sql`
    select postmortem_id from postmortem_cards mine
    where mine.visibility = 'restricted' and ${mayBeSeen(sight, 'mine')}`
  return sql`
    select own.* from restricted_trend_rows own
    where ${condition} and own.postmortem_id not in (${seen})
      and (not own.shared or not exists (
        select from postmortem_incidents other join postmortem_cards shown using (postmortem_id)
        where other.incident_id = own.incident_id and other.postmortem_id <> own.postmortem_id
          and (${mayBeSeen(sight, 'shown')} or other.postmortem_id < own.postmortem_id)
      ))`
}

/** What has no time: the tallies without those that are hidden. */
const undated = (sight: Sight) => sql`
  union all
  select figure, 0, kind, null, null, 0, null, n from trend_tallies where figure = 'undated'
  union all
  select figure, 0, kind, null, null, 0, null, -1 from (${hiddenRows(sight, sql`figure = 'undated'`)}) as hidden`

/** The rows between the bounds of months and of buckets; kept apart, so that they are looked up by an index each time. */
function atEdges(view: string, figures: readonly Figure[]): RawBuilder<unknown> {
  return sql`
    union all
    select figure, edges.bucket, kind, severity, class_id, marks, minutes, edges.n * own.n
    from edges cross join lateral (
      select * from ${sql.table(view)}
      where at >= edges.begins and at < edges.ends and figure = any(${figures}::text[])
      offset 0
    ) as own`
}

/** How many open action items proposed until a moment were due before a day. */
export function overdueAsked(db: Db, sight: Sight, asOf: Instant, today: Day): Question<number> {
  const month = nearestMonth(toInstant(today)).slice(0, 10)
  const [from, to, n] = today < month ? [today, month, -1] : [month, today, 1]
  const overdue = sql<{ n: number }>`
    select (
      select coalesce(sum(n), 0) from trend_tallies where figure = 'open_due' and month < ${month}::date
    )::int + ${n}::int * (
      select count(*) from action_items
      where not closed and due_or_never >= ${from}::date and due_or_never < ${to}::date
    )::int - (
      select count(*) from (${hiddenRows(
        sight,
        sql`figure = 'open_due' and at < ${today}::date::timestamp at time zone 'UTC'`,
      )}) as hidden
    )::int - (
      select count(*) from action_items
      where not closed and proposed_at > ${asOf} and due < ${today}::date
        and postmortem_id not in (${hiddenPostmortems(sight)})
    )::int as n
  `
  return rawQuestion(db, overdue, ([row]) => row?.n ?? 0)
}

interface Edge {
  readonly bucket: number
  readonly begins: Instant
  readonly ends: Instant
  /** 1 where the rows belong to the bucket and not to its months, -1 the other way round. */
  readonly n: 1 | -1
}

/** What lies between a cut and the bound of the month by which it is counted, for the bucket before it and the one after. */
function edgesOf(cut: Cuts[number], month: Cuts[number], index: number, buckets: number): Edge[] {
  if (cut === '-infinity' || month === '-infinity' || epoch(cut) === epoch(month)) return []
  const isLater = epoch(cut) > epoch(month)
  const [begins, ends] = isLater ? [month, cut] : [cut, month]
  const before: Edge = { bucket: index - 1, begins, ends, n: isLater ? 1 : -1 }
  const after: Edge = { bucket: index, begins, ends, n: isLater ? -1 : 1 }
  return [...(index > 0 ? [before] : []), ...(index < buckets ? [after] : [])]
}

/** The nearest beginning of a month in UTC. */
function nearestMonth(instant: Instant): Instant {
  const date = new Date(instant)
  const monthAt = (further: number): number =>
    Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + further, 1)
  const isNearer = date.getTime() - monthAt(0) <= monthAt(1) - date.getTime()
  return toInstant(monthAt(isNearer ? 0 : 1))
}

/** Adds up the rows of one count, of months in which some count has several; safe while others write. */
export async function addUpTallies(db: Db): Promise<void> {
  await sql`
    with scattered as (
      select distinct month from trend_tallies
      group by figure, month, kind, severity, class_id, marks, minutes having count(*) > 1
    ),
    taken as (
      delete from trend_tallies where month in (select month from scattered) returning *
    )
    insert into trend_tallies (figure, month, kind, severity, class_id, marks, minutes, n)
    select figure, month, kind, severity, class_id, marks, minutes, sum(n) from taken
    group by figure, month, kind, severity, class_id, marks, minutes having sum(n) <> 0
  `.execute(db)
}

/** Counts everything anew, for after a bulk write. Nothing may be written meanwhile. */
export async function rebuildTallies(db: Db): Promise<void> {
  await sql`delete from trend_tallies`.execute(db)
  await sql`
    insert into trend_tallies (figure, month, kind, severity, class_id, marks, minutes, n)
    select figure, month, kind, severity, class_id, marks, minutes, sum(n) from trend_rows
    group by figure, month, kind, severity, class_id, marks, minutes
  `.execute(db)
}
