/** Where things lie in a data directory, and where the sockets go when its own path is too long or closed. */
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Account, accountCan } from './account.ts'
import { ServerError, systemCode } from './server-error.ts'

/** Number in the socket's name; nothing listens on a network port. */
export const SOCKET_PORT = 5432

/** macOS allows 104 bytes and Linux 108 for a socket's path, each with a closing zero; the lower one serves both. */
const LONGEST_SOCKET_PATH = 103

/** The parts of a data directory, as absolute paths. */
export interface Layout {
  readonly root: string
  /** PostgreSQL's own directory. */
  readonly cluster: string
  /** Names and passwords of the database roles; mode 0600. */
  readonly credentials: string
  /** Which major version and release made the cluster. */
  readonly state: string
  /** Sockets, when the path is short enough and open to the server's account. */
  readonly run: string
}

/** Names the parts of `dataDir`; the directory is made when missing, so that its real path is known. */
export function layoutOf(dataDir: string): Layout {
  makeRoot(dataDir)
  const root = realpathSync(dataDir)
  return {
    root,
    cluster: join(root, 'postgres'),
    credentials: join(root, 'credentials.json'),
    state: join(root, 'state.json'),
    run: join(root, 'run'),
  }
}

function makeRoot(dataDir: string): void {
  try {
    const made = makeFolders(dataDir)
    // Root's server runs under another account, which has to pass through; what is inside guards itself.
    if (made) chmodSync(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700)
  } catch (error) {
    throw new ServerError(
      'folder_not_ours',
      `The data directory ${dataDir} cannot be made (${systemCode(error) ?? 'unknown reason'}). ` +
        'Give another with --data or HIGHWATER_DATA.',
      { cause: error },
    )
  }
}

/**
 * Makes a folder and those above it; whether it was missing. Node's own `recursive` never ends where a folder that exists
 * says that it does not, as some of /proc do.
 */
function makeFolders(folder: string): boolean {
  if (existsSync(folder)) return false
  const parent = dirname(folder)
  if (parent !== folder) makeFolders(parent)
  mkdirSync(folder)
  return true
}

/** A short name for a data directory, the same at every start. */
function keyOf(root: string): string {
  return createHash('sha256').update(root).digest('hex').slice(0, 12)
}

/** The directory for the sockets: in the data directory, else a private one in a directory for temporary files. */
export function socketDirectory(layout: Layout, account: Account): string {
  const uid = account?.uid ?? process.getuid?.() ?? 0
  if (fits(layout.run)) {
    makePrivate(layout.run, account)
    if (accountCan(account, '-w', layout.run)) return layout.run
  }
  // Fixed places first: two starts on one data directory have to find each other whatever TMPDIR says.
  for (const base of ['/tmp', '/var/tmp', tmpdir()]) {
    const candidate = join(base, `highwater-${keyOf(layout.root)}-${uid}`)
    if (!fits(candidate) || !accountCan(null, '-w', base)) continue
    makePrivate(candidate, account)
    if (accountCan(account, '-w', candidate)) return candidate
  }
  throw new ServerError(
    'folder_not_ours',
    `No place for the database's socket: ${layout.run} is too long or closed, and so are /tmp and /var/tmp. ` +
      'Give a shorter path with --data.',
  )
}

function fits(directory: string): boolean {
  return Buffer.byteLength(join(directory, `.s.PGSQL.${SOCKET_PORT}.lock`)) <= LONGEST_SOCKET_PATH
}

/** Makes a directory that only the account may enter; one that another user put there first is refused. */
export function makePrivate(directory: string, account: Account): void {
  try {
    mkdirSync(directory, { mode: 0o700 })
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error
  }
  const found = lstatSync(directory)
  const own = process.getuid?.() ?? found.uid
  const wanted = account?.uid ?? own
  if (!found.isDirectory() || (found.uid !== own && found.uid !== wanted)) {
    throw new ServerError(
      'folder_not_ours',
      `${directory} was put there by another user; remove it and start again.`,
    )
  }
  if (account !== null && found.uid !== account.uid) chownSync(directory, account.uid, account.gid)
  if ((found.mode & 0o777) !== 0o700) chmodSync(directory, 0o700)
}
