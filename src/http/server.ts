/** Listens, and stops in order: no new requests, those under way are answered, then every connection ends. */
import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import type { HttpEnv } from './kit/mount.ts'

export interface Listening {
  /** The port that was taken, also when 0 asked for any. */
  readonly port: number
  /** Waits at most `graceMs` for requests under way. */
  stop(graceMs?: number): Promise<void>
}

/** Begins to listen; rejects with what the system says, such as `EADDRINUSE`. */
export async function listen(app: Hono<HttpEnv>, host: string, port: number): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  // A body of 25 MiB over a slow line takes its time; headers do not.
  server.requestTimeout = 5 * 60_000
  server.headersTimeout = 20_000
  server.keepAliveTimeout = 65_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port }, () => {
      server.off('error', reject)
      resolve()
    })
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    stop: (graceMs = 10_000) => stop(server, graceMs),
  }
}

async function stop(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)))
  })
  server.closeIdleConnections()
  const end = setTimeout(() => server.closeAllConnections(), graceMs)
  await closed.finally(() => clearTimeout(end))
}
