/** Writes the whole schema of a database as text, in a fixed order, so that a change of it shows in review. */
import type pg from 'pg'

/** Tables in order of name, each with its columns, constraints, indexes and triggers; then views, sequences and functions. */
export async function dumpSchema(pool: pg.Pool): Promise<string> {
  const parts = [
    await dumpTables(pool),
    await dumpViews(pool),
    await dumpSequences(pool),
    await dumpFunctions(pool),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

async function lines(pool: pg.Pool, sql: string): Promise<{ table: string; line: string }[]> {
  return (await pool.query<{ table: string; line: string }>(sql)).rows
}

const OURS = `relnamespace = 'public'::regnamespace and relname not in ('schema_migrations', 'schema_lock')`

const COLUMNS = `
  select relname as table,
    '  ' || quote_ident(attname) || ' ' || format_type(atttypid, atttypmod)
      || case when attnotnull then ' not null' else '' end
      || case
           when attgenerated = 's' then ' generated always as (' || pg_get_expr(adbin, adrelid) || ') stored'
           when adbin is not null then ' default ' || pg_get_expr(adbin, adrelid)
           else ''
         end as line
  from pg_attribute
  join pg_class on pg_class.oid = attrelid
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where relkind = 'r' and attnum > 0 and not attisdropped and ${OURS}
  order by relname collate "C", attnum`

/** Newer servers also list "not null" among the constraints (type n); the columns say it already. */
const CONSTRAINTS = `
  select relname as table,
    '  constraint ' || quote_ident(conname) || ' ' || pg_get_constraintdef(pg_constraint.oid, true) as line
  from pg_constraint
  join pg_class on pg_class.oid = conrelid
  where contype <> 'n' and ${OURS}
  order by relname collate "C", conname collate "C"`

const INDEXES = `
  select relname as table, pg_get_indexdef(indexrelid, 0, true) || ';' as line
  from pg_index
  join pg_class on pg_class.oid = indrelid
  where ${OURS} and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))
  order by relname collate "C", indexrelid::regclass::text collate "C"`

const TRIGGERS = `
  select relname as table, pg_get_triggerdef(pg_trigger.oid, true) || ';' as line
  from pg_trigger
  join pg_class on pg_class.oid = tgrelid
  where not tgisinternal and ${OURS}
  order by relname collate "C", tgname collate "C"`

async function dumpTables(pool: pg.Pool): Promise<string> {
  const columns = await lines(pool, COLUMNS)
  const constraints = await lines(pool, CONSTRAINTS)
  const after = [...(await lines(pool, INDEXES)), ...(await lines(pool, TRIGGERS))]
  const names = [...new Set(columns.map((column) => column.table))]
  return names
    .map((name) => {
      const of = (rows: { table: string; line: string }[]) =>
        rows.filter((row) => row.table === name).map((row) => row.line)
      const body = [...of(columns), ...of(constraints)].join(',\n')
      return [`create table ${name} (\n${body}\n);`, ...of(after)].join('\n')
    })
    .join('\n\n')
}

async function dumpViews(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ line: string }>(`
    select 'create view ' || quote_ident(viewname) || E' as\\n' || definition as line
    from pg_views where schemaname = 'public' order by viewname collate "C"`)
  return rows.map((row) => row.line).join('\n\n')
}

async function dumpSequences(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ line: string }>(`
    select 'create sequence ' || quote_ident(sequencename) || ' as ' || data_type || ';' as line
    from pg_sequences where schemaname = 'public' order by sequencename collate "C"`)
  return rows.map((row) => row.line).join('\n')
}

async function dumpFunctions(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ line: string }>(`
    select rtrim(pg_get_functiondef(pg_proc.oid), E'\\n') || ';' as line
    from pg_proc
    where pronamespace = 'public'::regnamespace
      and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')
    order by proname collate "C"`)
  return rows.map((row) => row.line).join('\n\n')
}
