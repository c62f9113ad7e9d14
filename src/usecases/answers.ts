/** One answer per idempotency key: the same request again answers the same, another one under the key is refused. */
import { type Instant, epoch, toInstant } from '../domain/instant.ts'
import { claimKey, keepAnswer, takeKey, type KeyedRequest } from '../storage/idempotency-store.ts'
import type { Tx } from '../storage/schema.ts'
import { Refusal } from './refusal.ts'

const KEPT_MS = 24 * 60 * 60 * 1000

/**
 * The sealed answer kept for the request, or null when it is new; from then on the key belongs to this transaction.
 * Throws `idempotency_key_in_use` while another transaction works on it, `idempotency_key_reused` for another request.
 */
export async function beginAnswer(tx: Tx, asked: KeyedRequest, now: Instant): Promise<Uint8Array | null> {
  const free = await takeKey(tx, asked)
  const claim = free
    ? await claimKey(tx, asked, now, toInstant(epoch(now) + KEPT_MS))
    : ({ kind: 'running' } as const)
  if (claim.kind === 'first') return null
  if (claim.kind === 'answered') return claim.answer.body
  if (claim.kind === 'running') {
    throw new Refusal(
      'idempotency_key_in_use',
      'A request with this key is under way. Try again in a moment.',
    )
  }
  throw new Refusal('idempotency_key_reused', 'This key was used for another request. Make a new one.')
}

/** Keeps the answer, together with the change that it answers. */
export async function endAnswer(
  tx: Tx,
  asked: KeyedRequest,
  answer: { readonly status: number; readonly sealed: Uint8Array },
): Promise<void> {
  await keepAnswer(tx, asked, { status: answer.status, headers: {}, body: answer.sealed })
}
