/** Opens what an installation stands on: the carried server or a given one, the pools, the migrated schema, the key. */
import type { Config } from '../config.ts'
import { type Database, type DatabaseTarget, isServerAway, openDatabase } from '../storage/connection.ts'
import { type MigrationReport, migrate } from '../storage/migrate.ts'
import type { Tables } from '../storage/schema.ts'
import { findRunningServer } from '../storage/server/running.ts'
import { type CarriedServer, startServer } from '../storage/server/server.ts'
import type { Log } from './log.ts'
import { RELEASE } from './release.ts'
import { installationSecret } from './secret.ts'

/** What is open; close it to end the process in order. */
export interface Installation {
  readonly database: Database<Tables>
  /** Where that database is, for a pool with other settings. */
  readonly target: DatabaseTarget
  /** For queries that only read; the same as `database` unless a replica is given. */
  readonly reading: Database<Tables>
  /** Null when the database is a given server, or one that another process of ours runs. */
  readonly server: CarriedServer | null
  readonly migrated: MigrationReport
  readonly secret: string
  close(): Promise<void>
}

/** What opening needs. `migrate` false leaves the schema as it is, for commands that look at it. */
export interface OpenOptions {
  readonly config: Config
  readonly log: Log
  /** What this process does, for the message that a second start on the same data directory shows. */
  readonly note: string
  readonly migrate?: boolean
  /** Use the database of a server that runs on the data directory already, instead of refusing to start a second. */
  readonly share?: boolean
}

/** A given database that does not answer. Its address may hold a password, so it is not shown. */
class DatabaseUnreachable extends Error {
  readonly code = 'database_unreachable'
  constructor(cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    super(`The database of --database-url or DATABASE_URL does not answer: ${reason}`, { cause })
  }
}

/** Opens everything, or closes again what was opened and throws an error whose message names the reason. */
export async function openInstallation(options: OpenOptions): Promise<Installation> {
  const { config, log } = options
  const closers: (() => Promise<void>)[] = []
  const close = async (): Promise<void> => {
    for (const closeOne of closers.splice(0).reverse()) await closeOne()
  }
  try {
    const { server, target } = await findServer(options)
    if (server) closers.push(() => server.stop())
    const database = await openPool(config, log, target)
    closers.push(() => database.close())
    const reading =
      config.readDatabaseUrl === null
        ? database
        : await openPool(config, log, { connectionString: config.readDatabaseUrl })
    if (reading !== database) closers.push(() => reading.close())
    const migrated = options.migrate === false ? { applied: [], at: 0 } : await migrate(database.pool)
    if (migrated.applied.length > 0)
      log.info('Brought the database up to date', { migrations: migrated.applied.length })
    return {
      database,
      target,
      reading,
      server,
      migrated,
      secret: config.secret ?? installationSecret(config.dataDir),
      close,
    }
  } catch (error) {
    await close()
    throw config.databaseUrl !== null && isServerAway(error) ? new DatabaseUnreachable(error) : error
  }
}

function startCarried({ config, log, note }: OpenOptions): Promise<CarriedServer> {
  return startServer({
    dataDir: config.dataDir,
    log,
    note,
    release: RELEASE,
    searchPath: config.searchPath,
    binDir: config.pgBin ?? undefined,
  })
}

async function findServer(options: OpenOptions): Promise<Pick<Installation, 'server' | 'target'>> {
  const { databaseUrl, dataDir } = options.config
  if (databaseUrl !== null) return { server: null, target: { connectionString: databaseUrl } }
  const running = options.share === true ? await findRunningServer(dataDir) : null
  if (running !== null) return { server: null, target: running.connection }
  const server = await startCarried(options)
  return { server, target: server.connection() }
}

function openPool(config: Config, log: Log, target: DatabaseTarget): Promise<Database<Tables>> {
  return openDatabase<Tables>({
    target,
    poolSize: config.poolSize,
    statementTimeoutMs: config.statementTimeoutMs,
    onBroken: (error) => log.warn('A database connection broke while idle', { reason: error.message }),
  })
}
