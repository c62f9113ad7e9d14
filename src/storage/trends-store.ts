/** The counts behind the trends of a period, from what is tallied by month; what they mean is for the domain to say. */
import type { IncidentClassId } from '../domain/ids.ts'
import { epoch, toInstant, type Day, type Instant, type Period } from '../domain/instant.ts'
import { FINDING_CATEGORIES, type FindingCategory, SECTIONS, type Section } from '../domain/vocabulary.ts'
import { sectionBit } from './postmortem-cards.ts'
import { ask, askTogether, type Question } from './question.ts'
import type { Db } from './schema.ts'
import type { Sight } from './sight.ts'
import { overdueAsked, talliesAsked, type Tally } from './trend-tallies.ts'

/**
 * A period cut into buckets: n + 1 ascending instants for n buckets, each half-open. The first is where the period
 * begins, the last where it ends.
 */
export type Bounds = readonly [Instant, Instant, ...Instant[]]

/** A few incidents of one bucket that are alike. */
export interface IncidentCount {
  readonly bucket: number
  readonly severity: string | null
  /** Near misses and drills are counted apart. */
  readonly kind: 'incident' | 'near_miss' | 'drill'
  readonly count: number
}

/** Incidents by bucket, severity and whether they are near misses or drills. Groups without an incident are left out. */
function incidentsIn(tallies: readonly Tally[]): IncidentCount[] {
  return tallies.flatMap(({ figure, bucket, severity, kind, n }) =>
    figure === 'incident' && kind !== null ? [{ bucket, severity, kind, count: n }] : [],
  )
}

/** Incidents whose day is not known, of all time; near misses and drills are left out. */
const undatedIn = (tallies: readonly Tally[]): number =>
  sumOf(tallies.filter(({ figure, kind }) => figure === 'undated' && kind === 'incident'))

const sumOf = (tallies: readonly Tally[]): number => tallies.reduce((sum, { n }) => sum + n, 0)

/** Occurrences of one class in one bucket, and how many of them are repeats. */
export interface ClassCount {
  readonly bucket: number
  readonly classId: IncidentClassId
  readonly count: number
  readonly repeats: number
}

const REPEAT = 1

/** The occurrences among tallies by bucket and class. */
export function classesIn(tallies: readonly Tally[]): ClassCount[] {
  const counts = new Map<string, ClassCount>()
  for (const { figure, bucket, classId, marks, n } of tallies) {
    if (figure !== 'occurrence' || classId === null) continue
    const key = `${String(bucket)} ${classId}`
    const { count, repeats } = counts.get(key) ?? { count: 0, repeats: 0 }
    counts.set(key, { bucket, classId, count: count + n, repeats: repeats + (marks === REPEAT ? n : 0) })
  }
  return [...counts.values()]
}

/** Incidents with a confirmed class in one bucket, and those among them that repeat one; each incident once. */
export interface RepeatCount {
  readonly bucket: number
  readonly classified: number
  readonly repeats: number
}

function repeatsIn(tallies: readonly Tally[]): RepeatCount[] {
  const counts = new Map<number, RepeatCount>()
  for (const { figure, bucket, marks, n } of tallies) {
    if (figure !== 'classified') continue
    const { classified, repeats } = counts.get(bucket) ?? { classified: 0, repeats: 0 }
    counts.set(bucket, { bucket, classified: classified + n, repeats: repeats + (marks === REPEAT ? n : 0) })
  }
  return [...counts.values()]
}

/** Incidents of a period, near misses and drills left out, and how many of them have a confirmed class. */
export async function countIncidentsAndClassified(
  db: Db,
  sight: Sight,
  period: Period,
): Promise<{ readonly incidents: number; readonly classified: number }> {
  const cuts = [period.from, period.to] as const
  const tallies = await ask(db, talliesAsked(db, sight, cuts, ['incident', 'classified']))
  return {
    incidents: sumOf(tallies.filter(({ figure, kind }) => figure === 'incident' && kind === 'incident')),
    classified: sumOf(tallies.filter(({ figure }) => figure === 'classified')),
  }
}

/** How many postmortems of the period have each section, of how many. */
export interface Coverage {
  readonly n: number
  readonly written: Readonly<Record<Section, number>>
}

