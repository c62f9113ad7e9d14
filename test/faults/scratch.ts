/** Scratch folders and programs for tests of what goes wrong: everything made here is gone afterwards. */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { type CarriedServer, type ServerOptions, startServer } from '../../src/storage/server/server.ts'
import { silentLog } from '../../src/storage/server/log.ts'

/** An empty folder that every account may pass through, removed after the test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'highwater-faults-'))
  chmodSync(folder, 0o711)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Starts a small carried server, stopped after the test. */
export async function scratchServer(
  dataDir: string,
  options: Partial<ServerOptions> = {},
): Promise<CarriedServer> {
  const server = await startServer({
    dataDir,
    log: silentLog,
    durable: false,
    searchPath: process.env.PATH,
    ...options,
    settings: { shared_buffers: '32MB', ...options.settings },
  })
  onTestFinished(() => server.stop())
  return server
}

/** A program of ours, and everything it said. */
export interface Program {
  readonly child: ChildProcess
  readonly pid: number
  /** Both streams, as they came. */
  said(): string
  /** Settles with the exit status, or the signal's name. */
  readonly ended: Promise<number | string>
  /** Waits until it says something; fails when it ends before, or after a minute. */
  untilSaid(pattern: RegExp): Promise<RegExpExecArray>
}

/** Runs a source file of the repository under this Node; killed after the test if it still runs. */
export function runProgram(file: string, words: readonly string[], env: NodeJS.ProcessEnv = {}): Program {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, '../..', file), ...words],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...withoutSettings(process.env), ...env },
    },
  )
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (said += part.toString()))
  const ended = new Promise<number | string>((resolve) => {
    child.on('close', (status, signal) => resolve(status ?? signal ?? 'unknown'))
  })
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await ended
  })
  const untilSaid = async (pattern: RegExp): Promise<RegExpExecArray> => {
    const deadline = Date.now() + 60_000
    for (;;) {
      const match = pattern.exec(said)
      if (match) return match
      if (child.exitCode !== null || Date.now() > deadline)
        throw new Error(`${file} never said ${pattern}: ${said}`)
      await wait(20)
    }
  }
  return { child, pid: child.pid ?? 0, said: () => said, ended, untilSaid }
}

/** What the machine has set must not reach the program under test. */
function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) => !/^(?:HIGHWATER_|PORT$|DATABASE_URL$|READ_DATABASE_URL$|NODE_OPTIONS$)/.test(name),
    ),
  )
}

/** The process id in a data directory's postmaster.pid, or null. */
export function postmasterOf(dataDir: string): number | null {
  const file = join(dataDir, 'postgres', 'postmaster.pid')
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : null
}

/** Waits until something holds; fails after half a minute. */
export async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + 30_000
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`Not within 30 s: ${what}`)
    await wait(20)
  }
}

/** Whether tests may change user ids and mount: some faults can only be made by root. */
export const isRoot = process.getuid?.() === 0
