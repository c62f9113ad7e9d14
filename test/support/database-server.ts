/** Starts one carried database server per test run, with a migrated template that every test file clones. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, Pool } from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../src/storage/migrate.ts'
import { silentLog } from '../../src/storage/server/log.ts'
import type { ServerConnection } from '../../src/storage/server/connections.ts'
import { startServer } from '../../src/storage/server/server.ts'

/** The migrated database that test files clone. */
export const TEMPLATE = 'template_of_tests'

declare module 'vitest' {
  interface ProvidedContext {
    /** How test files connect: the role that the application has. */
    databaseServer: ServerConnection
    /** How clones are dropped: the role that may end any session on them, the server's own workers included. */
    databaseAdmin: ServerConnection
  }
}

/** Speed over safety: nothing in a test run has to survive a power loss. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '128MB',
  max_connections: '200',
  log_min_duration_statement: '-1',
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = mkdtempSync(join(tmpdir(), 'highwater-test-'))
  chmodSync(directory, 0o711)
  const dataDir = join(directory, 'data')
  const server = await startServer({
    dataDir,
    log: { ...silentLog, error: (message) => console.error(message) },
    settings: SETTINGS,
    durable: false,
    note: 'tests',
    searchPath: process.env.PATH,
    binDir: process.env.HIGHWATER_PG_BIN,
  })
  await makeTemplate(server.connection('postgres'), server.connection(TEMPLATE))
  project.provide('databaseServer', server.connection('postgres'))
  project.provide('databaseAdmin', server.admin('postgres'))
  return async () => {
    await server.stop()
    rmSync(directory, { recursive: true, force: true })
  }
}

async function makeTemplate(maintenance: ServerConnection, template: ServerConnection): Promise<void> {
  const client = new Client(maintenance)
  await client.connect()
  await client.query(`create database ${TEMPLATE}`)
  await client.end()
  const pool = new Pool({ ...template, max: 1 })
  await migrate(pool)
  await pool.end()
}
