/** A disk that becomes full: said clearly, nothing stored is harmed, and all goes on once there is room. */
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../src/storage/connection.ts'
import { writeArchive } from '../../src/storage/archive/write-archive.ts'
import { isRoot, scratchFolder, scratchServer, until } from './scratch.ts'

/** Whether this machine lets tests make a small disk of their own. */
const canMount = isRoot && process.platform === 'linux' && tryMount()
if (!canMount) console.warn('SKIPPED: a full disk cannot be made here (needs root and the right to mount)')

function tryMount(): boolean {
  const probe = '/tmp/highwater-mount-probe'
  mkdirSync(probe, { recursive: true })
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', probe]).status === 0
  if (mounted) spawnSync('umount', [probe])
  rmSync(probe, { recursive: true, force: true })
  return mounted
}

function smallDisk(megabytes: number): string {
  const folder = join(scratchFolder(), 'disk')
  mkdirSync(folder)
  expect(spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]).status).toBe(0)
  chmodSync(folder, 0o711)
  onTestFinished(() => void spawnSync('umount', ['-l', folder]))
  return folder
}

/** Fills a disk to the last byte; returns how to make room again. */
function fill(folder: string): () => void {
  const file = join(folder, 'ballast')
  for (const size of [1 << 20, 1 << 12, 1]) {
    try {
      for (;;) writeFileSync(file, Buffer.alloc(size), { flag: 'a' })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
    }
  }
  return () => rmSync(file)
}

test.skipIf(!canMount)(
  'a disk too small for a database is named as the reason, and nothing is left on it',
  async () => {
    const disk = smallDisk(12)
    await expect(scratchServer(join(disk, 'data'))).rejects.toMatchObject({ code: 'disk_full' })
    expect(readdirSync(join(disk, 'data')).filter((name) => name.startsWith('postgres'))).toEqual([])
  },
)

test.skipIf(!canMount)(
  'a disk that becomes full refuses writes, keeps what is stored, and serves again once there is room',
  async () => {
    const disk = smallDisk(160)
    const server = await scratchServer(join(disk, 'data'))
    const database = await openDatabase({ target: server.connection(), poolSize: 2 })
    onTestFinished(() => database.close())
    await database.pool.query(
      `create table kept as select n, repeat('x', 500) as t from generate_series(1, 2000) n`,
    )
    const makeRoom = fill(disk)
    await expect(
      database.pool.query(`insert into kept select n, repeat('y', 500) from generate_series(1, 100000) n`),
    ).rejects.toThrow(/No space left|terminat|shut down/)
    makeRoom()
    await until(() => server.status() === 'ready', 'the database is ready')
    const { rows } = await database.db
      .withTables<{ kept: { n: number } }>()
      .selectFrom('kept')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .execute()
      .then((counted) => ({ rows: counted }))
    expect(rows).toEqual([{ n: 2000 }])
    await database.pool.query(`insert into kept values (0, 'after')`)
  },
)

test.skipIf(!canMount)('a backup onto a full disk is refused and leaves no half of itself', async () => {
  const server = await scratchServer(join(scratchFolder(), 'data'))
  const database = await openDatabase({ target: server.connection(), poolSize: 2 })
  onTestFinished(() => database.close())
  await database.pool.query(
    `create table noise as select gen_random_uuid() as id from generate_series(1, 60000)`,
  )
  const disk = smallDisk(1)
  await expect(
    writeArchive({ pool: database.pool, file: join(disk, 'backup'), release: '0.0.0' }),
  ).rejects.toMatchObject({ code: 'disk_full' })
  expect(existsSync(join(disk, 'backup'))).toBe(false)
  expect(readdirSync(disk)).toEqual([])
})
