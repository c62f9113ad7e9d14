/** Keeps the server running: starts it again when it ends by itself, more slowly each time, and gives up after five times in five minutes. */
import { setTimeout as wait } from 'node:timers/promises'
import type { ServerLog } from './log.ts'
import type { Postgres } from './postgres.ts'
import { ServerError } from './server-error.ts'

/** Where the supervised server stands. */
export type ServerStatus = 'ready' | 'restarting' | 'stopped' | 'failed'

/** A server that is started again when it ends. */
export interface Supervised {
  status(): ServerStatus
  /** The process id of the running server, or null while there is none. */
  pid(): number | null
  /** Calls the listener once, when the server ended and could not be started again. */
  onFailure(listener: (reason: ServerError) => void): void
  stop(): Promise<void>
}

const WINDOW_MS = 5 * 60_000
const PAUSES_MS = [0, 500, 2_000, 5_000, 15_000]

/** Supervises a running server; `start` brings up another one. */
export function supervise(first: Postgres, start: () => Promise<Postgres>, log: ServerLog): Supervised {
  let current: Postgres | null = first
  let status: ServerStatus = 'ready'
  let restart: Promise<void> = Promise.resolve()
  const stopping = new AbortController()
  const listeners: ((reason: ServerError) => void)[] = []
  const restarts: number[] = []

  const watch = (postgres: Postgres): void => {
    restart = restartAfter(postgres)
  }

  const restartAfter = async (postgres: Postgres): Promise<void> => {
    const { status: exitStatus, signal } = await postgres.ended
    if (stopping.signal.aborted) return
    current = null
    status = 'restarting'
    log.error('The database server ended by itself and is started again', { status: exitStatus, signal })
    await startAgain()
  }

  const startAgain = async (): Promise<void> => {
    let last: unknown = new Error('it kept ending')
    for (;;) {
      const pause = nextPause(restarts, Date.now())
      if (pause === null) return fail(last)
      restarts.push(Date.now())
      try {
        await wait(pause, undefined, { signal: stopping.signal })
        const postgres = await start()
        current = postgres
        status = 'ready'
        log.info('The database server is ready again', { pid: postgres.pid })
        return watch(postgres)
      } catch (error) {
        if (stopping.signal.aborted) return
        last = error
        log.error('The database server did not start', { reason: String(error) })
      }
    }
  }

  const fail = (last: unknown): void => {
    status = 'failed'
    const reason =
      last instanceof ServerError
        ? last
        : new ServerError('start_failed', `The database server: ${String(last)}`)
    for (const listener of listeners) listener(reason)
  }

  watch(first)
  return {
    status: () => status,
    pid: () => current?.pid ?? null,
    onFailure: (listener) => void listeners.push(listener),
    stop: async () => {
      stopping.abort()
      await current?.stop()
      // A start that was under way when the stop came may still have brought up another one.
      await restart
      await current?.stop()
      current = null
      status = 'stopped'
    },
  }
}

/** How long to wait before the next start, or null when five starts within five minutes did not help. */
export function nextPause(restarts: readonly number[], now: number): number | null {
  const recent = restarts.filter((at) => now - at < WINDOW_MS).length
  return PAUSES_MS[recent] ?? null
}
