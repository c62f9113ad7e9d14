/** What an archive says of itself: what made it, and for each table how much of what. */

/** The layout of archives that this program writes and reads. */
export const ARCHIVE_FORMAT = 1

/** One table of an archive. */
export interface ArchivedTable {
  readonly name: string
  /** In the order in which each row's values stand. */
  readonly columns: readonly string[]
  readonly rows: number
  /** Length of its rows in PostgreSQL's COPY text, before compression. */
  readonly bytes: number
  /** SHA-256 of that text, in hex. */
  readonly sha256: string
}

/** Where a sequence stands. */
export interface ArchivedSequence {
  readonly name: string
  readonly value: number
  readonly used: boolean
}

/** The last part of an archive: an archive without it was cut short. */
export interface ArchiveManifest {
  readonly format: number
  /** Release of Highwater that wrote it, and the newest migration of the database it was read from. */
  readonly release: string
  readonly migration: number
  /** As the server called itself, for example `18.4`. */
  readonly postgres: string
  /** UTC, ISO 8601: the moment of the snapshot. */
  readonly takenAt: string
  readonly tables: readonly ArchivedTable[]
  readonly sequences: readonly ArchivedSequence[]
}

/** Rows of all tables together. */
export function totalRows(manifest: ArchiveManifest): number {
  return manifest.tables.reduce((sum, table) => sum + table.rows, 0)
}
