/** Tables of imports, originals and the record of who did what. */
import type { FieldChange } from '../domain/activity.ts'
import type { ActivityId, ImportId, OriginalId, PersonId, PostmortemId, TokenId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { Origin, Thing } from '../domain/vocabulary.ts'
import type { DefaultedJson, NullableJson } from './json-column.ts'
import type { Generated, GeneratedAlways } from 'kysely'

export type ImportSource = 'upload' | 'folder'
export type ImportState = 'open' | 'running' | 'done' | 'failed'
export type ImportOutcome = 'created' | 'updated' | 'unchanged' | 'several' | 'skipped' | 'failed'

/** What reading a file warned of; `line` counts from 1. */
export interface ReadingWarning {
  readonly code: string
  readonly message: string
  readonly line: number | null
}

export interface RecordTables {
  imports: ImportsTable
  originals: OriginalsTable
  postmortem_originals: PostmortemOriginalsTable
  import_documents: ImportDocumentsTable
  activity: ActivityTable
}

export interface ImportsTable {
  id: ImportId
  source: ImportSource
  label: string
  zone: string | null
  state: Generated<ImportState>
  message: string | null
  total: number | null
  done: Generated<number>
  started_by_id: PersonId | null
  started_at: Generated<Instant>
  finished_at: Instant | null
}

export interface OriginalsTable {
  id: OriginalId
  folder: string
  path: string
  version: number
  sha256: Uint8Array
  bytes: Uint8Array
  byte_length: GeneratedAlways<number>
  encoding: Generated<string>
  import_id: ImportId | null
  imported_at: Generated<Instant>
}

export interface PostmortemOriginalsTable {
  postmortem_id: PostmortemId
  original_id: OriginalId
  part: Generated<number>
}

export interface ImportDocumentsTable {
  id: string
  import_id: ImportId
  path: string
  sha256: Uint8Array | null
  outcome: ImportOutcome
  reason: string | null
  message: string | null
  title: string | null
  confidence: NullableJson<Readonly<Record<string, number>>>
  warnings: DefaultedJson<readonly ReadingWarning[]>
  postmortem_id: PostmortemId | null
  created_at: Generated<Instant>
}

export interface ActivityTable {
  id: ActivityId
  at: Instant
  person_id: PersonId | null
  token_id: TokenId | null
  origin: Origin
  thing: Thing
  thing_id: string
  what: string
  changes: DefaultedJson<readonly FieldChange[]>
  reason: string | null
  postmortem_id: PostmortemId | null
}
