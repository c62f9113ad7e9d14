/** The carried PostgreSQL: found, made ready, started as a child on a private socket, watched and stopped. */
import { Client } from 'pg'
import { serverAccount } from './account.ts'
import { type BinaryPlaces, findBinaries } from './binaries.ts'
import { clusterMajor, makeCluster } from './cluster.ts'
import { APP_DATABASE, connections, type Connections, type ServerConnection } from './connections.ts'
import { APP_ROLE, readCredentials } from './credentials.ts'
import { layoutOf, socketDirectory } from './layout.ts'
import type { ServerLog } from './log.ts'
import { runnable } from './natives.ts'
import { type Claim, claim } from './owner.ts'
import type { PostgresStart } from './postgres.ts'
import { launchUntilReady } from './ready.ts'
import type { ServerError } from './server-error.ts'
import { type ServerSettings, serverSettings } from './settings.ts'
import { type ServerStatus, type Supervised, supervise } from './supervisor.ts'

/** What a start needs. */
export interface ServerOptions extends BinaryPlaces {
  /** Made when missing. */
  readonly dataDir: string
  readonly log: ServerLog
  /** What this process does, shown to a second start on the same directory; may be changed by `announce`. */
  readonly note?: string
  /** The release of Highwater, kept beside a newly made cluster. */
  readonly release?: string
  /** Settings of PostgreSQL that differ from Highwater's own. */
  readonly settings?: ServerSettings
  /** False skips syncing while making a cluster; for tests only. */
  readonly durable?: boolean
}

/** A running carried server. */
export interface CarriedServer {
  /** PostgreSQL's version, for example `18.4`. */
  readonly version: string
  /** How the application connects: a role that owns its database and no more. */
  connection(database?: string): ServerConnection
  /** How the role that owns the whole server connects; for making databases and checking them. */
  admin(database?: string): ServerConnection
  status(): ServerStatus
  /** Process id of the server, or null while it is being started again. */
  pid(): number | null
  /** Tells later starts on the same data directory what this process does, for example its address. */
  announce(note: string): void
  /** Calls the listener once, when the server ended and could not be started again. */
  onExit(listener: (reason: ServerError) => void): void
  /** Stops the server in order; safe to call twice. */
  stop(): Promise<void>
}

/**
 * Starts the server of a data directory, making it when it is new. Throws a `ServerError` whose message says what to do;
 * `already_running` when another process holds the directory, which is left alone.
 */
export async function startServer(options: ServerOptions): Promise<CarriedServer> {
  const layout = layoutOf(options.dataDir)
  const account = serverAccount(layout.cluster)
  const socketDir = socketDirectory(layout, account)
  const held = await claim(socketDir, layout.root, options.note ?? '', new Date().toISOString())
  try {
    const major = clusterMajor(layout.cluster)
    const binaries = runnable(findBinaries(options, major), layout, account, options.log)
    if (major === null) {
      const release = options.release ?? 'unknown'
      const durable = options.durable ?? true
      await makeCluster({ layout, binaries, account, privateDir: socketDir, release, durable })
    }
    const connect = connections(socketDir, readCredentials(layout.credentials))
    const settings = serverSettings(socketDir, options.settings)
    const start: PostgresStart = { cluster: layout.cluster, binaries, account, settings, log: options.log }
    const launchOne = () => launchUntilReady(start, connect.admin('postgres'))
    const first = await launchOne()
    const supervised = supervise(first, launchOne, options.log)
    try {
      await prepareDatabase(connect)
    } catch (error) {
      await supervised.stop()
      throw error
    }
    const { connection, admin } = connect
    return { version: binaries.version, connection, admin, ...surface(supervised, held) }
  } catch (error) {
    await held.release()
    throw error
  }
}

function surface(
  supervised: Supervised,
  held: Claim,
): Omit<CarriedServer, 'version' | 'connection' | 'admin'> {
  let stopped: Promise<void> | null = null
  const stop = async () => {
    await supervised.stop()
    await held.release()
  }
  return {
    status: () => supervised.status(),
    pid: () => supervised.pid(),
    onExit: (listener) => supervised.onFailure(listener),
    announce: (note) => void (held.note = note),
    stop: () => (stopped ??= stop()),
  }
}

/** Makes the application's role and database where they are missing. */
async function prepareDatabase(connect: Connections): Promise<void> {
  const client = new Client(connect.admin('postgres'))
  await client.connect()
  try {
    const { rows } = await client.query<{ role: boolean; database: boolean }>(
      `select exists (select from pg_roles where rolname = $1) as role,
              exists (select from pg_database where datname = $2) as database`,
      [APP_ROLE, APP_DATABASE],
    )
    if (!rows[0]?.role) {
      const password = client.escapeLiteral(connect.credentials.app)
      await client.query(`create role ${APP_ROLE} login createdb password ${password}`)
    }
    if (!rows[0]?.database) await client.query(`create database ${APP_DATABASE} owner ${APP_ROLE}`)
  } finally {
    await client.end()
  }
}
