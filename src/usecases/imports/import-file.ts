/** Reads one file into an import: its original kept to the byte, one postmortem for each incident it tells of. */
import { createHash } from 'node:crypto'
import { toHandle } from '../../domain/handle.ts'
import type { ImportId, OriginalId, PostmortemId } from '../../domain/ids.ts'
import { decode } from '../../ingest/decode.ts'
import type { DraftDocument, ReadDocument, Warning } from '../../ingest/draft.ts'
import { readDocument } from '../../ingest/read-document.ts'
import { listClasses } from '../../storage/classes-store.ts'
import { findLikeIncident, findPeopleNamed, findSameBytes } from '../../storage/import-lookups.ts'
import {
  advanceImport,
  findImport,
  type ImportBatch,
  type ImportedDocument,
  type ListedDocument,
  recordDocument,
} from '../../storage/imports-store.ts'
import { newId } from '../../storage/new-id.ts'
import { listSeverities } from '../../storage/organisation-store.ts'
import {
  findNewestOriginal,
  findPostmortemsOfFile,
  keepOriginal,
  linkOriginal,
} from '../../storage/originals-store.ts'
import { findMention } from '../../storage/postmortem-figures.ts'
import { settlePostmortems } from '../../storage/reading-models.ts'
import { ensureServices } from '../../storage/services-store.ts'
import { SEES_ALL } from '../../storage/sight.ts'
import { readWordingGround } from '../../storage/wording-store.ts'
import { found, Refusal } from '../refusal.ts'
import { type Caller, type Change, sightOf } from '../work.ts'
import { createImported } from './create-imported.ts'
import { type Known, MOST_EVENTS, orderWarnings } from './draft-to-domain.ts'
import { toFilePath } from './file-path.ts'
import { storable } from './storable.ts'
import { updateImported } from './update-imported.ts'

type Work = Change<Caller | null>

/** Reads a file into an import that is under way; answers with what became of it, one document for each incident. */
export async function importFile(
  asked: Work,
  importId: ImportId,
  writtenPath: string,
  bytes: Uint8Array,
): Promise<ListedDocument[]> {
  // Told apart in the record from what a person changes by hand, which later imports leave alone.
  const work: Work = { ...asked, who: asked.who === null ? null : { ...asked.who, from: 'import' } }
  const batch = found(await findImport(work.db, importId), 'import')
  if (batch.finishedAt !== null)
    throw new Refusal('import_closed', `The import of ${batch.label} is finished.`)
  const path = toFilePath(writtenPath)
  const sha256 = createHash('sha256').update(bytes).digest()
  const documents = await readInto(work, batch, path, bytes, sha256)
  for (const document of documents) await recordDocument(work.db, importId, document)
  await advanceImport(work.db, importId, 1)
  return documents
}

/** Keeps what became of a file that was not even read. */
export async function recordUnread(
  work: Work,
  importId: ImportId,
  unread: Pick<ImportedDocument, 'path' | 'reason' | 'message'> & { readonly outcome: 'skipped' | 'failed' },
): Promise<void> {
  await recordDocument(work.db, importId, storable({ ...NOTHING_READ, ...unread }))
  await advanceImport(work.db, importId, 1)
}

const NOTHING_READ = {
  sha256: null,
  title: null,
  confidence: null,
  warnings: [],
  postmortemId: null,
  postmortemNumber: null,
  reason: null,
  message: null,
} as const

async function readInto(
  work: Work,
  batch: ImportBatch,
  path: string,
  bytes: Uint8Array,
  sha256: Uint8Array,
): Promise<ListedDocument[]> {
  const file = { folder: batch.label, path }
  const newest = await findNewestOriginal(work.db, file)
  const postmortems = await findPostmortemsOfFile(work.db, file)
  if (newest !== null && Buffer.compare(newest.sha256, sha256) === 0) {
    return Promise.all([...postmortems].map(([part, id]) => unchanged(work, path, sha256, part, id)))
  }
  const twin = postmortems.size === 0 ? await findSameBytes(work.db, sha256, file) : null
  if (twin !== null) return [await duplicate(work, path, sha256, twin)]
  const read = storable(readDocument(path, bytes, { zone: batch.zone }))
  const drafts = read.filter((document) => document.status === 'postmortem')
  if (drafts.length === 0) {
    return read.flatMap((document) => (document.status === 'postmortem' ? [] : notADraft(document, sha256)))
  }
  const originalId = await keep(work, batch, path, bytes, sha256)
  const known = await learnNames(work, drafts)
  const documents: ListedDocument[] = []
  for (const document of read) {
    documents.push(
      document.status === 'postmortem'
        ? await store(work, document, { path, originalId, postmortems, known, sha256 })
        : notADraft(document, sha256),
    )
  }
  return documents
}

/** The postmortem as the importer may see it; nothing of one restricted since. */
const mentionFor = (work: Work, id: PostmortemId): ReturnType<typeof findMention> =>
  findMention(work.db, work.who === null ? SEES_ALL : sightOf({ ...work, who: work.who }), id)

