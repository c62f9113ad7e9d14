/** The queue of what is done later, kept in the same database: a job is put on it by the transaction that asks for it. */
import { CompiledQuery } from 'kysely'
import type { Job, PgBoss } from 'pg-boss'
import type { Pool } from 'pg'
import type { Tx } from '../storage/schema.ts'

/** One kind of job. */
export interface JobKind<Data extends object> {
  readonly name: string
  /** Does the work. It may be run again after a crash and then goes on where it was. */
  readonly run: (data: Data, signal: AbortSignal) => Promise<void>
}

export interface Queue {
  /** Puts a job on the queue in this transaction; while one with the same key is on it, no second one is added. */
  add<Data extends object>(tx: Tx, kind: JobKind<Data>, key: string, data: Data): Promise<void>
  /** Opens the queue and begins to work; called in the background after a start, or by the first job. */
  open(): Promise<void>
  /** Lets jobs stop where they are; they go on at the next start. */
  close(): Promise<void>
}

export interface QueueOptions {
  /** Connections with PostgreSQL's usual readers. */
  readonly pool: Pool
  readonly kinds: readonly JobKind<never>[]
  readonly onError: (error: unknown) => void
}

/** A job whose worker has been silent this long is taken for dead and run again; the least that is allowed. */
const SILENT_SECONDS = 10
const LONGEST_SECONDS = 12 * 60 * 60

/** Makes a queue that is not open yet. */
export function createQueue(options: QueueOptions): Queue {
  const stopping = new AbortController()
  let opening: Promise<PgBoss> | null = null
  const open = (): Promise<PgBoss> => (opening ??= openBoss(options, stopping.signal))
  return {
    add: async (tx, kind, key, data) => {
      const boss = await open()
      const db = {
        executeSql: async (text: string, values: unknown[] = []) => {
          const { rows } = await tx.executeQuery(CompiledQuery.raw(text, values))
          return { rows }
        },
      }
      await boss.send(kind.name, data, { db, singletonKey: key })
    },
    open: async () => void (await open()),
    close: async () => {
      stopping.abort()
      if (opening !== null) await (await opening).stop({ graceful: true, timeout: 10_000 })
    },
  }
}

async function openBoss(options: QueueOptions, stopping: AbortSignal): Promise<PgBoss> {
  const { PgBoss } = await import('pg-boss')
  const { pool, kinds, onError } = options
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    superviseIntervalSeconds: SILENT_SECONDS,
    schedule: false,
  })
  boss.on('error', onError)
  await boss.start()
  for (const kind of kinds) {
    await boss.createQueue(kind.name, {
      policy: 'exclusive',
      heartbeatSeconds: SILENT_SECONDS,
      expireInSeconds: LONGEST_SECONDS,
      retryLimit: 50,
      retryDelay: 2,
    })
    await boss.work(kind.name, { pollingIntervalSeconds: 0.5 }, async ([job]: Job<never>[]) => {
      if (job !== undefined) await kind.run(job.data, AbortSignal.any([stopping, job.signal]))
    })
  }
  return boss
}
