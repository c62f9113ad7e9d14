/** The API for commands: a server's over HTTP where one is named, else the same application in this process. */
import { type ClientOptions, createClient } from '../client/client.ts'
import type { Opened } from '../cli/installation.ts'
import type { Config } from '../config.ts'
import { localOperator } from '../usecases/organisation/local-operator.ts'
import { performChange } from '../usecases/perform.ts'
import { composeHttp } from './http.ts'
import { openInstallation } from './installation.ts'
import type { Log } from './log.ts'
import { PAGE_FOLDER } from './release.ts'

/** A server that does not answer; the message names its address. */
class ServerUnreachable extends Error {
  readonly code = 'server_unreachable'
}

function fetchFrom(url: string): NonNullable<ClientOptions['fetch']> {
  return async (input, init) => {
    try {
      return await fetch(input, init)
    } catch (error) {
      const cause =
        error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
      throw new ServerUnreachable(`The server at ${url} does not answer: ${cause}`, { cause: error })
    }
  }
}

/** An address that no request leaves the process for. */
const IN_PROCESS = 'http://127.0.0.1'

/** Opens the API that the settings name. Without `--url` the caller is whoever may open the data directory. */
export async function openCall(config: Config, log: Log): Promise<Opened> {
  if (config.url !== null) {
    const call = createClient({
      url: config.url,
      client: 'cli',
      fetch: fetchFrom(config.url),
      ...(config.token === null ? {} : { token: config.token }),
    })
    return { call, where: config.url, close: async () => undefined }
  }
  const installation = await openInstallation({ config, log, note: 'running a command', share: true })
  const composed = await composeHttp({
    database: installation.database,
    target: installation.target,
    secret: installation.secret,
    publicUrl: IN_PROCESS,
    host: '127.0.0.1',
    dataDir: installation.server === null ? null : config.dataDir,
    pageFolder: PAGE_FOLDER,
    log,
  })
  const operator = await performChange(composed.ground, null, localOperator)
  const call = createClient({
    url: IN_PROCESS,
    fetch: (input, init) => composed.answerAs(operator, new Request(input, init)),
  })
  return {
    call,
    where: config.databaseUrl === null ? config.dataDir : 'the database of --database-url',
    close: async () => {
      await composed.close()
      await installation.close()
    },
  }
}
