/** Teams of the catalogue: listed, added, changed. */
import { changedFields } from '../../domain/activity.ts'
import type { TeamId } from '../../domain/ids.ts'
import type { Team } from '../../domain/team.ts'
import { newId } from '../../storage/new-id.ts'
import type { PageRequest } from '../../storage/page.ts'
import type { Stored } from '../../storage/stored.ts'
import { createTeam, findTeam, listTeams, updateTeam } from '../../storage/teams-store.ts'
import { movedOn } from '../moved-on.ts'
import { record } from '../record.ts'
import { found } from '../refusal.ts'
import { type Shown, type ShownPage, show, showPage } from '../shown.ts'
import { withoutClash } from '../taken.ts'
import type { Change, Work } from '../work.ts'

export type TeamFields = Pick<Team, 'name' | 'leadId'>

const NAME_CLASH = { index: 'teams_name', code: 'name_taken', field: 'name' } as const
const namesIn = (team: Team): (string | null)[] => [team.leadId, ...team.serviceIds]

export async function listAllTeams(work: Work, page: PageRequest): Promise<ShownPage<Stored<Team>>> {
  return showPage(work.db, await listTeams(work.db, page), namesIn)
}

export async function readTeam(work: Work, id: TeamId): Promise<Shown<Stored<Team>>> {
  return show(work.db, found(await findTeam(work.db, id), 'team'), namesIn)
}

export async function addTeam(work: Change, fields: TeamFields): Promise<Shown<Stored<Team>>> {
  const id = newId<'team'>()
  await withoutClash(NAME_CLASH, () => createTeam(work.db, { id, ...fields }))
  await record(work, [{ thing: 'team', thingId: id, what: 'created', changes: [], reason: null }])
  return readTeam(work, id)
}

export async function changeTeam(
  work: Change,
  id: TeamId,
  version: number,
  fields: Partial<TeamFields>,
): Promise<Shown<Stored<Team>>> {
  const before = found(await findTeam(work.db, id), 'team')
  const after = { ...before, ...fields }
  const stored = await withoutClash(NAME_CLASH, () => updateTeam(work.db, version, after))
  if (stored === null) throw movedOn('team')
  const changes = changedFields<TeamFields>(before, after)
  await record(work, [{ thing: 'team', thingId: id, what: 'changed', changes, reason: null }])
  return readTeam(work, id)
}
