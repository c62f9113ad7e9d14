/** What the HTTP layer needs of the installation it serves; put together once at start. */
import type { Route } from '../contract/kit.ts'
import type { Caller, Change, Work } from '../usecases/work.ts'
import type { Identity } from './identify.ts'
import type { Log } from './kit/refuse.ts'

export interface Installation {
  /** Who sends a request. */
  readonly identify: (request: Request) => Promise<Identity>
  /** Work that only reads. */
  readonly reading: (caller: Caller | null) => Work<Caller | null>
  /** Runs a change in one transaction; a refusal undoes it, a lost race is run again. */
  readonly writing: <T>(
    caller: Caller | null,
    body: (change: Change<Caller | null>) => Promise<T>,
  ) => Promise<T>
  readonly log: Log
  /** In tests: throws when an answer differs from its schema. */
  readonly checkAnswer?: (key: string, route: Route, answer: unknown) => void
}
