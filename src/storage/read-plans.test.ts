/** Reads stay reads of an index as tables grow: the plans of the real statements over some thousand rows. */
import { Kysely, PostgresDialect, type CompiledQuery } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { FULL_SIZE, seedId } from '../../test/bench/seed-record.ts'
import { seed, serviceName } from '../../test/bench/seed.ts'
import { testDatabase } from '../../test/support/database.ts'
import type { IncidentClassId, PersonId, ServiceId, TeamId } from '../domain/ids.ts'
import { toInstant, type Day } from '../domain/instant.ts'
import { parseLibraryQuery } from '../domain/library-query.ts'
import { countActions, listActions } from './action-items-store.ts'
import { listActivity } from './activity-store.ts'
import { occurrencesAsked, readRegister } from './class-register-store.ts'
import { readDesk } from './desk-store.ts'
import { listIncidents } from './incidents-store.ts'
import { countByRule, loadFindings } from './findings-store.ts'
import { findCard, searchLibrary, type LibrarySort } from './library-store.ts'
import { loadParts } from './postmortem-parts-loading.ts'
import { findPostmortem } from './postmortem-store.ts'
import { ask, BETWEEN } from './question.ts'
import type { Tables } from './schema.ts'
import type { Sight } from './sight.ts'
import { readWording } from './wording-store.ts'
import { countIncidentsAndClassified, readTrendFigures, type Bounds } from './trends-store.ts'

const { db: seeding, pool } = await testDatabase()
const SIZE = { ...FULL_SIZE, postmortems: 4_000, people: 200 }
const catalogue = SIZE.end - 6 * 365 * 86_400_000
const person = seedId('person', 17, catalogue) as PersonId
const sight: Sight = { personId: person, seesRestricted: false }
const asOf = toInstant(SIZE.end)
const bounds: Bounds = [toInstant(SIZE.end - 60 * 86_400_000), toInstant(SIZE.end - 30 * 86_400_000), asOf]
const today = asOf.slice(0, 10) as Day

/** Tables that grow with the years; the rest are small enough to be read whole. */
const GROWING = new Set([
  'postmortem_cards',
  'postmortems',
  'postmortem_sections',
  'postmortem_incidents',
  'incidents',
  'timeline_events',
  'action_items',
  'class_occurrences',
  'postmortem_classes',
  'layers_met',
  'contributing_factors',
  'findings',
  'trend_tallies',
])

const asked: CompiledQuery[] = []
const db = new Kysely<Tables>({
  dialect: new PostgresDialect({ pool }),
  log: (event) => {
    if (event.level !== 'query' || !/^\s*(select|with)/i.test(event.query.sql)) return
    // What is sent in one trip is planned statement by statement.
    for (const statement of event.query.sql.split(BETWEEN)) asked.push({ ...event.query, sql: statement })
  },
})

beforeAll(async () => {
  await seed({ db: seeding, pool }, SIZE, () => undefined)
}, 120_000)

interface Plan {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly Plans?: readonly Plan[]
}

function wholeReads(plan: Plan): string[] {
  const table = plan['Relation Name'] ?? ''
  const own = plan['Node Type'] === 'Seq Scan' && GROWING.has(table) ? [table] : []
  return [...own, ...(plan.Plans ?? []).flatMap(wholeReads)]
}

/** The growing tables that the statements of a read would go through whole. */
async function readWhole(read: () => Promise<unknown>): Promise<string[]> {
  asked.length = 0
  await read()
  const whole: string[] = []
  const client = await pool.connect()
  try {
    await client.query('begin')
    for (const { sql, parameters } of asked) {
      // Settings that the statements chose among themselves hold for those that follow, as they did when they were asked.
      if (sql.startsWith('select set_config')) {
        await client.query(sql, [...parameters])
        continue
      }
      const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
        `explain (format json) ${sql}`,
        [...parameters],
      )
      whole.push(...rows.flatMap((row) => row['QUERY PLAN'].flatMap(({ Plan }) => wholeReads(Plan))))
    }
    await client.query('rollback')
  } finally {
    client.release()
  }
  return whole
}

