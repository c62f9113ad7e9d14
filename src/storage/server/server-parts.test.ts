import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { knownAccount } from './account.ts'
import { makePrivate } from './layout.ts'
import { holderOf } from './leftover.ts'
import { askOwner, claim } from './owner.ts'
import { serverSettings, settingWords, sharedBuffers } from './settings.ts'
import { nextPause } from './supervisor.ts'

const folder = mkdtempSync(join(tmpdir(), 'highwater-parts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('root hands the server to postgres, else to nobody, never to a name that is root', () => {
  const nobody = 'nobody:x:65534:65534::/:/bin/false'
  expect(knownAccount(`root:x:0:0::/:/bin/sh\n${nobody}\npostgres:x:70:71::/:/bin/sh`).uid).toBe(70)
  expect(knownAccount(nobody)).toEqual({ name: 'nobody', uid: 65534, gid: 65534 })
  expect(knownAccount(`postgres:x:0:0::/:/bin/sh\n${nobody}`).name).toBe('nobody')
  expect(() => knownAccount('root:x:0:0::/:/bin/sh')).toThrow('no user postgres, nobody or daemon')
})

test('restarts come more slowly, and end after five within five minutes', () => {
  const minute = 60_000
  expect([0, 1, 2, 3, 4].map((done) => nextPause(Array(done).fill(0), 1000))).toEqual([
    0, 500, 2000, 5000, 15_000,
  ])
  expect(nextPause([0, 0, 0, 0, 0], 4 * minute)).toBeNull()
  expect(nextPause([0, 0, 0, 0, 0], 6 * minute)).toBe(0)
})

test('only one claim on a data directory is held at a time, and the second hears who holds it', async () => {
  const first = await claim(folder, '/srv/data', 'starting', '2026-01-01T00:00:00Z')
  first.note = 'http://127.0.0.1:8080'
  await expect(claim(folder, '/srv/data', '', '2026-01-01T00:00:01Z')).rejects.toThrow(
    `already running on /srv/data: process ${process.pid}, http://127.0.0.1:8080, since 2026-01-01T00:00:00Z`,
  )
  await first.release()
  expect(await askOwner(join(folder, 'owner.sock'))).toBeNull()
  const next = await claim(folder, '/srv/data', '', '2026-01-01T00:00:02Z')
  await next.release()
})

test('of many claims in the same instant one is held', async () => {
  const claims = await Promise.allSettled(
    Array.from({ length: 8 }, (_, n) => claim(folder, '/srv/data', '', `2026-01-01T00:00:0${n}Z`)),
  )
  const held = claims.filter((one) => one.status === 'fulfilled')
  expect(held.length).toBe(1)
  await held[0]?.value.release()
})

test('a private folder that is a link to elsewhere is refused', () => {
  symlinkSync('/etc', join(folder, 'link'))
  expect(() => makePrivate(join(folder, 'link'), null)).toThrow('was put there by another user')
})

test('what makes an acknowledged write safe is never among the settings, and nothing listens on a network', () => {
  const settings = serverSettings('/run/x')
  expect(settings['listen_addresses']).toBe('')
  for (const name of ['fsync', 'full_page_writes', 'synchronous_commit'])
    expect(settings).not.toHaveProperty(name)
  expect(settingWords({ jit: 'off' })).toEqual(['-c', 'jit=off'])
})

test('the buffers are an eighth of the memory within bounds', () => {
  const gib = 1024 ** 3
  expect([gib / 2, 4 * gib, 64 * gib].map(sharedBuffers)).toEqual([128, 512, 1024])
})

test('a process is told from a server by its name', () => {
  expect(holderOf(process.pid)).toBe('other')
  expect(holderOf(2 ** 22 + 1)).toBe('nobody')
})
