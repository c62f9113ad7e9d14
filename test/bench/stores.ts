/** The read figures of the stores over the full-size organisation. */
import type { Kysely } from 'kysely'
import type { PostmortemId } from '../../src/domain/ids.ts'
import { toInstant, type Day, type Instant } from '../../src/domain/instant.ts'
import { parseLibraryQuery } from '../../src/domain/library-query.ts'
import { actionCountAsked, actionsAsked } from '../../src/storage/action-items-store.ts'
import { readRegister } from '../../src/storage/class-register-store.ts'
import { readDesk } from '../../src/storage/desk-store.ts'
import { incidentsOfAsked, listIncidents } from '../../src/storage/incidents-store.ts'
import { searchLibrary, type LibrarySort } from '../../src/storage/library-store.ts'
import { partsAsked, toParts } from '../../src/storage/postmortem-parts-loading.ts'
import { postmortemAsked } from '../../src/storage/postmortem-store.ts'
import { askTogether } from '../../src/storage/question.ts'
import type { Tables } from '../../src/storage/schema.ts'
import type { Sight } from '../../src/storage/sight.ts'
import { readTrendFigures, type Bounds } from '../../src/storage/trends-store.ts'
import { measure, type Measured } from './measure.ts'
import { randomFrom, seedId, seedRecord, type SeedSize } from './seed-record.ts'
import { serviceName } from './seed.ts'

type Db = Kysely<Tables>

const PAGE = { quantile: 'p99', ms: 50 } as const
const SEARCH = { quantile: 'p95', ms: 100 } as const

/** Frequent words, rare ones, several, phrases, beginnings, Japanese and nothing. */
const QUERIES = [
  'pool ',
  'certificate expired ',
  'customers ',
  'checkout ',
  'walrus ',
  'queue fell behind ',
  '"shared limit reached"',
  'retries or rollback ',
  'migration -index ',
  'certif',
  'heisenbug ',
  'dns resolver ',
  'connection pool exhausted checkout ',
  '接続数',
  '証明書',
  'disk full ',
  'rate limit severity:SEV1 ',
  'class:queue backlog ',
  'service:ledger lock ',
  'nothingatall ',
  'alarm ',
  'the team that owns the pool ',
  'zeppelin or marmalade ',
  'has:repeat token ',
  'after:2026-03 before:2026-09 timeout ',
]

const FILTERS = [
  '',
  'severity:SEV1',
  'service:checkout',
  'team:"team 7"',
  'class:queue',
  'has:open-actions state:published',
  'severity:SEV4 -has:class',
  'layer:load-test=failed',
  'after:2024-01 before:2024-02',
  'has:repeat severity:SEV1,SEV2',
  '-section:lessons class:certificate',
  'language:ja',
]

/** Months of a year, ending with the seeded time. */
function monthsOf(size: SeedSize): Bounds {
  const end = new Date(size.end)
  const months = Array.from({ length: 13 }, (_, month) =>
    toInstant(Date.UTC(end.getUTCFullYear() - 1, end.getUTCMonth() + month, 1)),
  )
  return months as unknown as Bounds
}

/** Everything that the page of a year's trends asks for. */
async function readYear(db: Db, sight: Sight, bounds: Bounds, asOf: Instant): Promise<number> {
  const open = { asOf, today: asOf.slice(0, 10) as Day, ages: [0, 30, 90, 180, 365] }
  const { incidents, classes, repeats, durations } = await readTrendFigures(db, sight, bounds, open)
  return incidents.length + classes.length + repeats.length + durations.recover.length
}

