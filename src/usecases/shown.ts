/** What use-cases answer with: things as they are stored, and the names of what they refer to. */
import { findNames, type Names } from '../storage/names-store.ts'
import type { Page } from '../storage/page.ts'
import type { Db } from '../storage/schema.ts'

export interface Shown<T> {
  readonly thing: T
  readonly names: Names
}

export interface ShownPage<T> extends Page<T> {
  readonly names: Names
}

type IdsOf<T> = (thing: T) => Iterable<string | null>

export async function show<T>(db: Db, thing: T, idsOf: IdsOf<T>): Promise<Shown<T>> {
  return { thing, names: await findNames(db, idsOf(thing)) }
}

export async function showPage<T>(db: Db, page: Page<T>, idsOf: IdsOf<T>): Promise<ShownPage<T>> {
  return {
    ...page,
    names: await findNames(
      db,
      page.items.flatMap((item) => [...idsOf(item)]),
    ),
  }
}

export type { Names } from '../storage/names-store.ts'
export type { Page } from '../storage/page.ts'
export type { Stored } from '../storage/stored.ts'
