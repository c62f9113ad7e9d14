/** Ties each postmortem of an import whose text names its successor to that successor, once all files are read. */
import type { ImportId } from '../../domain/ids.ts'
import { findSuccessor, listSuperseded } from '../../storage/import-lookups.ts'
import { findPostmortem, savePostmortem } from '../../storage/postmortem-store.ts'
import { SEES_ALL } from '../../storage/sight.ts'
import { record } from '../record.ts'
import type { Caller, Change } from '../work.ts'

export async function settleSuperseded(work: Change<Caller | null>, importId: ImportId): Promise<void> {
  for (const superseded of await listSuperseded(work.db, importId)) {
    const supersededById = await findSuccessor(work.db, superseded)
    const before = await findPostmortem(work.db, SEES_ALL, superseded.id)
    if (supersededById === null || before === null) continue
    await savePostmortem(work.db, before.id, before.version, { supersededById })
    const changes = [{ field: 'supersededById', before: null, after: supersededById }]
    await record(
      work,
      [{ thing: 'postmortem', thingId: before.id, what: 'superseded', changes, reason: null }],
      before.id,
    )
  }
}