/** Runs all of it; nothing has been asked of the database yet, so that the first figure is cold. */
export async function measureStores(db: Db, size: SeedSize): Promise<Measured[]> {
  const random = randomFrom(42)
  const person = seedId('person', 17, size.end - 6 * 365 * 86_400_000) as never
  const sight: Sight = { personId: person, seesRestricted: false }
  const asOf = toInstant(size.end)
  const bounds = monthsOf(size)
  const idOf = () => {
    const number = Math.floor(random() * size.postmortems)
    return seedId('postmortem', number, seedRecord(number, size, serviceName).startedAt) as PostmortemId
  }
  const library = async (q: string, sort: LibrarySort, cursor: string | null = null) => {
    const query = parseLibraryQuery(q)
    return searchLibrary(db, sight, { query, sort, zone: 'Europe/Amsterdam', limit: 50, cursor })
  }
  const nth = (list: readonly string[], run: number) => list[run % list.length] ?? ''
  const results: Measured[] = []

  results.push(
    await measure(
      'trends of 12 months, cold',
      { runs: 1, warm: 0, budget: { quantile: 'max', ms: 300 } },
      () => readYear(db, sight, bounds, asOf),
    ),
  )
  results.push(
    await measure('trends of 12 months, warm', { runs: 20 }, () => readYear(db, sight, bounds, asOf)),
  )
  results.push(
    await measure('register of classes, 12 months', { runs: 20 }, async () => {
      return (await readRegister(db, sight, { from: bounds[0], to: asOf })).length
    }),
  )
  results.push(
    await measure('library, first page and count', { runs: 360, budget: PAGE }, async (run) => {
      return (await library(nth(FILTERS, run), 'newest')).items.length
    }),
  )
  let cursor: string | null = null
  results.push(
    await measure('library, following pages', { runs: 300, budget: PAGE }, async () => {
      const page = await library('', 'newest', cursor)
      cursor = page.nextCursor
      return page.items.length
    }),
  )
  results.push(
    await measure('search, ranked', { runs: 500, budget: SEARCH }, async (run) => {
      return (await library(nth(QUERIES, run), 'relevance')).items.length
    }),
  )
  results.push(
    await measure('search, newest first', { runs: 500, budget: SEARCH }, async (run) => {
      return (await library(nth(QUERIES, run), 'newest')).items.length
    }),
  )
  results.push(
    await measure('one postmortem, whole', { runs: 500, budget: PAGE }, async () => {
      const id = idOf()
      const { postmortem, incidents, actions, ...answers } = await askTogether(db, {
        postmortem: postmortemAsked(db, sight, id),
        incidents: incidentsOfAsked(db, sight, id),
        actions: actionsAsked(db, sight, { postmortemId: id }, { limit: 200, cursor: null }),
        ...partsAsked(db, id),
      })
      if (postmortem === null) return 0
      return toParts(answers).timeline.length + incidents.length + actions.items.length
    }),
  )
  const boards = [
    {},
    { open: true },
    { states: ['in_progress'] as const },
    { overdueOn: asOf.slice(0, 10) as Day },
    { teamId: seedId('team', 3, size.end - 6 * 365 * 86_400_000) as never, open: true },
    { classId: seedId('class', 2, size.end - 6 * 365 * 86_400_000) as never, open: true },
    { ownerId: person },
    { open: true, proposedFrom: bounds[3] as Instant, proposedBefore: bounds[4] as Instant },
  ]
  results.push(
    await measure('action board, page and count', { runs: 400, budget: PAGE }, async (run) => {
      const filter = boards[run % boards.length] ?? {}
      const { page } = await askTogether(db, {
        page: actionsAsked(db, sight, filter, { limit: 50, cursor: null }),
        total: actionCountAsked(db, sight, filter),
      })
      return page.items.length
    }),
  )
  results.push(
    await measure('incidents, page', { runs: 200, budget: PAGE }, async (run) => {
      const filter = run % 2 === 0 ? {} : { severity: 'SEV1' }
      return (await listIncidents(db, sight, filter, { limit: 50, cursor: null })).items.length
    }),
  )
  results.push(
    await measure('desk of one person', { runs: 200, budget: PAGE }, async (run) => {
      const personId = seedId('person', run % size.people, size.end - 6 * 365 * 86_400_000) as never
      const request = {
        personId,
        today: asOf.slice(0, 10) as Day,
        classesSince: bounds[11] as Instant,
        limit: 50,
      }
      return (await readDesk(db, { personId, seesRestricted: false }, request)).entries.length
    }),
  )
  return results
}
