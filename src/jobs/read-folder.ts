/** The job that reads a folder into an import, file by file; after a crash it goes on with the files not yet read. */
import { readFile } from 'node:fs/promises'
import type { ImportId } from '../domain/ids.ts'
import { importCaller } from '../usecases/imports/caller.ts'
import { checkFolder, type Found, walkFolder, whyUnreadable } from '../usecases/imports/folder.ts'
import { importFile, recordUnread } from '../usecases/imports/import-file.ts'
import { endImport, pathsRead, tellTotal } from '../usecases/imports/progress.ts'
import { demandRoom, type FreeBytes } from '../usecases/imports/room.ts'
import { type Ground, performChange, reading } from '../usecases/perform.ts'
import { asRefusal } from '../usecases/refusal.ts'
import type { Caller } from '../usecases/work.ts'
import type { JobKind } from './queue.ts'

export interface ReadFolder {
  readonly importId: ImportId
}

export interface ReadFolderPorts {
  readonly ground: Ground
  readonly freeBytes: FreeBytes
  readonly onError: (error: unknown) => void
}

/** As much as an upload may hold. */
const LARGEST_FILE = 25 * 1024 * 1024
/** The disk is looked at again after so many files. */
const LOOK_EVERY = 50

export const readFolderJob = (ports: ReadFolderPorts): JobKind<ReadFolder> => ({
  name: 'read-folder',
  run: async ({ importId }, signal) => {
    const started = await importCaller(reading(ports.ground, null), importId)
    if (started === null) return
    try {
      await readAll(ports, importId, started, signal)
      await performChange(ports.ground, started.caller, (work) => endImport(work, importId, null))
    } catch (error) {
      const refusal = asRefusal(error)
      if (refusal === null) throw error
      await performChange(ports.ground, started.caller, (work) => endImport(work, importId, refusal.message))
    }
  },
})

async function readAll(
  ports: ReadFolderPorts,
  importId: ImportId,
  { folder, caller }: { readonly folder: string; readonly caller: Caller | null },
  signal: AbortSignal,
): Promise<void> {
  const root = await checkFolder(folder)
  const found: Found[] = []
  for await (const one of walkFolder(root)) found.push(one)
  await performChange(ports.ground, caller, (work) => tellTotal(work, importId, found.length))
  const read = await pathsRead(reading(ports.ground, null), importId)
  for (const [index, one] of found.entries()) {
    signal.throwIfAborted()
    if (read.has(one.path)) continue
    if (index % LOOK_EVERY === 0) await demandRoom(ports.freeBytes)
    await readOne(ports, importId, caller, one)
  }
}

async function readOne(
  ports: ReadFolderPorts,
  importId: ImportId,
  caller: Caller | null,
  one: Found,
): Promise<void> {
  const unread = (outcome: 'skipped' | 'failed', reason: string, message: string): Promise<void> =>
    performChange(ports.ground, caller, (work) =>
      recordUnread(work, importId, { path: one.path, outcome, reason, message }),
    )
  if ('refused' in one) {
    return unread(one.refused === 'unreadable' ? 'failed' : 'skipped', one.refused, one.message)
  }
  if (one.bytes > LARGEST_FILE) return unread('skipped', 'too_large', 'It is larger than 25 MiB.')
  const bytes = await readFile(one.file).catch((error: unknown) => whyUnreadable(error))
  if (typeof bytes === 'string') return unread('failed', 'unreadable', `It ${bytes}`)
  try {
    await performChange(ports.ground, caller, (work) => importFile(work, importId, one.path, bytes))
  } catch (error) {
    const refusal = asRefusal(error)
    if (refusal !== null) return unread('failed', refusal.code, refusal.message)
    if (!isOfThisFile(error)) throw error
    ports.onError(error)
    return unread('failed', 'not_stored', 'The database refused what was read from it; the log says why.')
  }
}

/** PostgreSQL's classes 22 (data) and 23 (constraints): this one file's doing. Anything else would meet the next file too. */
const isOfThisFile = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  typeof error.code === 'string' &&
  /^(?:22|23)/.test(error.code)
