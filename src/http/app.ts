/** The whole of HTTP for one installation: guards, API, sign-in, health, figures, pages. */
import { randomUUID } from 'node:crypto'
import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import { openapi } from '../contract/openapi.ts'
import { checkHost, checkOrigin, TryLimit } from './guards.ts'
import { secureHeaders } from './headers.ts'
import type { Installation } from './installation.ts'
import { boundedRequest, parseJson, SIGN_IN_LIMIT } from './kit/body.ts'
import { compressAnswer } from './kit/compress.ts'
import type { Handlers } from './kit/handlers.ts'
import { API_PREFIX, type HttpEnv, mount } from './kit/mount.ts'
import { problemResponse } from './kit/problem.ts'
import { refusalResponse } from './kit/refuse.ts'
import type { Metrics } from './metrics.ts'
import type { ServePages } from './pages.ts'
import { SIGN_IN_PATHS, type SignIn } from './sign-in.ts'
import { answerSignIn } from './sign-in-answers.ts'

export interface AppOptions {
  readonly installation: Installation
  readonly handlers: Handlers
  readonly signIn: () => Promise<SignIn>
  readonly pages: ServePages
  readonly metrics: Metrics
  /** Resolves when the database answers and is up to date; rejects with what is wrong. */
  readonly ready: () => Promise<void>
  /** The address it listens on, and the one people use. */
  readonly host: string
  readonly publicUrl: string
}

/** Addresses on which failed tries are counted, beside sign-in itself. */
const TRIED = new Set([`POST ${API_PREFIX}/setup`, `POST ${API_PREFIX}/passwords`])
const MINUTE = 60_000

/** Makes the server's application; it is called with a `Request` and answers with a `Response`. */
export function createApp(options: AppOptions): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>()
  addMeasuring(app, options)
  addGuards(app, options)
  addHealth(app, options)
  addSignIn(app, options)
  addDescription(app)
  mount(app, options.handlers, options.installation)
  app.notFound(async (context) => {
    const page = await options.pages(context.req.raw)
    return (
      page ??
      problemResponse('not_found', { detail: 'Nothing is at this address.' }, context.get('requestId'))
    )
  })
  app.onError((error, context) => refusalResponse(error, context.get('requestId'), options.installation.log))
  return app
}

/** The description is made when it is first asked for: a start need not wait for it. */
function addDescription(app: Hono<HttpEnv>): void {
  let document: string | null = null
  app.get(`${API_PREFIX}/openapi.json`, () => json((document ??= JSON.stringify(openapi()))))
}

const json = (text: string): Response =>
  new Response(text, { headers: { 'content-type': 'application/json', 'cache-control': 'no-cache' } })

/** Around everything: an id for each request, its time, the headers every response carries. */
function addMeasuring(app: Hono<HttpEnv>, { metrics, publicUrl }: AppOptions): void {
  const https = publicUrl.startsWith('https:')
  app.use(async (context, next) => {
    const begun = performance.now()
    context.set('requestId', randomUUID())
    await next()
    context.res = await compressAnswer(context.req.raw, context.res)
    secureHeaders(context.res.headers, { requestId: context.get('requestId'), https })
    const route = context.get('routeKey') ?? 'other'
    metrics.answered(route, context.res.status, (performance.now() - begun) / 1000)
  })
}

function addGuards(app: Hono<HttpEnv>, { host, publicUrl }: AppOptions): void {
  const byAddress = new TryLimit(50, 5 * MINUTE)
  app.use(async (context, next) => {
    checkHost(context.req.raw, host, publicUrl)
    checkOrigin(context.req.raw, publicUrl)
    const key = `${context.req.method} ${context.req.path}`
    if (!TRIED.has(key) && !(key in SIGN_IN_PATHS)) return next()
    // Read before a try begins, so that a slow sender keeps no one else of the same address waiting.
    context.req.raw = await boundedRequest(context.req.raw, SIGN_IN_LIMIT)
    if (SIGN_IN_PATHS[key] === 'open') return next()
    await byAddress.attempt(addressOf(context), next, () => isRefused(context.res))
  })
}

/** Whether the asker sent something wrong; what goes wrong here is not counted against anybody. */
const isRefused = ({ status }: Response): boolean => status >= 400 && status < 500

/** The other end of the connection; a request made in the same process has none. */
function addressOf(context: Context<HttpEnv>): string {
  const hasConnection = typeof context.env === 'object' && context.env !== null && 'incoming' in context.env
  return hasConnection ? (getConnInfo(context).remote.address ?? 'unknown') : 'in-process'
}

function addHealth(app: Hono<HttpEnv>, { ready, metrics }: AppOptions): void {
  app.get('/healthz', () => json('{"status":"ok"}'))
  app.get('/readyz', async (context) => {
    try {
      await ready()
      return json('{"status":"ready"}')
    } catch (error) {
      const detail = error instanceof Error ? error.message : 'It does not say why.'
      return problemResponse('not_ready_yet', { detail }, context.get('requestId'))
    }
  })
  app.get(
    '/metrics',
    () =>
      new Response(metrics.text(), {
        headers: { 'content-type': 'application/openmetrics-text; version=1.0.0; charset=utf-8' },
      }),
  )
}

/** The few paths of the sign-in library that are open, with tries counted by e-mail as well as by address. */
function addSignIn(app: Hono<HttpEnv>, { signIn, ready }: AppOptions): void {
  const byEmail = new TryLimit(10, 5 * MINUTE)
  app.all('/api/auth/*', async (context) => {
    const key = `${context.req.method} ${context.req.path}`
    if (!(key in SIGN_IN_PATHS)) return context.notFound()
    context.set('routeKey', key)
    const request = context.req.raw
    const ask = async (): Promise<Response> => {
      const { handler } = await signIn()
      return answerSignIn(key, await handler(request), ready, context.get('requestId'))
    }
    if (SIGN_IN_PATHS[key] !== 'tried') return ask()
    return byEmail.attempt(await emailIn(request.clone()), ask, isRefused)
  })
}

/** The address a try is for, by which it is counted; throws when the body is not JSON. */
async function emailIn(request: Request): Promise<string> {
  const body = parseJson(request, new Uint8Array(await request.arrayBuffer()))
  const email = typeof body === 'object' && body !== null && 'email' in body ? body.email : null
  return typeof email === 'string' ? email.toLowerCase().slice(0, 254) : 'none'
}
