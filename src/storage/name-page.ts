/** Pages of a catalogue in order of name. */
import { sql } from 'kysely'
import { readCursor, type PageRequest } from './page.ts'

/** The tables whose rows are listed by name, each with an index on it. */
type CatalogueTable = 'teams' | 'services' | 'layers' | 'incident_classes'

/** The sort key of a table in order of name, and the condition that begins after the cursor. */
export function namePage(page: PageRequest, table: CatalogueTable) {
  const after = readCursor(page.cursor, ['string', 'uuid'])
  const name = sql<string>`lower(${sql.ref(`${table}.name`)})`
  const id = sql<string>`${sql.ref(`${table}.id`)}`
  const rest = after ? sql<boolean>`(${name}, ${id}) > (${after[0]}, ${after[1]}::uuid)` : sql<boolean>`true`
  return { name, rest }
}

/** The cursor key of a row. */
export function nameKey(row: { name: string; id: string }): [string, string] {
  return [row.name.toLowerCase(), row.id]
}
