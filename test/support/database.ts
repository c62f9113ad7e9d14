/** A database of its own for each test file, cloned from the migrated template in some 25 ms and dropped afterwards. */
import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, inject } from 'vitest'
import { type Database, openDatabase } from '../../src/storage/connection.ts'
import type { Tables } from '../../src/storage/schema.ts'
import type { ServerConnection } from '../../src/storage/server/connections.ts'
import { TEMPLATE } from './database-server.ts'

/** An open clone; `connection` is for a second pool or a program under test. */
export interface TestDatabase extends Database<Tables> {
  readonly connection: ServerConnection
  /** The same as a URL for `--database-url`. */
  readonly url: string
}

/**
 * Clones the migrated template and opens it. Call it at the top of a test file or in `beforeAll`:
 * `const { db } = await testDatabase()`. It is closed and dropped after the file's tests.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const { connection, url, drop } = await emptyClone(TEMPLATE)
  const database = await openDatabase<Tables>({ target: connection, poolSize: 5 })
  afterAll(async () => {
    await database.close()
    await drop()
  })
  return { ...database, connection, url }
}

/** A database without tables, not opened; `drop` removes it. */
export function blankDatabase(): Promise<{
  connection: ServerConnection
  url: string
  drop: () => Promise<void>
}> {
  return emptyClone('template1')
}

async function emptyClone(template: string) {
  const maintenance = inject('databaseServer')
  const name = `test_${randomBytes(6).toString('hex')}`
  await once(maintenance, `create database ${name} template ${template}`)
  const connection = { ...maintenance, database: name }
  return {
    connection,
    url: urlOf(connection),
    drop: () => once(inject('databaseAdmin'), `drop database ${name} with (force)`),
  }
}

async function once(connection: ServerConnection, statement: string): Promise<void> {
  const client = new Client(connection)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** A socket's directory goes into a URL's query, since a host name cannot hold slashes. */
function urlOf(connection: ServerConnection): string {
  const { host, port, user, password, database } = connection
  return `postgresql://${user}:${password}@/${database}?host=${encodeURIComponent(host)}&port=${port}`
}
