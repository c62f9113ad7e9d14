/** What storing adds to a thing of the domain: its version, which a write must name, and when it was made and changed. */
import type { Instant } from '../domain/instant.ts'

export interface Versioned {
  /** Counts from 1; each stored change makes the next. */
  readonly version: number
  readonly createdAt: Instant
  readonly updatedAt: Instant
}

/** A thing of the domain as it stands in the database. */
export type Stored<Thing> = Thing & Versioned

/** The columns that every versioned table has, as a mapped row's last part. */
export function versionOf(row: { version: number; created_at: Instant; updated_at: Instant }): Versioned {
  return { version: row.version, createdAt: row.created_at, updatedAt: row.updated_at }
}
