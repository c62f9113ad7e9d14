/** The numbers of a period, bucket by bucket, made of counts that the database answers from indexes. */
import { addDays, dayOf, daysBetween, firstDayOf, stepsBetween } from '../../domain/calendar.ts'
import type { IncidentClassId } from '../../domain/ids.ts'
import type { Day, Instant, Period } from '../../domain/instant.ts'
import { AGE_BANDS, type AgeBand } from '../../domain/statistics/open-actions.ts'
import { type Distribution, summariseDurations } from '../../domain/statistics/quantiles.ts'
import { type Share, shareOf } from '../../domain/statistics/wilson.ts'
import { type XmrChart, xmrChart } from '../../domain/statistics/xmr.ts'
import { FINDING_CATEGORIES, type FindingCategory, SECTIONS, type Section } from '../../domain/vocabulary.ts'
import { findOrganisation } from '../../storage/organisation-store.ts'
import {
  type Bounds,
  type ClassCount,
  type Coverage,
  type DurationValues,
  type IncidentCount,
  type OpenActions,
  readTrendFigures,
  type RepeatCount,
  type WordingCount,
} from '../../storage/trends-store.ts'
import { found, Refusal } from '../refusal.ts'
import { type Shown, show } from '../shown.ts'
import { sightOf, type Work } from '../work.ts'

export type TrendStep = 'month' | 'quarter'

export interface TrendsAsked {
  readonly from: Day | null
  readonly to: Day | null
  readonly by: TrendStep
}

/** A count for each bucket, and their sum. */
export interface Counted<Key> {
  readonly key: Key
  readonly total: number
  readonly counts: readonly number[]
}

export interface Trends {
  readonly by: TrendStep
  readonly timeZone: string
  readonly asOf: Instant
  readonly buckets: readonly Period[]
  readonly undated: number
  readonly nearMisses: number
  readonly drills: number
  /** Incidents, near misses and drills left out. */
  readonly incidents: Counted<null>
  /** Of the buckets that are over. */
  readonly chart: XmrChart
  /** Classes that occurred, most often first; null is no confirmed class. */
  readonly byClass: readonly (Counted<IncidentClassId | null> & { readonly repeats: number })[]
  readonly bySeverity: readonly Counted<string | null>[]
  readonly repeatShare: { readonly whole: Share; readonly buckets: readonly Share[] }
  readonly coverage: readonly (Share & { readonly section: Section })[]
  readonly durations: Readonly<Record<'detect' | 'mitigate' | 'recover', Distribution>>
  /** Open findings by category, in the order of the vocabulary, and the postmortems that were read for them. */
  readonly wording: {
    readonly read: Counted<null>
    readonly byCategory: readonly Counted<FindingCategory>[]
  }
  readonly openActions: OpenActions & { readonly ages: readonly AgeBand[] }
}

const SHOWN = { month: 12, quarter: 8 } as const satisfies Record<TrendStep, number>
/** Twenty years of months. */
const MOST_BUCKETS = 240
const MOST_DAYS = { month: 31, quarter: 92 } as const satisfies Record<TrendStep, number>

/** Whole months or quarters of the organisation's zone that hold the days asked for; by default the last year, or two. */
export async function readTrends(work: Work, asked: TrendsAsked): Promise<Shown<Trends>> {
  const { db, now } = work
  const sight = sightOf(work)
  const { timeZone, severityScale } = found(await findOrganisation(db), 'organisation')
  const buckets = bucketsAsked(asked, dayOf(now, timeZone), timeZone)
  const bounds = boundsOf(buckets)
  const open = { asOf: now, today: dayOf(now, timeZone), ages: AGE_BANDS.map((band) => band.from) }
  const figures = await readTrendFigures(db, sight, bounds, open)
  const { incidents: counts, classes, repeats } = figures
  const totalOf = (kind: IncidentCount['kind']): Counted<null> =>
    sumUp(
      null,
      counts.filter((one) => one.kind === kind),
      buckets.length,
    )
  const incidents = totalOf('incident')
  const trends: Trends = {
    by: asked.by,
    timeZone,
    asOf: now,
    buckets,
    undated: figures.undated,
    nearMisses: totalOf('near_miss').total,
    drills: totalOf('drill').total,
    incidents,
    chart: chartOf(incidents.counts, buckets, now),
    byClass: byClass(classes, incidents, repeats),
    bySeverity: bySeverity(
      severityScale.map((level) => level.code),
      counts.filter((one) => one.kind === 'incident'),
      buckets.length,
    ),
    repeatShare: repeatShareOf(repeats, buckets.length),
    coverage: coverageOf(figures.coverage),
    wording: wordingOf(figures.wording, buckets.length),
    durations: durationsOf(figures.durations),
    openActions: { ...figures.open, ages: AGE_BANDS },
  }
  return show(db, trends, () => trends.byClass.map((row) => row.key))
}

