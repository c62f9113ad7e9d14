/** Accounts: the sign-in library's own rows, written where they must stand or fall with ours. */
import type { PersonId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import { newId } from './new-id.ts'
import type { Db, Tx } from './schema.ts'

/** A person's account: the hash is made by the sign-in library, which also reads it. */
export interface Account {
  readonly personId: PersonId
  readonly name: string
  readonly email: string
  readonly passwordHash: string
}

/** Gives a person an account, or their account a new password; every session under the old one ends. */
export async function saveAccount(tx: Tx, account: Account, now: Instant): Promise<void> {
  const person = await tx
    .selectFrom('people')
    .select('user_id')
    .where('id', '=', account.personId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (person.user_id === null) return insertAccount(tx, account, now)
  await tx
    .updateTable('auth_accounts')
    .set({ password: account.passwordHash, updated_at: now })
    .where('user_id', '=', person.user_id)
    .where('provider_id', '=', 'credential')
    .execute()
  await tx.deleteFrom('auth_sessions').where('user_id', '=', person.user_id).execute()
}

async function insertAccount(tx: Tx, account: Account, now: Instant): Promise<void> {
  const userId: string = newId<'user'>()
  const stamps = { created_at: now, updated_at: now }
  await tx
    .insertInto('auth_users')
    .values({ id: userId, name: account.name, email: account.email, email_verified: true, ...stamps })
    .execute()
  await tx
    .insertInto('auth_accounts')
    .values({
      id: newId<'account'>(),
      // The library knows an account with a password by the user's own id.
      account_id: userId,
      provider_id: 'credential',
      user_id: userId,
      password: account.passwordHash,
      ...stamps,
    })
    .execute()
  await tx.updateTable('people').set({ user_id: userId }).where('id', '=', account.personId).execute()
}

/** Keeps the account's name and address as the person's now are; nothing to do for a person without one. */
export async function renameAccount(
  tx: Tx,
  userId: string,
  as: { readonly name: string; readonly email: string },
): Promise<void> {
  await tx.updateTable('auth_users').set(as).where('id', '=', userId).execute()
}

/** Forgets sessions that have expired. */
export async function forgetSessions(db: Db, now: Instant): Promise<void> {
  await db.deleteFrom('auth_sessions').where('expires_at', '<', now).execute()
}
