/** Runs use-cases: reads on the pool, a change in one transaction that a refusal undoes and a lost race runs again. */
import type { Kysely } from 'kysely'
import { type Instant, toInstant } from '../domain/instant.ts'
import type { Tables } from '../storage/schema.ts'
import type { Caller, Change, Work } from './work.ts'

/** What every use-case stands on. */
export interface Ground {
  readonly db: Kysely<Tables>
  readonly clock: () => Instant
  /** Hears of a task after a commit that failed; the change itself stands. */
  readonly onTaskError: (error: unknown) => void
}

/** The clock of the machine. */
export const systemClock = (): Instant => toInstant(Date.now())

/** Work that only reads. */
export function reading<Who extends Caller | null>(ground: Ground, who: Who): Work<Who> {
  return { db: ground.db, who, now: ground.clock() }
}

const MOST_TRIES = 4

/** Runs a change in one transaction. What it throws undoes everything; a serialization failure or deadlock runs it again. */
export async function performChange<Who extends Caller | null, T>(
  ground: Ground,
  who: Who,
  body: (change: Change<Who>) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    const tasks: (() => void)[] = []
    try {
      const result = await ground.db
        .transaction()
        .execute((db) => body({ db, who, now: ground.clock(), afterCommit: (task) => void tasks.push(task) }))
      runTasks(ground, tasks)
      return result
    } catch (error) {
      if (tries >= MOST_TRIES || !isLostRace(error)) throw error
    }
  }
}

function runTasks(ground: Ground, tasks: readonly (() => void)[]): void {
  for (const task of tasks) {
    try {
      task()
    } catch (error) {
      ground.onTaskError(error)
    }
  }
}

/** `serialization_failure` and `deadlock_detected`: nothing was done, and doing it again may succeed. */
const LOST_RACE = new Set(['40001', '40P01'])

const isLostRace = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  typeof error.code === 'string' &&
  LOST_RACE.has(error.code)
