import { Pool } from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { TryLimit } from '../../src/http/guards.ts'
import { refusalResponse } from '../../src/http/kit/refuse.ts'
import { composeHttp } from '../../src/main/http.ts'
import { ORIGIN, PASSWORD, SECRET, testApp, type TestApp } from '../support/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})

const post = (body: string | Uint8Array<ArrayBuffer>, path = '/sign-in/email'): Promise<Response> =>
  app.fetch(`/api/auth${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
const codeIn = async (response: Response): Promise<[number, string]> => {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  return [response.status, ((await response.json()) as { code: string }).code]
}
const wrong = (email: string) => JSON.stringify({ email, password: 'not the password' })

describe('a body for signing in', () => {
  it.each(['/sign-in/email', '/sign-out', '/change-password'])('is bounded at %s', async (path) => {
    const body = new Uint8Array(65 * 1024).fill(0x20)
    expect(await codeIn(await post(body, path))).toEqual([413, 'body_too_large'])
  })

  it('may be an empty stream where none is needed', async () => {
    const init = { method: 'POST', body: new ReadableStream({ start: (it) => it.close() }), duplex: 'half' }
    expect((await app.fetch('/api/auth/sign-out', init)).status).toBe(200)
  })

  it('is refused with a problem document that has a code', async () => {
    expect(await codeIn(await post(wrong('one@example.org')))).toEqual([401, 'sign_in_refused'])
    expect(await codeIn(await post('{"email":"no address","password":"x"}'))).toEqual([422, 'invalid'])
    expect(await codeIn(await post('{"email":'))).toEqual([400, 'body_not_json'])
  })
})

describe('tries', () => {
  it('at once are no more than tries in turn', async () => {
    const answers = await Promise.all(Array.from({ length: 16 }, () => post(wrong('many@example.org'))))
    const statuses = answers.map((answer) => answer.status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(10)
    expect(statuses.filter((status) => status === 429)).toHaveLength(6)
  })

  it('that succeed are never refused, however many come at once', async () => {
    const limit = new TryLimit(2, 1_000)
    const pass = () =>
      limit.attempt(
        'here',
        async () => Promise.resolve('passed'),
        (result) => result !== 'passed',
      )
    await limit.attempt(
      'here',
      async () => Promise.resolve(null),
      () => true,
    )
    expect(await Promise.all(Array.from({ length: 20 }, pass))).toHaveLength(20)
  })

  it('are taken again when their time is over', async () => {
    let now = 0
    const limit = new TryLimit(1, 1_000, () => now)
    const fail = () =>
      limit.attempt(
        'here',
        async () => Promise.resolve(null),
        () => true,
      )
    await fail()
    await expect(fail()).rejects.toThrow('Try again in 1 seconds.')
    now = 1_000
    await expect(fail()).resolves.toBeNull()
  })
})

describe('an answer about the session', () => {
  it('holds neither the secret nor an address to go to', async () => {
    const session = await app.admin.fetch('/api/auth/get-session')
    expect(await session.json()).toEqual({ signedIn: true })
    expect(await (await app.fetch('/api/auth/get-session')).json()).toEqual({ signedIn: false })
    const body = { email: 'admin@example.org', password: PASSWORD, callbackURL: 'https://elsewhere.example' }
    const answer = await post(JSON.stringify(body))
    expect([answer.status, answer.headers.get('location')]).toEqual([200, null])
  })
})

describe('while the database is away', () => {
  it('requests by cookie and signing in are told to come back', async () => {
    const target = { ...app.database.connection, port: 1 }
    const composed = await composeHttp({
      database: { ...app.database, pool: new Pool(target) },
      target,
      secret: SECRET,
      publicUrl: ORIGIN,
      host: '127.0.0.1',
      pageFolder: 'dist/web',
      dataDir: null,
      log: { error: () => undefined, warn: () => undefined },
    })
    // Without the part that is believed for a minute without asking the database.
    const cookie = app.admin.cookie.split('; ').find((one) => one.startsWith('highwater.session_token='))
    const ask = async (path: string, init: RequestInit) =>
      codeIn(await composed.app.fetch(new Request(new URL(path, ORIGIN), init)))
    const me = await ask('/api/v1/me', { headers: { cookie: cookie ?? '' } })
    const session = await ask('/api/auth/get-session', { headers: { cookie: cookie ?? '' } })
    const headers = { 'content-type': 'application/json' }
    const body = wrong('admin@example.org')
    const signIn = await ask('/api/auth/sign-in/email', { method: 'POST', headers, body })
    await composed.close()
    expect([me, session, signIn]).toEqual(Array.from({ length: 3 }, () => [503, 'database_away']))
  })

  it('a failure is told as such, however deep the library wraps it', () => {
    const log = { error: () => undefined, warn: () => undefined }
    const away = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
    const wrapped = new Error('Failed to get session', { cause: new Error('query', { cause: away }) })
    const response = refusalResponse(wrapped, 'one', log)
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2'])
    expect(refusalResponse(new Error('Failed to get session'), 'two', log).status).toBe(500)
  })
})
