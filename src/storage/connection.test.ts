import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../test/support/database.ts'
import { isServerAway, openDatabase, retryRead } from './connection.ts'

const { db, pool, url } = await testDatabase()

const one = async (expression: string): Promise<unknown> => {
  const { rows } = await sql<{ value: unknown }>`select ${sql.raw(expression)} as value`.execute(db)
  return rows[0]?.value
}

test('whole numbers, days and instants are read as the domain knows them', async () => {
  expect(await one('(select count(*) from (values (1), (2)) as pair)')).toBe(2)
  expect(await one("date '2024-02-29'")).toBe('2024-02-29')
  expect(await one("timestamptz '2024-02-01 10:12:00+01'")).toBe('2024-02-01T09:12:00Z')
  expect(await one("timestamptz '2024-02-01 09:12:00.123456+00'")).toBe('2024-02-01T09:12:00.123Z')
})

test('lists of them are read element by element, and null stays null', async () => {
  expect(await one('array[1, null, 9007199254740991]::int8[]')).toEqual([1, null, 9007199254740991])
  expect(await one("array['2024-02-01 09:12+00', null]::timestamptz[]")).toEqual([
    '2024-02-01T09:12:00Z',
    null,
  ])
  expect(await one("array['2024-02-01']::date[]")).toEqual(['2024-02-01'])
  expect(await one('null::timestamptz')).toBeNull()
})

test('a bigint that a number cannot hold is refused, not rounded', async () => {
  await expect(one('9007199254740993::int8')).rejects.toThrow('too large')
})

test('a statement over its time is ended by the server', async () => {
  const hasty = await openDatabase({ target: { connectionString: url }, statementTimeoutMs: 50 })
  await expect(sql`select pg_sleep(5)`.execute(hasty.db)).rejects.toMatchObject({ code: '57014' })
  await hasty.close()
})

test('a read whose connection broke is done again, anything else is not', async () => {
  let times = 0
  const broken = async (): Promise<number> => {
    times += 1
    if (times === 1) await pool.query('select pg_terminate_backend(pg_backend_pid())')
    return times
  }
  expect(await retryRead(broken)).toBe(2)
  times = 10
  await expect(
    retryRead(async () => {
      times += 1
      await pool.query('select 1 / 0')
    }),
  ).rejects.toMatchObject({ code: '22012' })
  expect(times).toBe(11)
})

test('what the server says of a mistake is not taken for an absent server', () => {
  expect(isServerAway(Object.assign(new Error('no'), { code: '23505' }))).toBe(false)
  expect(isServerAway(Object.assign(new Error('no'), { code: 'ECONNREFUSED' }))).toBe(true)
  expect(isServerAway('57P01')).toBe(false)
})

test('opening says what the server said when it refuses', async () => {
  const target = { connectionString: url.replace(/test_[0-9a-f]+/, 'nowhere') }
  await expect(openDatabase({ target })).rejects.toThrow('database "nowhere" does not exist')
})
