/** Puts the contract's routes on a server: caller, access, input, version, transaction, answer, in that order. */
import type { Hono } from 'hono'
import type { Context } from 'hono'
import { api, type ApiKey } from '../../contract/api.ts'
import type { FileAnswer, Route } from '../../contract/kit.ts'
import type { Caller } from '../../usecases/work.ts'
import { checkAccess } from './access.ts'
import { type AnyCall, type AnyHandler, checkHandlers, type Handlers } from './handlers.ts'
import { fingerprint, hashKey, idempotencyKey, seal, unseal } from './idempotency.ts'
import { readInput } from './input.ts'
import { problemResponse } from './problem.ts'
import { refusalResponse } from './refuse.ts'
import type { Installation } from '../installation.ts'
import { beginAnswer, endAnswer } from '../../usecases/answers.ts'
import { Refusal } from '../../usecases/refusal.ts'
import { sentVersion, versionHeaders } from './version.ts'

export type HttpEnv = { Variables: { requestId: string; routeKey: string } }

export const API_PREFIX = '/api/v1'

/** Mounts every route of the contract; throws at start when one has no handler. */
export function mount(app: Hono<HttpEnv>, handlers: Handlers, installation: Installation): void {
  for (const [key, handler] of checkHandlers(api, handlers)) {
    const [method = '', path = ''] = key.split(' ')
    app.on(method, API_PREFIX + path.replaceAll(/\{(\w+)\}/g, ':$1'), (context) => {
      context.set('routeKey', key)
      return answer({ key, route: api[key], handler, installation, context })
    })
  }
}

interface Asked {
  readonly key: ApiKey
  readonly route: Route
  readonly handler: AnyHandler
  readonly installation: Installation
  readonly context: Context<HttpEnv>
}

type Prepared = Omit<AnyCall, 'work'> & { bytes: Uint8Array; caller: Caller | null; version: number | null }

async function answer(asked: Asked): Promise<Response> {
  const { route, context, installation } = asked
  const cookies: string[] = []
  const respond = async (): Promise<Response> => {
    const identity = await installation.identify(context.req.raw)
    cookies.push(...identity.setCookies)
    checkAccess(route.access, identity.caller)
    const input = await readInput(route, context.req.raw, context.req.param())
    const prepared = { ...input, caller: identity.caller, version: versionAsked(asked) }
    try {
      return onlyAsks(asked) ? await read(asked, prepared) : await write(asked, prepared)
    } catch (error) {
      if (error instanceof Refusal && error.code === 'version_moved_on')
        return movedOn(asked, prepared, error)
      throw error
    }
  }
  const response = await respond().catch((error: unknown) => {
    return refusalResponse(error, context.get('requestId'), installation.log)
  })
  for (const cookie of cookies) response.headers.append('set-cookie', cookie)
  return response
}

const versionAsked = ({ route, context }: Asked): number | null =>
  route.versioned === true && context.req.method !== 'GET'
    ? sentVersion(context.req.header('if-match'))
    : null

/** A key sent with a POST that changes nothing is checked like any other, and then not needed. */
function onlyAsks({ route, context }: Asked): boolean {
  if (route.reads === true) idempotencyKey(context.req.header('idempotency-key'))
  return context.req.method === 'GET' || route.reads === true
}

async function read(asked: Asked, prepared: Prepared): Promise<Response> {
  const work = asked.installation.reading(prepared.caller)
  return toResponse(asked, await invoke(asked.handler, { ...prepared, work }))
}

/** Runs a change in one transaction, together with the record that this key was answered. */
async function write(asked: Asked, prepared: Prepared): Promise<Response> {
  const { installation, context } = asked
  const key = context.req.method === 'POST' ? idempotencyKey(context.req.header('idempotency-key')) : null
  if (key === null) {
    return installation.writing(prepared.caller, async (work) =>
      toResponse(asked, await invoke(asked.handler, { ...prepared, work })),
    )
  }
  return installation.writing(prepared.caller, async (work) => {
    const request = {
      principal: principalOf(prepared.caller),
      key: hashKey(key),
      requestSha256: fingerprint(context.req.raw, prepared.bytes),
    }
    const earlier = await beginAnswer(work.db, request, work.now)
    if (earlier !== null) return replay(unseal(key, earlier))
    const response = toResponse(asked, await invoke(asked.handler, { ...prepared, work }))
    await endAnswer(work.db, request, {
      status: response.status,
      sealed: seal(key, await record(response)),
    })
    return response
  })
}

const invoke = (handler: AnyHandler, call: AnyCall & { version: number | null }): Promise<unknown> =>
  typeof handler === 'function' ? handler(call) : handler.change({ ...call, version: call.version ?? 0 })

async function movedOn(asked: Asked, prepared: Prepared, refusal: Refusal): Promise<Response> {
  const { handler, installation, context } = asked
  if (typeof handler === 'function') throw refusal
  const work = installation.reading(prepared.caller)
  const current = await handler.current({ ...prepared, work })
  return problemResponse(
    'version_moved_on',
    {
      detail: refusal.message,
      ...(prepared.version === null ? {} : { sentVersion: prepared.version }),
      current,
      headers: versionHeaders(current),
    },
    context.get('requestId'),
  )
}

function toResponse({ key, route, installation }: Asked, answer: unknown): Response {
  if (route.answer === 'nothing') return new Response(null, { status: 204 })
  if (route.answer === 'bytes') return fileResponse(answer as FileAnswer)
  installation.checkAnswer?.(key, route, answer)
  return new Response(JSON.stringify(answer), {
    status: route.status ?? 200,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      ...(route.versioned === true ? versionHeaders(answer) : {}),
    },
  })
}

/** A file goes out as an attachment that no browser runs, whatever it holds. */
const fileResponse = (file: FileAnswer): Response =>
  new Response(Buffer.from(file.bytes), {
    headers: {
      'content-type': file.mediaType,
      'content-length': String(file.bytes.byteLength),
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    },
  })

/** Keys of different callers never meet. */
function principalOf(caller: Caller | null): string {
  if (caller === null) return 'public'
  return caller.tokenId === null ? `person:${caller.personId}` : `token:${caller.tokenId}`
}

interface Recorded {
  readonly status: number
  readonly headers: [string, string][]
  readonly body: string | null
}

const record = async (response: Response): Promise<string> =>
  JSON.stringify({
    status: response.status,
    headers: [...response.headers],
    body: response.status === 204 ? null : await response.clone().text(),
  } satisfies Recorded)

function replay(recorded: string): Response {
  const { status, headers, body } = JSON.parse(recorded) as Recorded
  return new Response(body, { status, headers: [...headers, ['idempotent-replayed', 'true']] })
}
