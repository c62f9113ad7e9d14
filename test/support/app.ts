/** The whole application over a database of its own, asked in process: people of every role, tokens, the first run. */
import { inspect, isDeepStrictEqual } from 'node:util'
import { afterAll } from 'vitest'
import type { Route } from '../../src/contract/kit.ts'
import { type Call, createClient } from '../../src/client/client.ts'
import type { PersonId } from '../../src/domain/ids.ts'
import { toInstant } from '../../src/domain/instant.ts'
import type { Permission } from '../../src/domain/permissions.ts'
import type { Role } from '../../src/domain/vocabulary.ts'
import { composeHttp, type ComposedHttp } from '../../src/main/http.ts'
import { makeToken } from '../../src/usecases/accounts/tokens.ts'
import { callerOfUser } from '../../src/usecases/accounts/identify.ts'
import { makeSetupCode } from '../../src/usecases/organisation/set-up.ts'
import { performChange } from '../../src/usecases/perform.ts'
import type { Caller } from '../../src/usecases/work.ts'
import { testDatabase, type TestDatabase } from './database.ts'

export const ORIGIN = 'http://127.0.0.1:8080'
export const SECRET = 'for tests only, for tests only, for tests'
export const PASSWORD = 'a long enough password'

/** Someone who signed in: how they call, and who they are. */
export interface SignedIn {
  readonly personId: PersonId
  readonly email: string
  readonly cookie: string
  /** The typed client with their cookies. */
  readonly call: Call
  /** A bare request with their cookies. */
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>
  readonly caller: () => Promise<Caller>
}

export interface TestApp extends ComposedHttp {
  readonly database: TestDatabase
  /** A bare request by nobody. */
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>
  readonly anonymous: Call
  /** The first administrator, made by the first run. */
  readonly admin: SignedIn
  /** Adds a person with these roles and signs them in. */
  person(roles: readonly Role[], name?: string): Promise<SignedIn>
  /** A token of that person with these scopes, as a client. */
  token(owner: SignedIn, scopes: readonly Permission[]): Promise<{ call: Call; secret: string }>
  /** Lines of the server's log at `error`; tests that expect none look here. */
  readonly errors: string[]
}

/** Composes the application over a cloned database and does its first run. Call it in `beforeAll` or at the top of a file. */
export async function testApp(): Promise<TestApp> {
  const database = await testDatabase()
  const errors: string[] = []
  const composed = await composeHttp({
    database,
    target: database.connection,
    secret: SECRET,
    publicUrl: ORIGIN,
    host: '127.0.0.1',
    pageFolder: 'dist/web',
    dataDir: null,
    log: {
      error: (message, fields) => void errors.push(`${message} ${inspect(fields)}`),
      warn: () => undefined,
    },
    checkAnswer,
  })
  afterAll(() => composed.close())
  const bare = asker(composed, '')
  const admin = await firstRun(composed, bare)
  let count = 0
  return {
    ...composed,
    database,
    errors,
    fetch: bare,
    anonymous: clientOf(bare),
    admin,
    person: async (roles, name) => {
      count += 1
      return addPerson(
        composed,
        admin,
        roles,
        name ?? `Person ${String(count)}`,
        `person${String(count)}@example.org`,
      )
    },
    token: async (owner, scopes) => {
      const caller = await owner.caller()
      const expiresAt = toInstant(Date.now() + 86_400_000)
      const { secret } = await performChange(composed.ground, caller, (work) =>
        makeToken(work, { name: 'for a test', scopes, expiresAt }),
      )
      const call = createClient({
        url: ORIGIN,
        token: secret,
        fetch: (input, init) => bare(input, init),
      })
      return { call, secret }
    },
  }
}

type Ask = (path: string, init?: RequestInit) => Promise<Response>

function asker({ app }: ComposedHttp, cookie: string): Ask {
  return async (path, init) => {
    const headers = new Headers(init?.headers)
    if (cookie !== '') headers.set('cookie', cookie)
    return app.fetch(new Request(new URL(path, ORIGIN), { ...init, headers }))
  }
}

const clientOf = (ask: Ask): Call => createClient({ url: ORIGIN, fetch: (input, init) => ask(input, init) })

async function firstRun(composed: ComposedHttp, bare: Ask): Promise<SignedIn> {
  const code = await performChange(composed.ground, null, makeSetupCode)
  if (code === null) throw new Error('The cloned database is not empty')
  const { personId } = await clientOf(bare)('POST /setup', {
    body: {
      code,
      organisationName: 'Pier & Lock',
      timeZone: 'Europe/Berlin',
      name: 'Ada Administrator',
      email: 'admin@example.org',
      password: PASSWORD,
    },
  })
  return signIn(composed, personId, 'admin@example.org')
}

async function addPerson(
  composed: ComposedHttp,
  admin: SignedIn,
  roles: readonly Role[],
  name: string,
  email: string,
): Promise<SignedIn> {
  const { person, signInLink } = await admin.call('POST /people', {
    body: { name, email, roles: [...roles] },
  })
  const code = new URL(signInLink.url).searchParams.get('code') ?? ''
  await clientOf(asker(composed, ''))('POST /passwords', { body: { code, password: PASSWORD } })
  return signIn(composed, person.id, email)
}

/** Signs in through the front door and keeps the cookies. */
export async function signIn(composed: ComposedHttp, personId: PersonId, email: string): Promise<SignedIn> {
  const response = await asker(composed, '')('/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  })
  if (!response.ok) throw new Error(`Sign-in of ${email} failed: ${await response.text()}`)
  const cookie = response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const ask = asker(composed, cookie)
  return {
    personId,
    email,
    cookie,
    call: clientOf(ask),
    fetch: ask,
    caller: async () => {
      const row = await composed.ground.db
        .selectFrom('people')
        .select('user_id')
        .where('id', '=', personId)
        .executeTakeFirstOrThrow()
      const caller = await callerOfUser(composed.ground, row.user_id ?? '')
      if (caller === null) throw new Error(`${email} has no account`)
      return caller
    },
  }
}

/** Throws when an answer is not what its schema says, or holds more than it says. */
function checkAnswer(key: string, route: Route, answer: unknown): void {
  if (typeof route.answer === 'string') return
  const asSent: unknown = JSON.parse(JSON.stringify(answer))
  const parsed = route.answer.safeParse(asSent)
  if (!parsed.success)
    throw new Error(`The answer of ${key} is not what its schema says: ${parsed.error.message}`)
  if (!isDeepStrictEqual(parsed.data, asSent)) {
    throw new Error(`The answer of ${key} holds what its schema does not name: ${JSON.stringify(asSent)}`)
  }
}
