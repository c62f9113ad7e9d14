/** Finds the carried server that another process of ours is running on a data directory, without touching it. */
import { serverAccount } from './account.ts'
import { connections } from './connections.ts'
import { readCredentials } from './credentials.ts'
import { layoutOf, socketDirectory } from './layout.ts'
import { askOwner } from './owner.ts'
import type { ServerConnection } from './connections.ts'

/** A server that runs already: how the application connects, and what its owner says it is doing. */
export interface RunningServer {
  readonly connection: ServerConnection
  readonly note: string
}

/** The running server of a data directory, or null when none runs. */
export async function findRunningServer(dataDir: string): Promise<RunningServer | null> {
  const layout = layoutOf(dataDir)
  const socketDir = socketDirectory(layout, serverAccount(layout.cluster))
  const owner = await askOwner(`${socketDir}/owner.sock`)
  if (owner === null) return null
  return {
    connection: connections(socketDir, readCredentials(layout.credentials)).connection(),
    note: owner.note,
  }
}
