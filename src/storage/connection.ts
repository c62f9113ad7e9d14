/** The pool of connections and the typed query builder over it, for the carried server and for one that a setting names. */
import { setTimeout as wait } from 'node:timers/promises'
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import { type ClientBase, Pool, type PoolClient, type QueryResult } from 'pg'
import { columnTypes } from './column-types.ts'
import { systemCode } from './server/server-error.ts'

/** Where the database is: an address, or the parts of one. */
export type DatabaseTarget =
  | { readonly connectionString: string }
  | Readonly<{ host: string; port: number; user: string; password: string; database: string }>

/** What opening needs. */
export interface DatabaseOptions {
  readonly target: DatabaseTarget
  /** Most connections held at once; default 10. */
  readonly poolSize?: number
  /** A statement that runs longer is ended by the server; default 15 000. */
  readonly statementTimeoutMs?: number
  /** How long a new connection is tried while the server is away, for example while it restarts; default 8 000. */
  readonly connectPatienceMs?: number
  /** Shown by the server in its list of sessions. */
  readonly applicationName?: string
  /** Hears of connections that broke while nobody used them. */
  readonly onBroken?: (error: Error) => void
}

/** An open database. */
export interface Database<Schema> {
  readonly db: Kysely<Schema>
  readonly pool: Pool
  /** Waits for the statements under way, then closes every connection. */
  close(): Promise<void>
}

/** Makes a pool that connects when it is first used. A connection that breaks never ends the process, used or idle. */
function createPool(options: DatabaseOptions): Pool {
  const pool = new Pool({
    ...options.target,
    max: options.poolSize ?? 10,
    types: columnTypes,
    application_name: options.applicationName ?? 'highwater',
    statement_timeout: options.statementTimeoutMs ?? 15_000,
    idle_in_transaction_session_timeout: 60_000,
    // Instants are read as text, which is only sure in UTC.
    options: '-c TimeZone=UTC -c DateStyle=ISO -c jit=off -c random_page_cost=1.1',
  })
  pool.on('error', (error) => options.onBroken?.(error))
  // The pool listens to idle connections only; one in use also fails its statement, which tells its caller.
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
    answerTogether(client)
  })
  return pool
}

type Ask = (...call: readonly unknown[]) => unknown

/**
 * Lets a connection answer several statements sent as one with a single answer whose rows are the lists of rows of each,
 * since the query builder takes no list of answers.
 */
function answerTogether(client: ClientBase): void {
  const ask = client.query.bind(client) as Ask
  const gathering: Ask = (...call) => {
    const answer = ask(...call)
    return answer instanceof Promise ? answer.then(gathered) : answer
  }
  client.query = gathering as typeof client.query
}

function gathered(answer: unknown): unknown {
  if (!Array.isArray(answer)) return answer
  const answers = answer as readonly QueryResult[]
  return { ...answers.at(-1), command: 'SELECT', rows: answers.map((one) => one.rows) }
}

/** Opens a pool and proves that the database answers. Rejects with what the server said. */
export async function openDatabase<Schema>(options: DatabaseOptions): Promise<Database<Schema>> {
  const pool = createPool(options)
  const patience = options.connectPatienceMs ?? 8_000
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: patient(pool, patience) }) })
  try {
    const client = await connectPatiently(pool, patience)
    client.release()
  } catch (error) {
    await pool.end()
    throw error
  }
  return { db, pool, close }

  async function close(): Promise<void> {
    await db.destroy()
    // The builder ends the pool only when it was used.
    if (!pool.ending) await pool.end()
  }
}

/** A pool whose connecting waits for a server that is starting again: nothing was sent yet, so nothing can happen twice. */
function patient(pool: Pool, patienceMs: number): PostgresPool {
  return {
    options: pool.options,
    connect: () => connectPatiently(pool, patienceMs),
    end: () => pool.end(),
  }
}

async function connectPatiently(pool: Pool, patienceMs: number): Promise<PoolClient> {
  const deadline = Date.now() + patienceMs
  for (let pause = 50; ; pause = Math.min(pause * 2, 1_000)) {
    try {
      return await pool.connect()
    } catch (error) {
      if (!isServerAway(error) || Date.now() + pause > deadline) throw error
      await wait(pause)
    }
  }
}

/** Codes of the server and of the system that mean: the connection or the server went away, the statement is not at issue. */
const AWAY_STATES = new Set(['57P01', '57P02', '57P03', '08000', '08003', '08006', '08001'])
const AWAY_SYSTEM = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE'])

/** Whether an error says that the server or the connection went away. */
export function isServerAway(error: unknown): boolean {
  const code = systemCode(error)
  if (code !== undefined) return AWAY_STATES.has(code) || AWAY_SYSTEM.has(code)
  return (
    error instanceof Error &&
    /^Connection terminated|^Client has encountered a connection error/.test(error.message)
  )
}

/** Pauses before another try: the sessions of a killed server go away one by one, each breaking one connection. */
const READ_PAUSES_MS = [50, 200, 800]

/**
 * Runs a read again when the connection broke under it. Only for what changes nothing: a write whose answer was lost
 * may have been done.
 */
export async function retryRead<Result>(read: () => Promise<Result>): Promise<Result> {
  for (const pause of READ_PAUSES_MS) {
    try {
      return await read()
    } catch (error) {
      if (!isServerAway(error)) throw error
      await wait(pause)
    }
  }
  return await read()
}
