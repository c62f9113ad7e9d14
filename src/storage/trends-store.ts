/** The counts behind the trends of a period, each from an index alone; what they mean is for the domain to say. */
import { sql } from 'kysely'
import type { IncidentClassId } from '../domain/ids.ts'
import { epoch, toInstant, type Day, type Instant } from '../domain/instant.ts'
import { FINDING_CATEGORIES, type FindingCategory, SECTIONS, type Section } from '../domain/vocabulary.ts'
import { sectionBit } from './postmortem-cards.ts'
import type { Db } from './schema.ts'
import { hiddenIncidents, hiddenPostmortems, type Sight } from './sight.ts'

/**
 * A period cut into buckets: n + 1 ascending instants for n buckets, each half-open. The first is where the period
 * begins, the last where it ends.
 */
export type Bounds = readonly [Instant, Instant, ...Instant[]]

const periodOf = (bounds: Bounds) => ({ from: bounds[0], to: bounds.at(-1) as Instant })

/** The bucket of a time, from 0. */
const bucketOf = (column: string, bounds: Bounds) =>
  sql<number>`width_bucket(${sql.ref(column)}, ${bounds}::timestamptz[]) - 1`

/** A few incidents of one bucket that are alike. */
export interface IncidentCount {
  readonly bucket: number
  readonly severity: string | null
  /** Near misses and drills are counted apart. */
  readonly kind: 'incident' | 'near_miss' | 'drill'
  readonly count: number
}

/** Incidents by bucket, severity and whether they are near misses or drills. Groups without an incident are left out. */
export async function countIncidents(db: Db, sight: Sight, bounds: Bounds): Promise<IncidentCount[]> {
  const { from, to } = periodOf(bounds)
  const { rows } = await sql<IncidentCount>`
    select ${bucketOf('occurred_at', bounds)} as bucket, severity,
      case when kind in ('near_miss', 'drill') then kind else 'incident' end as kind, count(*) as count
    from incidents
    where occurred_at >= ${from} and occurred_at < ${to} and id not in (${hiddenIncidents(sight)})
    group by 1, 2, 3
  `.execute(db)
  return rows
}

