/** Incident classes: the organisation's named kinds of failure, with their words, layers and windows. */
import { sql } from 'kysely'
import type { IncidentClassId, LayerId, PostmortemId } from '../domain/ids.ts'
import type { IncidentClass } from '../domain/incident-class.ts'
import { applyWindow } from './class-occurrences.ts'
import { readCursor, toPage, type Page, type PageRequest } from './page.ts'
import { refreshCards, refreshCardsWith } from './postmortem-cards.ts'
import type { Db, Tx } from './schema.ts'
import { mayBeSeen, type Sight } from './sight.ts'
import { versionOf, type Stored } from './stored.ts'

/** A class as stored; `lexiconKey` is the name that the program's own lexicon has for it, null for others. */
export type StoredClass = Stored<IncidentClass & { readonly lexiconKey: string | null }>

function selectClasses(db: Db) {
  return db
    .selectFrom('incident_classes')
    .selectAll()
    .select(
      sql<LayerId[]>`array(
        select layer_id from incident_class_layers l join layers on layers.id = l.layer_id
        where l.class_id = incident_classes.id order by layers.name
      )`.as('layer_ids'),
    )
}

type Row = Awaited<ReturnType<ReturnType<typeof selectClasses>['executeTakeFirstOrThrow']>>

function toClass(row: Row): StoredClass {
  return {
    id: row.id,
    lexiconKey: row.lexicon_key,
    name: row.name,
    description: row.description,
    words: row.words,
    layerIds: row.layer_ids,
    windowDays: row.window_days,
    active: row.active,
    ...versionOf(row),
  }
}

/** Every class by name, retired ones too: an organisation has tens. */
export async function listClasses(db: Db): Promise<StoredClass[]> {
  const rows = await selectClasses(db)
    .orderBy(sql`lower(name)`)
    .execute()
  return rows.map(toClass)
}

export async function findClass(db: Db, id: IncidentClassId): Promise<StoredClass | null> {
  const row = await selectClasses(db).where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : toClass(row)
}

function columns(one: IncidentClass) {
  return {
    name: one.name,
    description: one.description,
    words: one.words,
    window_days: one.windowDays,
    active: one.active,
  }
}

/** Adds a class. Breaks `incident_classes_name` when the name is taken, a foreign key when a layer is unknown. */
export async function createClass(
  tx: Tx,
  one: IncidentClass,
  lexiconKey: string | null = null,
): Promise<void> {
  await tx
    .insertInto('incident_classes')
    .values({ id: one.id, lexicon_key: lexiconKey, ...columns(one) })
    .execute()
  await replaceLayers(tx, one)
}

/**
 * Stores a class as it is now; returns the new version, or null when `version` has moved on. A new window judges every
 * past occurrence anew.
 */
export async function updateClass(tx: Tx, version: number, one: IncidentClass): Promise<number | null> {
  const before = await findClass(tx, one.id)
  const row = await tx
    .updateTable('incident_classes')
    .set({ ...columns(one), version: version + 1, updated_at: sql`now()` })
    .where('id', '=', one.id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  if (row === undefined) return null
  await replaceLayers(tx, one)
  if (before?.windowDays !== one.windowDays) await refreshCards(tx, await applyWindow(tx, one.id))
  if (before?.name !== one.name) await refreshCardsWith(tx, `class:${one.id}`)
  return row.version
}

async function replaceLayers(tx: Tx, one: IncidentClass): Promise<void> {
  await tx.deleteFrom('incident_class_layers').where('class_id', '=', one.id).execute()
  const rows = [...new Set(one.layerIds)].map((layer_id) => ({ class_id: one.id, layer_id }))
  if (rows.length > 0) await tx.insertInto('incident_class_layers').values(rows).execute()
}

/** A postmortem for which a class is suggested and not yet decided. */
export interface Suggestion {
  readonly postmortem: { readonly id: PostmortemId; readonly number: number; readonly title: string }
  readonly confidence: number | null
}

/** Undecided suggestions of a class, surest first. */
export async function listSuggestions(
  db: Db,
  sight: Sight,
  id: IncidentClassId,
  page: PageRequest,
): Promise<Page<Suggestion>> {
  const after = readCursor(page.cursor, ['number', 'uuid'])
  const surety = sql<number>`coalesce(confidence, -1)`
  const rows = await db
    .selectFrom('postmortem_classes')
    .innerJoin('postmortem_cards', 'postmortem_cards.postmortem_id', 'postmortem_classes.postmortem_id')
    .select(['postmortem_cards.postmortem_id as id', 'number', 'title', 'confidence', surety.as('surety')])
    .where('class_id', '=', id)
    .where('standing', '=', 'suggested')
    .where('state', '<>', 'withdrawn')
    .where(mayBeSeen(sight))
    .where(
      after
        ? sql<boolean>`(${surety}, postmortem_classes.postmortem_id) < (${after[0]}, ${after[1]}::uuid)`
        : sql<boolean>`true`,
    )
    .orderBy(surety, 'desc')
    .orderBy('postmortem_classes.postmortem_id', 'desc')
    .limit(page.limit + 1)
    .execute()
  return toPage(
    rows,
    page.limit,
    (row) => [row.surety, row.id],
    (row) => ({
      postmortem: { id: row.id, number: row.number, title: row.title },
      confidence: row.confidence,
    }),
  )
}
