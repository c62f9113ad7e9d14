/** One-time links with which a person sets their password. */
import type { PersonId } from '../../domain/ids.ts'
import { type Instant, epoch, toInstant } from '../../domain/instant.ts'
import { saveAccount } from '../../storage/accounts-store.ts'
import { createLink, useLink } from '../../storage/one-time-links-store.ts'
import { findPerson } from '../../storage/people-store.ts'
import { record } from '../record.ts'
import { found, Refusal } from '../refusal.ts'
import { hashSecret, newSecret } from '../secret.ts'
import type { Caller, Change } from '../work.ts'

const GOOD_FOR_MS = 7 * 24 * 60 * 60 * 1000

/** The code of a link and when it ends; where the link leads to is for the server to say. */
export interface SignInLink {
  readonly code: string
  readonly expiresAt: Instant
}

/** Makes a link for a person; an earlier one that was not used yet ends. */
export async function makeSignInLink(work: Change, personId: PersonId): Promise<SignInLink> {
  const person = found(await findPerson(work.db, personId), 'person')
  if (person.email === null) {
    throw new Refusal('value_invalid', `${person.name} has no e-mail address to sign in with.`, [
      { field: 'email', message: 'is missing' },
    ])
  }
  const link = { code: newSecret(), expiresAt: toInstant(epoch(work.now) + GOOD_FOR_MS) }
  await createLink(work.db, { kind: 'set_password', personId }, hashSecret(link.code), link.expiresAt)
  await record(work, [
    { thing: 'person', thingId: personId, what: 'sign_in_link_made', changes: [], reason: null },
  ])
  return link
}

/** Sets a password with a link's code; every session under an old password ends. Answers with the address to sign in by. */
export async function setPassword(
  work: Change<Caller | null>,
  input: { readonly code: string; readonly passwordHash: string },
): Promise<{ readonly email: string }> {
  const purpose = await useLink(work.db, hashSecret(input.code), work.now)
  const person = purpose?.kind === 'set_password' ? await findPerson(work.db, purpose.personId) : null
  if (person === null || person.email === null) {
    throw new Refusal(
      'link_refused',
      'Ask an administrator for a new link: this one is used up, too old or unknown.',
    )
  }
  const { id, name, email } = person
  await saveAccount(work.db, { personId: id, name, email, passwordHash: input.passwordHash }, work.now)
  await record({ ...work, who: null }, [
    { thing: 'person', thingId: id, what: 'password_set', changes: [], reason: null },
  ])
  return { email }
}
