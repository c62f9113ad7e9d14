/** The contract kit: what a route of the HTTP API says about itself, from which server, client and OpenAPI are made. */
import type { z } from 'zod'
import type { Permission } from '../domain/permissions.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** `METHOD /path/{parameter}` below `/api/v1`: the name of a route and the key of the typed client. */
export type RouteKey = `${Method} /${string}`

/**
 * Who may call: `public`, anyone `signed_in`, or a permission of the domain.
 * A route without a decision does not type-check, so nothing is open by accident.
 */
export type Access = 'public' | 'signed_in' | Permission

export interface Route {
  readonly access: Access
  /** One line for OpenAPI and the tool lists. */
  readonly summary: string
  /** Longer words for OpenAPI, where the summary does not say it all. */
  readonly description?: string
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  /** JSON body, or `bytes` for an uploaded file read as it is. */
  readonly body?: z.ZodType | 'bytes'
  /** JSON answer, `bytes` for a file, or `nothing` (204). */
  readonly answer: z.ZodType | 'bytes' | 'nothing'
  /** Success status; 200 unless said (204 follows from `nothing`). */
  readonly status?: 200 | 201 | 202
  /** A POST that only asks: nothing is changed, so it runs outside a transaction and a repetition needs no kept answer. */
  readonly reads?: boolean
  /** The resource is versioned: the answer carries `ETag`, a write must carry `If-Match`. */
  readonly versioned?: boolean
  /** Codes of problems this route answers with, beyond those every route can. */
  readonly problems?: readonly string[]
}

/** A set of routes by key, as each resource file exports one. */
export type Routes = Readonly<Record<RouteKey, Route>>

/** Checks a resource's routes against the kit and keeps their exact types. */
export function routes<const T extends Routes>(set: T): T {
  return set
}

type Infer<T, Otherwise> = T extends z.ZodType ? z.output<T> : Otherwise
type InferInput<T, Otherwise> = T extends z.ZodType ? z.input<T> : Otherwise

/** What a handler is given. */
export interface RequestOf<R extends Route> {
  readonly params: Infer<R['params'], Record<string, never>>
  readonly query: Infer<R['query'], Record<string, never>>
  readonly body: R['body'] extends 'bytes' ? Uint8Array : Infer<R['body'], undefined>
}

/** What a handler answers with, before it is checked and sent. */
export type AnswerOf<R extends Route> = R['answer'] extends 'nothing'
  ? undefined
  : R['answer'] extends 'bytes'
    ? FileAnswer
    : Infer<R['answer'], never>

export interface FileAnswer {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly fileName: string
}

type Part<Name extends string, T> = T extends undefined
  ? { readonly [K in Name]?: undefined }
  : { readonly [K in Name]: T }

/** What the typed client takes for a route. */
export type CallOf<R extends Route> = Part<'params', InferInput<R['params'], undefined>> &
  (R['query'] extends z.ZodType ? { readonly query?: z.input<R['query']> } : { readonly query?: undefined }) &
  Part<'body', R['body'] extends 'bytes' ? Uint8Array | Blob : InferInput<R['body'], undefined>> & {
    readonly ifMatch?: number
    readonly idempotencyKey?: string
    readonly signal?: AbortSignal
  }

/** What the typed client answers with. */
export type ResultOf<R extends Route> = R['answer'] extends 'nothing'
  ? undefined
  : R['answer'] extends 'bytes'
    ? Blob
    : Infer<R['answer'], never>
