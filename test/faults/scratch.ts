/** Scratch folders and programs for tests of what goes wrong: everything made here is gone afterwards. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { type CarriedServer, type ServerOptions, startServer } from '../../src/storage/server/server.ts'
import { type Program, startProgram } from '../support/program.ts'
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

/** Runs a source file of the repository; asked to stop after the test if it still runs. */
export function runProgram(file: string, words: readonly string[], env: NodeJS.ProcessEnv = {}): Program {
  const program = startProgram(file, words, env)
  onTestFinished(async () => {
    program.child.kill('SIGTERM')
    await program.ended
  })
  return program
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
