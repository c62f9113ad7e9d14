/** The program behind the command line: settings become an installation that commands can work on. */
import { stat } from 'node:fs/promises'
import type {
  ArchiveReport,
  Configured,
  Installation as CliInstallation,
  Program,
} from '../cli/installation.ts'
import { type Config, readConfig, settingsHelp } from '../config.ts'
import type { ArchiveManifest } from '../storage/archive/manifest.ts'
import type { Installation } from './installation.ts'
import { createLog, type Log } from './log.ts'
import { RELEASE } from './release.ts'

/** What the command line runs on. Server and database are loaded by the commands that need them. */
export const program: Program = {
  release: RELEASE,
  settingsHelp: settingsHelp(),
  configure(args): Configured {
    const read = readConfig({ argv: args })
    return read.ok ? { ok: true, installation: installationOf(read.config), rest: read.rest } : read
  },
}

function installationOf(config: Config): CliInstallation {
  // A command says itself what it did; of what it opens on the way only warnings matter.
  const log = createLog(config.logLevel === 'info' ? 'warn' : config.logLevel, config.logFormat)
  return {
    serve: async () => {
      const { serve } = await import('./serve.ts')
      return serve(config)
    },
    open: async () => {
      const { openCall } = await import('./open-call.ts')
      return openCall(config, log)
    },
    doctor: async () => {
      const { examine } = await import('./doctor.ts')
      return examine(config, log)
    },
    migrate: () => onInstallation(config, log, 'migrating', async ({ migrated }) => migrated),
    backup: async (file, onTable) => {
      const { writeArchive } = await import('../storage/archive/write-archive.ts')
      return onInstallation(config, log, 'writing a backup', async ({ database: { pool } }) => {
        const report = (table: { readonly name: string }, done: number, of: number) =>
          onTable(done, of, table.name)
        return reportOf(file, await writeArchive({ pool, file, release: RELEASE, onTable: report }))
      })
    },
    restore: async (file) => {
      const { restoreArchive } = await import('../storage/archive/restore-archive.ts')
      // The schema waits: an older archive is restored into the schema of its time, then brought up to date.
      const work = async ({ database: { pool } }: Installation) =>
        reportOf(file, await restoreArchive({ pool, file }))
      return onInstallation(config, log, 'restoring a backup', work, false)
    },
  }
}

/** Works on the installation, sharing the database of a server that runs on it, and lets go of it in the end. */
async function onInstallation<T>(
  config: Config,
  log: Log,
  note: string,
  work: (installation: Installation) => Promise<T>,
  migrate = true,
): Promise<T> {
  const { openInstallation } = await import('./installation.ts')
  const installation = await openInstallation({ config, log, note, share: true, migrate })
  try {
    return await work(installation)
  } finally {
    await installation.close()
  }
}

async function reportOf(file: string, manifest: ArchiveManifest): Promise<ArchiveReport> {
  const { size } = await stat(file)
  return { file, bytes: size, tables: Object.fromEntries(manifest.tables.map((one) => [one.name, one.rows])) }
}
