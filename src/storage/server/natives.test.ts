import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { serverAccount } from './account.ts'
import { type Binaries, carriedIn, carriedNatives, findBinaries } from './binaries.ts'
import { layoutOf } from './layout.ts'
import { silentLog } from './log.ts'
import { hydrate, runnable } from './natives.ts'

const folder = mkdtempSync(join(tmpdir(), 'highwater-natives-'))
chmodSync(folder, 0o755)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const carried = carriedNatives()
const links = (natives: string): string[] =>
  (JSON.parse(readFileSync(join(natives, 'pg-symlinks.json'), 'utf8')) as { target: string }[]).map((link) =>
    join(dirname(natives), link.target),
  )

/** A package as npm unpacks it when install scripts are blocked. */
function packageWithoutLinks(name: string): string {
  if (carried === null) throw new Error('This platform has no carried server')
  const natives = join(folder, name, 'native')
  cpSync(carried, natives, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !source.endsWith('.a'),
  })
  cpSync(join(dirname(carried), 'package.json'), join(folder, name, 'package.json'))
  for (const link of links(natives)) rmSync(link, { force: true })
  return natives
}

const versionOf = (binaries: Binaries): string =>
  spawnSync(join(binaries.directory, 'postgres'), ['--version'], { encoding: 'utf8', cwd: '/' }).stdout.trim()

test.skipIf(carried === null)(
  'blocked install scripts do not hide the carried server, whose links are put back',
  () => {
    const natives = packageWithoutLinks('blocked')
    const found = carriedIn(natives)
    expect(found?.major).toBe(18)
    expect(hydrate(natives)).toBe(true)
    expect(links(natives).filter((link) => !existsSync(link))).toEqual([])
    expect(found === null ? '' : versionOf(found)).toContain(`(PostgreSQL) ${found?.version}`)
  },
)

test.skipIf(carried === null || process.getuid?.() !== 0)(
  'programs under a folder closed to the account are copied to where it may enter',
  () => {
    const natives = packageWithoutLinks('closed')
    chmodSync(join(folder, 'closed'), 0o700)
    const layout = layoutOf(join(folder, 'data'))
    const account = serverAccount(layout.cluster)
    const found = carriedIn(natives)
    if (found === null) throw new Error('nothing carried')
    const usable = runnable(found, layout, account, silentLog)
    expect(usable.directory.startsWith(layout.root)).toBe(true)
    expect(versionOf(usable)).toContain(found.version)
    expect(runnable(found, layout, account, silentLog).directory).toBe(usable.directory)
  },
)

test('the programs of the setting are used and no others', () => {
  expect(() => findBinaries({ binDir: folder }, null)).toThrow('HIGHWATER_PG_BIN')
})

test('a program that is no PostgreSQL is not taken for one', () => {
  const place = join(folder, 'imposter')
  mkdirSync(place)
  for (const name of ['postgres', 'initdb'])
    writeFileSync(join(place, name), '#!/bin/sh\necho hello\n', { mode: 0o755 })
  expect(() => findBinaries({ binDir: place }, null)).toThrow('HIGHWATER_PG_BIN')
})
