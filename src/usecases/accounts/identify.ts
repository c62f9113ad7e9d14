/** Who is behind a session or an API token, with the permissions they have at this moment. */
import { epoch, type Instant } from '../../domain/instant.ts'
import { permissionsOf } from '../../domain/permissions.ts'
import type { Origin } from '../../domain/vocabulary.ts'
import { findPerson, findPersonByUser } from '../../storage/people-store.ts'
import { findTokenByHash, noteTokenUse } from '../../storage/tokens-store.ts'
import { type Ground, reading } from '../perform.ts'
import { hashSecret } from '../secret.ts'
import type { Caller } from '../work.ts'

/** The person who signed in; null when nobody has that account any more. */
export async function callerOfUser(ground: Ground, userId: string): Promise<Caller | null> {
  const person = await findPersonByUser(ground.db, userId)
  if (person === null) return null
  return {
    personId: person.id,
    name: person.name,
    roles: person.roles,
    permissions: new Set(permissionsOf(person.roles)),
    tokenId: null,
    from: 'page',
  }
}

/** What begins every token, so that one that leaked is recognised in a text. */
export const TOKEN_PREFIX = 'hw_'

/** The owner of a token with no more permissions than it carries; null when it is not good, whatever the reason. */
export async function callerOfToken(
  ground: Ground,
  secret: string,
  client: string | null,
): Promise<Caller | null> {
  const { db, now } = reading(ground, null)
  if (!secret.startsWith(TOKEN_PREFIX)) return null
  const token = await findTokenByHash(db, hashSecret(secret))
  if (token === null || token.withdrawnAt !== null || token.expiresAt <= now) return null
  const owner = await findPerson(db, token.ownerId)
  if (owner === null) return null
  if (isDue(token.lastUsedAt, now)) await noteTokenUse(db, token.id, now)
  const scopes = new Set(token.scopes)
  return {
    personId: owner.id,
    name: owner.name,
    roles: owner.roles,
    permissions: new Set(permissionsOf(owner.roles).filter((permission) => scopes.has(permission))),
    tokenId: token.id,
    from: originOf(client),
  }
}

const NOTED_EVERY_MS = 60_000

/** Whether a use is worth noting: reading does not become writing at every request. */
const isDue = (lastUsedAt: Instant | null, now: Instant): boolean =>
  lastUsedAt === null || epoch(now) - epoch(lastUsedAt) >= NOTED_EVERY_MS

/** Programs of ours say which they are; any other is the API's. */
const originOf = (client: string | null): Origin => (client === 'cli' || client === 'mcp' ? client : 'api')
