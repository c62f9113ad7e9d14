/** Imports: begun, listed, finished, with what became of each file. */
import { isZone } from '../../domain/calendar.ts'
import type { ImportId } from '../../domain/ids.ts'
import {
  createImport,
  findImport,
  type ImportBatch,
  type ListedDocument,
  listDocuments,
  listImports,
  setImportState,
} from '../../storage/imports-store.ts'
import { newId } from '../../storage/new-id.ts'
import type { Page, PageRequest } from '../../storage/page.ts'
import type { ImportOutcome } from '../../storage/schema-record.ts'
import { record } from '../record.ts'
import { found, Refusal } from '../refusal.ts'
import { type Caller, type Change, demand, sightOf, type Work } from '../work.ts'
import { checkFolder } from './folder.ts'
import { demandRoom, type FreeBytes } from './room.ts'
import { settleSuperseded } from './superseded.ts'

export type { ImportBatch, ListedDocument } from '../../storage/imports-store.ts'

export type ImportWanted =
  | {
      readonly source: 'upload'
      readonly label: string
      readonly zone: string | null
      readonly total: number | null
    }
  | { readonly source: 'folder'; readonly path: string; readonly zone: string | null }

const OFFSET = /^[+-](?:0\d|1[0-4]):[0-5]\d$/

/** What beginning an import needs of the server. */
export interface ImportPorts {
  readonly freeBytes: FreeBytes
  /** Puts the reading of a folder on the list of what is to be done, once the change is committed. */
  readonly readFolder: (work: Change<Caller | null>, id: ImportId) => Promise<void>
}

/** Begins an import by upload, or of a folder that the server can read; the latter only for administrators. */
export async function beginImport(
  work: Change,
  wanted: ImportWanted,
  ports: ImportPorts,
): Promise<ImportBatch> {
  checkZone(wanted.zone)
  await demandRoom(ports.freeBytes)
  if (wanted.source === 'folder') demand(work, 'installation.manage')
  const label = wanted.source === 'folder' ? await checkFolder(wanted.path) : wanted.label
  const id = newId<'import'>()
  await createImport(work.db, {
    id,
    source: wanted.source,
    label,
    zone: wanted.zone,
    state: wanted.source === 'folder' ? 'running' : 'open',
    total: wanted.source === 'folder' ? null : wanted.total,
    startedById: work.who.personId,
    startedAt: work.now,
  })
  await record(work, [{ thing: 'import', thingId: id, what: 'begun', changes: [], reason: null }])
  if (wanted.source === 'folder') await ports.readFolder(work, id)
  return readImport(work, id)
}

function checkZone(zone: string | null): void {
  if (zone === null || OFFSET.test(zone) || isZone(zone)) return
  throw new Refusal(
    'zone_unknown',
    `${zone} is no time zone. Give one such as Europe/Berlin, UTC or +02:00.`,
    [{ field: 'zone', message: 'is no time zone' }],
  )
}

export async function readImport(work: Work, id: ImportId): Promise<ImportBatch> {
  return found(await findImport(work.db, id), 'import')
}

export function listAllImports(work: Work, page: PageRequest): Promise<Page<ImportBatch>> {
  return listImports(work.db, page)
}

export async function listImportDocuments(
  work: Work,
  id: ImportId,
  outcome: ImportOutcome | null,
  page: PageRequest,
): Promise<Page<ListedDocument>> {
  await readImport(work, id)
  return listDocuments(work.db, sightOf(work), id, outcome, page)
}

/** Closes an import by upload; closing again changes nothing. */
export async function finishImport(work: Change, id: ImportId): Promise<ImportBatch> {
  const batch = await readImport(work, id)
  if (batch.source === 'folder') throw new Refusal('import_closed', 'The import of a folder ends by itself.')
  if (batch.state !== 'open') return batch
  await settleSuperseded(work, id)
  await setImportState(work.db, id, 'done', null, work.now)
  await record(work, [{ thing: 'import', thingId: id, what: 'finished', changes: [], reason: null }])
  return readImport(work, id)
}
