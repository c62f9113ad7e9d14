/** What a database holds, as its own catalogue says: tables, columns, sequences, keys between tables. */
import type { PoolClient } from 'pg'
import type { ArchivedSequence } from './manifest.ts'

/** The migrations' own tables describe the database, not its content. */
const OWN = `('schema_migrations', 'schema_lock')`

/** A table and the columns that are stored (not computed), by their own names. */
export interface StoredTable {
  readonly name: string
  readonly columns: readonly string[]
}

/** The tables with content, by name. */
export async function storedTables(client: PoolClient): Promise<StoredTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(`
    select relname as name, array_agg(attname::text order by attnum) as columns
    from pg_class
    join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = ''
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not in ${OWN}
    group by relname order by relname`)
  return rows
}

/** Where each sequence stands. */
export async function storedSequences(client: PoolClient): Promise<ArchivedSequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `select sequencename as name from pg_sequences where schemaname = 'public' order by sequencename`,
  )
  const sequences: ArchivedSequence[] = []
  for (const { name } of rows) {
    const at = await client.query<{ value: string; used: boolean }>(
      `select last_value::text as value, is_called as used from ${quote(name)}`,
    )
    sequences.push({ name, value: Number(at.rows[0]?.value ?? 1), used: at.rows[0]?.used ?? false })
  }
  return sequences
}

/** A foreign key: taken off while rows arrive in any order, put back to prove that they fit together. */
export interface ForeignKey {
  readonly table: string
  readonly name: string
  readonly definition: string
}

/** Every foreign key between the tables with content. */
export async function foreignKeys(client: PoolClient): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(`
    select relname as "table", conname as name, pg_get_constraintdef(pg_constraint.oid) as definition
    from pg_constraint join pg_class on pg_class.oid = conrelid
    where contype = 'f' and relnamespace = 'public'::regnamespace and conparentid = 0
    order by relname, conname`)
  return rows
}

/** Room that the tables take, without their indexes, in bytes: more than their archive will need. */
export async function storedBytes(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ bytes: string }>(`
    select coalesce(sum(pg_table_size(oid)), 0)::text as bytes
    from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`)
  return Number(rows[0]?.bytes ?? 0)
}

/** A name as SQL writes it. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
