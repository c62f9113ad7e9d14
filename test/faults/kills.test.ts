/** What survives when a process is killed outright: every acknowledged write, and nobody left behind. */
import { readFileSync, readdirSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { openDatabase, retryRead } from '../../src/storage/connection.ts'
import { holderOf } from '../../src/storage/server/leftover.ts'
import { killRounds } from './api-kills.ts'
import { postmasterOf, runProgram, scratchFolder, scratchServer, until } from './scratch.ts'

const ROUNDS = 4

test('kill -9 of the program under writes loses no acknowledged write and leaves no server behind', async () => {
  const dataDir = join(scratchFolder(), 'data')
  const acknowledged: string[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const writer = runProgram('test/faults/writer.ts', ['--data', dataDir])
    await writer.untilSaid(/(?:^ack \S+\n){20}/m)
    await wait(round * 90)
    const postmaster = postmasterOf(dataDir)
    writer.child.kill('SIGKILL')
    await writer.ended
    acknowledged.push(...[...writer.said().matchAll(/^ack (\S+)\n/gm)].map((match) => match[1] ?? ''))
    await until(
      () => postmaster !== null && holderOf(postmaster) !== 'postgres',
      'the database stops when its program is gone',
    )
  }
  const server = await scratchServer(dataDir)
  const client = new Client(server.connection())
  await client.connect()
  const { rows } = await client.query<{ id: string }>('select id from people')
  await client.end()
  const kept = new Set(rows.map((row) => row.id))
  expect(acknowledged.length).toBeGreaterThanOrEqual(ROUNDS * 20)
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
})

test('kill -9 of the server under writes through the API loses no answer that was given', async () => {
  const { acknowledged, lost } = await killRounds('src/main.ts', join(scratchFolder(), 'data'), 3)
  expect(acknowledged).toBeGreaterThanOrEqual(3 * 8)
  expect(lost).toEqual([])
})

test('kill -9 of the database is mended by itself: it starts again, and reads go on', async () => {
  const server = await scratchServer(join(scratchFolder(), 'data'))
  const database = await openDatabase({ target: server.connection(), poolSize: 2 })
  await database.pool.query('create table kept (n int)')
  await database.pool.query('insert into kept select generate_series(1, 1000)')
  for (let round = 0; round < 3; round += 1) {
    const before = server.pid() ?? 0
    process.kill(before, 'SIGKILL')
    const { rows } = await retryRead(() => sql`select count(*) as n from kept`.execute(database.db))
    expect(rows).toEqual([{ n: 1000 }])
    await until(() => server.status() === 'ready' && server.pid() !== before, 'another server is ready')
  }
  await database.close()
})

test('a stop while the database is being started again ends both', async () => {
  const dataDir = join(scratchFolder(), 'data')
  const server = await scratchServer(dataDir)
  process.kill(server.pid() ?? 0, 'SIGKILL')
  await until(() => server.status() === 'restarting', 'the end is noticed')
  await server.stop()
  expect(server.status()).toBe('stopped')
  const postmaster = postmasterOf(dataDir)
  expect(postmaster === null || holderOf(postmaster) !== 'postgres').toBe(true)
})

test.skipIf(process.platform !== 'linux')(
  'a server whose program and guard were both killed is taken over by the next start',
  async () => {
    const dataDir = join(scratchFolder(), 'data')
    const writer = runProgram('test/faults/writer.ts', ['--data', dataDir])
    await writer.untilSaid(/ack/)
    const orphan = postmasterOf(dataDir) ?? 0
    for (const guard of shellsIn(join(dataDir, 'postgres'))) process.kill(guard, 'SIGKILL')
    writer.child.kill('SIGKILL')
    await writer.ended
    await wait(300)
    expect(holderOf(orphan)).toBe('postgres')
    const server = await scratchServer(dataDir)
    expect(server.pid()).not.toBe(orphan)
    expect(holderOf(orphan)).not.toBe('postgres')
  },
)

/** Shells whose working directory is this one. */
function shellsIn(directory: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return (
          readlinkSync(`/proc/${pid}/cwd`) === directory &&
          readFileSync(`/proc/${pid}/comm`, 'utf8') === 'sh\n'
        )
      } catch {
        // Ended meanwhile, or another user's.
        return false
      }
    })
    .map(Number)
}
