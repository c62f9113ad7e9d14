/** API tokens of one's own: made, listed, withdrawn. A token never may more than its owner. */
import type { TokenId } from '../../domain/ids.ts'
import { type Instant, epoch } from '../../domain/instant.ts'
import type { Permission } from '../../domain/permissions.ts'
import { newId } from '../../storage/new-id.ts'
import type { Page, PageRequest } from '../../storage/page.ts'
import { type ApiToken, createToken, listTokens, withdrawToken } from '../../storage/tokens-store.ts'
import { record } from '../record.ts'
import { Refusal } from '../refusal.ts'
import { hashSecret, newSecret } from '../secret.ts'
import type { Change, Work } from '../work.ts'
import { TOKEN_PREFIX } from './identify.ts'

const LONGEST_MS = 366 * 24 * 60 * 60 * 1000

export interface NewToken {
  readonly name: string
  readonly scopes: readonly Permission[]
  readonly expiresAt: Instant
}

/** Makes a token; its secret is in this answer and nowhere else. */
export async function makeToken(
  work: Change,
  wanted: NewToken,
): Promise<{ readonly token: ApiToken; readonly secret: string }> {
  checkScopes(work, wanted.scopes)
  checkExpiry(work.now, wanted.expiresAt)
  const secret = TOKEN_PREFIX + newSecret()
  const scopes = [...new Set(wanted.scopes)]
  const token = await createToken(
    work.db,
    { ...wanted, scopes, id: newId<'token'>(), ownerId: work.who.personId },
    hashSecret(secret),
  )
  await record(work, [
    {
      thing: 'token',
      thingId: token.id,
      what: 'created',
      changes: [{ field: 'scopes', before: null, after: scopes }],
      reason: null,
    },
  ])
  return { token, secret }
}

function checkScopes(work: Change, scopes: readonly Permission[]): void {
  const beyond = scopes.filter((scope) => !work.who.permissions.has(scope))
  if (beyond.length === 0) return
  throw new Refusal('scope_not_yours', `You may not pass on: ${beyond.join(', ')}.`, [
    { field: 'scopes', message: `goes beyond what you may do: ${beyond.join(', ')}` },
  ])
}

function checkExpiry(now: Instant, expiresAt: Instant): void {
  const ahead = epoch(expiresAt) - epoch(now)
  if (ahead > 0 && ahead <= LONGEST_MS) return
  throw new Refusal('expiry_out_of_range', 'A token expires after now and within 366 days.', [
    { field: 'expiresAt', message: 'is not between now and 366 days from now' },
  ])
}

export function ownTokens(work: Work, page: PageRequest): Promise<Page<ApiToken>> {
  return listTokens(work.db, work.who.personId, page)
}

export async function withdrawOwnToken(work: Change, tokenId: TokenId): Promise<void> {
  const withdrawn = await withdrawToken(work.db, tokenId, work.who.personId, work.now)
  if (!withdrawn) throw new Refusal('not_found', 'You have no such token, or it is withdrawn already.')
  await record(work, [{ thing: 'token', thingId: tokenId, what: 'withdrawn', changes: [], reason: null }])
}
export type { ApiToken } from '../../storage/tokens-store.ts'
