/** What reading a file into an import looks up: people by name, like incidents, earlier edits, superseded texts. */
import { sql } from 'kysely'
import type { ImportId, PersonId, PostmortemId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { Thing } from '../domain/vocabulary.ts'
import type { Db } from './schema.ts'

/** People by their name in lower case, or by their address; a name that two people share finds neither. */
export async function findPeopleNamed(
  db: Db,
  names: readonly string[],
): Promise<ReadonlyMap<string, PersonId>> {
  const wanted = [...new Set(names.map((name) => name.trim().toLowerCase()))]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom('people')
    .select(['id', 'email', sql<string>`lower(name)`.as('name')])
    .where(sql<boolean>`(lower(name) = any(${wanted}::text[]) or email = any(${wanted}::text[]))`)
    .execute()
  const found = new Map<string, PersonId | null>()
  for (const row of rows) {
    found.set(row.name, found.has(row.name) ? null : row.id)
    if (row.email !== null) found.set(row.email, row.id)
  }
  return new Map([...found].filter((entry): entry is [string, PersonId] => entry[1] !== null))
}

/** An original with these very bytes under another address, and the postmortem read from it. */
export async function findSameBytes(
  db: Db,
  sha256: Uint8Array,
  except: { readonly folder: string; readonly path: string },
): Promise<{ readonly path: string; readonly postmortemId: PostmortemId } | null> {
  const row = await db
    .selectFrom('originals')
    .innerJoin('postmortem_originals', 'postmortem_originals.original_id', 'originals.id')
    .select(['path', 'postmortem_id as postmortemId'])
    .where('sha256', '=', sha256)
    .where((eb) => eb.or([eb('folder', '<>', except.folder), eb('path', '<>', except.path)]))
    .orderBy('originals.id')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** Another postmortem of an incident that began at the same moment under a like title. */
export async function findLikeIncident(
  db: Db,
  postmortemId: PostmortemId,
  startedAt: Instant,
  title: string,
): Promise<{ readonly id: PostmortemId; readonly number: number; readonly title: string } | null> {
  const row = await db
    .selectFrom('incidents')
    .innerJoin('postmortem_incidents', 'postmortem_incidents.incident_id', 'incidents.id')
    .innerJoin('postmortem_cards', 'postmortem_cards.postmortem_id', 'postmortem_incidents.postmortem_id')
    .select(['postmortem_cards.postmortem_id as id', 'postmortem_cards.number', 'postmortem_cards.title'])
    // `sort_at` carries the index; it is the start where that is known.
    .where('incidents.sort_at', '=', startedAt)
    .where('incidents.impact_started_at', '=', startedAt)
    .where('postmortem_cards.postmortem_id', '<>', postmortemId)
    .where('postmortem_cards.visibility', '=', 'organisation')
    .where(sql<boolean>`similarity(postmortem_cards.title, ${title}) > 0.35`)
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** A field that people changed themselves. */
export interface HandEdit {
  readonly thing: Thing
  readonly thingId: string
  readonly field: string
}

/** What people changed of a postmortem, its incidents and actions, other than by importing. */
export async function listHandEdits(db: Db, postmortemId: PostmortemId): Promise<HandEdit[]> {
  const { rows } = await sql<HandEdit>`
    select distinct thing, thing_id as "thingId", coalesce(change->>'field', '') as field
    from activity left join lateral jsonb_array_elements(changes) as change on true
    where postmortem_id = ${postmortemId}::uuid and origin not in ('import', 'job')
  `.execute(db)
  return rows
}

/** A postmortem of an import whose text names its successor, which is not known yet. */
export interface Superseded {
  readonly id: PostmortemId
  readonly asWritten: string
  readonly folder: string
}

export async function listSuperseded(db: Db, importId: ImportId): Promise<Superseded[]> {
  const rows = await db
    .selectFrom('import_documents')
    .innerJoin('imports', 'imports.id', 'import_documents.import_id')
    .innerJoin('postmortems', 'postmortems.id', 'import_documents.postmortem_id')
    .select([
      'postmortems.id',
      'postmortems.superseded_by_as_written as asWritten',
      'imports.label as folder',
    ])
    .where('import_id', '=', importId)
    .where('superseded_by_as_written', 'is not', null)
    .where('superseded_by_id', 'is', null)
    .execute()
  return rows.flatMap(({ asWritten, ...row }) => (asWritten === null ? [] : [{ ...row, asWritten }]))
}

/** The one postmortem that a text names by file name or by title; null for none or several. */
export async function findSuccessor(db: Db, superseded: Superseded): Promise<PostmortemId | null> {
  const name = superseded.asWritten.replace(/^[./]+/, '').toLowerCase()
  const rows = await db
    .selectFrom('postmortem_originals')
    .innerJoin('originals', 'originals.id', 'postmortem_originals.original_id')
    .innerJoin('postmortems', 'postmortems.id', 'postmortem_originals.postmortem_id')
    .select('postmortems.id')
    .distinct()
    .where('folder', '=', superseded.folder)
    .where('postmortems.id', '<>', superseded.id)
    .where(
      sql<boolean>`(lower(postmortems.title) = ${name} or lower(path) = ${name} or lower(path) like ${`%/${likePart(name)}`})`,
    )
    .limit(2)
    .execute()
  const [only, another] = rows
  return only === undefined || another !== undefined ? null : only.id
}

/** A text as it stands in a pattern of `like`. */
const likePart = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`)