/** Postmortems of dated incidents of the period that are not withdrawn; of near misses and drills none are asked for. */
function coverageIn(tallies: readonly Tally[]): Coverage {
  const own = tallies.filter(({ figure }) => figure === 'coverage')
  const withSection = (section: Section): number =>
    sumOf(own.filter(({ marks }) => (marks & sectionBit(section)) !== 0))
  const written = Object.fromEntries(SECTIONS.map((section) => [section, withSection(section)]))
  return { n: sumOf(own), written: written as Record<Section, number> }
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
function wordingIn(tallies: readonly Tally[]): WordingCount[] {
  return tallies
    .filter(({ figure }) => figure === 'read')
    .map(({ bucket, n }) => {
      const own = tallies.filter((one) => one.figure === 'finding' && one.bucket === bucket)
      const open = FINDING_CATEGORIES.map((category, index) => [
        category,
        sumOf(own.filter(({ marks }) => marks === index + 1)),
      ])
      return { bucket, n, open: Object.fromEntries(open) as WordingCount['open'] }
    })
}

/** The minutes of every incident of the period whose two moments are known and in order, shortest first. */
export interface DurationValues {
  /** Incidents of the period, also those without a value. */
  readonly n: number
  readonly detect: readonly number[]
  readonly mitigate: readonly number[]
  readonly recover: readonly number[]
}

const SPANS = ['detect', 'mitigate', 'recover'] as const

function durationsIn(tallies: readonly Tally[]): DurationValues {
  const values = (span: (typeof SPANS)[number]): number[] => minutesOf(tallies, span)
  return {
    n: sumOf(tallies.filter(({ figure, kind }) => figure === 'incident' && kind === 'incident')),
    detect: values('detect'),
    mitigate: values('mitigate'),
    recover: values('recover'),
  }
}

/** Every value as often as it was counted, shortest first. */
function minutesOf(tallies: readonly Tally[], span: (typeof SPANS)[number]): number[] {
  const counts = new Map<number, number>()
  for (const { figure, minutes, n } of tallies) {
    if (figure === span && minutes !== null) counts.set(minutes, (counts.get(minutes) ?? 0) + n)
  }
  const values = [...counts].sort(([a], [b]) => a - b)
  return values.flatMap(([minutes, n]) => Array.from<number>({ length: n }).fill(minutes))
}

/** Everything of a period and of the open action items, in one trip. */
export interface TrendFigures {
  readonly incidents: readonly IncidentCount[]
  readonly classes: readonly ClassCount[]
  readonly repeats: readonly RepeatCount[]
  readonly undated: number
  readonly coverage: Coverage
  readonly wording: readonly WordingCount[]
  readonly durations: DurationValues
  readonly open: OpenActions
}

/** Reads all of them; open action items by age in days as of a moment, where `ages` are ascending and begin with 0. */
export async function readTrendFigures(
  db: Db,
  sight: Sight,
  bounds: Bounds,
  open: { readonly asOf: Instant; readonly today: Day; readonly ages: readonly number[] },
): Promise<TrendFigures> {
  const figures = [
    'incident',
    'undated',
    ...SPANS,
    'occurrence',
    'classified',
    'coverage',
    'read',
    'finding',
  ] as const
  const { tallies, byAge, overdue } = await askTogether(db, {
    tallies: talliesAsked(db, sight, bounds, figures),
    byAge: openAsked(db, sight, open.asOf, open.ages),
    overdue: overdueAsked(db, sight, open.asOf, open.today),
  })
  return {
    incidents: incidentsIn(tallies),
    classes: classesIn(tallies),
    repeats: repeatsIn(tallies),
    undated: undatedIn(tallies),
    coverage: coverageIn(tallies),
    wording: wordingIn(tallies),
    durations: durationsIn(tallies),
    open: openIn(byAge, overdue, open.ages),
  }
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

const NO_OWNER = 1
const NO_DUE = 2

function openIn(byAge: readonly Tally[], overdue: number, ages: readonly number[]): OpenActions {
  const marked = (mark: number): number => sumOf(byAge.filter(({ marks }) => (marks & mark) !== 0))
  // The buckets begin with the oldest, the bands with the youngest.
  const band = (index: number): number =>
    sumOf(byAge.filter(({ bucket }) => bucket === ages.length - 1 - index))
  return {
    n: sumOf(byAge),
    overdue,
    noOwner: marked(NO_OWNER),
    noDue: marked(NO_DUE),
    bands: ages.map((_, index) => band(index)),
  }
}

/** Up to and with the moment itself: a time counts milliseconds. */
function openAsked(db: Db, sight: Sight, asOf: Instant, ages: readonly number[]): Question<readonly Tally[]> {
  const cuts = ['-infinity', ...bandBounds(asOf, ages), toInstant(epoch(asOf) + 1)] as const
  return talliesAsked(db, sight, cuts, ['open'])
}

const DAY_MS = 86_400_000

/** The times at which the bands of age begin, oldest first; a time counts milliseconds, so "not before" is "after the one before". */
function bandBounds(asOf: Instant, ages: readonly number[]): Instant[] {
  return ages
    .slice(1)
    .map((age) => toInstant(epoch(asOf) - age * DAY_MS + 1))
    .reverse()
}
