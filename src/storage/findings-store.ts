/** Findings: loaded and kept by postmortem, and counted by rule. */
import { isDeepStrictEqual } from 'node:util'
import { sql, type Insertable, type Selectable } from 'kysely'
import type { Finding, FindingPlace } from '../domain/finding.ts'
import type { PostmortemId } from '../domain/ids.ts'
import type { RuleRecord } from '../domain/wording.ts'
import type { FindingsTable } from './schema-postmortems.ts'
import type { Db, Tx } from './schema.ts'

/** Every finding of a postmortem, in the order of its text. */
export async function loadFindings(db: Db, id: PostmortemId): Promise<Finding[]> {
  const rows = await db
    .selectFrom('findings')
    .selectAll()
    .where('postmortem_id', '=', id)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(toFinding)
}

function toFinding(row: Selectable<FindingsTable>): Finding {
  return {
    id: row.id,
    ruleId: row.rule_id,
    category: row.category,
    severity: row.severity,
    section: row.section,
    fingerprint: row.fingerprint,
    state: row.state,
    isClaim: row.is_claim,
    message: row.message,
    suggestions: row.suggestions,
    words: row.words,
    place: placeOf(row),
    setAside:
      row.set_aside_by_id !== null && row.set_aside_at !== null
        ? { by: row.set_aside_by_id, at: row.set_aside_at, reason: row.set_aside_reason ?? '' }
        : null,
  }
}

function placeOf(row: Selectable<FindingsTable>): FindingPlace | null {
  if (row.part === null || row.starts_at === null || row.ends_at === null) return null
  return { part: row.part, partId: row.part_id, start: row.starts_at, end: row.ends_at }
}

/** Keeps the findings as they are now, in their order; those as they were `before` are not written again. */
export async function keepFindings(
  tx: Tx,
  id: PostmortemId,
  before: readonly Finding[],
  after: readonly Finding[],
): Promise<boolean> {
  const earlier = new Map(before.map((one, position) => [one.id, rowOf(id, one, position)]))
  const rows = after.map((one, position) => rowOf(id, one, position))
  const later = new Set(rows.map((row) => row.id))
  const gone = before.filter((one) => !later.has(one.id)).map((one) => one.id)
  const changed = rows.filter((row) => !isDeepStrictEqual(row, earlier.get(row.id)))
  if (gone.length > 0) await tx.deleteFrom('findings').where('id', 'in', gone).execute()
  if (changed.length > 0) await upsert(tx, changed)
  return gone.length + changed.length > 0
}

async function upsert(tx: Tx, rows: readonly Insertable<FindingsTable>[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== 'id')
  await tx
    .insertInto('findings')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet(Object.fromEntries(columns.map((column) => [column, sql.ref(`excluded.${column}`)]))),
    )
    .execute()
}

function rowOf(id: PostmortemId, finding: Finding, position: number) {
  return {
    id: finding.id,
    postmortem_id: id,
    fingerprint: finding.fingerprint,
    rule_id: finding.ruleId,
    category: finding.category,
    severity: finding.severity,
    section: finding.section,
    state: finding.state,
    is_claim: finding.isClaim,
    message: finding.message,
    suggestions: JSON.stringify(finding.suggestions),
    words: finding.words,
    position,
    part: finding.place?.part ?? null,
    part_id: finding.place?.partId ?? null,
    starts_at: finding.place?.start ?? null,
    ends_at: finding.place?.end ?? null,
    set_aside_by_id: finding.setAside?.by ?? null,
    set_aside_at: finding.setAside?.at ?? null,
    set_aside_reason: finding.setAside?.reason ?? null,
  } satisfies Insertable<FindingsTable>
}

/** What became of the findings of each rule that ever found one. */
export async function countByRule(db: Db): Promise<ReadonlyMap<string, RuleRecord>> {
  const { rows } = await sql<RuleRecord & { ruleId: string }>`
    select rule_id as "ruleId", count(*) filter (where state = 'open') as open,
      count(*) filter (where state = 'fixed') as fixed,
      count(*) filter (where state = 'set_aside') as "setAside"
    from findings group by rule_id
  `.execute(db)
  return new Map(rows.map(({ ruleId, open, fixed, setAside }) => [ruleId, { open, fixed, setAside }]))
}
