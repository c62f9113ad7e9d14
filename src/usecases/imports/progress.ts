/** How far the reading of a folder is, and how it ends. */
import type { ImportId } from '../../domain/ids.ts'
import { advanceImport, listUnfinishedFolders, setImportState } from '../../storage/imports-store.ts'
import { record } from '../record.ts'
import type { Caller, Change, Work } from '../work.ts'
import { settleSuperseded } from './superseded.ts'

export async function tellTotal(work: Change<Caller | null>, id: ImportId, total: number): Promise<void> {
  await advanceImport(work.db, id, 0, total)
}

/** The files that are done, by their path; the incidents of a file of many count as that file. */
export async function pathsRead(work: Work<Caller | null>, id: ImportId): Promise<ReadonlySet<string>> {
  const rows = await work.db
    .selectFrom('import_documents')
    .select('path')
    .where('import_id', '=', id)
    .execute()
  return new Set(rows.flatMap(({ path }) => [path, path.replace(/#\d+$/, '')]))
}

/** Imports of folders that are not finished; a restored installation has them without the jobs that were to do them. */
export async function unfinishedFolders(work: Work<Caller | null>): Promise<ImportId[]> {
  return (await listUnfinishedFolders(work.db)).map((batch) => batch.id)
}

/** Ends an import: done, or failed with what went wrong. */
export async function endImport(
  work: Change<Caller | null>,
  id: ImportId,
  failure: string | null,
): Promise<void> {
  if (failure === null) await settleSuperseded(work, id)
  const ended = await setImportState(work.db, id, failure === null ? 'done' : 'failed', failure, work.now)
  if (!ended) return
  const what = failure === null ? 'finished' : 'failed'
  await record(work, [{ thing: 'import', thingId: id, what, changes: [], reason: failure }])
}
