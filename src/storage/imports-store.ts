/** Imports: each batch and how far it is, and what became of each of its files. */
import { sql, type Selectable } from 'kysely'
import type { ImportId, PersonId, PostmortemId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import { newId } from './new-id.ts'
import { readCursor, toPage, type Page, type PageRequest } from './page.ts'
import type {
  ImportOutcome,
  ImportSource,
  ImportState,
  ImportsTable,
  ReadingWarning,
} from './schema-record.ts'
import { type Question, question } from './question.ts'
import type { Db, Tx } from './schema.ts'
import { mayBeSeen, type Sight } from './sight.ts'

export interface ImportBatch {
  readonly id: ImportId
  readonly source: ImportSource
  readonly label: string
  readonly zone: string | null
  readonly state: ImportState
  readonly message: string | null
  readonly total: number | null
  readonly done: number
  /** How many documents came to each outcome; one that none came to is left out. */
  readonly counts: Readonly<Partial<Record<ImportOutcome, number>>>
  readonly startedById: PersonId | null
  readonly startedAt: Instant
  readonly finishedAt: Instant | null
}

/** What became of one file, or of one incident in a file of many. */
export interface ImportedDocument {
  readonly path: string
  readonly sha256: Uint8Array | null
  readonly outcome: ImportOutcome
  readonly reason: string | null
  readonly message: string | null
  readonly title: string | null
  readonly confidence: Readonly<Record<string, number>> | null
  readonly warnings: readonly ReadingWarning[]
  readonly postmortemId: PostmortemId | null
}

type Counts = ImportBatch['counts']

function toBatch(row: Selectable<ImportsTable> & { counts: Counts }): ImportBatch {
  return {
    id: row.id,
    source: row.source,
    label: row.label,
    zone: row.zone,
    state: row.state,
    message: row.message,
    total: row.total,
    done: row.done,
    counts: row.counts,
    startedById: row.started_by_id,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
  }
}

function selectImports(db: Db) {
  return db
    .selectFrom('imports')
    .selectAll()
    .select(
      sql<Counts>`coalesce((
      select jsonb_object_agg(outcome, n) from (
        select outcome, count(*) as n from import_documents where import_id = imports.id group by outcome
      ) as counted
    ), '{}')`.as('counts'),
    )
}

export async function createImport(
  tx: Tx,
  batch: Pick<
    ImportBatch,
    'id' | 'source' | 'label' | 'zone' | 'state' | 'total' | 'startedById' | 'startedAt'
  >,
): Promise<void> {
  await tx
    .insertInto('imports')
    .values({
      id: batch.id,
      source: batch.source,
      label: batch.label,
      zone: batch.zone,
      state: batch.state,
      total: batch.total,
      started_by_id: batch.startedById,
      started_at: batch.startedAt,
    })
    .execute()
}

export async function findImport(db: Db, id: ImportId): Promise<ImportBatch | null> {
  const row = await selectImports(db).where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : toBatch(row)
}

/** Imports, newest first. */
export async function listImports(db: Db, page: PageRequest): Promise<Page<ImportBatch>> {
  const after = readCursor(page.cursor, ['uuid'])
  const rows = await selectImports(db)
    .$if(after !== null, (query) => query.where('id', '<', after?.[0] as ImportId))
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
    .execute()
  return toPage(rows, page.limit, (row) => [row.id], toBatch)
}

/** Notes that `files` more are done, and how many there are in all where that is known by now. */
export async function advanceImport(db: Db, id: ImportId, files: number, total?: number): Promise<void> {
  await db
    .updateTable('imports')
    .set((eb) => ({ done: eb('done', '+', files), total }))
    .where('id', '=', id)
    .execute()
}

/** Moves an import that is not finished on; false when it is finished already. */
export async function setImportState(
  db: Db,
  id: ImportId,
  state: ImportState,
  message: string | null,
  at: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('imports')
    .set({ state, message, finished_at: state === 'done' || state === 'failed' ? at : null })
    .where('id', '=', id)
    .where('state', 'in', ['open', 'running'])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Imports of folders that nobody works on any more, because the server that did has stopped. */
export async function listUnfinishedFolders(db: Db): Promise<ImportBatch[]> {
  const rows = await selectImports(db)
    .where('source', '=', 'folder')
    .where('state', 'in', ['open', 'running'])
    .orderBy('id')
    .execute()
  return rows.map(toBatch)
}

/** Keeps what became of a file; the same path again in one import replaces what was kept. */
export async function recordDocument(db: Db, importId: ImportId, document: ImportedDocument): Promise<void> {
  const values = {
    sha256: document.sha256,
    outcome: document.outcome,
    reason: document.reason,
    message: document.message,
    title: document.title,
    confidence: document.confidence === null ? null : JSON.stringify(document.confidence),
    warnings: JSON.stringify(document.warnings),
    postmortem_id: document.postmortemId,
  }
  await db
    .insertInto('import_documents')
    .values({ id: newId<'importDocument'>(), import_id: importId, path: document.path, ...values })
    .onConflict((conflict) => conflict.columns(['import_id', 'path']).doUpdateSet(values))
    .execute()
}

/** A document as listed, with the number of its postmortem where the asker may see it. */
export type ListedDocument = ImportedDocument & { readonly postmortemNumber: number | null }

/** The documents of an import in the order of reading. */
export async function listDocuments(
  db: Db,
  sight: Sight,
  importId: ImportId,
  outcome: ImportOutcome | null,
  page: PageRequest,
): Promise<Page<ListedDocument>> {
  const after = readCursor(page.cursor, ['uuid'])
  const rows = await db
    .selectFrom('import_documents')
    .leftJoin('postmortem_cards', (join) =>
      join
        .onRef('postmortem_cards.postmortem_id', '=', 'import_documents.postmortem_id')
        .on(mayBeSeen(sight)),
    )
    .selectAll('import_documents')
    .select(['postmortem_cards.number', 'postmortem_cards.postmortem_id as seen_id'])
    .where('import_id', '=', importId)
    .$if(outcome !== null, (query) => query.where('outcome', '=', outcome as ImportOutcome))
    .$if(after !== null, (query) => query.where('import_documents.id', '>', after?.[0] ?? ''))
    .orderBy('import_documents.id')
    .limit(page.limit + 1)
    .execute()
  return toPage(
    rows,
    page.limit,
    (row) => [row.id],
    (row) => ({
      path: row.path,
      sha256: row.sha256,
      outcome: row.outcome,
      reason: row.reason,
      message: row.message,
      title: row.title,
      confidence: row.confidence,
      warnings: row.warnings,
      postmortemId: row.seen_id,
      postmortemNumber: row.number,
    }),
  )
}

/** How sure the reading of an imported postmortem is. */
export type PostmortemReading = Pick<ImportedDocument, 'confidence' | 'warnings'>

/** How sure the last reading of a postmortem was, and what it warned of; null when it was written here. */
export function readingAsked(db: Db, postmortemId: PostmortemId): Question<PostmortemReading | null> {
  const newest = db
    .selectFrom('import_documents')
    .select(['confidence', 'warnings'])
    .where('postmortem_id', '=', postmortemId)
    .where('outcome', 'in', ['created', 'updated'])
    .orderBy('id', 'desc')
    .limit(1)
  return question(newest, ([row]) => row ?? null)
}
