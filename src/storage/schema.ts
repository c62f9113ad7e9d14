/** Every table as the query builder sees it; a test holds it against the migrations. */
import type { Kysely, Transaction } from 'kysely'
import type { PeopleTables } from './schema-people.ts'
import type { PostmortemsTables } from './schema-postmortems.ts'
import type { RecordTables } from './schema-record.ts'
import type { WorkTables } from './schema-work.ts'

export interface Tables extends PeopleTables, PostmortemsTables, WorkTables, RecordTables {}

/** What a store reads with: the pool, or a transaction under way. */
export type Db = Kysely<Tables> | Transaction<Tables>

/** What a store writes with: every write belongs to a transaction. */
export type Tx = Transaction<Tables>
