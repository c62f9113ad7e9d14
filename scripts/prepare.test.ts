import { spawn } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const lock = (version: string): string =>
  JSON.stringify({
    packages: {
      '': {},
      'node_modules/tool': { version },
      'node_modules/for-another-platform': { version: '1.0.0', optional: true },
    },
  })

/** A checkout with our scripts, an npm that installs what the lock file says, and a build that notes each run. */
function checkout(): string {
  const root = mkdtempSync(join(tmpdir(), 'highwater-prepare-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const folder of ['scripts', 'src', 'fake']) mkdirSync(join(root, folder))
  cpSync(join(import.meta.dirname, 'prepare.mjs'), join(root, 'scripts/prepare.mjs'))
  writeFileSync(join(root, 'package.json'), '{"type":"module"}')
  writeFileSync(join(root, 'package-lock.json'), lock('1.0.0'))
  writeFileSync(join(root, 'src/main.ts'), 'one')
  writeFileSync(
    join(root, 'scripts/build.mjs'),
    `import { appendFileSync, mkdirSync } from 'node:fs'
     import { noting, ROOT } from './prepare.mjs'
     await noting(() => { mkdirSync(ROOT + '/dist', { recursive: true }); appendFileSync(ROOT + '/built', 'x') })`,
  )
  writeFileSync(
    join(root, 'fake/npm'),
    `#!/bin/sh
     echo "$*" >> "${root}/npm-calls"
     sleep 0.3
     mkdir -p node_modules/node/bin
     ln -sf "${process.execPath}" node_modules/node/bin/node
     sed 's/,"node_modules.for-another-platform.*/}}/' package-lock.json > node_modules/.package-lock.json\n`,
  )
  chmodSync(join(root, 'fake/npm'), 0o755)
  writeFileSync(
    join(root, 'go.mjs'),
    `import { become, main, prepare } from './scripts/prepare.mjs'
     await main(async () => { await prepare(); return become(process.execPath, ['-e', process.argv[2] ?? '']) })`,
  )
  return root
}

interface Ended {
  readonly status: number | null
  readonly signal: string | null
  readonly out: string
}

function go(
  root: string,
  code = '',
  onOut?: (kill: (signal: NodeJS.Signals) => void) => void,
): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, 'go.mjs'), code], {
    cwd: tmpdir(),
    env: { PATH: `${join(root, 'fake')}:/usr/bin:/bin` },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let out = ''
  child.stdout.on('data', (part: Buffer) => {
    out += part.toString()
    onOut?.((signal) => child.kill(signal))
  })
  return new Promise((resolve) => {
    child.on('close', (status, signal) => resolve({ status, signal, out }))
  })
}

const calls = (root: string): number =>
  existsSync(join(root, 'npm-calls'))
    ? readFileSync(join(root, 'npm-calls'), 'utf8').trim().split('\n').length
    : 0
const builds = (root: string): number => readFileSync(join(root, 'built'), 'utf8').length

test('a fresh checkout is installed and built once, also when two start at the same time', async () => {
  const root = checkout()
  const both = await Promise.all([go(root), go(root)])
  expect(both.map((one) => one.status)).toEqual([0, 0])
  expect([calls(root), builds(root)]).toEqual([1, 1])
  expect(existsSync(join(root, '.preparing'))).toBe(false)
})

test('nothing is done again while nothing changed, and only what changed when something did', async () => {
  const root = checkout()
  await go(root)
  await go(root)
  expect([calls(root), builds(root)]).toEqual([1, 1])
  writeFileSync(join(root, 'src/main.ts'), 'two')
  writeFileSync(join(root, 'src/main.test.ts'), 'a test is not built')
  await go(root)
  expect([calls(root), builds(root)]).toEqual([1, 2])
  writeFileSync(join(root, 'package-lock.json'), lock('1.0.1'))
  await go(root)
  expect([calls(root), builds(root)]).toEqual([2, 3])
})

test('a lock left by a killed preparation does not hold the next one up for ever', async () => {
  const root = checkout()
  writeFileSync(join(root, '.preparing'), '1')
  const past = new Date(Date.now() - 60_000)
  utimesSync(join(root, '.preparing'), past, past)
  expect((await go(root)).status).toBe(0)
})

test('a failing npm ends the start with its status', async () => {
  const root = checkout()
  writeFileSync(join(root, 'fake/npm'), '#!/bin/sh\nexit 7\n', { mode: 0o755 })
  expect((await go(root)).status).toBe(7)
  expect(existsSync(join(root, '.preparing'))).toBe(false)
})

test('the program ends as it would alone: its output, its status, its signal', async () => {
  const root = checkout()
  expect(await go(root, 'console.log(6 * 7); process.exitCode = 3')).toEqual({
    status: 3,
    signal: null,
    out: '42\n',
  })
  const stopped = await go(
    root,
    `process.on('SIGTERM', () => process.exit(5)); setInterval(() => {}, 1000); console.log('up')`,
    (kill) => kill('SIGTERM'),
  )
  expect(stopped.status).toBe(5)
  const killed = await go(root, `setInterval(() => {}, 1000); console.log('up')`, (kill) => kill('SIGTERM'))
  expect(killed.signal).toBe('SIGTERM')
})
