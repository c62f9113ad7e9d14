/** Routes of imports. */
import {
  IMPORT_OUTCOMES,
  type ImportBatch,
  type ImportDocument,
  type importRoutes,
} from '../../contract/imports.ts'
import { toHandle } from '../../domain/handle.ts'
import { importFile } from '../../usecases/imports/import-file.ts'
import {
  beginImport,
  finishImport,
  type ImportBatch as Batch,
  type ImportPorts,
  type ListedDocument,
  listAllImports,
  listImportDocuments,
  readImport,
} from '../../usecases/imports/imports.ts'
import { demandRoom } from '../../usecases/imports/room.ts'
import type { HandlersOf } from '../kit/handlers.ts'
import { pageAsked, toPage } from '../present.ts'

const presentBatch = (batch: Batch): ImportBatch => ({
  id: batch.id,
  source: batch.source,
  label: batch.label,
  zone: batch.zone,
  state: batch.state,
  message: batch.message,
  total: batch.total,
  done: batch.done,
  counts: Object.fromEntries(
    IMPORT_OUTCOMES.map((outcome) => [outcome, batch.counts[outcome] ?? 0]),
  ) as ImportBatch['counts'],
  startedAt: batch.startedAt,
  finishedAt: batch.finishedAt,
})

const presentDocument = (document: ListedDocument): ImportDocument => ({
  path: document.path,
  outcome: document.outcome,
  reason: document.reason,
  message: document.message,
  title: document.title,
  postmortem:
    document.postmortemId === null || document.postmortemNumber === null
      ? null
      : { id: document.postmortemId, handle: toHandle('postmortem', document.postmortemNumber) },
  confidence: document.confidence === null ? null : { ...document.confidence },
  warnings: document.warnings.map((warning) => ({ ...warning })),
})

export function importHandlers(ports: ImportPorts): HandlersOf<typeof importRoutes> {
  return {
    'GET /imports': async ({ work, query }) =>
      toPage(await listAllImports(work, pageAsked(query)), presentBatch),
    'POST /imports': async ({ work, body }) => presentBatch(await beginImport(work, body, ports)),
    'GET /imports/{importId}': async ({ work, params }) =>
      presentBatch(await readImport(work, params.importId)),
    'POST /imports/{importId}/files': async ({ work, params, query, body }) => {
      await demandRoom(ports.freeBytes)
      const documents = await importFile(work, params.importId, query.path, body)
      return { documents: documents.map(presentDocument) }
    },
    'POST /imports/{importId}/finish': async ({ work, params }) =>
      presentBatch(await finishImport(work, params.importId)),
    'GET /imports/{importId}/documents': async ({ work, params, query: { outcome, ...query } }) =>
      toPage(
        await listImportDocuments(work, params.importId, outcome ?? null, pageAsked(query)),
        presentDocument,
      ),
  }
}
