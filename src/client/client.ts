/** The typed client of the HTTP API: one function, any route by its key; used by page and command line. */
import type { Api, ApiKey } from '../contract/api.ts'
import type { Problem } from '../contract/common.ts'
import type { CallOf, ResultOf } from '../contract/kit.ts'

/** A request the server refused, with its problem document. */
export class ApiProblem extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title)
    this.name = 'ApiProblem'
    this.problem = problem
  }
}

export interface ClientOptions {
  /** Where the server is, without `/api/v1`; empty for the page's own server. */
  readonly url: string
  /** API token; the page signs in by cookie instead. */
  readonly token?: string
  /** Which program of ours asks, for the record of activity. */
  readonly client?: 'cli' | 'mcp'
  readonly fetch?: (input: string, init: RequestInit) => Promise<Response>
}

type Loose = {
  params?: Record<string, string>
  query?: Record<string, string | number | boolean | undefined>
  body?: unknown
  ifMatch?: number
  idempotencyKey?: string
  signal?: AbortSignal
}

/** Calls a route: `call('GET /postmortems', { query: { q: 'pool' } })`. Throws `ApiProblem` on a refusal. */
export type Call = <K extends ApiKey>(
  key: K,
  ...call: Record<string, never> extends CallOf<Api[K]> ? [CallOf<Api[K]>?] : [CallOf<Api[K]>]
) => Promise<ResultOf<Api[K]>>

/** Makes a client for one server. */
export function createClient(options: ClientOptions): Call {
  const send = options.fetch ?? fetch
  return (async (key: string, call: Loose = {}) => {
    const [method = '', path = ''] = key.split(' ')
    const response = await send(options.url + addressOf(path, call), {
      method,
      headers: headersOf(method, call, options),
      ...(call.body === undefined ? {} : { body: bodyOf(call.body) }),
      ...(call.signal === undefined ? {} : { signal: call.signal }),
    })
    if (!response.ok) throw new ApiProblem(await problemOf(response))
    if (response.status === 204) return undefined
    return isJson(response) ? response.json() : response.blob()
  }) as Call
}

function addressOf(path: string, call: Loose): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(call.params?.[name] ?? ''),
  )
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(call.query ?? {})) {
    if (value !== undefined) query.set(name, String(value))
  }
  return `/api/v1${filled}${query.size === 0 ? '' : `?${query}`}`
}

const isBytes = (body: unknown): body is Uint8Array<ArrayBuffer> | Blob =>
  body instanceof Uint8Array || body instanceof Blob

const bodyOf = (body: unknown): BodyInit => (isBytes(body) ? body : JSON.stringify(body))

function headersOf(method: string, call: Loose, { token, client }: ClientOptions): Record<string, string> {
  return {
    accept: 'application/json',
    ...(call.body === undefined
      ? {}
      : { 'content-type': isBytes(call.body) ? 'application/octet-stream' : 'application/json' }),
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(client === undefined ? {} : { 'highwater-client': client }),
    ...(call.ifMatch === undefined ? {} : { 'if-match': `"${call.ifMatch}"` }),
    ...(method === 'POST' ? { 'idempotency-key': call.idempotencyKey ?? crypto.randomUUID() } : {}),
  }
}

const isJson = (response: Response): boolean =>
  /^application\/(problem\+)?json/.test(response.headers.get('content-type') ?? '')

/** The problem document of a refusal, or one made of its status. */
export async function problemOf(response: Response): Promise<Problem> {
  if (isJson(response)) return (await response.json()) as Problem
  return {
    type: 'about:blank',
    title: `The server answered ${response.status}`,
    status: response.status,
    code: 'unexpected_answer',
  }
}