async function unchanged(
  work: Work,
  path: string,
  sha256: Uint8Array,
  part: number,
  id: PostmortemId,
): Promise<ListedDocument> {
  const mention = await mentionFor(work, id)
  return {
    ...NOTHING_READ,
    path: part === 0 ? path : `${path}#${String(part)}`,
    sha256,
    outcome: 'unchanged',
    title: mention?.title ?? null,
    postmortemId: mention?.id ?? null,
    postmortemNumber: mention?.number ?? null,
  }
}

async function duplicate(
  work: Work,
  path: string,
  sha256: Uint8Array,
  twin: { readonly path: string; readonly postmortemId: PostmortemId },
): Promise<ListedDocument> {
  const mention = await mentionFor(work, twin.postmortemId)
  return {
    ...NOTHING_READ,
    path,
    sha256,
    outcome: 'skipped',
    reason: 'duplicate',
    message: `It is the same, byte for byte, as ${twin.path}.`,
    title: mention?.title ?? null,
    postmortemId: mention?.id ?? null,
    postmortemNumber: mention?.number ?? null,
  }
}

function notADraft(document: Exclude<ReadDocument, DraftDocument>, sha256: Uint8Array): ListedDocument {
  return {
    ...NOTHING_READ,
    path: document.path,
    sha256,
    outcome: document.status,
    reason: document.reason,
    message: document.status === 'several' ? `It holds ${String(document.count)} incidents.` : null,
    title: document.title,
    warnings: document.warnings,
  }
}

async function keep(
  work: Work,
  batch: ImportBatch,
  path: string,
  bytes: Uint8Array,
  sha256: Uint8Array,
): Promise<OriginalId> {
  const decoded = decode(bytes)
  const id = newId<'original'>()
  await keepOriginal(work.db, {
    id,
    folder: batch.label,
    path,
    bytes,
    sha256,
    encoding: decoded.ok ? decoded.encoding : 'binary',
    importId: batch.id,
    importedAt: work.now,
  })
  return id
}

/** Looks up, once for a file, what its names stand for; services that are not known yet are added to the catalogue. */
async function learnNames(work: Work, drafts: readonly DraftDocument[]): Promise<Known> {
  const names = new Map(
    drafts.flatMap((draft) => draft.incident.services).map((name) => [name.toLowerCase(), name] as const),
  )
  const owners = drafts.flatMap((draft) => draft.actions.flatMap((action) => action.owner ?? []))
  const classes = await listClasses(work.db)
  return {
    scale: await listSeverities(work.db),
    people: await findPeopleNamed(work.db, owners),
    services: await ensureServices(
      work.db,
      [...names.values()].map((name) => ({ id: newId<'service'>(), name })),
    ),
    classes: new Map(
      classes.flatMap((one) => (one.lexiconKey === null || !one.active ? [] : [[one.lexiconKey, one.id]])),
    ),
    wording: await readWordingGround(work.db),
  }
}

interface Storing {
  /** Of the file as a whole. */
  readonly path: string
  readonly originalId: OriginalId
  /** What earlier versions of the file became, by part. */
  readonly postmortems: ReadonlyMap<number, PostmortemId>
  readonly known: Known
  readonly sha256: Uint8Array
}

async function store(work: Work, draft: DraftDocument, storing: Storing): Promise<ListedDocument> {
  const part = draft.path === storing.path ? 0 : Number(/#(\d+)$/.exec(draft.path)?.[1] ?? 0)
  const existing = storing.postmortems.get(part)
  const { id, number, warnings } =
    existing === undefined
      ? { ...(await createImported(work, draft, storing.known)), warnings: [] }
      : { id: existing, ...(await updateImported(work, existing, draft, storing.known)) }
  await linkOriginal(work.db, id, storing.originalId, part)
  // Where the library puts an undated one depends on its having an original.
  if (draft.incident.startedOn === null) await settlePostmortems(work.db, [id])
  return {
    path: draft.path,
    sha256: storing.sha256,
    outcome: existing === undefined ? 'created' : 'updated',
    reason: null,
    message: null,
    title: draft.title,
    confidence: draft.confidence,
    warnings: [...draft.warnings, ...warnings, ...(await ownWarnings(work, draft, id))],
    postmortemId: id,
    postmortemNumber: number,
  }
}

/** What storing it brought to light. */
async function ownWarnings(work: Work, draft: DraftDocument, id: PostmortemId): Promise<Warning[]> {
  const { startedAt } = draft.incident
  const like = startedAt === null ? null : await findLikeIncident(work.db, id, startedAt, draft.title)
  const warnings = orderWarnings(draft)
  if (draft.timeline.length > MOST_EVENTS) {
    const message = `Only the first ${String(MOST_EVENTS)} of ${String(draft.timeline.length)} timeline entries were kept apart; the text holds them all.`
    warnings.push({ code: 'timeline_cut', message, line: null })
  }
  if (like !== null) {
    const message = `It seems to tell of the same incident as ${toHandle('postmortem', like.number)} “${like.title}”.`
    warnings.push({ code: 'same_incident', message, line: null })
  }
  return warnings
}
