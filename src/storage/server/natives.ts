/** Makes the carried programs runnable: puts back the links that a package cannot hold, or copies them where they can be reached. */
import {
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { type Account, accountCan } from './account.ts'
import type { Binaries } from './binaries.ts'
import type { Layout } from './layout.ts'
import type { ServerLog } from './log.ts'
import { ServerError, systemCode } from './server-error.ts'

interface Link {
  readonly source: string
  readonly target: string
}

/**
 * Returns programs that the account can run. The carried ones may lack their links (install scripts are blocked),
 * lie in a read-only folder, or under a parent closed to the account; then a copy is used.
 */
export function runnable(binaries: Binaries, layout: Layout, account: Account, log: ServerLog): Binaries {
  if (binaries.origin !== 'carried') {
    if (accountCan(account, '-x', join(binaries.directory, 'postgres'))) return binaries
    throw new ServerError(
      'not_permitted',
      `${binaries.directory} is closed to ${account?.name ?? 'this user'}, under which the database runs. ` +
        'Name programs in an open folder with HIGHWATER_PG_BIN.',
    )
  }
  const natives = dirname(binaries.directory)
  const linked = hydrate(natives)
  if (linked && reaches(account, natives)) return binaries
  const copy = copyNatives(natives, binaries.version, layout, account, log)
  return { ...binaries, directory: join(copy, 'bin') }
}

function reaches(account: Account, natives: string): boolean {
  return (
    accountCan(account, '-x', join(natives, 'bin', 'postgres')) &&
    accountCan(account, '-r', join(natives, 'share', 'postgresql', 'postgres.bki'))
  )
}

/** Puts the listed links in place; false when the folder cannot be written and some are missing. */
export function hydrate(natives: string): boolean {
  const list = join(natives, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  const links = JSON.parse(readFileSync(list, 'utf8')) as Link[]
  for (const { source, target } of links) {
    const at = join(dirname(natives), target)
    try {
      symlinkSync(relative(dirname(at), join(dirname(natives), source)), at)
    } catch (error) {
      if (systemCode(error) === 'EEXIST') continue
      if (!['EACCES', 'EROFS', 'EPERM'].includes(systemCode(error) ?? '')) throw error
      if (!existsSync(at)) return false
    }
  }
  return true
}

/** Where a copy may lie, the data directory first; the others are for a data directory that is closed as well. */
function copyPlaces(layout: Layout): string[] {
  const places = [layout.root]
  if (process.getuid?.() === 0) places.push('/var/lib/highwater', '/var/tmp/highwater', '/tmp/highwater')
  return places
}

function copyNatives(
  natives: string,
  version: string,
  layout: Layout,
  account: Account,
  log: ServerLog,
): string {
  for (const place of copyPlaces(layout)) {
    const parent = join(place, `postgresql-${version}`)
    if (!prepare(place) || !accountCan(account, '-x', place)) continue
    // A package's links are named from its root, so the copy keeps the folder's name below one of its own.
    const copy = join(parent, basename(natives))
    if (!existsSync(parent)) {
      log.info('Copying the carried PostgreSQL to a folder its account can reach', {
        from: natives,
        to: parent,
      })
      writeCopy(natives, parent)
    }
    if (hydrate(copy) && reaches(account, copy)) return copy
  }
  throw new ServerError(
    'not_permitted',
    `The carried PostgreSQL in ${natives} cannot be run by ${account?.name ?? 'this user'}, and no open folder for a copy was found. ` +
      'Put the checkout or the data directory (--data) where that user may enter, or give a server with --database-url.',
  )
}

/** Programs are run from here: only a folder of our own that nobody else may write will do. */
function prepare(place: string): boolean {
  try {
    mkdirSync(place, { recursive: true, mode: 0o755 })
    const found = lstatSync(place)
    return found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0
  } catch (error) {
    if (['EACCES', 'EROFS', 'EPERM', 'EEXIST', 'ENOTDIR'].includes(systemCode(error) ?? '')) return false
    throw error
  }
}

function writeCopy(natives: string, parent: string): void {
  const half = `${parent}.tmp-${process.pid}`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { mode: 0o755 })
  cpSync(natives, join(half, basename(natives)), {
    recursive: true,
    verbatimSymlinks: true,
    mode: constants.COPYFILE_FICLONE,
    // Static libraries serve only who links against them, and are a fifth of the size.
    filter: (source) => !source.endsWith('.a'),
  })
  openToAll(half)
  try {
    renameSync(half, parent)
  } catch (error) {
    // Another start was quicker; its copy is as good.
    if (!['EEXIST', 'ENOTEMPTY'].includes(systemCode(error) ?? '')) throw error
    rmSync(half, { recursive: true, force: true })
  }
}

/** A package unpacked under a strict umask is closed to others, and so would be its copy. */
function openToAll(path: string): void {
  const found = lstatSync(path)
  if (found.isSymbolicLink()) return
  chmodSync(path, found.isDirectory() || (found.mode & 0o100) !== 0 ? 0o755 : 0o644)
  if (!found.isDirectory()) return
  for (const name of readdirSync(path)) openToAll(join(path, name))
}
