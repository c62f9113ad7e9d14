/** The shape of a handler, one per route of the contract: what it is given, what it must answer. */
import type { Api, ApiKey } from '../../contract/api.ts'
import type { AnswerOf, RequestOf, Route } from '../../contract/kit.ts'
import type { Caller, Change, Work } from '../../usecases/work.ts'

type WhoOf<R extends Route> = R['access'] extends 'public' ? Caller | null : Caller

/** A request as the handler of a GET, or of a POST that only asks, sees it: parsed and allowed. */
export type Asked<R extends Route> = RequestOf<R> & { readonly work: Work<WhoOf<R>> }

/** A request as the handler of a change sees it: inside a transaction that its answer commits. */
export type AskedToChange<R extends Route> = RequestOf<R> & { readonly work: Change<WhoOf<R>> }

/** A change of a version: given the version it was made on; `current` shows the one that stands when it moved on. */
export interface VersionedHandler<R extends Route> {
  readonly change: (asked: AskedToChange<R> & { readonly version: number }) => Promise<AnswerOf<R>>
  readonly current: (asked: Pick<Asked<R>, 'params' | 'work'>) => Promise<unknown>
}

type HandlerOf<K, R extends Route> = K extends `GET ${string}`
  ? (asked: Asked<R>) => Promise<AnswerOf<R>>
  : R['reads'] extends true
    ? (asked: Asked<R>) => Promise<AnswerOf<R>>
    : R['versioned'] extends true
      ? VersionedHandler<R>
      : (asked: AskedToChange<R>) => Promise<AnswerOf<R>>

/** The handlers of a set of routes: each exactly once, or it does not type-check. */
export type HandlersOf<T extends Readonly<Record<string, Route>>> = {
  readonly [K in keyof T]: HandlerOf<K, T[K]>
}

/** Every route of the API with its handler. */
export type Handlers = HandlersOf<Api>

/** A handler with its route's types forgotten, as the kit calls it after parsing. */
export type AnyHandler =
  | ((call: AnyCall) => Promise<unknown>)
  | {
      readonly change: (call: AnyCall & { readonly version: number }) => Promise<unknown>
      readonly current: (call: AnyCall) => Promise<unknown>
    }

export interface AnyCall {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
  readonly work: Work<Caller | null>
}

/** The handlers by key, checked against the contract: throws when a route has none or a handler has no route. */
export function checkHandlers(
  api: Readonly<Record<string, Route>>,
  handlers: object,
): Map<ApiKey, AnyHandler> {
  const missing = Object.keys(api).filter((key) => !(key in handlers))
  const unknown = Object.keys(handlers).filter((key) => !(key in api))
  if (missing.length + unknown.length > 0) {
    throw new Error(
      `Routes without handler: ${missing.join(', ')}; handlers without route: ${unknown.join(', ')}`,
    )
  }
  return new Map(Object.entries(handlers) as [ApiKey, AnyHandler][])
}
