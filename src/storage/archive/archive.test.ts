import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Pool } from 'pg'
import { afterAll, expect, test } from 'vitest'
import { blankDatabase, testDatabase } from '../../../test/support/database.ts'
import { type Database, openDatabase } from '../connection.ts'
import { migrate, pendingMigrations, readMigrations } from '../migrate.ts'
import type { Tables } from '../schema.ts'
import { totalRows } from './manifest.ts'
import { verifyArchive } from './read-archive.ts'
import { restoreArchive } from './restore-archive.ts'
import { writeArchive } from './write-archive.ts'

const source = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'highwater-archive-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const AWKWARD = 'Line one\nline two\twith \\N, \\., "quotes", 日本語, \u{1f30a}'
const PICTURE = randomBytes(3_000_000)

async function fill(pool: Pool): Promise<void> {
  const [chief, engineer] = [randomUUID(), randomUUID()]
  // The first one reports to one who comes after: keys hold only once all rows are there.
  await pool.query('insert into people (id, name, manager_id) values ($1, $2, null), ($3, $4, $1)', [
    chief,
    AWKWARD,
    engineer,
    'Ola',
  ])
  await pool.query(
    `insert into teams (id, name, lead_id) select gen_random_uuid(), 'Team ' || n, $1 from generate_series(1, 5000) n`,
    [engineer],
  )
  await pool.query(
    `insert into files (id, name, media_type, sha256, bytes) values ($1, 'flood.png', 'image/png', sha256($2), $2)`,
    [randomUUID(), PICTURE],
  )
  await pool.query(
    `insert into activity (id, at, origin, thing, thing_id, what) values ($1, now(), 'api', 'person', $2, 'added')`,
    [randomUUID(), chief],
  )
  await pool.query(`select setval('postmortem_number', 41)`)
}
await fill(source.pool)

async function blank(): Promise<Database<Tables>> {
  const { connection, drop } = await blankDatabase()
  const database = await openDatabase<Tables>({ target: connection, poolSize: 2 })
  afterAll(async () => {
    await database.close()
    await drop()
  })
  return database
}

const archive = async (name: string): Promise<string> => {
  const file = join(folder, name)
  await writeArchive({ pool: source.pool, file, release: '0.0.0' })
  return file
}

test('an installation comes back in an empty database, value for value', async () => {
  const file = await archive('whole')
  const target = await blank()
  const manifest = await restoreArchive({ pool: target.pool, file })
  expect(totalRows(manifest)).toBe(5004)
  const names = await target.db.selectFrom('people').select('name').orderBy('name').execute()
  expect(names.map((row) => row.name)).toEqual([AWKWARD, 'Ola'])
  const { rows } = await sql<{ bytes: Buffer }>`select bytes from files`.execute(target.db)
  expect(rows[0]?.bytes.equals(PICTURE)).toBe(true)
  const next = await sql<{ next: number }>`select nextval('postmortem_number') as next`.execute(target.db)
  expect(next.rows[0]?.next).toBe(42)
})

test('what comes back is the same to the byte when it is archived again', async () => {
  const target = await blank()
  const first = await restoreArchive({ pool: target.pool, file: await archive('once') })
  const second = await writeArchive({ pool: target.pool, file: join(folder, 'twice'), release: '0.0.0' })
  expect(second.tables).toEqual(first.tables)
})

test('an archive of an older release is restored into the schema of its time and then brought up to date', async () => {
  const migrations = await readMigrations()
  const older = await blank()
  await migrate(older.pool, migrations.slice(0, -1))
  await older.pool.query(`insert into people (id, name) values (gen_random_uuid(), 'From before')`)
  const file = join(folder, 'older')
  await writeArchive({ pool: older.pool, file, release: '0.0.0' })
  const target = await blank()
  const manifest = await restoreArchive({ pool: target.pool, file })
  expect(manifest.migration).toBe(migrations.length - 1)
  expect(await pendingMigrations(target.pool)).toEqual([])
  expect((await target.pool.query('select name from people')).rows).toEqual([{ name: 'From before' }])
})

