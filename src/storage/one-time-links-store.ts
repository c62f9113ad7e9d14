/** Codes that work once: to make the first administrator, and to set a password. Only their SHA-256 is kept. */
import type { PersonId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import { newId } from './new-id.ts'
import type { Db, Tx } from './schema.ts'

/** What a code is good for; a set-up code belongs to nobody yet. */
export type LinkPurpose =
  | { readonly kind: 'setup' }
  | { readonly kind: 'set_password'; readonly personId: PersonId }

/** Keeps a new code and puts every earlier one for the same purpose out of use. */
export async function createLink(
  tx: Tx,
  purpose: LinkPurpose,
  codeSha256: Uint8Array,
  expiresAt: Instant,
): Promise<void> {
  const personId = purpose.kind === 'set_password' ? purpose.personId : null
  await tx
    .deleteFrom('one_time_links')
    .where('purpose', '=', purpose.kind)
    .where('person_id', 'is not distinct from', personId)
    .where('used_at', 'is', null)
    .execute()
  await tx
    .insertInto('one_time_links')
    .values({
      id: newId<'oneTimeLink'>(),
      purpose: purpose.kind,
      person_id: personId,
      code_hash: codeSha256,
      expires_at: expiresAt,
    })
    .execute()
}

/** Uses a code up; null when there is none, it has expired, or it was used before. Two callers at once: one gets it. */
export async function useLink(tx: Tx, codeSha256: Uint8Array, now: Instant): Promise<LinkPurpose | null> {
  const row = await tx
    .updateTable('one_time_links')
    .set({ used_at: now })
    .where('code_hash', '=', codeSha256)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['purpose', 'person_id'])
    .executeTakeFirst()
  if (row === undefined) return null
  return row.person_id === null ? { kind: 'setup' } : { kind: 'set_password', personId: row.person_id }
}

/** Forgets codes that can no longer be used. */
export async function forgetLinks(db: Db, before: Instant): Promise<void> {
  await db.deleteFrom('one_time_links').where('expires_at', '<', before).execute()
}
