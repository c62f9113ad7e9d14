import { beforeAll, describe, expect, it } from 'vitest'
import { toInstant } from '../../src/domain/instant.ts'
import { makeSetupCode } from '../../src/usecases/organisation/set-up.ts'
import { performChange } from '../../src/usecases/perform.ts'
import { PASSWORD, signIn, testApp, type TestApp } from '../support/app.ts'
import { codeOf } from '../support/problem.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})

const inADay = () => toInstant(Date.now() + 86_400_000)

describe('the first run', () => {
  it('makes an administrator who can sign in at once', async () => {
    const me = await app.admin.call('GET /me')
    expect(me.person.name).toBe('Ada Administrator')
    expect(me.roles).toEqual(['admin'])
    expect(me.permissions).toContain('settings.write')
    expect(me.organisation.name).toBe('Pier & Lock')
  })

  it('is over afterwards: no code is made, none is taken', async () => {
    expect(await app.anonymous('GET /setup')).toEqual({ needed: false })
    expect(await performChange(app.ground, null, makeSetupCode)).toBeNull()
    const body = {
      code: 'x',
      organisationName: 'Another',
      timeZone: 'UTC',
      name: 'Eve',
      email: 'eve@example.org',
      password: PASSWORD,
    }
    expect(await codeOf(app.anonymous('POST /setup', { body }))).toBe('setup_done')
  })
})

describe('signing in', () => {
  it('is refused with a wrong password, and there is no open sign-up', async () => {
    const ask = (path: string, body: object) =>
      app.fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    const wrong = await ask('/api/auth/sign-in/email', {
      email: 'admin@example.org',
      password: 'not this one',
    })
    expect(wrong.status).toBe(401)
    const signUp = await ask('/api/auth/sign-up/email', {
      email: 'eve@example.org',
      password: PASSWORD,
      name: 'Eve',
    })
    expect(signUp.status).toBe(404)
  })

  it('gives the session to the cookie alone, out of reach of scripts', async () => {
    const response = await app.fetch('/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'admin@example.org', password: PASSWORD }),
    })
    expect(await response.json()).toEqual({ signedIn: true })
    for (const cookie of response.headers.getSetCookie()) {
      expect(cookie).toMatch(/; HttpOnly; SameSite=Lax$/)
    }
  })

  it('stops answering after ten wrong passwords for one address', async () => {
    const attempt = () =>
      app.fetch('/api/auth/sign-in/email', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: 'guessed@example.org', password: 'wrong password' }),
      })
    const statuses: number[] = []
    for (let n = 0; n < 11; n += 1) statuses.push((await attempt()).status)
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 401))
    expect(statuses[10]).toBe(429)
  })

  it('ends with signing out', async () => {
    const person = await app.person(['viewer'])
    const response = await person.fetch('/api/auth/sign-out', { method: 'POST' })
    expect(response.status).toBe(200)
    const sessions = await app.database.db
      .selectFrom('auth_sessions')
      .innerJoin('people', 'people.user_id', 'auth_sessions.user_id')
      .select('auth_sessions.id')
      .where('people.id', '=', person.personId)
      .execute()
    expect(sessions).toEqual([])
  })
})

describe('a sign-in link', () => {
  it('sets a password once and ends sessions under the old one', async () => {
    const person = await app.person(['viewer'])
    const link = await app.admin.call('POST /people/{personId}/sign-in-link', {
      params: { personId: person.personId },
    })
    const code = new URL(link.url).searchParams.get('code') ?? ''
    const password = 'another long password'
    expect(await app.anonymous('POST /passwords', { body: { code, password } })).toEqual({
      email: person.email,
    })
    expect(await codeOf(app.anonymous('POST /passwords', { body: { code, password } }))).toBe('link_refused')
    await expect(signIn(app, person.personId, person.email)).rejects.toThrow(/failed/)
  })

  it('is not stored as it is', async () => {
    const person = await app.person(['viewer'])
    const link = await app.admin.call('POST /people/{personId}/sign-in-link', {
      params: { personId: person.personId },
    })
    const code = new URL(link.url).searchParams.get('code') ?? ''
    const rows = await app.database.db.selectFrom('one_time_links').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(code)
    const kept = await app.database.db.selectFrom('idempotency_keys').select('body').execute()
    expect(kept.length).toBeGreaterThan(0)
    for (const { body } of kept) expect(Buffer.from(body ?? []).toString('latin1')).not.toContain(code)
  })
})

