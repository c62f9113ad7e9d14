/** Brings a database up to date: numbered, up-only SQL files, each applied once, in order, in a transaction of its own. */
import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'

/** One numbered file. */
export interface Migration {
  readonly number: number
  /** The file's name: `0001_organisation.sql`. */
  readonly name: string
  readonly sql: string
  /** SHA-256 of the text with Unix line ends, in hex, so that a checkout with other line ends is the same migration. */
  readonly sha256: string
}

/** What a run did. */
export interface MigrationReport {
  /** Names of the migrations applied by this run, in order. */
  readonly applied: readonly string[]
  /** Number of the newest migration in the database; 0 for an empty one. */
  readonly at: number
}

/**
 * `migration_edited`: an applied file no longer reads as it did. `migration_unknown`: the database is ahead of this
 * program. `migration_failed`: the database refused a file; nothing of that file was kept.
 */
export type MigrationErrorCode = 'migration_edited' | 'migration_unknown' | 'migration_failed'

export class MigrationError extends Error {
  readonly code: MigrationErrorCode
  constructor(code: MigrationErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'MigrationError'
    this.code = code
  }
}

const FOLDER = fileURLToPath(new URL('migrations/', import.meta.url))
const FILE_NAME = /^(\d{4})_[a-z0-9_]+\.sql$/

/** Makes a migration of a file's name and text. Throws on a name that is not `NNNN_words.sql`. */
export function toMigration(name: string, sql: string): Migration {
  const number = FILE_NAME.exec(name)?.[1]
  if (number === undefined) throw new Error(`A migration is named NNNN_words.sql, not ${name}`)
  const text = sql.replaceAll('\r\n', '\n')
  return { number: Number(number), name, sql: text, sha256: createHash('sha256').update(text).digest('hex') }
}

/** The program's own migrations, in order. Throws when two share a number or one is missing. */
export async function readMigrations(folder = FOLDER): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const migrations = await Promise.all(
    names.map(async (name) => toMigration(name, await readFile(`${folder}/${name}`, 'utf8'))),
  )
  migrations.forEach((migration, index) => {
    if (migration.number !== index + 1) {
      throw new Error(
        `Migration ${String(index + 1)} is missing before ${migration.name}, or a number is used twice`,
      )
    }
  })
  return migrations
}

/**
 * Applies what is missing. Any number of programs may do so at once: each migration is taken under a lock on a row,
 * which every PostgreSQL-compatible engine has. Throws a `MigrationError` that names the file.
 */
export async function migrate(pool: pg.Pool, migrations?: readonly Migration[]): Promise<MigrationReport> {
  const known = migrations ?? (await readMigrations())
  const client = await pool.connect()
  try {
    await prepare(client)
    refuseUnknown(await appliedTo(client), known)
    const applied: string[] = []
    for (const migration of known) {
      if (await applyOnce(client, migration)) applied.push(migration.name)
    }
    return { applied, at: known.at(-1)?.number ?? 0 }
  } finally {
    client.release()
  }
}

/** Names of the migrations that the database still lacks. Changes nothing. */
export async function pendingMigrations(pool: pg.Pool): Promise<string[]> {
  const known = await readMigrations()
  const table = await pool.query<{ exists: boolean }>(
    `select to_regclass('schema_migrations') is not null as exists`,
  )
  if (!table.rows[0]?.exists) return known.map((migration) => migration.name)
  const applied = await appliedTo(pool)
  refuseUnknown(applied, known)
  for (const migration of known) refuseEdited(applied.get(migration.number), migration)
  return known.filter((migration) => !applied.has(migration.number)).map((migration) => migration.name)
}

interface Applied {
  readonly number: number
  readonly name: string
  readonly sha256: string
  readonly applied_at: string
}

const PREPARE = `
  create table if not exists schema_migrations (
    number int primary key,
    name text not null,
    sha256 text not null,
    applied_at timestamptz(3) not null default now(),
    took_ms int not null
  );
  create table if not exists schema_lock (id int primary key check (id = 1));
  insert into schema_lock values (1) on conflict do nothing;
`

/** What PostgreSQL says when two sessions create the same table at once; the loser tries again and finds it there. */
const CREATED_MEANWHILE = new Set(['23505', '42P07', '40001', 'XX000'])

async function prepare(client: pg.ClientBase, attempts = 5): Promise<void> {
  try {
    await client.query(PREPARE)
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    if (attempts <= 1 || !CREATED_MEANWHILE.has(code)) throw error
    await prepare(client, attempts - 1)
  }
}

async function appliedTo(client: pg.ClientBase | pg.Pool): Promise<Map<number, Applied>> {
  const { rows } = await client.query<Applied>(
    'select number, name, sha256, applied_at from schema_migrations',
  )
  return new Map(rows.map((row) => [row.number, row]))
}

/** Applies one migration unless it is there already; says whether it did. */
async function applyOnce(client: pg.ClientBase, migration: Migration): Promise<boolean> {
  await client.query('begin')
  try {
    await client.query('select id from schema_lock where id = 1 for update')
    const there = (await appliedTo(client)).get(migration.number)
    refuseEdited(there, migration)
    if (there === undefined) await apply(client, migration)
    await client.query('commit')
    return there === undefined
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function apply(client: pg.ClientBase, migration: Migration): Promise<void> {
  const start = performance.now()
  await client.query('set local statement_timeout = 0')
  try {
    await client.query(migration.sql)
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    throw new MigrationError('migration_failed', `Migration ${migration.name} was refused: ${said}`, {
      cause: error,
    })
  }
  await client.query(
    'insert into schema_migrations (number, name, sha256, took_ms) values ($1, $2, $3, $4)',
    [migration.number, migration.name, migration.sha256, Math.round(performance.now() - start)],
  )
}

function refuseEdited(there: Applied | undefined, migration: Migration): void {
  if (there === undefined || there.sha256 === migration.sha256) return
  throw new MigrationError(
    'migration_edited',
    `Migration ${migration.name} was changed after it was applied on ${there.applied_at} ` +
      `(SHA-256 then ${there.sha256.slice(0, 12)}…, now ${migration.sha256.slice(0, 12)}…). ` +
      'An applied migration is never edited: restore the file and put the change into a new one.',
  )
}

function refuseUnknown(applied: ReadonlyMap<number, Applied>, known: readonly Migration[]): void {
  const newest = known.at(-1)?.number ?? 0
  const ahead = [...applied.values()].filter((one) => one.number > newest)
  if (ahead.length === 0) return
  throw new MigrationError(
    'migration_unknown',
    `The database has ${ahead.map((one) => one.name).join(', ')}, which this version of Highwater does not know. ` +
      'Start the version that made it, or a newer one.',
  )
}
