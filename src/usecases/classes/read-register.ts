/** The register over a period: each class with its occurrences, repeats, rate, work and money. */
import { addDays, dayOf, elapsedDays, firstDayOf, periodOfDays } from '../../domain/calendar.ts'
import type { Day, Instant, Period } from '../../domain/instant.ts'
import { type Rate, rateOf } from '../../domain/statistics/poisson.ts'
import {
  occurrencesAsked,
  readRegister,
  type RegisteredOccurrence,
  type RegisterEntry,
} from '../../storage/class-register-store.ts'
import { listClasses, type StoredClass } from '../../storage/classes-store.ts'
import { findOrganisation } from '../../storage/organisation-store.ts'
import { askTogether } from '../../storage/question.ts'
import { countIncidentsAndClassified } from '../../storage/trends-store.ts'
import { found, Refusal } from '../refusal.ts'
import { type Shown, show } from '../shown.ts'
import { sightOf, type Work } from '../work.ts'

export interface RegisterRow {
  readonly class: StoredClass
  readonly entry: RegisterEntry
  /** Newest first. */
  readonly occurrences: readonly RegisteredOccurrence[]
  readonly daysSinceLast: number | null
  readonly rate: Rate | null
}

export interface Register {
  readonly period: Period
  readonly currency: string
  readonly rows: readonly RegisterRow[]
  readonly unclassified: number
}

const MOST_OCCURRENCES = 200
/** Two years: long enough to see a class come back after work on it. */
const SHOWN_DAYS = 730

/** Days are of the organisation's zone, half-open; without them it is two years to the end of today. */
export async function readClassRegister(
  work: Work,
  asked: { readonly from: Day | null; readonly to: Day | null },
): Promise<Shown<Register>> {
  const { db, now } = work
  const sight = sightOf(work)
  const { timeZone, currency } = found(await findOrganisation(db), 'organisation')
  const period = periodAsked(asked, now, timeZone)
  const [entries, stored, unclassified] = await Promise.all([
    readRegister(db, sight, period),
    listClasses(db),
    countUnclassified(work, period),
  ])
  const classes = new Map(stored.map((one) => [one.id, one]))
  const days = observedDays(entries, period, now)
  const shown = entries.filter((entry) => classes.has(entry.classId))
  // In one trip, which answers by names: the ids of the classes.
  const occurrences: Readonly<Record<string, readonly RegisteredOccurrence[]>> = await askTogether(
    db,
    Object.fromEntries(
      shown
        .filter((entry) => entry.total > 0)
        .map(({ classId }) => [classId, occurrencesAsked(db, sight, classId, period, MOST_OCCURRENCES)]),
    ),
  )
  const rows = shown.flatMap((entry): RegisterRow[] => {
    const one = classes.get(entry.classId)
    if (one === undefined) return []
    const daysSinceLast = entry.lastAt === null ? null : elapsedDays(entry.lastAt, now)
    const own = occurrences[one.id] ?? []
    return [{ class: one, entry, occurrences: own, daysSinceLast, rate: rateOf(entry.total, days) }]
  })
  const register = { period, currency, rows, unclassified }
  return show(db, register, () => rows.flatMap((row) => row.class.layerIds))
}

function periodAsked(
  asked: { readonly from: Day | null; readonly to: Day | null },
  now: Instant,
  zone: string,
): Period {
  const to = asked.to ?? addDays(dayOf(now, zone), 1)
  const from = asked.from ?? firstDayOf('month', addDays(to, -SHOWN_DAYS))
  if (from < to) return periodOfDays(from, to, zone)
  throw new Refusal('value_invalid', 'The period ends before it begins.', [
    { field: 'to', message: 'is not after `from`' },
  ])
}

/** Days of the period in which incidents were recorded at all: from the first one known, and no later than now. */
function observedDays(entries: readonly RegisterEntry[], period: Period, now: Instant): number {
  const first = entries.flatMap(({ firstAt }) => firstAt ?? []).sort()[0]
  if (first === undefined) return 0
  const from = first > period.from ? first : period.from
  return elapsedDays(from, period.to < now ? period.to : now)
}

async function countUnclassified(work: Work, period: Period): Promise<number> {
  const { incidents, classified } = await countIncidentsAndClassified(work.db, sightOf(work), period)
  return incidents - classified
}
