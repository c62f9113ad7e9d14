/** Reads an archive from beginning to end and holds every table against the manifest's counts and sums. */
import { type Hash, createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { systemCode } from '../server/server-error.ts'
import { ArchiveError } from './archive-error.ts'
import type { StoredTable } from './catalogue.ts'
import { type Frame, FrameReader, MARK } from './frames.ts'
import { ARCHIVE_FORMAT, type ArchiveManifest, type ArchivedTable } from './manifest.ts'
import { countRows } from './write-archive.ts'

/** The frames of an archive in order. Rejects with an `ArchiveError` on anything that is none. */
export async function* readFrames(file: string): AsyncGenerator<Frame> {
  await checkMark(file)
  const frames = new FrameReader()
  const source = pipeline(createReadStream(file, { start: MARK.length }), createGunzip(), frames)
  // Failures reach the reader through `frames`; this only keeps them from being reported twice.
  source.catch(() => undefined)
  try {
    for await (const frame of frames as AsyncIterable<Frame>) yield frame
  } catch (error) {
    throw damaged(error, file)
  }
}

async function checkMark(file: string): Promise<void> {
  const start = Buffer.alloc(MARK.length)
  try {
    const handle = await open(file, 'r')
    try {
      await handle.read(start, 0, MARK.length, 0)
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw new ArchiveError(
      'not_an_archive',
      `${file} cannot be read (${systemCode(error) ?? String(error)}).`,
      { cause: error },
    )
  }
  if (!start.equals(MARK)) throw new ArchiveError('not_an_archive', `${file} is no archive of Highwater.`)
}

function damaged(error: unknown, file: string): ArchiveError {
  const reason = error instanceof Error ? error.message : String(error)
  return new ArchiveError('damaged', `${file} is damaged: ${reason}`, { cause: error })
}

/** Reads the whole file without touching a database. Returns the manifest, or throws an `ArchiveError`. */
export async function verifyArchive(file: string): Promise<ArchiveManifest> {
  const seen: ArchivedTable[] = []
  let current: Sum | null = null
  let manifest: ArchiveManifest | null = null
  for await (const { kind, body } of readFrames(file)) {
    if (manifest) throw new ArchiveError('damaged', `${file} goes on after its end.`)
    if (kind === 'D') {
      if (!current) throw new ArchiveError('damaged', `${file} has rows outside a table.`)
      add(current, body)
      continue
    }
    if (current) seen.push(result(current))
    current = null
    if (kind === 'T') current = newSum(readJson(body, file) as StoredTable)
    else manifest = readJson(body, file) as ArchiveManifest
  }
  if (!manifest) throw new ArchiveError('damaged', `${file} was cut short: its manifest is missing.`)
  return agreed(manifest, seen, file)
}

function readJson(body: Buffer, file: string): unknown {
  try {
    return JSON.parse(body.toString())
  } catch (error) {
    throw damaged(error, file)
  }
}

interface Sum {
  readonly table: StoredTable
  readonly hash: Hash
  rows: number
  bytes: number
}

const newSum = (table: StoredTable): Sum => ({ table, hash: createHash('sha256'), rows: 0, bytes: 0 })

function add(sum: Sum, chunk: Buffer): void {
  sum.hash.update(chunk)
  sum.rows += countRows(chunk)
  sum.bytes += chunk.length
}

function result({ table, hash, rows, bytes }: Sum): ArchivedTable {
  return { name: table.name, columns: table.columns, rows, bytes, sha256: hash.digest('hex') }
}

function agreed(manifest: ArchiveManifest, seen: readonly ArchivedTable[], file: string): ArchiveManifest {
  if (manifest.format > ARCHIVE_FORMAT) {
    throw new ArchiveError(
      'newer_release',
      `${file} was written by Highwater ${manifest.release}; restore it with that one or a newer one.`,
    )
  }
  const wrong = manifest.tables.find((table, index) => !same(table, seen[index]))
  if (wrong || manifest.tables.length !== seen.length) {
    throw new ArchiveError(
      'damaged',
      `${file} is damaged: ${wrong ? `table ${wrong.name} is` : 'its tables are'} not what its manifest says.`,
    )
  }
  return manifest
}

function same(wanted: ArchivedTable, found: ArchivedTable | undefined): boolean {
  return wanted.name === found?.name && wanted.rows === found.rows && wanted.sha256 === found.sha256
}
