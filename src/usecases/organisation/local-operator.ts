/** Who works through the data directory itself: the command line without a server, with an administrator's rights. */
import { permissionsOf } from '../../domain/permissions.ts'
import { newId } from '../../storage/new-id.ts'
import { createOrganisation, findOrganisation } from '../../storage/organisation-store.ts'
import { createPerson, findPersonByEmail } from '../../storage/people-store.ts'
import { fillRegister } from '../classes/classes.ts'
import type { Caller, Change } from '../work.ts'
import { newOrganisation } from './set-up.ts'

/** Reserved by RFC 2606, so it can be nobody's address. */
const EMAIL = 'command-line@highwater.invalid'

/**
 * The command line as a caller. Whoever can open the data directory can do everything in it already, so it is an
 * administrator; it has no account and cannot sign in. An empty installation gets its organisation here, to be named by the first run.
 */
export async function localOperator(work: Change<Caller | null>): Promise<Caller> {
  if ((await findOrganisation(work.db)) === null) {
    await createOrganisation(work.db, newOrganisation('Our organisation', 'UTC'), false)
    await fillRegister(work)
  }
  const found = await findPersonByEmail(work.db, EMAIL)
  const personId = found?.id ?? newId<'person'>()
  if (found === null) {
    await createPerson(work.db, {
      id: personId,
      name: 'Command line',
      email: EMAIL,
      title: null,
      managerId: null,
      teamIds: [],
      roles: ['admin'],
      location: null,
      startDate: null,
    })
  }
  return {
    personId,
    name: 'Command line',
    roles: ['admin'],
    permissions: new Set(permissionsOf(['admin'])),
    tokenId: null,
    from: 'cli',
  }
}
