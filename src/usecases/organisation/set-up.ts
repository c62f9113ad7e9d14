/** The first run: the organisation and its first administrator, made with a code that only the starting server printed. */
import type { OrganisationId, PersonId } from '../../domain/ids.ts'
import { epoch, toInstant } from '../../domain/instant.ts'
import { DEFAULT_SEVERITY_SCALE, DEFAULT_WORKING_DAYS, type Organisation } from '../../domain/organisation.ts'
import { saveAccount } from '../../storage/accounts-store.ts'
import { newId } from '../../storage/new-id.ts'
import { createLink, useLink } from '../../storage/one-time-links-store.ts'
import { createOrganisation, findOrganisation, updateOrganisation } from '../../storage/organisation-store.ts'
import { countHolders, createPerson } from '../../storage/people-store.ts'
import { fillRegister } from '../classes/classes.ts'
import { record } from '../record.ts'
import { Refusal } from '../refusal.ts'
import { hashSecret, newSecret } from '../secret.ts'
import type { Caller, Change, Work } from '../work.ts'

/** Whether nobody can sign in as an administrator yet; an import by command line may already have made the organisation. */
export async function isSetupNeeded(work: Work<Caller | null>): Promise<boolean> {
  return (await countHolders(work.db, 'admin')) === 0
}

const GOOD_FOR_MS = 24 * 60 * 60 * 1000

/** Makes the code of the first run, in place of any earlier one; null when the first run is over. */
export async function makeSetupCode(work: Change<null>): Promise<string | null> {
  if (!(await isSetupNeeded(work))) return null
  const code = newSecret()
  await createLink(work.db, { kind: 'setup' }, hashSecret(code), toInstant(epoch(work.now) + GOOD_FOR_MS))
  return code
}

export interface SetUp {
  readonly code: string
  readonly organisationName: string
  readonly timeZone: string
  readonly name: string
  readonly email: string
  readonly passwordHash: string
}

/** Makes the organisation and its first administrator, who can sign in at once. */
export async function setUp(work: Change<Caller | null>, input: SetUp): Promise<PersonId> {
  if (!(await isSetupNeeded(work)))
    throw new Refusal('setup_done', 'Sign in, or ask an administrator for a link.')
  const link = await useLink(work.db, hashSecret(input.code), work.now)
  if (link?.kind !== 'setup') {
    throw new Refusal('setup_code_refused', 'Open the newest link that the server printed when it started.')
  }
  const organisationId = await nameOrganisation(work, input)
  await fillRegister(work)
  const personId = await makeAdministrator(work, input)
  await record(work, [
    { thing: 'organisation', thingId: organisationId, what: 'created', changes: [], reason: null },
    { thing: 'person', thingId: personId, what: 'created', changes: [], reason: null },
  ])
  return personId
}

/** A new organisation with the defaults of the glossary. */
export function newOrganisation(name: string, timeZone: string): Organisation {
  return {
    id: newId<'organisation'>(),
    name,
    timeZone,
    currency: 'EUR' as Organisation['currency'],
    workingDays: DEFAULT_WORKING_DAYS,
    severityScale: DEFAULT_SEVERITY_SCALE,
  }
}

async function nameOrganisation(work: Change<Caller | null>, input: SetUp): Promise<OrganisationId> {
  const found = await findOrganisation(work.db)
  if (found === null) {
    const made = newOrganisation(input.organisationName, input.timeZone)
    await createOrganisation(work.db, made, false)
    return made.id
  }
  const named = { ...found, name: input.organisationName, timeZone: input.timeZone }
  await updateOrganisation(work.db, found.version, named)
  return found.id
}

async function makeAdministrator(work: Change<Caller | null>, input: SetUp): Promise<PersonId> {
  const personId = newId<'person'>()
  const email = input.email.toLowerCase()
  await createPerson(work.db, {
    id: personId,
    name: input.name,
    email,
    title: null,
    managerId: null,
    teamIds: [],
    roles: ['admin'],
    location: null,
    startDate: null,
  })
  const { name, passwordHash } = input
  await saveAccount(work.db, { personId, name, email, passwordHash }, work.now)
  return personId
}
