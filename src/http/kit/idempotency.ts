/** One answer per `Idempotency-Key`: the repetition of a POST is recognised by a hash, its answer kept sealed. */
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { HttpRefusal } from './problem.ts'

const KEY = /^[\x21-\x7E]{1,255}$/
const TAG_BYTES = 16
const NONCE_BYTES = 12

/** Checks the header; null when there is none. */
export function idempotencyKey(header: string | undefined): string | null {
  if (header === undefined) return null
  if (KEY.test(header)) return header
  throw new HttpRefusal('idempotency_key_refused', 'Send 1 to 255 visible ASCII characters, such as a UUID.')
}

/** What tells one request from another under the same key: method, address and body. */
export function fingerprint(request: Request, body: Uint8Array): Buffer {
  const { pathname, search } = new URL(request.url)
  return createHash('sha256').update(`${request.method} ${pathname}${search}\n`).update(body).digest()
}

/** The key as the database knows it; only its hash is stored. */
export const hashKey = (key: string): string => createHash('sha256').update(key).digest('hex')

/**
 * Seals an answer with its own idempotency key, so that what is stored tells nothing to whoever reads the table:
 * an answer may hold a secret that is shown once.
 */
export function seal(key: string, answer: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(key), nonce)
  return Buffer.concat([nonce, cipher.update(answer, 'utf8'), cipher.final(), cipher.getAuthTag()])
}

/** Opens a sealed answer; throws when the key is another one. */
export function unseal(key: string, sealed: Uint8Array): string {
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(key), sealed.subarray(0, NONCE_BYTES))
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
  return Buffer.concat([
    decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)),
    decipher.final(),
  ]).toString('utf8')
}

const sealingKey = (key: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', 'highwater answer', 32))
