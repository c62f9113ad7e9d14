/** Has the editor watch the files that settings are read from. */
import {
  DidChangeWatchedFilesNotification,
  type Connection,
  type Disposable,
} from 'vscode-languageserver/node'

export interface Watching {
  /** Watches files of these names, wherever they lie, and no others any more. */
  watch(names: readonly string[]): Promise<void>
}

export function createWatching(connection: Connection): Watching {
  let watched = ''
  let registered: Disposable | null = null
  return {
    async watch(names) {
      const key = names.join('\n')
      if (key === watched) return
      watched = key
      registered?.dispose()
      registered = await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: names.map((name) => ({ globPattern: `**/${literal(name)}` })),
      })
    },
  }
}

/** A name as a pattern that matches it alone. */
const literal = (name: string): string =>
  name.replaceAll(/[*?{}[\]]/g, (mark) => (mark === '[' ? '[[]' : '?'))
