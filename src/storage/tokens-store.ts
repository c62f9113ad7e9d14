/** API tokens: only their SHA-256 is kept, with their scopes, owner, expiry and withdrawal. */
import { sql } from 'kysely'
import type { PersonId, TokenId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { Permission } from '../domain/permissions.ts'
import { readCursor, toPage, type Page, type PageRequest } from './page.ts'
import type { Db, Tx } from './schema.ts'

export interface ApiToken {
  readonly id: TokenId
  readonly name: string
  readonly ownerId: PersonId
  readonly scopes: readonly Permission[]
  readonly expiresAt: Instant
  readonly withdrawnAt: Instant | null
  readonly lastUsedAt: Instant | null
  readonly createdAt: Instant
}

const COLUMNS = [
  'id',
  'name',
  'owner_id as ownerId',
  'scopes',
  'expires_at as expiresAt',
  'withdrawn_at as withdrawnAt',
  'last_used_at as lastUsedAt',
  'created_at as createdAt',
] as const

/** Keeps a new token by the SHA-256 of its secret. */
export async function createToken(
  tx: Tx,
  token: Pick<ApiToken, 'id' | 'name' | 'ownerId' | 'scopes' | 'expiresAt'>,
  secretSha256: Uint8Array,
): Promise<ApiToken> {
  return tx
    .insertInto('api_tokens')
    .values({
      id: token.id,
      name: token.name,
      owner_id: token.ownerId,
      scopes: token.scopes,
      expires_at: token.expiresAt,
      token_hash: secretSha256,
    })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()
}

/** The token whose secret has this SHA-256, also when it has expired or was withdrawn: the caller judges that. */
export async function findTokenByHash(db: Db, secretSha256: Uint8Array): Promise<ApiToken | null> {
  const row = await db
    .selectFrom('api_tokens')
    .select(COLUMNS)
    .where('token_hash', '=', secretSha256)
    .executeTakeFirst()
  return row ?? null
}

/** A person's tokens, newest first. */
export async function listTokens(db: Db, ownerId: PersonId, page: PageRequest): Promise<Page<ApiToken>> {
  const after = readCursor(page.cursor, ['uuid'])
  const rows = await db
    .selectFrom('api_tokens')
    .select(COLUMNS)
    .where('owner_id', '=', ownerId)
    .$if(after !== null, (query) => query.where('id', '<', after?.[0] as TokenId))
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
    .execute()
  return toPage(
    rows,
    page.limit,
    (row) => [row.id],
    (row) => row,
  )
}

/** Withdraws a person's own token; false when it is not theirs, not there, or withdrawn already. */
export async function withdrawToken(tx: Tx, id: TokenId, ownerId: PersonId, at: Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('api_tokens')
    .set({ withdrawn_at: at })
    .where('id', '=', id)
    .where('owner_id', '=', ownerId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Notes that a token was used, at most once a minute, so that reading does not become writing. */
export async function noteTokenUse(db: Db, id: TokenId, at: Instant): Promise<void> {
  await db
    .updateTable('api_tokens')
    .set({ last_used_at: at })
    .where('id', '=', id)
    .where(sql<boolean>`(last_used_at is null or last_used_at < ${at}::timestamptz - interval '1 minute')`)
    .execute()
}
