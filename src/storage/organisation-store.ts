/** The organisation: one row, and its severity scale. */
import { sql } from 'kysely'
import type { Organisation, SeverityLevel } from '../domain/organisation.ts'
import { ask, askTogether, type Question, question } from './question.ts'
import type { Db, Tx } from './schema.ts'
import { versionOf, type Stored } from './stored.ts'

/** The organisation as stored; `demonstration` says that it was filled with made-up texts. */
export type StoredOrganisation = Stored<Organisation & { readonly demonstration: boolean }>

/** The organisation, or null before the first run has made it. */
export async function findOrganisation(db: Db): Promise<StoredOrganisation | null> {
  const { row, scale } = await askTogether(db, {
    row: question(db.selectFrom('organisation').selectAll(), ([only]) => only),
    scale: severitiesAsked(db),
  })
  if (row === undefined) return null
  return {
    id: row.id,
    name: row.name,
    timeZone: row.time_zone,
    currency: row.currency,
    workingDays: row.working_days,
    severityScale: scale,
    demonstration: row.demonstration,
    ...versionOf(row),
  }
}

/** The severity scale, gravest first. */
export async function listSeverities(db: Db): Promise<SeverityLevel[]> {
  return ask(db, severitiesAsked(db))
}

/** The zone in which days are counted, as a question; null before the first run. */
export function timeZoneAsked(db: Db): Question<string | null> {
  return question(db.selectFrom('organisation').select('time_zone'), ([row]) => row?.time_zone ?? null)
}

function severitiesAsked(db: Db): Question<SeverityLevel[]> {
  return question(db.selectFrom('severities').selectAll().orderBy('rank'), (rows) =>
    rows.map((row) => ({ code: row.code, meaning: row.meaning, leadershipRead: row.leadership_read })),
  )
}

/** Makes the organisation. Breaks `organisation_singleton_key` when there is one. */
export async function createOrganisation(
  tx: Tx,
  organisation: Organisation,
  demonstration: boolean,
): Promise<void> {
  await tx
    .insertInto('organisation')
    .values({ id: organisation.id, demonstration, ...columns(organisation) })
    .execute()
  await replaceSeverities(tx, organisation.severityScale)
}

/**
 * Stores the organisation as it is now; returns its new version, or null when `version` has moved on.
 * Breaks a foreign key when a severity that incidents have is taken from the scale.
 */
export async function updateOrganisation(
  tx: Tx,
  version: number,
  organisation: Organisation,
): Promise<number | null> {
  const row = await tx
    .updateTable('organisation')
    .set({ ...columns(organisation), version: version + 1, updated_at: sql`now()` })
    .where('id', '=', organisation.id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  if (row === undefined) return null
  await replaceSeverities(tx, organisation.severityScale)
  return row.version
}

function columns(organisation: Organisation) {
  return {
    name: organisation.name,
    time_zone: organisation.timeZone,
    currency: organisation.currency,
    working_days: organisation.workingDays,
  }
}

async function replaceSeverities(tx: Tx, scale: readonly SeverityLevel[]): Promise<void> {
  const rows = scale.map((level, index) => ({
    code: level.code,
    rank: index + 1,
    meaning: level.meaning,
    leadership_read: level.leadershipRead,
  }))
  const codes = scale.map((level) => level.code)
  await tx.deleteFrom('severities').where('code', 'not in', codes).execute()
  await tx
    .insertInto('severities')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('code').doUpdateSet((eb) => ({
        rank: eb.ref('excluded.rank'),
        meaning: eb.ref('excluded.meaning'),
        leadership_read: eb.ref('excluded.leadership_read'),
      })),
    )
    .execute()
}
