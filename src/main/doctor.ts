/** Looks an installation over, part by part, and says of each whether it is well and what to do if not. */
import { access, constants, statfs } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Check } from '../cli/installation.ts'
import type { Config } from '../config.ts'
import { findOrganisation } from '../storage/organisation-store.ts'
import { pendingMigrations } from '../storage/migrate.ts'
import { type Installation, openInstallation } from './installation.ts'
import type { Log } from './log.ts'
import { PAGE_FOLDER, RELEASE } from './release.ts'

const LEAST_FREE_BYTES = 1024 ** 3

/** Every check, in the order in which a person would look. It changes nothing that is there. */
export async function examine(config: Config, log: Log): Promise<readonly Check[]> {
  const ground = [
    runtime(),
    await page(),
    ...(config.databaseUrl === null ? await dataDirectory(config) : []),
  ]
  if (ground.some((one) => !one.ok && one.name === 'data directory')) return ground
  return [...ground, ...(await database(config, log))]
}

const well = (name: string, message: string): Check => ({ name, ok: true, message })
const wrong = (name: string, message: string): Check => ({ name, ok: false, message })

function runtime(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const fits = major > 22 || (major === 22 && minor >= 12)
  const said = `Highwater ${RELEASE} on Node ${process.versions.node}`
  return fits
    ? well('program', said)
    : wrong('program', `${said}; it needs Node 22.12 or newer. Run npm start, which brings one.`)
}

async function page(): Promise<Check> {
  return existsSync(join(PAGE_FOLDER, 'index.html'))
    ? well('page', 'The web page is built')
    : wrong('page', 'The web page is not built. Run npm run build.')
}

async function dataDirectory(config: Config): Promise<Check[]> {
  const folder = existsSync(config.dataDir) ? config.dataDir : dirname(config.dataDir)
  try {
    await access(folder, constants.W_OK)
  } catch {
    return [
      wrong('data directory', `${folder} cannot be written to. Give another with --data or mend its rights.`),
    ]
  }
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  const said = `${(free / 1024 ** 3).toFixed(1)} GiB free at ${folder}`
  return [
    well(
      'data directory',
      existsSync(config.dataDir) ? config.dataDir : `${config.dataDir}, to be made at the first start`,
    ),
    free >= LEAST_FREE_BYTES
      ? well('disk', said)
      : wrong('disk', `${said}; imports stop below 1 GiB. Make room.`),
  ]
}

async function database(config: Config, log: Log): Promise<Check[]> {
  if (config.databaseUrl === null && !existsSync(config.dataDir)) {
    return [well('database', 'None yet; the first start makes it')]
  }
  let installation: Installation
  try {
    installation = await openInstallation({
      config,
      log,
      note: 'looking it over',
      share: true,
      migrate: false,
    })
  } catch (error) {
    return [wrong('database', error instanceof Error ? error.message : String(error))]
  }
  try {
    return await inside(installation)
  } finally {
    await installation.close()
  }
}

async function inside({ database: { db, pool }, server }: Installation): Promise<Check[]> {
  const { rows } = await pool.query<{ version: string; sums: string }>(
    `select current_setting('server_version') as version, current_setting('data_checksums') as sums`,
  )
  const carried = server === null ? 'a running server' : 'the carried server'
  const checks = [
    well('database', `PostgreSQL ${rows[0]?.version ?? '?'}, ${carried}, checksums ${rows[0]?.sums ?? '?'}`),
  ]
  const pending = await pendingMigrations(pool)
  if (pending.length > 0) {
    return [...checks, wrong('schema', `Not up to date: ${pending.join(', ')}. Run highwater migrate.`)]
  }
  const organisation = await findOrganisation(db)
  return [
    ...checks,
    well('schema', 'Up to date'),
    well('organisation', organisation?.name ?? 'None yet; npm start prints the link of the first run'),
  ]
}
