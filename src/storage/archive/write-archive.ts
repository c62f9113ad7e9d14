/** Copies every table in one snapshot into one archive file, while the installation runs. */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream, existsSync, rmSync, statfsSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Pool, PoolClient } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { systemCode } from '../server/server-error.ts'
import { ArchiveError } from './archive-error.ts'
import { type StoredTable, quote, storedBytes, storedSequences, storedTables } from './catalogue.ts'
import { MARK, encodeFrame } from './frames.ts'
import { ARCHIVE_FORMAT, type ArchiveManifest, type ArchivedTable } from './manifest.ts'

/** What writing needs. */
export interface WriteArchive {
  readonly pool: Pool
  /** Must not exist yet. */
  readonly file: string
  readonly release: string
  /** Hears of each table that is done, and of how many there are. */
  readonly onTable?: (table: ArchivedTable, done: number, of: number) => void
}

const LONGEST_PART = 1024 * 1024
const NEWLINE = 0x0a
/** Fast and half the size; the database waits less for the compressor than for the disk. */
const COMPRESSION = 4

/**
 * Writes an archive and returns its manifest. The file appears under its name only when it is whole and on disk.
 * Throws an `ArchiveError`: `exists`, or `disk_full` before or while writing.
 */
export async function writeArchive(request: WriteArchive): Promise<ArchiveManifest> {
  const file = resolve(request.file)
  if (existsSync(file)) throw new ArchiveError('exists', `${file} exists already; give another name.`)
  const half = `${file}.tmp-${process.pid}`
  const client = await request.pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query('set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0')
    await refuseFullDisk(client, file)
    const manifest = await writeHalf(client, half, request)
    await client.query('commit')
    await rename(half, file)
    await syncDirectory(dirname(file))
    client.release()
    return manifest
  } catch (error) {
    // A copy that was cut off leaves the connection in the middle of an answer.
    client.release(true)
    rmSync(half, { force: true })
    throw explain(error, file)
  }
}

async function refuseFullDisk(client: PoolClient, file: string): Promise<void> {
  const needed = await storedBytes(client)
  const { bavail, bsize } = statfsSync(dirname(file))
  const free = bavail * bsize
  if (free >= needed) return
  const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`
  throw new ArchiveError(
    'disk_full',
    `The disk of ${dirname(file)} has ${megabytes(free)} free and the archive may need ${megabytes(needed)}.`,
  )
}

function explain(error: unknown, file: string): unknown {
  if (systemCode(error) === 'ENOSPC') {
    return new ArchiveError(
      'disk_full',
      `The disk became full while writing ${file}; nothing of it was kept.`,
      { cause: error },
    )
  }
  if (systemCode(error) === 'ENOENT')
    return new ArchiveError('not_an_archive', `${dirname(file)} is no folder.`, { cause: error })
  return error
}

async function writeHalf(client: PoolClient, half: string, request: WriteArchive): Promise<ArchiveManifest> {
  const output = createWriteStream(half, { mode: 0o600, flush: true })
  const gzip = createGzip({ level: COMPRESSION })
  const written = finished(output)
  // A write that fails, for lack of room, must end the copying too.
  output.once('error', (error) => gzip.destroy(error))
  gzip.on('error', () => output.destroy())
  written.catch(() => undefined)
  output.write(MARK)
  gzip.pipe(output)
  const tables = await copyTables(client, gzip, request)
  const manifest = await describe(client, tables, request.release)
  await send(gzip, encodeFrame('M', Buffer.from(JSON.stringify(manifest))))
  gzip.end()
  await written
  return manifest
}

async function copyTables(
  client: PoolClient,
  gzip: Writable,
  request: WriteArchive,
): Promise<ArchivedTable[]> {
  const stored = await storedTables(client)
  const done: ArchivedTable[] = []
  for (const table of stored) {
    const archived = await copyTable(client, gzip, table)
    done.push(archived)
    request.onTable?.(archived, done.length, stored.length)
  }
  return done
}

async function copyTable(client: PoolClient, gzip: Writable, table: StoredTable): Promise<ArchivedTable> {
  await send(gzip, encodeFrame('T', Buffer.from(JSON.stringify(table))))
  const columns = table.columns.map(quote).join(', ')
  const rows = client.query(copyTo(`copy ${quote(table.name)} (${columns}) to stdout`))
  const hash = createHash('sha256')
  let count = 0
  let bytes = 0
  for await (const chunk of rows as AsyncIterable<Buffer>) {
    hash.update(chunk)
    bytes += chunk.length
    count += countRows(chunk)
    for (let at = 0; at < chunk.length; at += LONGEST_PART) {
      await send(gzip, encodeFrame('D', chunk.subarray(at, at + LONGEST_PART)))
    }
  }
  return { name: table.name, columns: table.columns, rows: count, bytes, sha256: hash.digest('hex') }
}

/** COPY's text ends each row with a line feed and writes those inside values as `\n`. */
export function countRows(chunk: Buffer): number {
  let count = 0
  for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, at + 1)) count += 1
  return count
}

async function send(stream: Writable, bytes: Buffer): Promise<void> {
  if (stream.errored) throw stream.errored
  if (!stream.write(bytes)) await once(stream, 'drain')
}

async function describe(
  client: PoolClient,
  tables: ArchivedTable[],
  release: string,
): Promise<ArchiveManifest> {
  const { rows } = await client.query<{ postgres: string; migration: number; taken: string }>(`
    select current_setting('server_version') as postgres, to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as taken,
           (select coalesce(max(number), 0)::int from schema_migrations) as migration`)
  const row = rows[0]
  if (!row) throw new Error('The server says nothing of itself')
  return {
    format: ARCHIVE_FORMAT,
    release,
    migration: row.migration,
    postgres: row.postgres,
    takenAt: row.taken,
    tables,
    sequences: await storedSequences(client),
  }
}

async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
