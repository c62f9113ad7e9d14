/** The server's life: settings in, database open, address printed, everything closed in order at the end. */
import { EXIT, type Exit } from '../cli/exit.ts'
import type { Config } from '../config.ts'
import { findOrganisation } from '../storage/organisation-store.ts'
import { makeSetupCode } from '../usecases/organisation/set-up.ts'
import { type Ground, performChange } from '../usecases/perform.ts'
import { type ComposedHttp, composeHttp } from './http.ts'
import { type Installation, openInstallation } from './installation.ts'
import { type Fetch, listen } from './listening.ts'
import { createLog, type Log } from './log.ts'
import { PAGE_FOLDER } from './release.ts'

/** Serves until a signal or a failure. Throws when it cannot start; the message names the setting to change. */
export async function serve(config: Config): Promise<Exit> {
  const log = createLog(config.logLevel, config.logFormat)
  const stopped = stopSignal()
  const installation = await openInstallation({ config, log, note: 'starting' })
  try {
    return await serveInstallation(installation, config, log, stopped)
  } finally {
    await installation.close()
  }
}

async function serveInstallation(
  installation: Installation,
  config: Config,
  log: Log,
  stopped: Promise<string>,
): Promise<Exit> {
  // The address is known once the port is taken, and the application needs the address.
  let answer: Fetch = notReady
  const listening = await listen((request, env) => answer(request, env), config.host, config.port)
  const publicUrl = config.baseUrl ?? listening.url
  const { database, target, secret } = installation
  const http = await composeHttp({
    database,
    target,
    secret,
    publicUrl,
    pageFolder: PAGE_FOLDER,
    log,
    host: config.host,
    dataDir: installation.server === null ? null : config.dataDir,
  })
  if (config.demo) await fillWithDemo(http, log)
  answer = http.app.fetch
  installation.server?.announce(listening.url)
  process.stdout.write(`Highwater is ready: ${publicUrl}\n`)
  await printLogins(http.ground)
  await printSetupLink(http.ground, publicUrl)
  http.warmUp().catch((error: unknown) => log.error('Sign-in and jobs could not be loaded', { error }))
  const failed = new Promise<Error>((resolve) => installation.server?.onExit(resolve))
  const reason = await Promise.race([stopped, failed])
  await listening.close()
  await http.close()
  if (!(reason instanceof Error)) return EXIT.done
  log.error(reason.message)
  return EXIT.found
}

const notReady: Fetch = () => new Response('Starting.\n', { status: 503, headers: { 'retry-after': '1' } })

/** Fills an empty database; one that is not empty is left alone, and that is said. */
async function fillWithDemo(http: ComposedHttp, log: Log): Promise<void> {
  const { ground } = http
  if ((await findOrganisation(ground.db)) !== null)
    return log.info('The database is not empty: --demo adds nothing')
  const { loadDemo } = await import('../../demo/load/load-demo.ts')
  const passwordHash = await http.hashPassword(DEMO_PASSWORD)
  await performChange(ground, null, (work) => loadDemo(work.db, work.now, passwordHash))
}

/** The same for every login of the demonstration, and no secret: its people and texts are made up. */
const DEMO_PASSWORD = 'pennywharf-demo'

async function printLogins(ground: Ground): Promise<void> {
  if ((await findOrganisation(ground.db))?.demonstration !== true) return
  const [{ readDemo }, { demoLogins }] = await Promise.all([
    import('../../demo/read-demo.ts'),
    import('../../demo/load/load-demo.ts'),
  ])
  const lines = demoLogins(readDemo(ground.clock())).map(
    (login) => `  ${login.email}  ${login.name}, ${login.as}\n`,
  )
  process.stdout.write(
    `\nSign in to the demonstration with the password ${DEMO_PASSWORD} as\n${lines.join('')}\n`,
  )
}

/** On an empty database: the one-time link that makes the first administrator. A new start makes a new one. */
async function printSetupLink(ground: Ground, publicUrl: string): Promise<void> {
  const code = await performChange(ground, null, makeSetupCode)
  if (code === null) return
  process.stdout.write(`Make the first administrator, once, within a day: ${publicUrl}/setup?code=${code}\n`)
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