const library = (q: string, sort: LibrarySort) => () =>
  searchLibrary(db, sight, { query: parseLibraryQuery(q), sort, zone: 'UTC', limit: 20, cursor: null })
const actions = (filter: Parameters<typeof listActions>[2]) => () =>
  listActions(db, sight, filter, { limit: 20, cursor: null })
const incidents = (filter: Parameters<typeof listIncidents>[2]) => () =>
  listIncidents(db, sight, filter, { limit: 20, cursor: null })
const trends = (cuts: Bounds) => () =>
  readTrendFigures(db, sight, cuts, { asOf, today, ages: [0, 30, 90, 180, 365] })
const searchFindings = () =>
  searchLibrary(db, sight, {
    query: parseLibraryQuery('finding:hindsight', { rules: [] }),
    sort: 'newest',
    zone: 'UTC',
    limit: 20,
    cursor: null,
  })
const anyId = async () => {
  const { id } = await seeding
    .selectFrom('postmortems')
    .select('id')
    .where('visibility', '=', 'organisation')
    .limit(1)
    .executeTakeFirstOrThrow()
  return id
}

test.each([
  ['the library', library('', 'newest')],
  ['the library by last change', library('', 'updated')],
  ['a narrowed library', library(`service:${serviceName(100).replaceAll(' ', '-')}`, 'newest')],
  ['a rare word', library('walrus ', 'relevance')],
  ['a frequent word', library('customers ', 'relevance')],
  ['a beginning of a word', library('certif', 'newest')],
  ['a word that must be there and one that must not', library('migration -index ', 'oldest')],
  ['a phrase', library('"shared limit reached"', 'relevance')],
  ['Japanese', library('接続数', 'relevance')],
  ['all open action items', actions({ open: true })],
  ['action items of a state', actions({ states: ['in_progress'] })],
  ['overdue action items', actions({ overdueOn: today })],
  ['action items of an owner', actions({ ownerId: person })],
  ['action items of a team', actions({ teamId: seedId('team', 3, catalogue) as TeamId, open: true })],
  [
    'action items of a class',
    actions({ classId: seedId('class', 2, catalogue) as IncidentClassId, open: true }),
  ],
  ['action items of an age', actions({ open: true, proposedFrom: bounds[0], proposedBefore: bounds[1] })],
  ['a count of overdue action items', () => countActions(db, sight, { overdueOn: today })],
  ['incidents', incidents({})],
  ['incidents of a period', incidents({ from: bounds[0], to: bounds[1] })],
  ['incidents of a severity', incidents({ severity: 'SEV1' })],
  ['incidents of a service', incidents({ serviceId: seedId('service', 5, catalogue) as ServiceId })],
  ['one postmortem', async () => findPostmortem(db, sight, await anyId())],
  ['its card', async () => findCard(db, sight, await anyId())],
  ['its parts', async () => loadParts(db, await anyId())],
  [
    'its history',
    async () => listActivity(db, sight, { postmortemId: await anyId() }, { limit: 20, cursor: null }),
  ],
  ['a library narrowed to a kind of finding', () => searchFindings()],
  ['how each rule proves itself', () => countByRule(db)],
  ['the findings of one postmortem', async () => loadFindings(db, await anyId())],
  ['what one postmortem says', async () => readWording(db, await anyId())],
  ['the trends of a year', trends(bounds)],
  ['trends with bounds within months', trends([toInstant(SIZE.end - 50 * 86_400_000), asOf])],
  [
    'incidents and classified ones',
    () => countIncidentsAndClassified(db, sight, { from: bounds[0], to: asOf }),
  ],
  ['the register of classes', () => readRegister(db, sight, { from: bounds[0], to: asOf })],
  [
    'the occurrences of a class',
    () =>
      ask(
        db,
        occurrencesAsked(
          db,
          sight,
          seedId('class', 2, catalogue) as IncidentClassId,
          { from: bounds[0], to: asOf },
          20,
        ),
      ),
  ],
  ['a desk', () => readDesk(db, sight, { personId: person, today, classesSince: bounds[1], limit: 20 })],
])('%s reads no growing table whole', async (_, read) => {
  expect(await readWhole(read)).toEqual([])
})
