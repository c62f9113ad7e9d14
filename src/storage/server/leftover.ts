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
export function lockedBy(cluster: string): number | null {
  try {
    const pid = Math.abs(Number.parseInt(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'), 10))
    return Number.isInteger(pid) && pid > 0 ? pid : null
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}

/** Whether a process with this number exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return systemCode(error) === 'EPERM'
  }
}

/** Whether a live process is a postgres, by its name; true when that cannot be told. */
export function looksLikePostgres(pid: number): boolean {
  if (process.platform === 'linux') {
    try {
      return /postgres|postmaster/.test(readFileSync(`/proc/${pid}/comm`, 'utf8'))
    } catch (error) {
      return systemCode(error) !== 'ENOENT'
    }
  }
  const { stdout, status } = spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' })
  return status !== 0 || /postgres|postmaster/.test(stdout)
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
    if (pid === null || !isAlive(pid)) return null
    if (!looksLikePostgres(pid)) return pid
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
