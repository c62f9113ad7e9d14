/** Postmortems: begun, found, and changed part by part; each change makes the next version and is read by lists at once. */
import { sql } from 'kysely'
import type { Finding } from '../domain/finding.ts'
import type { IncidentId, PersonId, PostmortemId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { Postmortem, SectionTexts } from '../domain/postmortem.ts'
import { SECTIONS, type Section } from '../domain/vocabulary.ts'
import { keepFindings } from './findings-store.ts'
import { savePostmortemParts, type PostmortemParts } from './postmortem-parts.ts'
import { ask, type Question, question } from './question.ts'
import { settlePostmortems } from './reading-models.ts'
import type { Db, Tx } from './schema.ts'
import { mayBeSeen, type Sight } from './sight.ts'
import type { Stored } from './stored.ts'

/** A postmortem as stored, with when and why it came into its state. */
export type StoredPostmortem = Stored<Postmortem> & {
  readonly stateChangedAt: Instant
  /** Why it was sent back, overridden or withdrawn; null otherwise. */
  readonly stateReason: string | null
  /** As an imported text names its successor, until that is found. */
  readonly supersededByAsWritten: string | null
}

/** What a new postmortem begins with. Its number is given by the database. */
export interface NewPostmortem {
  readonly id: PostmortemId
  readonly title: string
  readonly tier: Postmortem['tier']
  readonly visibility: Postmortem['visibility']
  readonly authorId: PersonId | null
  readonly facilitatorId: PersonId | null
  readonly language: string
  /** At least one. */
  readonly incidentIds: readonly IncidentId[]
  readonly createdAt: Instant
  /** What the linter says of it, where it was asked already. */
  readonly linted?: { readonly with: string; readonly findings: readonly Finding[] }
}

/** What of a postmortem's own row can change; what is left out stays. */
export type PostmortemFields = Partial<
  Pick<
    StoredPostmortem,
    | 'title'
    | 'tier'
    | 'state'
    | 'stateChangedAt'
    | 'stateReason'
    | 'visibility'
    | 'language'
    | 'authorId'
    | 'facilitatorId'
    | 'publishedAt'
    | 'edition'
    | 'supersededById'
    | 'supersededByAsWritten'
  >
>

/** A change: fields of the postmortem and whole parts of it; what is left out stays as it is. */
export type PostmortemChanges = PostmortemFields &
  PostmortemParts & {
    readonly incidentIds?: readonly IncidentId[]
    readonly readerIds?: readonly PersonId[]
    /** Sections named here are replaced; null or empty takes one away. */
    readonly sections?: { readonly [S in Section]?: string | null }
  }

/** Begins a postmortem as a draft with its parts, if any. Breaks a foreign key when an incident or a person is unknown. */
export async function createPostmortem(
  tx: Tx,
  postmortem: NewPostmortem,
  changes: PostmortemChanges = {},
): Promise<{ readonly number: number }> {
  const row = await tx
    .insertInto('postmortems')
    .values({
      ...columns(changes),
      state_changed_at: changes.stateChangedAt ?? postmortem.createdAt,
      id: postmortem.id,
      title: postmortem.title,
      tier: postmortem.tier,
      visibility: postmortem.visibility,
      author_id: postmortem.authorId,
      facilitator_id: postmortem.facilitatorId,
      language: postmortem.language,
      linted_with: postmortem.linted?.with ?? null,
      created_at: postmortem.createdAt,
      updated_at: postmortem.createdAt,
    })
    .returning('number')
    .executeTakeFirstOrThrow()
  await saveLists(tx, postmortem.id, { incidentIds: postmortem.incidentIds, ...changes })
  await savePostmortemParts(tx, postmortem.id, changes)
  if (postmortem.linted) await keepFindings(tx, postmortem.id, [], postmortem.linted.findings)
  await settlePostmortems(tx, [postmortem.id])
  return row
}

/**
 * Stores a change of a postmortem whose version is still `version`; returns the new version, or null when it has moved
 * on, and then nothing is stored. Give all that changes at once: lists and search are brought into step once per call.
 */
export async function savePostmortem(
  tx: Tx,
  id: PostmortemId,
  version: number,
  changes: PostmortemChanges,
): Promise<number | null> {
  const row = await tx
    .updateTable('postmortems')
    .set({ ...columns(changes), version: version + 1, updated_at: sql`now()` })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  if (row === undefined) return null
  await saveLists(tx, id, changes)
  await savePostmortemParts(tx, id, changes)
  await settlePostmortems(tx, [id])
  return row.version
}

/** Columns of what is given; the query builder leaves out those that are undefined. */
function columns(fields: PostmortemFields) {
  return {
    title: fields.title,
    tier: fields.tier,
    state: fields.state,
    state_changed_at: fields.stateChangedAt,
    state_reason: fields.stateReason,
    visibility: fields.visibility,
    language: fields.language,
    author_id: fields.authorId,
    facilitator_id: fields.facilitatorId,
    published_at: fields.publishedAt,
    edition: fields.edition,
    superseded_by_id: fields.supersededById,
    superseded_by_as_written: fields.supersededByAsWritten,
  }
}

async function saveLists(tx: Tx, id: PostmortemId, changes: PostmortemChanges): Promise<void> {
  if (changes.incidentIds) {
    await tx.deleteFrom('postmortem_incidents').where('postmortem_id', '=', id).execute()
    const rows = changes.incidentIds.map((incident_id, position) => ({
      postmortem_id: id,
      incident_id,
      position,
    }))
    await tx.insertInto('postmortem_incidents').values(rows).execute()
  }
  if (changes.readerIds) {
    await tx.deleteFrom('postmortem_readers').where('postmortem_id', '=', id).execute()
    const rows = [...new Set(changes.readerIds)].map((person_id) => ({ postmortem_id: id, person_id }))
    if (rows.length > 0) await tx.insertInto('postmortem_readers').values(rows).execute()
  }
  if (changes.sections) await saveSections(tx, id, changes.sections)
}

async function saveSections(
  tx: Tx,
  id: PostmortemId,
  sections: NonNullable<PostmortemChanges['sections']>,
): Promise<void> {
  const given = SECTIONS.filter((section) => sections[section] !== undefined)
  const written = given.filter((section) => sections[section])
  const emptied = given.filter((section) => !sections[section])
  if (emptied.length > 0) {
    await tx
      .deleteFrom('postmortem_sections')
      .where('postmortem_id', '=', id)
      .where('section', 'in', emptied)
      .execute()
  }
  if (written.length === 0) return
  await tx
    .insertInto('postmortem_sections')
    .values(written.map((section) => ({ postmortem_id: id, section, body: sections[section] ?? '' })))
    .onConflict((conflict) =>
      conflict
        .columns(['postmortem_id', 'section'])
        .doUpdateSet((eb) => ({ body: eb.ref('excluded.body'), updated_at: sql`now()` }))
        .whereRef('postmortem_sections.body', 'is distinct from', 'excluded.body'),
    )
    .execute()
}

/** The postmortem itself with its sections, or null where there is none that the asker may see. */
export async function findPostmortem(
  db: Db,
  sight: Sight,
  id: PostmortemId,
): Promise<StoredPostmortem | null> {
  return ask(db, postmortemAsked(db, sight, id))
}

/** The same as a question. */
export function postmortemAsked(db: Db, sight: Sight, id: PostmortemId): Question<StoredPostmortem | null> {
  return question(selectPostmortem(db, sight, id), ([row]) => (row === undefined ? null : toPostmortem(row)))
}

function selectPostmortem(db: Db, sight: Sight, id: PostmortemId) {
  return db
    .selectFrom('postmortems')
    .innerJoin('postmortem_cards', 'postmortem_cards.postmortem_id', 'postmortems.id')
    .selectAll('postmortems')
    .select([
      sql<IncidentId[]>`array(
        select incident_id from postmortem_incidents where postmortem_id = postmortems.id order by position
      )`.as('incident_ids'),
      sql<PersonId[]>`array(
        select person_id from postmortem_readers where postmortem_id = postmortems.id order by person_id
      )`.as('reader_ids'),
      sql<Partial<SectionTexts>>`coalesce((
        select jsonb_object_agg(section, body) from postmortem_sections where postmortem_id = postmortems.id
      ), '{}')`.as('sections'),
    ])
    .where('postmortems.id', '=', id)
    .where(mayBeSeen(sight))
}

type Row = Awaited<ReturnType<ReturnType<typeof selectPostmortem>['executeTakeFirstOrThrow']>>

function toPostmortem(row: Row): StoredPostmortem {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    incidentIds: row.incident_ids,
    tier: row.tier,
    state: row.state,
    stateChangedAt: row.state_changed_at,
    stateReason: row.state_reason,
    visibility: row.visibility,
    authorId: row.author_id,
    facilitatorId: row.facilitator_id,
    readerIds: row.reader_ids,
    language: row.language,
    sections: allSections(row.sections),
    publishedAt: row.published_at,
    edition: row.edition,
    supersededById: row.superseded_by_id,
    supersededByAsWritten: row.superseded_by_as_written,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

function allSections(written: Partial<SectionTexts>): SectionTexts {
  return Object.fromEntries(SECTIONS.map((section) => [section, written[section] ?? null])) as SectionTexts
}

/** The id behind a number such as the 204 of `PM-204`; seen or not: ask `findPostmortem` with it. */
export async function findPostmortemId(db: Db, number: number): Promise<PostmortemId | null> {
  const row = await db.selectFrom('postmortems').select('id').where('number', '=', number).executeTakeFirst()
  return row?.id ?? null
}

/** Keeps a postmortem as it was published, whole; each edition once. */
export async function keepEdition(
  tx: Tx,
  id: PostmortemId,
  edition: number,
  content: unknown,
  made: { readonly byId: PersonId | null; readonly at: Instant; readonly reason: string | null },
): Promise<void> {
  await tx
    .insertInto('postmortem_editions')
    .values({
      postmortem_id: id,
      edition,
      content: JSON.stringify(content),
      reason: made.reason,
      made_by_id: made.byId,
      made_at: made.at,
    })
    .execute()
}
