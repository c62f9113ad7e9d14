import { readFile } from 'node:fs/promises'
import type { Pool } from 'pg'
import { afterEach, expect, test } from 'vitest'
import { blankDatabase, testDatabase } from '../../test/support/database.ts'
import * as vocabulary from '../domain/vocabulary.ts'
import { openDatabase } from './connection.ts'
import { migrate, pendingMigrations, readMigrations, toMigration } from './migrate.ts'
import { dumpSchema } from './schema-dump.ts'
import type { Tables } from './schema.ts'

const opened: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of opened.splice(0)) await close()
})

async function blankPool(): Promise<Pool> {
  const { connection, drop } = await blankDatabase()
  const database = await openDatabase<Tables>({ target: connection })
  opened.push(async () => {
    await database.close()
    await drop()
  })
  return database.pool
}

const first = toMigration('0001_first.sql', 'create table first (id int);')
const second = toMigration('0002_second.sql', 'create table second (id int);')

test('all migrations replay from an empty database, once', async () => {
  const pool = await blankPool()
  const known = (await readMigrations()).map((migration) => migration.name)
  expect(await pendingMigrations(pool)).toEqual(known)
  expect((await migrate(pool)).applied).toEqual(known)
  expect((await migrate(pool)).applied).toEqual([])
  expect(await pendingMigrations(pool)).toEqual([])
})

test('programs that migrate at the same time apply each migration once', async () => {
  const pool = await blankPool()
  const reports = await Promise.all([1, 2, 3, 4].map(() => migrate(pool, [first, second])))
  expect(reports.flatMap((report) => report.applied).sort()).toEqual([first.name, second.name])
})

test('an applied migration that was edited is refused by name', async () => {
  const pool = await blankPool()
  await migrate(pool, [first])
  const edited = toMigration(first.name, 'create table first (id bigint);')
  await expect(migrate(pool, [edited, second])).rejects.toMatchObject({
    code: 'migration_edited',
    message: expect.stringContaining('0001_first.sql was changed after it was applied') as string,
  })
})

test('other line ends make the same migration', () => {
  expect(toMigration('0001_a.sql', 'select 1;\r\nselect 2;\r\n').sha256).toBe(
    toMigration('0001_a.sql', 'select 1;\nselect 2;\n').sha256,
  )
})

test('a database from a newer version is refused by the name of its migration', async () => {
  const pool = await blankPool()
  await migrate(pool, [first, second])
  await expect(migrate(pool, [first])).rejects.toMatchObject({
    code: 'migration_unknown',
    message: expect.stringContaining('0002_second.sql') as string,
  })
})

test('a migration that fails leaves nothing of itself behind', async () => {
  const pool = await blankPool()
  const broken = toMigration('0002_broken.sql', 'create table half (id int); select nothing_there;')
  await expect(migrate(pool, [first, broken])).rejects.toMatchObject({ code: 'migration_failed' })
  const { rows } = await pool.query(`select to_regclass('first') as first, to_regclass('half') as half`)
  expect(rows).toEqual([{ first: 'first', half: null }])
  expect((await migrate(pool, [first, second])).applied).toEqual([second.name])
})

const { pool, db } = await testDatabase()

test('the committed schema is what the migrations make (vitest -u writes it anew)', async () => {
  await expect(await dumpSchema(pool)).toMatchFileSnapshot('schema.sql')
})

test('the query builder knows every table and column, and which may be null', async () => {
  const { rows } = await pool.query<{ table: string; column: string; nullable: boolean }>(`
    select table_name as table, column_name as column, is_nullable = 'YES' as nullable
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('schema_migrations', 'schema_lock')`)
  const there = rows.map((row) => `${row.table}.${row.column}${row.nullable ? ' null' : ''}`).sort()
  expect(await typedColumns()).toEqual(there)
})

/** The columns of the schema's types, read from their source. */
async function typedColumns(): Promise<string[]> {
  const names = ['people', 'postmortems', 'work', 'record']
  const sources = await Promise.all(
    names.map((name) => readFile(new URL(`schema-${name}.ts`, import.meta.url), 'utf8')),
  )
  const text = sources.join('\n')
  const tables = [...text.matchAll(/^ {2}(\w+): (\w+Table)$/gm)]
  return tables
    .flatMap(([, table, type]) => {
      const body = new RegExp(`interface ${String(type)} \\{\\n(.*?)\\n\\}`, 's').exec(text)?.[1] ?? ''
      return body.split('\n').map((line) => {
        const [column, ...kind] = line.trim().split(': ')
        const nullable = kind.join(': ').includes('null') || kind.join(': ').startsWith('NullableJson')
        return `${String(table)}.${String(column)}${nullable ? ' null' : ''}`
      })
    })
    .sort()
}

test('the closed lists of the database are those of the vocabulary', async () => {
  const { rows } = await pool.query<{ table: string; column: string; check: string }>(`
    select conrelid::regclass::text as table, attname as column, pg_get_constraintdef(pg_constraint.oid) as check
    from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]
    where contype = 'c' and array_length(conkey, 1) = 1`)
  const lists = Object.values(vocabulary).map((words) => [...words].sort().join(' '))
  const wordsOf = (table: string, column: string) => {
    const check = rows.find((row) => row.table === table && row.column === column)?.check ?? ''
    return [...check.matchAll(/'([\w-]+)'/g)]
      .map((match) => match[1] ?? '')
      .sort()
      .join(' ')
  }
  const listed = [
    ['incidents', 'kind'],
    ['postmortems', 'state'],
    ['postmortems', 'tier'],
    ['postmortems', 'visibility'],
    ['postmortem_sections', 'section'],
    ['timeline_events', 'precision'],
    ['timeline_events', 'phase'],
    ['evidence', 'kind'],
    ['impact_statements', 'kind'],
    ['layers_met', 'outcome'],
    ['decision_information', 'kind'],
    ['postmortem_classes', 'standing'],
    ['claim_evidence', 'section'],
    ['findings', 'section'],
    ['findings', 'state'],
    ['findings', 'category'],
    ['findings', 'severity'],
    ['findings', 'part'],
    ['postmortem_references', 'kind'],
    ['action_items', 'kind'],
    ['action_items', 'aim'],
    ['action_items', 'state'],
    ['improvement_ideas', 'kind'],
    ['improvement_ideas', 'aim'],
    ['programmes', 'state'],
    ['sponsorships', 'state'],
    ['reviews', 'outcome'],
    ['readings', 'word'],
    ['training_modules', 'audience'],
    ['activity', 'origin'],
    ['activity', 'thing'],
  ] as const
  for (const [table, column] of listed) {
    expect(lists, `${table}.${column}`).toContain(wordsOf(table, column))
  }
})

test('every foreign key has an index that begins with its column, so that nothing is found by reading a whole table', async () => {
  const { rows } = await pool.query<{ table: string; column: string }>(`
    select conrelid::regclass::text as table, attname as column
    from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]
    where contype = 'f' and not exists (
      select from pg_index where indrelid = conrelid and indkey[0] = conkey[1]
    )
    order by 1, 2`)
  const small = new Set(['organisation', 'teams', 'services', 'incident_classes'])
  expect(rows.filter((row) => !small.has(row.table))).toEqual([])
  await db.selectFrom('organisation').select('id').execute()
})
