/** Keyset pages: a slice of an ordered list and an opaque cursor to the next, which names the last row shown. */

/** A page and where the next one begins; null when this was the last. */
export interface Page<Item> {
  readonly items: readonly Item[]
  readonly nextCursor: string | null
}

/** What every list takes: how many, and the cursor of the page before. */
export interface PageRequest {
  readonly limit: number
  readonly cursor: string | null
}

/** A cursor that this list did not make; whoever sent it is told so. */
export class CursorError extends Error {
  constructor() {
    super('The cursor is not one that this list gave')
    this.name = 'CursorError'
  }
}

type Key = readonly (string | number)[]

/** What a part of a key is; a `day` may also be `infinity`, after all days. */
type KeyPart = 'string' | 'number' | 'instant' | 'day' | 'uuid'

/** Makes a cursor of the sort key of the last row. */
export function toCursor(key: Key): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** Reads a cursor back into a key whose parts have the kinds of `shape`; null for none. Throws a `CursorError`. */
export function readCursor<const Shape extends readonly KeyPart[]>(
  cursor: string | null,
  shape: Shape,
): { readonly [I in keyof Shape]: Shape[I] extends 'number' ? number : string } | null {
  if (cursor === null) return null
  const key = parse(cursor)
  if (!Array.isArray(key) || key.length !== shape.length) throw new CursorError()
  if (!shape.every((kind, index) => fits(kind, key[index]))) throw new CursorError()
  return key as never
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function fits(kind: KeyPart, value: unknown): boolean {
  if (kind === 'number') return typeof value === 'number' && Number.isFinite(value)
  if (typeof value !== 'string') return false
  if (kind === 'uuid') return UUID.test(value)
  if (kind === 'day' && value === 'infinity') return true
  return kind === 'string' || !Number.isNaN(Date.parse(value))
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) throw new CursorError()
    throw error
  }
}

/** Cuts rows read with one more than `limit` into a page. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => Key,
  toItem: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(toItem),
    nextCursor: rows.length > limit && last !== undefined ? toCursor(keyOf(last)) : null,
  }
}
