/** Fills an empty database with 100,000 postmortems, 1,000,000 timeline events and 300,000 action items. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import type { Pool } from 'pg'
import type { Kysely } from 'kysely'
import { DEFAULT_SEVERITY_SCALE } from '../../src/domain/organisation.ts'
import { rebuildReadingModels } from '../../src/storage/reading-models.ts'
import type { Tables } from '../../src/storage/schema.ts'
import { seedFindings } from './seed-findings.ts'
import { randomFrom, seedId, seedRecord, type SeedRecord, type SeedSize } from './seed-record.ts'
import { CLASSES, LAYERS, NAMES, SERVICE_ENDINGS, SERVICE_STEMS } from './seed-words.ts'

type Value = string | number | boolean | null | readonly string[]

/** One value in PostgreSQL's text format of COPY. */
function copyText(value: Value): string {
  if (value === null) return String.raw`\N`
  if (typeof value === 'boolean') return value ? 't' : 'f'
  if (typeof value === 'object') return `{${value.map((one) => `"${one}"`).join(',')}}`
  if (typeof value === 'number') return String(value)
  return value
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\t', String.raw`\t`)
}

const CHUNK = 1 << 16

function* lines(rows: Iterable<readonly Value[]>): Generator<string> {
  let chunk = ''
  for (const row of rows) {
    chunk += `${row.map(copyText).join('\t')}\n`
    if (chunk.length > CHUNK) {
      yield chunk
      chunk = ''
    }
  }
  yield chunk
}

async function copy(
  pool: Pool,
  table: string,
  columns: string,
  rows: Iterable<readonly Value[]>,
): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('set statement_timeout = 0')
    await pipeline(
      Readable.from(lines(rows)),
      client.query(copyFrom(`copy ${table} (${columns}) from stdin`)),
    )
  } finally {
    client.release(true)
  }
}

const iso = (ms: number) => new Date(ms).toISOString()
const day = (ms: number) => iso(ms).slice(0, 10)

/** The ids of the catalogue, by number. */
const catalogue = (size: SeedSize) => {
  const before = size.end - 6 * 365 * 86_400_000
  return {
    person: (number: number) => seedId('person', number, before),
    team: (number: number) => seedId('team', number, before),
    service: (number: number) => seedId('service', number, before),
    layer: (number: number) => seedId('layer', number, before),
    class: (number: number) => seedId('class', number, before),
  }
}

/** The name of a service, by number. */
export function serviceName(number: number): string {
  const stem = SERVICE_STEMS[number % SERVICE_STEMS.length] ?? ''
  return stem + (SERVICE_ENDINGS[Math.floor(number / SERVICE_STEMS.length) % SERVICE_ENDINGS.length] ?? '')
}

function* range(length: number): Generator<number> {
  for (let number = 0; number < length; number += 1) yield number
}

function* map<T>(length: number, row: (number: number) => T): Generator<T> {
  for (const number of range(length)) yield row(number)
}

async function copyCatalogue(pool: Pool, size: SeedSize): Promise<void> {
  const id = catalogue(size)
  const { first, last } = NAMES
  await copy(pool, 'organisation', 'id, name, time_zone', [
    ['01900000-0000-7000-8000-000000000001', 'Harbour Rail', 'Europe/Amsterdam'],
  ])
  await copy(
    pool,
    'severities',
    'code, rank, meaning, leadership_read',
    DEFAULT_SEVERITY_SCALE.map((level, index) => [
      level.code,
      index + 1,
      level.meaning,
      level.leadershipRead,
    ]),
  )
  const name = (number: number) =>
    `${first[number % first.length]} ${last[number % last.length]} ${String(number)}`
  await copy(
    pool,
    'people',
    'id, name, email, roles',
    map(size.people, (n) => [id.person(n), name(n), `p${String(n)}@example.org`, ['contributor']]),
  )
  await copy(
    pool,
    'teams',
    'id, name',
    map(size.teams, (n) => [id.team(n), `Team ${String(n + 1)}`]),
  )
  await copy(
    pool,
    'team_members',
    'team_id, person_id',
    map(size.people, (n) => [id.team(n % size.teams), id.person(n)]),
  )
  await copy(
    pool,
    'services',
    'id, name, team_id',
    map(size.services, (n) => [id.service(n), serviceName(n), id.team(n % size.teams)]),
  )
  await copy(
    pool,
    'layers',
    'id, name',
    map(LAYERS.length, (n) => [id.layer(n), LAYERS[n] ?? '']),
  )
  await copy(
    pool,
    'incident_classes',
    'id, lexicon_key, name, window_days',
    CLASSES.map((one, n) => [id.class(n), one.key, one.name, one.windowDays]),
  )
}

