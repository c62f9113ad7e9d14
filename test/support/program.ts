/** Runs a program of ours as a child and keeps what it says. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const ROOT = join(import.meta.dirname, '../..')

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

/** Starts a file of the repository under this Node: a source, or what is built of one. */
export function startProgram(file: string, words: readonly string[], env: NodeJS.ProcessEnv = {}): Program {
  const loader = file.endsWith('.ts') ? ['--import', 'tsx'] : []
  const child = spawn(process.execPath, [...loader, join(ROOT, file), ...words], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...withoutSettings(process.env), ...env },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => (said += part.toString()))
  }
  const ended = new Promise<number | string>((resolve) => {
    child.on('close', (status, signal) => resolve(status ?? signal ?? 'unknown'))
  })
  const untilSaid = async (pattern: RegExp): Promise<RegExpExecArray> => {
    const deadline = Date.now() + 60_000
    for (;;) {
      const match = pattern.exec(said)
      if (match) return match
      const over = child.exitCode !== null || child.signalCode !== null
      if (over || Date.now() > deadline) throw new Error(`${file} never said ${String(pattern)}: ${said}`)
      await wait(20)
    }
  }
  return { child, pid: child.pid ?? 0, said: () => said, ended, untilSaid }
}

/** What the machine has set must not reach the program under test. */
function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const ours = /^(?:HIGHWATER_|PORT$|DATABASE_URL$|READ_DATABASE_URL$|NODE_OPTIONS$)/
  return Object.fromEntries(Object.entries(env).filter(([name]) => !ours.test(name)))
}
