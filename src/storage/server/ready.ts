/** Brings one postgres to the point where it answers, whatever an earlier run left in its way. */
import { setTimeout as wait } from 'node:timers/promises'
import { Client, DatabaseError } from 'pg'
import { type AdminConnection, settleLeftover } from './leftover.ts'
import { type Ending, type Postgres, type PostgresStart, launch } from './postgres.ts'
import { ServerError } from './server-error.ts'

/** A stopped predecessor's lock or shared memory goes away by itself within this time. */
const LEFTOVER_PATIENCE_MS = 15_000
/** Recovery after a crash replays at most `max_wal_size` or so; on a slow disk that takes minutes. */
const RECOVERY_PATIENCE_MS = 300_000
const PAUSE_MS = 20
const SAY_AFTER_MS = 5_000

/** Starts postgres and returns it once it answers. Throws `disk_full`, `already_running` or `start_failed`. */
export async function launchUntilReady(start: PostgresStart, admin: AdminConnection): Promise<Postgres> {
  const deadline = Date.now() + LEFTOVER_PATIENCE_MS
  for (;;) {
    const notPostgres = await settleLeftover(start.cluster, admin, start.log)
    const postgres = launch({ ...start, notPostgres })
    const ending = await readyOrEnded(postgres, start, admin)
    if (ending === null) return postgres
    if (!isLeftover(ending) || Date.now() > deadline) throw startError(ending, start.cluster)
    await wait(PAUSE_MS * 5)
  }
}

/** Null when the server answers, else how it ended. */
async function readyOrEnded(
  postgres: Postgres,
  start: PostgresStart,
  admin: AdminConnection,
): Promise<Ending | null> {
  const begun = Date.now()
  let said = false
  for (;;) {
    if (await answers(admin)) return null
    if (!said && Date.now() - begun > SAY_AFTER_MS) {
      start.log.info('The database is recovering from an unclean stop; this can take a while')
      said = true
    }
    if (Date.now() - begun > RECOVERY_PATIENCE_MS) await postgres.stop()
    const ending = await Promise.race([wait(PAUSE_MS, null), postgres.ended])
    if (ending !== null) return ending
  }
}

async function answers(admin: AdminConnection): Promise<boolean> {
  const client = new Client({ ...admin, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch (error) {
    // A wrong password will not become right by waiting; everything else is a server that is not there yet.
    if (error instanceof DatabaseError && error.code === '28P01') {
      throw new ServerError('credentials_missing', 'The database refuses the password in credentials.json.', {
        cause: error,
      })
    }
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

function isLeftover(ending: Ending): boolean {
  return (
    ending.said.includes('lock file "postmaster.pid" already exists') ||
    ending.said.includes('pre-existing shared memory block') ||
    // The lock file of the socket, in a directory that outlived its server.
    /lock file "[^"]*\.s\.PGSQL[^"]*" already exists/.test(ending.said)
  )
}

/** Names the reason why postgres ended while it started. */
function startError(ending: Ending, cluster: string): ServerError {
  if (ending.said.includes('No space left on device')) {
    return new ServerError(
      'disk_full',
      `The disk with ${cluster} is full: PostgreSQL cannot start. Free some space and start again; nothing is lost.`,
    )
  }
  const how = ending.signal === null ? `status ${ending.status}` : `signal ${ending.signal}`
  const why = ending.said === '' ? 'It said nothing.' : ending.said
  return new ServerError('start_failed', `PostgreSQL on ${cluster} ended while starting (${how}). ${why}`)
}
