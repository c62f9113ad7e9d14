/** Routes of the first run, sign-in links, who is signed in, the organisation and API tokens. */
import type { Organisation, organisationRoutes, Token } from '../../contract/organisation.ts'
import { PERMISSIONS } from '../../domain/permissions.ts'
import { setPassword } from '../../usecases/accounts/sign-in-link.ts'
import { type ApiToken, makeToken, ownTokens, withdrawOwnToken } from '../../usecases/accounts/tokens.ts'
import {
  changeOrganisation,
  readOrganisation,
  type StoredOrganisation,
} from '../../usecases/organisation/organisation.ts'
import { isSetupNeeded, setUp } from '../../usecases/organisation/set-up.ts'
import { readPerson } from '../../usecases/people/people.ts'
import type { HandlersOf } from '../kit/handlers.ts'
import { pageAsked, sent, toPage } from '../present.ts'
import { presentPerson } from '../present-person.ts'

const presentOrganisation = (organisation: StoredOrganisation): Organisation => ({
  name: organisation.name,
  timeZone: organisation.timeZone,
  currency: organisation.currency,
  workingDays: [...organisation.workingDays],
  severityScale: organisation.severityScale.map((level) => ({ ...level })),
  demonstration: organisation.demonstration,
  version: organisation.version,
})

const presentToken = (token: ApiToken): Token => ({
  id: token.id,
  name: token.name,
  scopes: [...token.scopes],
  createdAt: token.createdAt,
  expiresAt: token.expiresAt,
  lastUsedAt: token.lastUsedAt,
  withdrawnAt: token.withdrawnAt,
})

/** The handlers; `hashPassword` is the sign-in library's own, which also checks passwords. */
export function organisationHandlers(
  hashPassword: (password: string) => Promise<string>,
): HandlersOf<typeof organisationRoutes> {
  return {
    'GET /setup': async ({ work }) => ({ needed: await isSetupNeeded(work) }),
    'POST /setup': async ({ work, body: { password, ...body } }) => ({
      personId: await setUp(work, { ...body, passwordHash: await hashPassword(password) }),
    }),
    'POST /passwords': async ({ work, body: { code, password } }) =>
      setPassword(work, { code, passwordHash: await hashPassword(password) }),
    'GET /me': async ({ work }) => {
      const { thing, names } = await readPerson(work, work.who.personId)
      return {
        person: presentPerson(thing, names),
        roles: [...thing.roles],
        permissions: PERMISSIONS.filter((permission) => work.who.permissions.has(permission)),
        organisation: presentOrganisation(await readOrganisation(work)),
      }
    },
    'GET /organisation': async ({ work }) => presentOrganisation(await readOrganisation(work)),
    'PATCH /organisation': {
      change: async ({ work, version, body }) =>
        presentOrganisation(await changeOrganisation(work, version, sent(body))),
      current: async ({ work }) => presentOrganisation(await readOrganisation(work)),
    },
    'GET /tokens': async ({ work, query }) => toPage(await ownTokens(work, pageAsked(query)), presentToken),
    'POST /tokens': async ({ work, body }) => {
      const { token, secret } = await makeToken(work, body)
      return { token: presentToken(token), secret }
    },
    'DELETE /tokens/{tokenId}': async ({ work, params }) => {
      await withdrawOwnToken(work, params.tokenId)
    },
  }
}
