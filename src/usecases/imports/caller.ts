/** On whose behalf the server reads a folder: whoever began the import, with the roles they have now. */
import type { ImportId } from '../../domain/ids.ts'
import { permissionsOf } from '../../domain/permissions.ts'
import { findImport } from '../../storage/imports-store.ts'
import { findPerson } from '../../storage/people-store.ts'
import type { Caller, Work } from '../work.ts'

/** The folder and its caller; null when the import is finished or gone. */
export async function importCaller(
  work: Work<null>,
  importId: ImportId,
): Promise<{ readonly folder: string; readonly caller: Caller | null } | null> {
  const batch = await findImport(work.db, importId)
  if (batch === null || batch.finishedAt !== null) return null
  const person = batch.startedById === null ? null : await findPerson(work.db, batch.startedById)
  if (person === null) return { folder: batch.label, caller: null }
  const permissions = new Set(permissionsOf(person.roles))
  const { id: personId, name, roles } = person
  return {
    folder: batch.label,
    caller: { personId, name, roles, permissions, tokenId: null, from: 'import' },
  }
}
