/** Answers given to POST requests that carried an Idempotency-Key, so that a repetition gets the same answer. */
import { sql } from 'kysely'
import type { Instant } from '../domain/instant.ts'
import type { Db, Tx } from './schema.ts'

/** Who sent which request under which key. */
export interface KeyedRequest {
  /** `person:<id>` or `token:<id>`: keys of different callers never meet. */
  readonly principal: string
  readonly key: string
  /** SHA-256 of method, path and body. */
  readonly requestSha256: Uint8Array
}

/** What was answered. */
export interface KeptAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array | null
}

/**
 * `first`: go on, then `keepAnswer` or `releaseKey`. `running`: the first request is not done yet.
 * `other_request`: the key was used for something else. `answered`: here is what was said.
 */
export type KeyClaim =
  | { readonly kind: 'first' }
  | { readonly kind: 'running' }
  | { readonly kind: 'other_request' }
  | { readonly kind: 'answered'; readonly answer: KeptAnswer }

/**
 * Takes a key until the transaction ends, whatever becomes of it; false while another transaction has it, without waiting.
 */
export async function takeKey(
  tx: Tx,
  { principal, key }: Pick<KeyedRequest, 'principal' | 'key'>,
): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`${principal} ${key}`}, 0)) as taken`.execute(tx)
  return rows[0]?.taken === true
}

/** Claims a key for a request; of two at once, exactly one is first. A key past its expiry is free again. */
export async function claimKey(
  db: Db,
  request: KeyedRequest,
  now: Instant,
  expiresAt: Instant,
): Promise<KeyClaim> {
  const claimed = await db
    .insertInto('idempotency_keys')
    .values({
      principal: request.principal,
      key: request.key,
      request_sha256: request.requestSha256,
      expires_at: expiresAt,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['principal', 'key'])
        .doUpdateSet({
          request_sha256: request.requestSha256,
          expires_at: expiresAt,
          status: null,
          headers: sql`null`,
          body: null,
          created_at: now,
        })
        .where('idempotency_keys.expires_at', '<=', now),
    )
    .returning('key')
    .executeTakeFirst()
  return claimed === undefined ? standing(db, request) : { kind: 'first' }
}

async function standing(db: Db, request: KeyedRequest): Promise<KeyClaim> {
  const row = await db
    .selectFrom('idempotency_keys')
    .select(['request_sha256', 'status', 'headers', 'body'])
    .where('principal', '=', request.principal)
    .where('key', '=', request.key)
    .executeTakeFirst()
  if (row === undefined) return { kind: 'running' }
  if (Buffer.compare(row.request_sha256, request.requestSha256) !== 0) return { kind: 'other_request' }
  if (row.status === null) return { kind: 'running' }
  return { kind: 'answered', answer: { status: row.status, headers: row.headers ?? {}, body: row.body } }
}

/** Keeps the answer to the first request. Give the transaction of the write itself, so that both stand or neither. */
export async function keepAnswer(
  db: Db,
  request: Pick<KeyedRequest, 'principal' | 'key'>,
  answer: KeptAnswer,
): Promise<void> {
  await db
    .updateTable('idempotency_keys')
    .set({ status: answer.status, headers: JSON.stringify(answer.headers), body: answer.body })
    .where('principal', '=', request.principal)
    .where('key', '=', request.key)
    .execute()
}

/** Frees a key whose first request failed without an effect, so that it can be tried again. */
export async function releaseKey(db: Db, request: Pick<KeyedRequest, 'principal' | 'key'>): Promise<void> {
  await db
    .deleteFrom('idempotency_keys')
    .where('principal', '=', request.principal)
    .where('key', '=', request.key)
    .where('status', 'is', null)
    .execute()
}

/** Forgets expired keys; returns how many. */
export async function forgetKeys(db: Db, now: Instant): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('idempotency_keys')
    .where('expires_at', '<=', now)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
