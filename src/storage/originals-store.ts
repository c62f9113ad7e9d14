/** Originals: imported files byte for byte, every version of each path, and the postmortems read from them. */
import { sql } from 'kysely'
import type { ImportId, OriginalId, PostmortemId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { Original } from '../domain/postmortem.ts'
import { ask, type Question, question } from './question.ts'
import type { Db, Tx } from './schema.ts'

/** Which file: its path within the folder that was imported. */
export interface FileAddress {
  /** The import's label, such as the folder's name: the same path in another folder is another file. */
  readonly folder: string
  readonly path: string
}

export interface NewOriginal extends FileAddress {
  readonly id: OriginalId
  readonly bytes: Uint8Array
  readonly sha256: Uint8Array
  /** How it was read: `utf-8`, `utf-16le`, … */
  readonly encoding: string
  readonly importId: ImportId | null
  readonly importedAt: Instant
}

/** The newest version of a file, or null when it was never imported. */
export async function findNewestOriginal(
  db: Db,
  file: FileAddress,
): Promise<{ readonly id: OriginalId; readonly version: number; readonly sha256: Uint8Array } | null> {
  const row = await db
    .selectFrom('originals')
    .select(['id', 'version', 'sha256'])
    .where('folder', '=', file.folder)
    .where('path', '=', file.path)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** Keeps a file as the next version of its path; returns that version. Of two at once the later breaks `originals_folder_path_version_key`. */
export async function keepOriginal(tx: Tx, original: NewOriginal): Promise<number> {
  const row = await tx
    .insertInto('originals')
    .values((eb) => ({
      id: original.id,
      folder: original.folder,
      path: original.path,
      version: eb
        .selectFrom('originals')
        .select(sql<number>`coalesce(max(version), 0) + 1`.as('version'))
        .where('folder', '=', original.folder)
        .where('path', '=', original.path),
      sha256: original.sha256,
      bytes: original.bytes,
      encoding: original.encoding,
      import_id: original.importId,
      imported_at: original.importedAt,
    }))
    .returning('version')
    .executeTakeFirstOrThrow()
  return row.version
}

/** Says which postmortem was read from an original; `part` counts from 1 in a file of many, and is 0 in a file of one. */
export async function linkOriginal(
  tx: Tx,
  postmortemId: PostmortemId,
  originalId: OriginalId,
  part: number,
): Promise<void> {
  await tx
    .insertInto('postmortem_originals')
    .values({ postmortem_id: postmortemId, original_id: originalId, part })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The postmortems read from any version of a file, by their part of it. */
export async function findPostmortemsOfFile(
  db: Db,
  file: FileAddress,
): Promise<ReadonlyMap<number, PostmortemId>> {
  const rows = await db
    .selectFrom('originals')
    .innerJoin('postmortem_originals', 'postmortem_originals.original_id', 'originals.id')
    .select(['part', 'postmortem_id'])
    .where('folder', '=', file.folder)
    .where('path', '=', file.path)
    .orderBy('originals.version')
    .execute()
  return new Map(rows.map((row) => [row.part, row.postmortem_id]))
}

/** The originals of a postmortem, newest version first. Say with `findPostmortem` that the asker may see it. */
export async function listOriginals(db: Db, postmortemId: PostmortemId): Promise<Original[]> {
  return ask(db, originalsAsked(db, postmortemId))
}

/** The same as a question. */
export function originalsAsked(db: Db, postmortemId: PostmortemId): Question<Original[]> {
  const originals = db
    .selectFrom('postmortem_originals')
    .innerJoin('originals', 'originals.id', 'postmortem_originals.original_id')
    .select(['originals.id', 'path', 'sha256', 'byte_length', 'imported_at', 'version'])
    .where('postmortem_id', '=', postmortemId)
    .orderBy('version', 'desc')
    .orderBy('path')
  return question(originals, (rows) =>
    rows.map((row) => ({
      id: row.id,
      path: row.path,
      sha256: Buffer.from(row.sha256).toString('hex'),
      bytes: row.byte_length,
      importedAt: row.imported_at,
      version: row.version,
    })),
  )
}

/** The bytes of one original of a postmortem; null when it is not one of its own. */
export async function readOriginal(
  db: Db,
  postmortemId: PostmortemId,
  originalId: OriginalId,
): Promise<{ readonly path: string; readonly bytes: Uint8Array; readonly encoding: string } | null> {
  const row = await db
    .selectFrom('postmortem_originals')
    .innerJoin('originals', 'originals.id', 'postmortem_originals.original_id')
    .select(['path', 'bytes', 'encoding'])
    .where('postmortem_id', '=', postmortemId)
    .where('original_id', '=', originalId)
    .executeTakeFirst()
  return row ?? null
}

/** A file as it is exported. */
export interface ExportedOriginal extends FileAddress {
  readonly id: OriginalId
  readonly version: number
  readonly bytes: Uint8Array
}

/** The newest version of each file, in order of folder and path, after one; for walking through all of them in batches. */
export async function listNewestOriginals(
  db: Db,
  after: FileAddress | null,
  limit: number,
): Promise<ExportedOriginal[]> {
  const { rows } = await sql<ExportedOriginal>`
    select id, folder, path, version, bytes from originals o
    where (folder, path) > (${after?.folder ?? ''}, ${after?.path ?? ''})
      and not exists (
        select from originals newer
        where newer.folder = o.folder and newer.path = o.path and newer.version > o.version
      )
    order by folder, path limit ${limit}
  `.execute(db)
  return rows
}
