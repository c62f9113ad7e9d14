/** The server's life: settings in, database open, address printed, everything closed in order at the end. */
import { Hono } from 'hono'
import { type Config, readConfig } from '../config.ts'
import { type Installation, openInstallation } from './installation.ts'
import { listen } from './listening.ts'
import { createLog } from './log.ts'

/** Reads the settings and serves until a signal or a failure; resolves with the exit status. */
export async function serve(argv: readonly string[]): Promise<number> {
  const read = readConfig({ argv })
  const problems = read.ok ? read.rest.map((one) => `${one} is no option of serve.`) : read.problems
  if (!read.ok || problems.length > 0) {
    for (const problem of problems) process.stderr.write(`highwater: ${problem}\n`)
    process.stderr.write('highwater serve --help lists every setting.\n')
    return 2
  }
  try {
    return await serveWith(read.config)
  } catch (error) {
    process.stderr.write(`highwater: ${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}

async function serveWith(config: Config): Promise<number> {
  const log = createLog(config.logLevel, config.logFormat)
  const stopped = stopSignal()
  const installation = await openInstallation({ config, log, note: 'starting' })
  try {
    const listening = await listen(application(installation).fetch, config.host, config.port)
    installation.server?.announce(listening.url)
    process.stdout.write(`Highwater is ready: ${config.baseUrl ?? listening.url}\n`)
    const failed = new Promise<Error>((resolve) => installation.server?.onExit(resolve))
    const reason = await Promise.race([stopped, failed])
    await listening.close()
    if (!(reason instanceof Error)) return 0
    log.error(reason.message)
    return 1
  } finally {
    await installation.close()
  }
}

/** A terminal and the programs between it and this one each pass the same interrupt on. */
const SAME_SIGNAL_MS = 1_000

/** Resolves at the first signal to stop, or when the script that started this process is gone; a second one ends it at once. */
function stopSignal(): Promise<string> {
  return new Promise((resolve) => {
    let first: number | null = null
    const onSignal = (signal: string): void => {
      const now = performance.now()
      if (first !== null && now - first > SAME_SIGNAL_MS) process.exit(130)
      first ??= now
      resolve(signal)
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal)
    process.channel?.unref()
    process.once('disconnect', () => onSignal('disconnect'))
  })
}

/** What answers as long as nothing else does: whether the process lives, and whether its database does. */
function application(installation: Installation): Hono {
  const app = new Hono()
  app.get('/healthz', (context) => context.json({ status: 'ok' }))
  app.get('/readyz', async (context) => {
    try {
      await installation.database.pool.query('select 1')
      return context.json({ status: 'ready' })
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error)
      return context.json(
        { status: 'not ready', database: installation.server?.status() ?? 'away', detail },
        503,
      )
    }
  })
  return app
}
