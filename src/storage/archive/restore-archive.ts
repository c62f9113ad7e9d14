/** Puts an archive into an empty database: all of it, checked, or nothing. */
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { Pool, PoolClient } from 'pg'
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams'
import { migrate, readMigrations } from '../migrate.ts'
import { ArchiveError } from './archive-error.ts'
import { type StoredTable, foreignKeys, quote, storedTables } from './catalogue.ts'
import type { ArchiveManifest, ArchivedSequence } from './manifest.ts'
import { readFrames, verifyArchive } from './read-archive.ts'

/** What restoring needs. */
export interface RestoreArchive {
  /** Of a database that is new, or migrated and without a row. */
  readonly pool: Pool
  readonly file: string
  /** Hears of each table that begins to arrive. */
  readonly onTable?: (name: string) => void
}

/**
 * Verifies the whole file, then restores it in one transaction and brings the result up to date with this release.
 * Throws an `ArchiveError`; the database is then as it was, but for empty tables.
 */
export async function restoreArchive(request: RestoreArchive): Promise<ArchiveManifest> {
  const manifest = await verifyArchive(request.file)
  await refuseNonEmpty(request.pool)
  await migrateTo(request.pool, manifest)
  const client = await request.pool.connect()
  try {
    await client.query('begin')
    await client.query('set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0')
    await withoutKeys(client, () => copyAll(client, request))
    await setSequences(client, manifest.sequences)
    await compareCounts(client, manifest)
    await client.query('commit')
    client.release()
  } catch (error) {
    // Ending the connection undoes the transaction, in whatever state a copy was left.
    client.release(true)
    throw error instanceof ArchiveError ? error : failed(error)
  }
  await migrate(request.pool)
  return manifest
}

function failed(error: unknown): ArchiveError {
  const reason = error instanceof Error ? error.message : String(error)
  return new ArchiveError(
    'restore_failed',
    `The archive was not restored, and nothing of it was kept: ${reason}`,
    { cause: error },
  )
}

async function refuseNonEmpty(pool: Pool): Promise<void> {
  const client = await pool.connect()
  try {
    for (const { name } of await storedTables(client)) {
      const { rowCount } = await client.query(`select from ${quote(name)} limit 1`)
      if (rowCount !== 0) {
        throw new ArchiveError(
          'not_empty',
          `This installation is not empty (there are rows in ${name}). Restore into a new data directory (--data) or an empty database.`,
        )
      }
    }
  } finally {
    client.release()
  }
}

/** Brings the schema to where it was when the archive was taken; newer migrations then change its rows as they did elsewhere. */
async function migrateTo(pool: Pool, manifest: ArchiveManifest): Promise<void> {
  const known = await readMigrations()
  if (manifest.migration > known.length) {
    throw new ArchiveError(
      'newer_release',
      `The archive was taken by Highwater ${manifest.release}, whose database is newer than this program's (${manifest.migration} migrations, here ${known.length}).`,
    )
  }
  const at = await migrationOf(pool)
  if (at > manifest.migration) {
    throw new ArchiveError(
      'not_empty',
      'This database is empty and yet newer than the archive. Restore into a new data directory (--data) or a new database.',
    )
  }
  await migrate(pool, known.slice(0, manifest.migration))
}

async function migrationOf(pool: Pool): Promise<number> {
  const table = await pool.query<{ there: boolean }>(
    `select to_regclass('schema_migrations') is not null as there`,
  )
  if (!table.rows[0]?.there) return 0
  const { rows } = await pool.query<{ at: number }>(
    'select coalesce(max(number), 0)::int as at from schema_migrations',
  )
  return rows[0]?.at ?? 0
}

/** Tables arrive by name, so keys between them and triggers wait; putting the keys back checks every row. */
async function withoutKeys(client: PoolClient, work: () => Promise<void>): Promise<void> {
  const keys = await foreignKeys(client)
  const tables = await storedTables(client)
  for (const { table, name } of keys)
    await client.query(`alter table ${quote(table)} drop constraint ${quote(name)}`)
  for (const { name } of tables) await client.query(`alter table ${quote(name)} disable trigger user`)
  await work()
  for (const { name } of tables) await client.query(`alter table ${quote(name)} enable trigger user`)
  for (const { table, name, definition } of keys) {
    await client.query(`alter table ${quote(table)} add constraint ${quote(name)} ${definition}`)
  }
}

async function copyAll(client: PoolClient, request: RestoreArchive): Promise<void> {
  let copy: CopyStreamQuery | null = null
  for await (const { kind, body } of readFrames(request.file)) {
    if (kind === 'D') {
      if (copy && !copy.write(body)) await once(copy, 'drain')
      continue
    }
    if (copy) await endCopy(copy)
    copy = kind === 'T' ? beginCopy(client, JSON.parse(body.toString()) as StoredTable, request) : null
  }
}

function beginCopy(client: PoolClient, table: StoredTable, request: RestoreArchive): CopyStreamQuery {
  request.onTable?.(table.name)
  const columns = table.columns.map(quote).join(', ')
  const copy = client.query(copyFrom(`copy ${quote(table.name)} (${columns}) from stdin`))
  // The failure is seen where the copy is ended or waited for.
  copy.on('error', () => undefined)
  return copy
}

async function endCopy(copy: CopyStreamQuery): Promise<void> {
  const done = finished(copy)
  copy.end()
  await done
}

async function setSequences(client: PoolClient, sequences: readonly ArchivedSequence[]): Promise<void> {
  for (const { name, value, used } of sequences) {
    await client.query('select setval($1::regclass, $2, $3)', [quote(name), value, used])
  }
}

async function compareCounts(client: PoolClient, manifest: ArchiveManifest): Promise<void> {
  for (const { name, rows } of manifest.tables) {
    const counted = await client.query<{ rows: number }>(`select count(*)::int as rows from ${quote(name)}`)
    const found = counted.rows[0]?.rows
    if (found !== rows) {
      throw new ArchiveError(
        'restore_failed',
        `Table ${name} has ${found} rows after restoring, and the archive ${rows}; nothing was kept.`,
      )
    }
  }
}
