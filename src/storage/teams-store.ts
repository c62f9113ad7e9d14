/** Teams: who is in them and which services they own. */
import { sql } from 'kysely'
import type { PersonId, ServiceId, TeamId } from '../domain/ids.ts'
import type { Team } from '../domain/team.ts'
import { nameKey, namePage } from './name-page.ts'
import { toPage, type Page, type PageRequest } from './page.ts'
import type { Db, Tx } from './schema.ts'
import { versionOf, type Stored } from './stored.ts'

function selectTeams(db: Db) {
  return db
    .selectFrom('teams')
    .selectAll()
    .select((eb) => [
      eb
        .selectFrom('team_members')
        .select(sql<PersonId[]>`coalesce(array_agg(person_id order by person_id), '{}')`.as('ids'))
        .whereRef('team_id', '=', 'teams.id')
        .as('member_ids'),
      eb
        .selectFrom('services')
        .select(
          sql<ServiceId[]>`coalesce(array_agg(services.id order by lower(services.name)), '{}')`.as('ids'),
        )
        .whereRef('services.team_id', '=', 'teams.id')
        .as('service_ids'),
    ])
}

type TeamRow = Awaited<ReturnType<ReturnType<typeof selectTeams>['executeTakeFirstOrThrow']>>

function toTeam(row: TeamRow): Stored<Team> {
  return {
    id: row.id,
    name: row.name,
    leadId: row.lead_id,
    memberIds: row.member_ids ?? [],
    serviceIds: row.service_ids ?? [],
    ...versionOf(row),
  }
}

export async function listTeams(db: Db, page: PageRequest): Promise<Page<Stored<Team>>> {
  const { name, rest } = namePage(page, 'teams')
  const rows = await selectTeams(db)
    .where(rest)
    .orderBy(name)
    .orderBy('teams.id')
    .limit(page.limit + 1)
    .execute()
  return toPage(rows, page.limit, nameKey, toTeam)
}

export async function findTeam(db: Db, id: TeamId): Promise<Stored<Team> | null> {
  const row = await selectTeams(db).where('teams.id', '=', id).executeTakeFirst()
  return row === undefined ? null : toTeam(row)
}

/** Adds a team. Breaks `teams_name` when the name is taken, in any case of letters. */
export async function createTeam(tx: Tx, team: Pick<Team, 'id' | 'name' | 'leadId'>): Promise<void> {
  await tx.insertInto('teams').values({ id: team.id, name: team.name, lead_id: team.leadId }).execute()
}

/** Returns the new version, or null when `version` has moved on. Breaks `teams_name` as `createTeam` does. */
export async function updateTeam(
  tx: Tx,
  version: number,
  team: Pick<Team, 'id' | 'name' | 'leadId'>,
): Promise<number | null> {
  const row = await tx
    .updateTable('teams')
    .set({ name: team.name, lead_id: team.leadId, version: version + 1, updated_at: sql`now()` })
    .where('id', '=', team.id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  return row?.version ?? null
}
