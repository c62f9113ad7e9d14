/** How to connect to the carried server of a socket directory: as the application, or as the role that owns the server. */
import { ADMIN_ROLE, APP_ROLE, type Credentials } from './credentials.ts'
import { SOCKET_PORT } from './layout.ts'

/** The database that the application uses. */
export const APP_DATABASE = 'highwater'

/** How to connect, in the words of `pg`. */
export type ServerConnection = Readonly<{
  host: string
  port: number
  user: string
  password: string
  database: string
}>

export interface Connections {
  readonly connection: (database?: string) => ServerConnection
  readonly admin: (database?: string) => ServerConnection
  readonly credentials: Credentials
}

/** The connections of one running server. */
export function connections(socketDir: string, credentials: Credentials): Connections {
  const base = { host: socketDir, port: SOCKET_PORT }
  return {
    credentials,
    connection: (database = APP_DATABASE) => ({
      ...base,
      user: APP_ROLE,
      password: credentials.app,
      database,
    }),
    admin: (database = APP_DATABASE) => ({
      ...base,
      user: ADMIN_ROLE,
      password: credentials.admin,
      database,
    }),
  }
}
