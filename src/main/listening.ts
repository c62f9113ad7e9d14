/** Listens for HTTP on the configured address, says clearly when that is taken, and closes without cutting answers off. */
import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'

/** The address cannot be listened on; the message names the setting to change. */
class ListenError extends Error {
  readonly code = 'cannot_listen'
}

/** An application as Hono and others have it: a request in, a response out. */
export type Fetch = (request: Request, env: unknown) => Response | Promise<Response>

/** A listening server. */
export interface Listening {
  /** The address it answers on, for example `http://127.0.0.1:8080`. */
  readonly url: string
  readonly server: Server
  /** Takes no new requests, lets those under way finish for a while, then cuts them. */
  close(): Promise<void>
}

const CLOSE_PATIENCE_MS = 5_000

/** Starts to listen. Rejects with a message that names the setting when the address cannot be had. */
export function listen(fetch: Fetch, host: string, port: number): Promise<Listening> {
  const server = createAdaptorServer({ fetch }) as Server
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(listenError(error, host, port)))
    server.listen(port, host, () => {
      const address = server.address()
      const taken = typeof address === 'object' && address !== null ? address.port : port
      resolve({ url: `http://${urlHost(host)}:${taken}`, server, close: () => closeServer(server) })
    })
  })
}

/** An address that a browser on this machine can open. */
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

function listenError(error: Error, host: string, port: number): Error {
  const code = 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return new ListenError(
      `Port ${port} on ${host} is in use by another program. Give another with --port or PORT.`,
    )
  }
  if (code === 'EACCES') {
    return new ListenError(
      `Port ${port} may not be opened by this user. Give one from 1024 on with --port or PORT.`,
    )
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new ListenError(
      `${host} is no address of this machine. Give another with --host or HIGHWATER_HOST.`,
    )
  }
  return error
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), CLOSE_PATIENCE_MS)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections()
  })
}
