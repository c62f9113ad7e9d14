/** What an earlier run may have left in a cluster: a lock of a dead server, a server still stopping, or one without an owner. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { IDENTITY_FILE, clusterIdentity } from './cluster.ts'
import type { ServerLog } from './log.ts'
import { ServerError, systemCode } from './server-error.ts'

/** How to sign in to a server as the role that owns it. */
export type AdminConnection = Readonly<{
  host: string
  port: number
  user: string
  password: string
  database: string
}>

/** How long a server that is stopping, or a lock that is being taken over, is waited for. */
const PATIENCE_MS = 15_000
const PAUSE_MS = 100

/** The process id in a cluster's postmaster.pid, or null when there is no such file. */
function lockedBy(cluster: string): number | null {
  try {
    const pid = Math.abs(Number.parseInt(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'), 10))
    return Number.isInteger(pid) && pid > 0 ? pid : null
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}

/** What has a process id now: nothing, a PostgreSQL server, or some other program (or the remains of an ended one). */
export type Holder = 'nobody' | 'postgres' | 'other'

/** Tells who has a process id. Where a live process cannot be looked at, it counts as a server. */
export function holderOf(pid: number): Holder {
  if (!exists(pid)) return 'nobody'
  const { name, ended } = process.platform === 'linux' ? fromProc(pid) : fromPs(pid)
  // An ended process keeps its number until its parent asks for its status, which some containers never do.
  if (ended) return 'other'
  return name === null || /postgres|postmaster/.test(name) ? 'postgres' : 'other'
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return systemCode(error) === 'EPERM'
  }
}

interface ProcessFacts {
  readonly name: string | null
  readonly ended: boolean
}

/** `123 (name) S …`: the name may hold anything, the state follows its last bracket. */
function fromProc(pid: number): ProcessFacts {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const end = stat.lastIndexOf(')')
    return { name: stat.slice(stat.indexOf('(') + 1, end), ended: 'ZX'.includes(stat[end + 2] ?? ' ') }
  } catch (error) {
    return { name: null, ended: systemCode(error) === 'ENOENT' || systemCode(error) === 'ESRCH' }
  }
}

function fromPs(pid: number): ProcessFacts {
  const { stdout, status } = spawnSync('ps', ['-o', 'stat=,comm=', '-p', String(pid)], { encoding: 'utf8' })
  return status === 0
    ? { name: stdout, ended: stdout.trimStart().startsWith('Z') }
    : { name: null, ended: false }
}

/**
 * Waits until the cluster is free to be started. A server that serves this very cluster and has no owner (its guard
 * was killed too) is asked to stop, so that there is one way of running: as our child. The lock file is never removed.
 * Returns a process id that PostgreSQL has to be told is no server of its own, or null.
 */
export async function settleLeftover(
  cluster: string,
  admin: AdminConnection,
  log: ServerLog,
): Promise<number | null> {
  const deadline = Date.now() + PATIENCE_MS
  let asked = false
  for (;;) {
    const pid = lockedBy(cluster)
    const holder = pid === null ? 'nobody' : holderOf(pid)
    if (pid === null || holder === 'nobody') return null
    if (holder === 'other') return pid
    if (!asked && (await servesThis(cluster, admin, pid))) {
      log.warn(
        'A database server without an owner runs on this data directory; it is stopped and started anew',
        { pid },
      )
      process.kill(pid, 'SIGINT')
      asked = true
    }
    if (Date.now() > deadline) throw stillThere(cluster, pid)
    await wait(PAUSE_MS)
  }
}

function stillThere(cluster: string, pid: number): ServerError {
  return new ServerError(
    'already_running',
    `A PostgreSQL server (process ${pid}) holds ${cluster} and is not ours to stop. ` +
      'If it is left over, stop it with: kill -INT ' +
      String(pid),
  )
}

/** Whether the server behind the socket serves this cluster under this process id, with nobody else connected. */
async function servesThis(cluster: string, admin: AdminConnection, pid: number): Promise<boolean> {
  const client = new Client({ ...admin, connectionTimeoutMillis: 2_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ id: string; lock: string; others: number }>(
      `select pg_read_file($1) as id, pg_read_file('postmaster.pid') as lock,
              (select count(*)::int from pg_stat_activity
                where backend_type = 'client backend' and pid <> pg_backend_pid()) as others`,
      [IDENTITY_FILE],
    )
    const row = rows[0]
    if (!row) return false
    const same = row.id.trim() === clusterIdentity(cluster) && Number.parseInt(row.lock, 10) === pid
    return same && row.others === 0
  } catch {
    // Starting, stopping, or not this cluster's server: it is waited for, not touched.
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}