/** The rows of every table that tells of incidents, record by record. */
function recordRows(size: SeedSize) {
  const id = catalogue(size)
  const record = (number: number) => seedRecord(number, size, serviceName)
  const incident = (one: SeedRecord) => seedId('incident', one.number, one.startedAt)
  const postmortem = (one: SeedRecord) => seedId('postmortem', one.number, one.startedAt)
  const part = (one: SeedRecord, table: number, index: number) =>
    seedId('part', (one.number * 8 + table) * 1_024 + index, one.startedAt)
  const each = (rows: (one: SeedRecord) => readonly (readonly Value[])[]) =>
    (function* () {
      for (const number of range(size.postmortems)) yield* rows(record(number))
    })()
  const moment = (one: SeedRecord, minutes: number | null) =>
    one.dated && minutes !== null ? iso(one.startedAt + minutes * 60_000) : null
  return [
    [
      'incidents',
      'id, title, kind, severity, owning_team_id, impact_started_at, detected_at, mitigated_at, recovered_at, created_at',
      each((one) => [
        [
          incident(one),
          one.title,
          one.kind,
          one.severity,
          id.team(one.team),
          moment(one, 0),
          moment(one, one.minutes.detect),
          moment(one, one.minutes.mitigate),
          moment(one, one.minutes.recover),
          iso(one.startedAt),
        ],
      ]),
    ],
    [
      'incident_services',
      'incident_id, service_id',
      each((one) => one.services.map((service) => [incident(one), id.service(service)])),
    ],
    [
      'postmortems',
      'id, number, title, state, state_reason, visibility, language, author_id, facilitator_id, published_at, created_at, updated_at, linted_with',
      each((one) => [
        [
          postmortem(one),
          one.number + 1,
          one.title,
          one.state,
          one.state === 'withdrawn' ? 'Written twice' : null,
          one.restricted ? 'restricted' : 'organisation',
          one.language,
          id.person(one.author),
          id.person((one.author + 7) % size.people),
          one.state === 'published' ? iso(one.startedAt + 5 * 86_400_000) : null,
          iso(one.startedAt),
          iso(one.startedAt + 6 * 86_400_000),
          'seed',
        ],
      ]),
    ],
    ['postmortem_incidents', 'postmortem_id, incident_id', each((one) => [[postmortem(one), incident(one)]])],
    [
      'postmortem_sections',
      'postmortem_id, section, body',
      each((one) => one.sections.map(([section, body]) => [postmortem(one), section, body])),
    ],
    [
      'timeline_events',
      'id, postmortem_id, position, at, as_written, zone, precision, phase, text',
      each((one) =>
        one.events.map((event, n) => [
          part(one, 0, n),
          postmortem(one),
          n,
          iso(event.at),
          iso(event.at).slice(11, 16),
          'UTC',
          'minute',
          event.phase,
          event.text,
        ]),
      ),
    ],
    [
      'contributing_factors',
      'id, postmortem_id, position, title',
      each((one) => one.factors.map((text, n) => [part(one, 1, n), postmortem(one), n, text])),
    ],
    [
      'layers_met',
      'id, postmortem_id, position, layer_id, outcome',
      each((one) =>
        one.layers.map(([layer, outcome], n) => [
          part(one, 2, n),
          postmortem(one),
          n,
          id.layer(layer),
          outcome,
        ]),
      ),
    ],
    [
      'postmortem_classes',
      'postmortem_id, class_id, standing, confidence',
      each((one) =>
        one.standing === null
          ? []
          : [[postmortem(one), id.class(one.class), one.standing, one.standing === 'suggested' ? 0.6 : null]],
      ),
    ],
    [
      'action_items',
      `id, postmortem_id, title, kind, aim, state, imported, team_id, owner_id, accepted_at, due, measure_observed,
      class_id, verified_by_id, verified_at, verified_reading, reason, expires_on, proposed_at, state_changed_at`,
      each((one) =>
        one.actions.map((action, n) => {
          const verified = action.state === 'verified'
          const accepted = !['proposed', 'handed_back', 'dropped'].includes(action.state)
          const at = iso(action.proposedAt)
          return [
            part(one, 3, n),
            postmortem(one),
            action.title,
            'technical',
            'prevent',
            action.state,
            true,
            id.team(one.team),
            id.person(action.owner),
            accepted ? at : null,
            action.due === null ? null : day(action.due),
            accepted ? 'alarms a week' : null,
            id.class(one.class),
            verified ? id.person(action.checker) : null,
            verified ? at : null,
            verified ? 'none in thirty days' : null,
            ['handed_back', 'dropped'].includes(action.state) ? 'No longer needed' : null,
            null,
            at,
            at,
          ]
        }),
      ),
    ],
    [
      'findings',
      `id, postmortem_id, fingerprint, rule_id, category, severity, section, state, is_claim, message, suggestions,
      words, position, part, starts_at, ends_at`,
      each((one) =>
        seedFindings(one.number, one.language).map((finding, n) => [
          part(one, 4, n),
          postmortem(one),
          finding.fingerprint,
          finding.rule,
          finding.category,
          finding.severity,
          'summary',
          finding.isOpen ? 'open' : 'fixed',
          finding.category === 'vague',
          'What was it?',
          '[]',
          'some words of the text',
          n,
          finding.isOpen ? 'section' : null,
          finding.isOpen ? n : null,
          finding.isOpen ? n + 9 : null,
        ]),
      ),
    ],
  ] as const satisfies readonly (readonly [string, string, Iterable<readonly Value[]>])[]
}

/** Fills the database; `say` hears what is being done. Returns the rows of each table that was filled. */
export async function seed(
  { db, pool }: { readonly db: Kysely<Tables>; readonly pool: Pool },
  size: SeedSize,
  say: (what: string) => void,
): Promise<void> {
  await copyCatalogue(pool, size)
  for (const [table, columns, rows] of recordRows(size)) {
    say(table)
    await copy(pool, table, columns, rows)
  }
  await pool.query(`select setval('postmortem_number', (select max(number) from postmortems))`)
  say('analyze')
  await analyse(pool)
  say('reading models')
  await rebuildReadingModels(db, (done) => {
    if (done % 20_000 === 0) say(`reading models ${String(done)}`)
  })
  say('vacuum')
  await analyse(pool)
}

/** What a running server's autovacuum does in time. */
async function analyse(pool: Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('set statement_timeout = 0')
    await client.query('vacuum analyze')
  } finally {
    client.release(true)
  }
}

/** A source of numbers for choosing what a benchmark asks for. */
export const chooser = () => randomFrom(42)
