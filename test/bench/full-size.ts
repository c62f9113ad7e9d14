/** The full-size organisation in a database of its own: made once, kept where asked, thrown away otherwise. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type Database } from '../../src/storage/connection.ts'
import { migrate } from '../../src/storage/migrate.ts'
import type { Tables } from '../../src/storage/schema.ts'
import { silentLog } from '../../src/storage/server/log.ts'
import { startServer, type CarriedServer } from '../../src/storage/server/server.ts'
import { seed } from './seed.ts'
import type { SeedSize } from './seed-record.ts'

/** A running server that holds it. */
export interface FullSize {
  readonly server: CarriedServer
  readonly database: Database<Tables>
  /** Stops and starts the server, so that nothing of the data is in its memory; returns the database opened anew. */
  readonly coldStart: () => Promise<Database<Tables>>
  readonly close: () => Promise<void>
}

/**
 * Starts the carried server over the full-size organisation. `keepIn` is a directory to keep it in and to find it in the
 * next time; null makes it anew and removes it at the end. `say` hears what is being done.
 */
export async function openFullSize(
  size: SeedSize,
  keepIn: string | null,
  say: (what: string) => void,
): Promise<FullSize> {
  const directory = keepIn ?? mkdtempSync(join(tmpdir(), 'highwater-bench-'))
  if (keepIn === null) chmodSync(directory, 0o711)
  const dataDir = join(directory, 'data')
  const start = () =>
    startServer({ dataDir, log: silentLog, searchPath: process.env.PATH, note: 'benchmark' })
  let server = await start()
  const open = () => openDatabase<Tables>({ target: server.connection(), statementTimeoutMs: 600_000 })
  let database = await open()
  await migrate(database.pool)
  const { rows } = await database.pool.query<{ n: number }>('select count(*) as n from postmortem_cards')
  if (rows[0]?.n !== size.postmortems) {
    if ((rows[0]?.n ?? 0) > 0) throw new Error(`${dataDir} holds something else; name an empty directory`)
    await seed(database, size, say)
  }
  return {
    get server() {
      return server
    },
    get database() {
      return database
    },
    coldStart: async () => {
      await database.close()
      await server.stop()
      server = await start()
      database = await open()
      return database
    },
    close: async () => {
      await database.close()
      await server.stop()
      if (keepIn === null) rmSync(directory, { recursive: true, force: true })
    },
  }
}
