/** One running postgres: started with a guard that stops it when this process dies, watched until it is ready, stopped in order. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Account, identity } from './account.ts'
import type { Binaries } from './binaries.ts'
import { clusterArgument } from './cluster.ts'
import type { ServerLog } from './log.ts'
import { type ServerSettings, settingWords } from './settings.ts'

/**
 * Becomes postgres after leaving a guard behind. The guard waits on a pipe held by this process: a word means that
 * all is well, the pipe's end that this process died, and then postgres is told to stop. It signals a number only
 * while that number stands in postmaster.pid of the directory it was started in.
 */
const GUARD = `
exec 3<&0 </dev/null
server=$$
(
  (
    trap '' INT TERM HUP
    exec 1>&- 2>&-
    read -r word <&3 && exit 0
    runs() { read -r first <postmaster.pid && [ "$first" = "$server" ]; }
    runs && kill -INT "$server"
    waited=0
    while runs && [ "$waited" -lt 60 ]; do sleep 1; waited=$((waited + 1)); done
    runs && kill -QUIT "$server"
  ) &
) 2>/dev/null
exec "$@" 3<&-
`

/** How a process ended, and the last lines it said. */
export interface Ending {
  readonly status: number | null
  readonly signal: string | null
  readonly said: string
}

/** A postgres process of ours. */
export interface Postgres {
  readonly pid: number
  /** Settles when the process has ended, whatever the reason. */
  readonly ended: Promise<Ending>
  /** Asks for an orderly stop, then insists; settles when the process has ended. */
  stop(): Promise<void>
}

/** What a start needs. */
export interface PostgresStart {
  readonly cluster: string
  readonly binaries: Binaries
  readonly account: Account
  readonly settings: ServerSettings
  readonly log: ServerLog
  /** A process id that postmaster.pid may name although it is no postgres; the shared memory check remains. */
  readonly notPostgres?: number | null
}

const STOP_PATIENCE_MS = 30_000
const KEPT_LINES = 20

/** Starts postgres on a cluster; returns at once, before it is ready. */
export function launch(start: PostgresStart): Postgres {
  const argument = clusterArgument(start.cluster, start.account)
  const words = [join(start.binaries.directory, 'postgres'), '-D', argument, ...settingWords(start.settings)]
  const child = spawn('/bin/sh', ['-c', GUARD, 'sh', ...words], {
    cwd: start.cluster,
    // A group of its own: an interrupt from the terminal reaches this process only, which then stops things in order.
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
    env: environment(start.notPostgres ?? null),
    ...identity(start.account),
  })
  const said: string[] = []
  listen(child, said, start.log)
  const ended = new Promise<Ending>((resolve) => {
    child.on('error', (error) => resolve({ status: null, signal: null, said: error.message }))
    child.on('close', (status, signal) => {
      child.stdin?.end('ended\n')
      resolve({ status, signal, said: said.join('\n') })
    })
  })
  // The pipe to the guard may break when the guard was killed; nothing is lost by that.
  child.stdin?.on('error', (error) =>
    start.log.warn('The guard of the database is gone', { reason: error.message }),
  )
  return { pid: child.pid ?? 0, ended, stop: () => stopOrderly(child, ended, start.log) }
}

function environment(notPostgres: number | null): NodeJS.ProcessEnv {
  const base = { PATH: '/usr/bin:/bin', LC_ALL: 'C' }
  return notPostgres === null ? base : { ...base, PG_GRANDPARENT_PID: String(notPostgres) }
}

/** Passes on what concerns the whole server (FATAL ends one session, and its client hears of it); keeps the last lines for the message of a failed start. */
function listen(child: ChildProcess, said: string[], log: ServerLog): void {
  if (!child.stderr) return
  createInterface({ input: child.stderr }).on('line', (line) => {
    said.push(line)
    if (said.length > KEPT_LINES) said.shift()
    if (line.startsWith('PANIC:')) log.error(`PostgreSQL: ${line}`)
    else if (line.startsWith('WARNING:')) log.warn(`PostgreSQL: ${line}`)
    else if (line.startsWith('LOG:  duration:')) log.info(`PostgreSQL: slow ${line.slice('LOG:  '.length)}`)
  })
}

/** SIGINT is PostgreSQL's "fast" stop, SIGQUIT its immediate one, which is safe as well: the log is replayed at the next start. */
async function stopOrderly(child: ChildProcess, ended: Promise<Ending>, log: ServerLog): Promise<void> {
  child.kill('SIGINT')
  if (await within(ended, STOP_PATIENCE_MS)) return
  log.warn('The database did not stop within 30 s and is now stopped at once')
  child.kill('SIGQUIT')
  if (await within(ended, STOP_PATIENCE_MS)) return
  child.kill('SIGKILL')
  await ended
}

async function within(ended: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds)
  })
  const result = await Promise.race([ended.then(() => true as const), late])
  clearTimeout(timer)
  return result
}
