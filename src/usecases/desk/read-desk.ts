/** The desk: what waits for the caller, most pressing first. */
import { toInstant, epoch } from '../../domain/instant.ts'
import { type DeskEntry, readDesk } from '../../storage/desk-store.ts'
import { today } from '../actions/context.ts'
import { type Shown, show } from '../shown.ts'
import { sightOf, type Work } from '../work.ts'

export type { DeskEntry } from '../../storage/desk-store.ts'

export interface Desk {
  readonly entries: readonly (DeskEntry & { readonly overdue: boolean })[]
  /** How many more wait than are shown. */
  readonly more: number
}

const SHOWN = 50
/** A class that came back longer ago than this is no news. */
const NEWS_MS = 30 * 24 * 60 * 60 * 1000

export async function readOwnDesk(work: Work): Promise<Shown<Desk>> {
  const day = await today(work)
  const { entries, total } = await readDesk(work.db, sightOf(work), {
    personId: work.who.personId,
    today: day,
    classesSince: toInstant(epoch(work.now) - NEWS_MS),
    limit: SHOWN,
  })
  const desk: Desk = {
    entries: entries.map((entry) => ({ ...entry, overdue: entry.due !== null && entry.due < day })),
    more: total - entries.length,
  }
  return show(work.db, desk, () => entries.map((entry) => entry.classId))
}
