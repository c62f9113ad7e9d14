/** The key for sign-in and stored secrets: given by a setting, else made once and kept beside the database, not in it. */
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Reads the data directory's key, making it the first time. Throws when the file is there and too short. */
export function installationSecret(dataDir: string): string {
  const file = join(dataDir, 'secret.key')
  mkdirSync(dataDir, { recursive: true })
  try {
    // Fails when it exists, so that two starts at once end up with one key.
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, {
      mode: 0o600,
      flag: 'wx',
      flush: true,
    })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length < 32)
    throw new Error(
      `The key in ${file} is damaged: put it back from a copy, or remove it to sign everybody out.`,
    )
  return secret
}