/** Incidents whose day is not known, of all time; near misses and drills are left out. */
export async function countUndated(db: Db, sight: Sight): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from incidents
    where occurred_at is null and kind not in ('near_miss', 'drill') and id not in (${hiddenIncidents(sight)})
  `.execute(db)
  return rows[0]?.n ?? 0
}

/** Occurrences of one class in one bucket, and how many of them are repeats. */
export interface ClassCount {
  readonly bucket: number
  readonly classId: IncidentClassId
  readonly count: number
  readonly repeats: number
}

export async function countByClass(db: Db, sight: Sight, bounds: Bounds): Promise<ClassCount[]> {
  const { from, to } = periodOf(bounds)
  const { rows } = await sql<ClassCount>`
    select ${bucketOf('occurred_at', bounds)} as bucket, class_id as "classId", count(*) as count,
      count(*) filter (where is_repeat) as repeats
    from class_occurrences
    where occurred_at >= ${from} and occurred_at < ${to} and incident_id not in (${hiddenIncidents(sight)})
    group by 1, 2
  `.execute(db)
  return rows
}

/** Incidents with a confirmed class in one bucket, and those among them that repeat one; each incident once. */
export interface RepeatCount {
  readonly bucket: number
  readonly classified: number
  readonly repeats: number
}

export async function countRepeats(db: Db, sight: Sight, bounds: Bounds): Promise<RepeatCount[]> {
  const { from, to } = periodOf(bounds)
  const { rows } = await sql<RepeatCount>`
    select ${bucketOf('occurred_at', bounds)} as bucket, count(*) as classified,
      count(*) filter (where repeats) as repeats
    from (
      select occurred_at, bool_or(is_repeat) as repeats
      from class_occurrences
      where occurred_at >= ${from} and occurred_at < ${to} and incident_id not in (${hiddenIncidents(sight)})
      group by incident_id, occurred_at
    ) as incidents
    group by 1
  `.execute(db)
  return rows
}

/** How many postmortems of the period have each section, of how many. */
export interface Coverage {
  readonly n: number
  readonly written: Readonly<Record<Section, number>>
}

/** Postmortems of dated incidents of the period that are not withdrawn; of near misses and drills none are asked for. */
export async function countCoverage(db: Db, sight: Sight, bounds: Bounds): Promise<Coverage> {
  const { from, to } = periodOf(bounds)
  const counts = SECTIONS.map(
    (section) =>
      sql`count(*) filter (where sections_written & ${sql.lit(sectionBit(section))} <> 0) as ${sql.ref(section)}`,
  )
  const { rows } = await sql<Record<Section | 'n', number>>`
    select count(*) as n, ${sql.join(counts)} from postmortem_cards
    where sort_at >= ${from} and sort_at < ${to} and dated and state <> 'withdrawn'
      and kind not in ('near_miss', 'drill')
      and postmortem_id not in (${hiddenPostmortems(sight)})
  `.execute(db)
  const { n = 0, ...written } = rows[0] ?? {}
  return { n, written: written as Record<Section, number> }
}

/** Open findings of one bucket by category, and the postmortems that the rules have read there. */
export interface WordingCount {
  readonly bucket: number
  readonly n: number
  readonly open: Readonly<Record<FindingCategory, number>>
}

/**
 * What stands in the texts of a period, whoever wrote them: postmortems of dated incidents that are not withdrawn and
 * whose language the rules read; of near misses and drills none. Buckets without one are left out.
 */
export async function countWording(db: Db, sight: Sight, bounds: Bounds): Promise<WordingCount[]> {
  const { from, to } = periodOf(bounds)
  const sums = FINDING_CATEGORIES.map(
    (category, index) => sql`sum(open_findings[${sql.lit(index + 1)}])::int as ${sql.ref(category)}`,
  )
  const { rows } = await sql<{ bucket: number; n: number } & Record<FindingCategory, number>>`
    select ${bucketOf('sort_at', bounds)} as bucket, count(*) as n, ${sql.join(sums)} from postmortem_cards
    where sort_at >= ${from} and sort_at < ${to} and open_findings is not null and dated and state <> 'withdrawn'
      and kind not in ('near_miss', 'drill')
      and postmortem_id not in (${hiddenPostmortems(sight)})
    group by 1
  `.execute(db)
  return rows.map(({ bucket, n, ...open }) => ({ bucket, n, open }))
}

/** The minutes of every incident of the period whose two moments are known and in order, shortest first. */
export interface DurationValues {
  /** Incidents of the period, also those without a value. */
  readonly n: number
  readonly detect: readonly number[]
  readonly mitigate: readonly number[]
  readonly recover: readonly number[]
}

export async function readDurations(db: Db, sight: Sight, bounds: Bounds): Promise<DurationValues> {
  const { from, to } = periodOf(bounds)
  const { rows } = await sql<{ n: number; detect: string; mitigate: string; recover: string }>`
    select count(*) as n, ${spans('detected_at')} as detect, ${spans('mitigated_at')} as mitigate,
      ${spans('recovered_at')} as recover
    from incidents
    where occurred_at >= ${from} and occurred_at < ${to} and kind not in ('near_miss', 'drill')
      and id not in (${hiddenIncidents(sight)})
  `.execute(db)
  const row = rows[0] ?? { n: 0, detect: '', mitigate: '', recover: '' }
  return {
    n: row.n,
    detect: sortedMinutes(row.detect),
    mitigate: sortedMinutes(row.mitigate),
    recover: sortedMinutes(row.recover),
  }
}

/** Seconds since impact start, as one text: far quicker to send and read than an array. */
const spans = (column: string) => sql<string>`coalesce(string_agg(
  date_part('epoch', ${sql.ref(column)} - impact_started_at)::text, ' '
) filter (where ${sql.ref(column)} >= impact_started_at), '')`

function sortedMinutes(seconds: string): number[] {
  if (seconds === '') return []
  const minutes = Float64Array.from(seconds.split(' '), (text) => Number(text) / 60)
  return [...minutes.sort()]
}

/** Open action items by age. */
export interface OpenActions {
  readonly n: number
  readonly overdue: number
  readonly noOwner: number
  readonly noDue: number
  /** As many as ages given: from each to the next, the last and older. */
  readonly bands: readonly number[]
}

/** Counts open action items by age in days as of a moment; `ages` are ascending and begin with 0. */
export async function countOpenActions(
  db: Db,
  sight: Sight,
  asOf: Instant,
  today: Day,
  ages: readonly number[],
): Promise<OpenActions> {
  const { rows } = await sql<{ band: number; n: number; overdue: number; no_owner: number; no_due: number }>`
    select ${ages.length - 1} - width_bucket(proposed_at, ${bandBounds(asOf, ages)}::timestamptz[]) as band,
      count(*) as n, count(*) filter (where due < ${today}::date) as overdue,
      count(*) filter (where owner_id is null) as no_owner, count(*) filter (where due is null) as no_due
    from action_items
    where not closed and proposed_at <= ${asOf}
      and postmortem_id not in (${hiddenPostmortems(sight)})
    group by 1
  `.execute(db)
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0)
  return {
    n: sum((row) => row.n),
    overdue: sum((row) => row.overdue),
    noOwner: sum((row) => row.no_owner),
    noDue: sum((row) => row.no_due),
    bands: ages.map((_, band) => rows.find((row) => row.band === band)?.n ?? 0),
  }
}

const DAY_MS = 86_400_000

/** The times at which the bands of age begin, oldest first; a time counts milliseconds, so "not before" is "after the one before". */
function bandBounds(asOf: Instant, ages: readonly number[]): Instant[] {
  return ages
    .slice(1)
    .map((age) => toInstant(epoch(asOf) - age * DAY_MS + 1))
    .reverse()
}