test('the keys and triggers of a restored database hold as before', async () => {
  const target = await blank()
  await restoreArchive({ pool: target.pool, file: await archive('guarded') })
  await expect(target.pool.query('delete from activity')).rejects.toThrow('append')
  await expect(
    target.pool.query(
      'insert into teams (id, name, lead_id) values (gen_random_uuid(), $1, gen_random_uuid())',
      ['x'],
    ),
  ).rejects.toMatchObject({ code: '23503' })
})

test('writes that go on while it is written are all in or all out', async () => {
  const done = new AbortController()
  const writing = (async () => {
    while (!done.signal.aborted) {
      const id = randomUUID()
      await source.db.transaction().execute(async (tx) => {
        await sql`insert into people (id, name) values (${id}, ${`P ${id}`})`.execute(tx)
        await sql`insert into teams (id, name, lead_id) values (${id}, ${`pair ${id}`}, ${id})`.execute(tx)
      })
    }
  })()
  const file = await archive('busy')
  done.abort()
  await writing
  const target = await blank()
  await restoreArchive({ pool: target.pool, file })
  const pairs = await sql<{ odd: number }>`
    select count(*) as odd from people full join teams on teams.id = people.id
    where (people.name like 'P%' and teams.id is null) or (teams.name like 'pair%' and people.id is null)`.execute(
    target.db,
  )
  expect(pairs.rows[0]?.odd).toBe(0)
})

test('an installation that is not empty is left as it is', async () => {
  const target = await testDatabase()
  await target.pool.query(`insert into people (id, name) values (gen_random_uuid(), 'Already here')`)
  await expect(restoreArchive({ pool: target.pool, file: await archive('for-none') })).rejects.toMatchObject({
    code: 'not_empty',
  })
  const { rows } = await target.pool.query('select name from people')
  expect(rows).toEqual([{ name: 'Already here' }])
})

test('a file cut short or changed anywhere is refused before anything is written', async () => {
  const whole = readFileSync(await archive('to-damage'))
  const target = await blank()
  const attempts = [
    whole.subarray(0, whole.length - 1),
    whole.subarray(0, whole.length / 2),
    whole.subarray(0, 21),
  ]
  for (const at of [22, 1000, whole.length >> 1, whole.length - 5]) {
    const changed = Buffer.from(whole)
    changed[at] = (changed[at] ?? 0) ^ 0x10
    attempts.push(changed)
  }
  for (const [index, bytes] of attempts.entries()) {
    const file = join(folder, `damaged-${index}`)
    writeFileSync(file, bytes)
    await expect(restoreArchive({ pool: target.pool, file })).rejects.toMatchObject({ code: 'damaged' })
  }
  const { rows } = await target.pool.query(
    `select count(*)::int as n from pg_tables where schemaname = 'public'`,
  )
  expect(rows[0]).toEqual({ n: 0 })
})

test('another file is not taken for an archive, nor a missing one', async () => {
  const file = join(folder, 'other')
  writeFileSync(file, 'A text that is something else altogether.')
  await expect(verifyArchive(file)).rejects.toMatchObject({ code: 'not_an_archive' })
  await expect(verifyArchive(join(folder, 'missing'))).rejects.toThrow('missing cannot be read (ENOENT)')
})

test('an existing file is never written over, and a folder that is not there is named', async () => {
  const file = await archive('taken')
  const before = readFileSync(file)
  await expect(archive('taken')).rejects.toMatchObject({ code: 'exists' })
  expect(readFileSync(file).equals(before)).toBe(true)
  await expect(archive('nowhere/x')).rejects.toThrow(`${folder}/nowhere is no folder`)
})

test('a failed write leaves nothing behind', async () => {
  await expect(
    writeArchive({
      pool: source.pool,
      file: join(folder, 'failing'),
      release: '0.0.0',
      onTable: () => {
        throw new Error('stopped half way')
      },
    }),
  ).rejects.toThrow('stopped half way')
  expect(existsSync(join(folder, 'failing'))).toBe(false)
  expect(readdirSync(folder).filter((name) => name.includes('.tmp-'))).toEqual([])
})