function bucketsAsked(asked: TrendsAsked, today: Day, zone: string): Period[] {
  const to = asked.to ?? addDays(today, 1)
  const from = asked.from ?? stepsBack(asked.by, to, SHOWN[asked.by] - 1)
  const isEmpty = from >= to
  // Measured before it is stepped through: what is longer than that many of the longest steps has too many.
  if (!isEmpty && daysBetween(from, to) <= MOST_BUCKETS * MOST_DAYS[asked.by]) {
    const buckets = stepsBetween(asked.by, from, to, zone)
    if (buckets.length <= MOST_BUCKETS) return buckets
  }
  const message = isEmpty ? 'is not after `from`' : 'is more than twenty years after `from`'
  throw new Refusal('value_invalid', `The period cannot be shown: its end ${message}.`, [
    { field: 'to', message },
  ])
}

/** The first day of the step so many steps before the one that holds the last day of the period. */
function stepsBack(by: TrendStep, to: Day, steps: number): Day {
  let first = firstDayOf(by, addDays(to, -1))
  for (let step = 0; step < steps; step += 1) first = firstDayOf(by, addDays(first, -1))
  return first
}

function boundsOf(buckets: readonly Period[]): Bounds {
  const [first, ...rest] = buckets
  if (first === undefined) throw new Error('A period has at least one bucket')
  return [first.from, first.to, ...rest.map((bucket) => bucket.to)]
}

function sumUp<Key>(
  key: Key,
  counts: readonly { readonly bucket: number; readonly count: number }[],
  length: number,
): Counted<Key> {
  const perBucket = Array.from({ length }, () => 0)
  for (const { bucket, count } of counts) perBucket[bucket] = (perBucket[bucket] ?? 0) + count
  return { key, total: perBucket.reduce((sum, count) => sum + count, 0), counts: perBucket }
}

/** A bucket that is not over yet would look like a fall. */
function chartOf(counts: readonly number[], buckets: readonly Period[], now: Instant): XmrChart {
  const over = counts.filter((_, index) => (buckets[index]?.to ?? now) <= now)
  return xmrChart(over, 0)
}

function byClass(
  counts: readonly ClassCount[],
  incidents: Counted<null>,
  repeats: readonly RepeatCount[],
): Trends['byClass'] {
  const ids = [...new Set(counts.map((count) => count.classId))]
  const rows = ids.map((id) => {
    const own = counts.filter((count) => count.classId === id)
    const repeated = own.reduce((sum, count) => sum + count.repeats, 0)
    return { ...sumUp<IncidentClassId | null>(id, own, incidents.counts.length), repeats: repeated }
  })
  const classified = sumUp(
    null,
    repeats.map(({ bucket, classified: count }) => ({ bucket, count })),
    incidents.counts.length,
  )
  const rest = incidents.counts.map((count, bucket) => count - (classified.counts[bucket] ?? 0))
  const unclassified = { key: null, total: incidents.total - classified.total, counts: rest, repeats: 0 }
  const sorted = rows.sort((a, b) => b.total - a.total)
  return unclassified.total > 0 ? [...sorted, unclassified] : sorted
}

/** Every severity of the scale, also those without an incident; then incidents without one. */
function bySeverity(
  codes: readonly string[],
  counts: readonly IncidentCount[],
  length: number,
): Counted<string | null>[] {
  return [...codes, null]
    .map((code) =>
      sumUp(
        code,
        counts.filter((count) => count.severity === code),
        length,
      ),
    )
    .filter((row) => row.key !== null || row.total > 0)
}

function repeatShareOf(repeats: readonly RepeatCount[], length: number): Trends['repeatShare'] {
  const sum = (of: (count: RepeatCount) => number, bucket?: number): number =>
    repeats
      .filter((count) => bucket === undefined || count.bucket === bucket)
      .reduce((total, count) => total + of(count), 0)
  const share = (bucket?: number): Share =>
    shareOf(
      sum((count) => count.repeats, bucket),
      sum((count) => count.classified, bucket),
    )
  return { whole: share(), buckets: Array.from({ length }, (_, bucket) => share(bucket)) }
}

function coverageOf({ n, written }: Coverage): Trends['coverage'] {
  return SECTIONS.map((section) => ({ section, ...shareOf(written[section], n) }))
}

const wordingOf = (counts: readonly WordingCount[], length: number): Trends['wording'] => ({
  read: sumUp(
    null,
    counts.map(({ bucket, n }) => ({ bucket, count: n })),
    length,
  ),
  byCategory: FINDING_CATEGORIES.map((category) =>
    sumUp(
      category,
      counts.map(({ bucket, open }) => ({ bucket, count: open[category] })),
      length,
    ),
  ),
})

function durationsOf({ n, ...values }: DurationValues): Trends['durations'] {
  return {
    detect: summariseDurations(values.detect, n - values.detect.length),
    mitigate: summariseDurations(values.mitigate, n - values.mitigate.length),
    recover: summariseDurations(values.recover, n - values.recover.length),
  }
}
