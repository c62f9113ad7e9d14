/** What every presenter shares: named references and pages, as the contract writes them. */
import type { Id } from '../domain/ids.ts'
import type { Names, Page } from '../usecases/shown.ts'

/** A reference with its name; null stays null. */
export function named<T extends string>(id: Id<T>, names: Names): { id: Id<T>; name: string }
export function named<T extends string>(id: Id<T> | null, names: Names): { id: Id<T>; name: string } | null
export function named<T extends string>(id: Id<T> | null, names: Names): { id: Id<T>; name: string } | null {
  return id === null ? null : { id, name: names.get(id) ?? '' }
}

/** A page of presented items. */
export function toPage<T, Out>(
  page: Page<T>,
  present: (item: T) => Out,
): { items: Out[]; nextCursor: string | null } {
  return { items: page.items.map(present), nextCursor: page.nextCursor }
}

/** The page asked for, as use-cases take it. */
export const pageAsked = <Q extends { limit: number; cursor?: string | undefined }>(
  query: Q,
): Q & { cursor: string | null } => ({ ...query, cursor: query.cursor ?? null })

/** Leaves out what was not sent: a field that is absent is not changed. */
export function sent<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
