/** Makes a new database cluster beside its final place and moves it there whole, so that a half-made one is never taken for real. */
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { type Account, accountCan, identity } from './account.ts'
import type { Binaries } from './binaries.ts'
import { ADMIN_ROLE, newCredentials, writeFileSafely } from './credentials.ts'
import type { Layout } from './layout.ts'
import { ServerError, systemCode } from './server-error.ts'

/** A file in the cluster with a random name for it: by reading it over SQL a server proves which cluster it serves. */
export const IDENTITY_FILE = 'highwater.id'

/** The name of the working directory itself, which works where the parents of a directory are closed. */
const BY_WORKING_DIRECTORY = '/proc/self/cwd'

/**
 * How to name a cluster on the command line of a program that is started inside it under `account`.
 * Throws `not_permitted` where the account may not enter its parents and the system has no other name for it.
 */
export function clusterArgument(cluster: string, account: Account): string {
  if (account === null || accountCan(account, '-x', cluster)) return cluster
  if (process.platform === 'linux') return BY_WORKING_DIRECTORY
  throw new ServerError(
    'not_permitted',
    `The database runs as ${account.name}, who may not enter ${cluster} or a folder above it. ` +
      'Give a data directory where that user may enter (--data), or start Highwater as another user than root.',
  )
}

/** The major version that made the cluster, or null when there is none yet. */
export function clusterMajor(cluster: string): number | null {
  try {
    return Number.parseInt(readFileSync(join(cluster, 'PG_VERSION'), 'utf8'), 10)
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error
    if (existsSync(cluster) && readdirSync(cluster).length > 0) {
      throw new ServerError(
        'initialise_failed',
        `${cluster} is not empty and is no database; move it away first.`,
      )
    }
    return null
  }
}

/** Reads the random name of a cluster. */
export function clusterIdentity(cluster: string): string {
  return readFileSync(join(cluster, IDENTITY_FILE), 'utf8').trim()
}

/** What making a cluster needs; `durable` false skips syncing and is for tests. */
export interface NewCluster {
  readonly layout: Layout
  readonly binaries: Binaries
  readonly account: Account
  /** A directory that only the account may enter. */
  readonly privateDir: string
  /** The release of Highwater that makes it. */
  readonly release: string
  readonly durable: boolean
}

/** Runs initdb in a temporary directory, then moves the result into place. Throws `initialise_failed` or `disk_full`. */
export async function makeCluster(made: NewCluster): Promise<void> {
  const { layout, account } = made
  removeHalfMade(layout)
  const half = `${layout.cluster}.tmp-${process.pid}`
  mkdirSync(half, { mode: 0o700 })
  give(half, account)
  const credentials = newCredentials()
  const passwordFile = join(made.privateDir, `initdb-${process.pid}`)
  try {
    writeFileSync(passwordFile, credentials.admin, { mode: 0o600 })
    give(passwordFile, account)
    await runInitdb(half, passwordFile, made)
  } catch (error) {
    rmSync(half, { recursive: true, force: true })
    throw error
  } finally {
    rmSync(passwordFile, { force: true })
  }
  writeFileSync(join(half, IDENTITY_FILE), `${randomUUID()}\n`, { mode: 0o600 })
  give(join(half, IDENTITY_FILE), account)
  writeFileSafely(layout.credentials, `${JSON.stringify(credentials)}\n`, 0o600)
  const state = { postgresMajor: made.binaries.major, release: made.release }
  writeFileSafely(layout.state, `${JSON.stringify(state)}\n`, 0o644)
  renameSync(half, layout.cluster)
  syncDirectory(layout.root)
}

function give(path: string, account: Account): void {
  if (account !== null) chownSync(path, account.uid, account.gid)
}

/** What an earlier start left behind when it was killed while making a cluster. */
function removeHalfMade(layout: Layout): void {
  for (const name of readdirSync(layout.root)) {
    if (name.startsWith('postgres.tmp-')) rmSync(join(layout.root, name), { recursive: true, force: true })
  }
}

/** PostgreSQL 17 brought a locale provider of its own, whose order does not change with the system's libraries. */
function localeOptions(major: number): string[] {
  return major >= 17
    ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
    : ['--locale=C.UTF-8']
}

function runInitdb(half: string, passwordFile: string, made: NewCluster): Promise<void> {
  const options = [
    `--pgdata=${clusterArgument(half, made.account)}`,
    `--username=${ADMIN_ROLE}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--data-checksums',
    ...localeOptions(made.binaries.major),
    ...(made.durable ? [] : ['--no-sync']),
  ]
  const child = spawn(join(made.binaries.directory, 'initdb'), options, {
    cwd: half,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
    ...identity(made.account),
  })
  let said = ''
  child.stderr.on('data', (part: Buffer) => (said += part.toString()))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => {
      if (status === 0) resolve()
      else reject(initdbError(said, status))
    })
  })
}

function initdbError(said: string, status: number | null): ServerError {
  const text = said.trim()
  if (text.includes('No space left on device')) {
    return new ServerError(
      'disk_full',
      'The disk is full: no room to make the database. Free at least 200 MB and start again.',
    )
  }
  if (text.includes('could not look up effective user ID')) {
    return new ServerError(
      'account_missing',
      `PostgreSQL needs the user id it runs under (${process.getuid?.()}) to have a name in /etc/passwd. ` +
        'Add one, start as another user, or give a server with --database-url.',
    )
  }
  return new ServerError(
    'initialise_failed',
    `The database could not be made (initdb ended with ${status}): ${text}`,
  )
}

/** Makes a rename in a directory outlast a power loss. */
function syncDirectory(directory: string): void {
  const handle = openSync(directory, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
