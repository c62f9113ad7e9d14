/** Under which system account the server runs: PostgreSQL refuses root, so root hands it to another account. */
import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { ServerError, systemCode } from './server-error.ts'

/** A user and group to change to before running a program; null means "as this process". */
export type Account = { readonly uid: number; readonly gid: number; readonly name: string } | null

/** Accounts without rights of their own that most systems have, in the order they are tried. */
const CANDIDATES = ['postgres', 'nobody', 'daemon']

/**
 * The account to run the server under. Not root: this process itself. Root: the owner of the existing cluster,
 * else the first of `postgres`, `nobody`, `daemon` that the system knows (initdb looks its own user up by id).
 */
export function serverAccount(clusterDir: string): Account {
  const own = process.getuid?.()
  const owner = ownerOf(clusterDir)
  if (own !== 0) {
    if (owner !== null && own !== undefined && owner.uid !== own) {
      throw new ServerError(
        'folder_not_ours',
        `The database in ${clusterDir} belongs to user id ${owner.uid}, and this process runs as ${own}. ` +
          'Start it as that user, or hand the folder over with chown.',
      )
    }
    return null
  }
  if (owner !== null && owner.uid !== 0) return { ...owner, name: `user id ${owner.uid}` }
  return knownAccount(readAccounts('/etc/passwd'))
}

function ownerOf(path: string): { uid: number; gid: number } | null {
  try {
    const { uid, gid } = statSync(path)
    return { uid, gid }
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null
    throw error
  }
}

function readAccounts(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return ''
    throw error
  }
}

/** Chooses among the lines of a passwd file. Throws `account_missing` when none of the candidates is there. */
export function knownAccount(passwd: string): NonNullable<Account> {
  const accounts = passwd.split('\n').map((line) => line.split(':'))
  for (const name of CANDIDATES) {
    const found = accounts.find((fields) => fields[0] === name)
    const uid = Number(found?.[2])
    const gid = Number(found?.[3])
    if (found && Number.isInteger(uid) && Number.isInteger(gid) && uid !== 0) return { name, uid, gid }
  }
  throw new ServerError(
    'account_missing',
    'PostgreSQL refuses to run as root, and this system has no user postgres, nobody or daemon to run it as. ' +
      'Start Highwater as another user, add one of these, or give a server with --database-url.',
  )
}

/** What `spawn` needs to change to the account; nothing when no change is wanted. */
export function identity(account: Account): { uid?: number; gid?: number } {
  return account === null ? {} : { uid: account.uid, gid: account.gid }
}

/**
 * Whether the account can do what a shell test asks of a path, tried rather than computed, since access lists,
 * mount options and security modules decide as well as mode bits. `test` is an operand of test(1): `-x`, `-r`, `-w`.
 */
export function accountCan(account: Account, test: '-x' | '-r' | '-w', path: string): boolean {
  const result = spawnSync('/bin/sh', ['-c', `test ${test} "$1"`, 'sh', path], {
    cwd: '/',
    stdio: 'ignore',
    ...identity(account),
  })
  if (result.error && systemCode(result.error) === 'EPERM') throw cannotChange(account)
  if (result.error) throw result.error
  return result.status === 0
}

function cannotChange(account: Account): ServerError {
  return new ServerError(
    'not_permitted',
    `PostgreSQL refuses to run as root, and this process may not change to ${account?.name ?? 'another user'} ` +
      '(the right to change user ids was taken from it). Start Highwater as a plain user, or give a server with --database-url.',
  )
}