describe('roles', () => {
  it('count from the next request on, also for who is signed in', async () => {
    const person = await app.person(['facilitator', 'viewer'])
    const before = await person.call('GET /me')
    expect(before.permissions).toContain('class.write')
    await app.admin.call('PATCH /people/{personId}', {
      params: { personId: person.personId },
      body: { roles: ['viewer'] },
      ifMatch: before.person.version,
    })
    expect((await person.call('GET /me')).permissions).not.toContain('class.write')
  })

  it('keep the last administrator', async () => {
    const { person } = await app.admin.call('GET /me')
    const demote = app.admin.call('PATCH /people/{personId}', {
      params: { personId: person.id },
      body: { roles: ['viewer'] },
      ifMatch: person.version,
    })
    expect(await codeOf(demote)).toBe('last_admin')
  })

  it('leave alone what a change does not name', async () => {
    const { person } = await app.admin.call('POST /people', {
      body: { name: 'Tess', email: 'tess@example.org', title: 'Engineer', roles: ['viewer'] },
    })
    const changed = await app.admin.call('PATCH /people/{personId}', {
      params: { personId: person.id },
      body: { name: 'Tess T.' },
      ifMatch: person.version,
    })
    expect(changed.title).toBe('Engineer')
    expect(changed.roles).toEqual(['viewer'])
  })
})

describe('API tokens', () => {
  it('do no more than their scopes, and no more than their owner may at that moment', async () => {
    const owner = await app.person(['facilitator', 'viewer'])
    const { call } = await app.token(owner, ['directory.read', 'class.write'])
    expect((await call('GET /me')).permissions).toEqual(['directory.read', 'class.write'])
    expect(await codeOf(call('GET /tokens'))).toBe('not_allowed')
    const me = await owner.call('GET /me')
    await app.admin.call('PATCH /people/{personId}', {
      params: { personId: owner.personId },
      body: { roles: ['viewer'] },
      ifMatch: me.person.version,
    })
    expect((await call('GET /me')).permissions).toEqual(['directory.read'])
  })

  it('show their secret once, and stop when withdrawn', async () => {
    const owner = await app.person(['viewer'])
    const { token, secret } = await owner.call('POST /tokens', {
      body: { name: 'script', scopes: ['directory.read'], expiresAt: inADay() },
    })
    expect(secret).toMatch(/^hw_[\w-]{43}$/)
    const ask = () => app.fetch('/api/v1/me', { headers: { authorization: `Bearer ${secret}` } })
    expect((await ask()).status).toBe(200)
    const listed = await owner.call('GET /tokens')
    expect(JSON.stringify(listed)).not.toContain(secret)
    expect(listed.items[0]?.lastUsedAt).not.toBeNull()
    await owner.call('DELETE /tokens/{tokenId}', { params: { tokenId: token.id } })
    expect((await ask()).status).toBe(401)
  })

  it('are not made beyond what their maker may, nor for ever', async () => {
    const owner = await app.person(['viewer'])
    const make = (scopes: ['settings.write'] | ['directory.read'], expiresAt: string) =>
      owner.call('POST /tokens', { body: { name: 'script', scopes, expiresAt } })
    expect(await codeOf(make(['settings.write'], inADay()))).toBe('scope_not_yours')
    expect(await codeOf(make(['directory.read'], '2199-01-01T00:00:00Z'))).toBe('expiry_out_of_range')
  })

  it('of nobody are refused, not taken for nobody', async () => {
    const response = await app.fetch('/api/v1/setup', { headers: { authorization: 'Bearer hw_nonsense' } })
    expect(response.status).toBe(401)
  })
})

describe('two administrators', () => {
  it('cannot both stop being one at the same time', async () => {
    const [one, two] = [await app.person(['admin']), await app.person(['admin'])]
    const { person: first } = await app.admin.call('GET /me')
    const demote = async (who: typeof one, by: typeof one): Promise<string> => {
      const person = await by.call('GET /people/{personId}', { params: { personId: who.personId } })
      return codeOf(
        by.call('PATCH /people/{personId}', {
          params: { personId: who.personId },
          body: { roles: ['viewer'] },
          ifMatch: person.version,
        }),
      )
    }
    await one.call('PATCH /people/{personId}', {
      params: { personId: first.id },
      body: { roles: ['viewer'] },
      ifMatch: first.version,
    })
    const codes = await Promise.all([demote(one, two), demote(two, one)])
    expect(codes.filter((code) => code === 'accepted')).toHaveLength(1)
    expect(codes.find((code) => code !== 'accepted')).toMatch(/^(?:last_admin|not_allowed)$/)
  })
})
