/** Starts that cannot be, or that have something in their way: each says what it is, and harms nothing. */
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { isRoot, postmasterOf, runProgram, scratchFolder, scratchServer } from './scratch.ts'

test('a second start on a data directory names the running one and leaves it alone', async () => {
  const dataDir = join(scratchFolder(), 'data')
  const first = runProgram('src/main.ts', ['serve', '--data', dataDir, '--port', '0'])
  const [, address = ''] = await first.untilSaid(/ready: (http:\S+)/)
  const postmaster = postmasterOf(dataDir)
  const second = runProgram('src/main.ts', ['serve', '--data', dataDir, '--port', '0'])
  expect(await second.ended).toBe(1)
  expect(second.said()).toContain(`already running on ${dataDir}: process ${first.pid}, ${address}`)
  expect(postmasterOf(dataDir)).toBe(postmaster)
  expect((await fetch(`${address}/readyz`)).status).toBe(200)
  first.child.kill('SIGINT')
  expect(await first.ended).toBe(0)
  expect(postmasterOf(dataDir)).toBeNull()
})

test('a port in use is named with the setting that changes it, and the database is not left running', async () => {
  const dataDir = join(scratchFolder(), 'data')
  const taken = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => taken.once('listening', resolve))
  const { port } = taken.address() as AddressInfo
  const program = runProgram('src/main.ts', ['serve', '--data', dataDir, '--port', String(port)])
  expect(await program.ended).toBe(1)
  expect(program.said()).toContain(
    `Port ${port} on 127.0.0.1 is in use by another program. Give another with --port or PORT.`,
  )
  expect(postmasterOf(dataDir)).toBeNull()
  taken.close()
})

test('a wrong setting ends the start with status 2 before anything is touched', async () => {
  const dataDir = join(scratchFolder(), 'data')
  const program = runProgram('src/main.ts', ['serve', '--data', dataDir, '--prot', '1'], { PORT: 'eighty' })
  expect(await program.ended).toBe(2)
  expect(program.said()).toContain('PORT must be a whole number from 0 to 65535, not "eighty".')
  expect(() => statSync(dataDir)).toThrow('ENOENT')
})

test('a database server that cannot be reached is said, not waited for without end', async () => {
  const program = runProgram('src/main.ts', [
    'serve',
    '--database-url',
    'postgres://u:p@127.0.0.1:9/none',
    '--port',
    '0',
  ])
  expect(await program.ended).toBe(1)
  expect(program.said()).toContain('ECONNREFUSED')
})

test('a path too long for a socket is served from a private folder for temporary files', async () => {
  const dataDir = join(scratchFolder(), 'd'.repeat(90), 'data')
  const server = await scratchServer(dataDir)
  const { host } = server.connection()
  expect(host.startsWith(dataDir)).toBe(false)
  expect(statSync(host).mode & 0o777).toBe(0o700)
  await server.stop()
  rmSync(host, { recursive: true })
})

test('a lock left by a crash, whose number now belongs to another program, does not stop a start', async () => {
  const dataDir = join(scratchFolder(), 'data')
  const first = await scratchServer(dataDir)
  await first.stop()
  const lock = join(dataDir, 'postgres', 'postmaster.pid')
  writeFileSync(
    lock,
    `${process.pid}\n${join(dataDir, 'postgres')}\n1700000000\n5432\n/nowhere\n\n  1234567  7654321\nready\n`,
  )
  const again = await scratchServer(dataDir)
  expect(again.status()).toBe('ready')
  expect(postmasterOf(dataDir)).toBe(again.pid())
})

test('what a killed first start left half made is cleared away', async () => {
  const dataDir = join(scratchFolder(), 'data')
  mkdirSync(join(dataDir, 'postgres.tmp-1'), { recursive: true })
  writeFileSync(join(dataDir, 'postgres.tmp-1', 'PG_VERSION'), '18\n')
  await scratchServer(dataDir)
  expect(() => statSync(join(dataDir, 'postgres.tmp-1'))).toThrow('ENOENT')
})

test('a folder with other things in the place of the database is refused and not touched', async () => {
  const dataDir = join(scratchFolder(), 'data')
  mkdirSync(join(dataDir, 'postgres'), { recursive: true })
  writeFileSync(join(dataDir, 'postgres', 'letter.txt'), 'dear')
  if (isRoot) chmodSync(dataDir, 0o711)
  await expect(scratchServer(dataDir)).rejects.toMatchObject({ code: 'initialise_failed' })
  expect(readFileSync(join(dataDir, 'postgres', 'letter.txt'), 'utf8')).toBe('dear')
})

test('lost passwords and a foreign major version are named', async () => {
  const dataDir = join(scratchFolder(), 'data')
  const first = await scratchServer(dataDir)
  await first.stop()
  renameSync(join(dataDir, 'credentials.json'), join(dataDir, 'kept'))
  await expect(scratchServer(dataDir)).rejects.toThrow('credentials.json, which holds the passwords')
  renameSync(join(dataDir, 'kept'), join(dataDir, 'credentials.json'))
  writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '12\n')
  await expect(scratchServer(dataDir)).rejects.toThrow('made by PostgreSQL 12')
})

test('a setting for the programs that leads nowhere is named', async () => {
  const folder = scratchFolder()
  await expect(scratchServer(join(folder, 'data'), { binDir: folder })).rejects.toThrow(
    `HIGHWATER_PG_BIN: no postgres and initdb that run here in ${folder}`,
  )
})

test.skipIf(!isRoot)('as root, a data directory under a closed parent is served all the same', async () => {
  const closed = join(scratchFolder(), 'closed')
  mkdirSync(closed, { mode: 0o700 })
  const dataDir = join(closed, 'home', 'data')
  const server = await scratchServer(dataDir)
  const client = new Client(server.connection())
  await client.connect()
  await client.query('create table here (n int)')
  await client.end()
  expect(statSync(join(dataDir, 'postgres')).uid).not.toBe(0)
  await server.stop()
  const again = await scratchServer(dataDir)
  expect(again.status()).toBe('ready')
  const { host } = again.connection()
  await again.stop()
  rmSync(host, { recursive: true })
})
