/** The roles of the carried server and their passwords, in a file that only this process's user may read. */
import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { ServerError, systemCode } from './server-error.ts'

/** The role that owns the server, and the one that the application signs in as. */
export const ADMIN_ROLE = 'highwater_admin'
export const APP_ROLE = 'highwater'

/** One password per role. */
export interface Credentials {
  readonly admin: string
  readonly app: string
}

/** Makes new passwords; they hold no character that needs quoting anywhere. */
export function newCredentials(): Credentials {
  return { admin: randomBytes(24).toString('base64url'), app: randomBytes(24).toString('base64url') }
}

/** Reads the passwords of an existing cluster. Throws `credentials_missing` when the file is gone or damaged. */
export function readCredentials(file: string): Credentials {
  try {
    const read = JSON.parse(readFileSync(file, 'utf8')) as Partial<Credentials> | null
    if (typeof read?.admin === 'string' && typeof read.app === 'string') {
      return { admin: read.admin, app: read.app }
    }
  } catch (error) {
    if (systemCode(error) !== 'ENOENT' && !(error instanceof SyntaxError)) throw error
  }
  throw new ServerError(
    'credentials_missing',
    `${file}, which holds the passwords of the database beside it, is missing or damaged. ` +
      'Put it back from a copy of the data directory, or restore a backup into a new one.',
  )
}

/** Writes a file whole or not at all: to a temporary name, synced, then renamed. */
export function writeFileSafely(file: string, text: string, mode: number): void {
  const half = `${file}.tmp-${process.pid}`
  const handle = openSync(half, 'w', mode)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(half, file)
}
