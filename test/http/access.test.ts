import { beforeAll, describe, expect, it } from 'vitest'
import { api, type ApiKey } from '../../src/contract/api.ts'
import type { Route } from '../../src/contract/kit.ts'
import type { Postmortem } from '../../src/contract/postmortems.ts'
import { type Permission, PERMISSIONS } from '../../src/domain/permissions.ts'
import { type Role, ROLES } from '../../src/domain/vocabulary.ts'
import { ORIGIN, type SignedIn, testApp, type TestApp } from '../support/app.ts'

const EVERY_ROLE: readonly Role[] = ROLES
const WRITERS: readonly Role[] = ['contributor', 'facilitator', 'leader', 'admin']
const FACILITATORS: readonly Role[] = ['facilitator', 'admin']
const ADMINS: readonly Role[] = ['admin']

/** Who may use each route, decided here by hand. A route without a decision does not type-check. */
const DECISIONS: Readonly<Record<ApiKey, 'anyone' | readonly Role[]>> = {
  'GET /setup': 'anyone',
  'POST /setup': 'anyone',
  'POST /passwords': 'anyone',
  'GET /me': EVERY_ROLE,
  'GET /organisation': EVERY_ROLE,
  'PATCH /organisation': ADMINS,
  'GET /tokens': EVERY_ROLE,
  'POST /tokens': EVERY_ROLE,
  'DELETE /tokens/{tokenId}': EVERY_ROLE,
  'GET /people': EVERY_ROLE,
  'POST /people': ADMINS,
  'GET /people/{personId}': EVERY_ROLE,
  'PATCH /people/{personId}': ADMINS,
  'POST /people/{personId}/sign-in-link': ADMINS,
  'GET /teams': EVERY_ROLE,
  'POST /teams': ADMINS,
  'PATCH /teams/{teamId}': ADMINS,
  'GET /services': EVERY_ROLE,
  'POST /services': ADMINS,
  'PATCH /services/{serviceId}': ADMINS,
  'GET /layers': EVERY_ROLE,
  'POST /layers': ADMINS,
  'PATCH /layers/{layerId}': ADMINS,
  'GET /imports': FACILITATORS,
  'POST /imports': FACILITATORS,
  'GET /imports/{importId}': FACILITATORS,
  'POST /imports/{importId}/files': FACILITATORS,
  'POST /imports/{importId}/finish': FACILITATORS,
  'GET /imports/{importId}/documents': FACILITATORS,
  'GET /incidents': EVERY_ROLE,
  'POST /incidents': WRITERS,
  'GET /incidents/{incidentId}': EVERY_ROLE,
  'PATCH /incidents/{incidentId}': WRITERS,
  'GET /postmortems': EVERY_ROLE,
  'POST /postmortems': WRITERS,
  'GET /postmortems/{postmortemId}': EVERY_ROLE,
  'PATCH /postmortems/{postmortemId}': WRITERS,
  'POST /postmortems/{postmortemId}/state': WRITERS,
  'PUT /postmortems/{postmortemId}/impacts': WRITERS,
  'PUT /postmortems/{postmortemId}/timeline': WRITERS,
  'PUT /postmortems/{postmortemId}/decisions': WRITERS,
  'PUT /postmortems/{postmortemId}/layers': WRITERS,
  'PUT /postmortems/{postmortemId}/factors': WRITERS,
  'PUT /postmortems/{postmortemId}/evidence': WRITERS,
  'PUT /postmortems/{postmortemId}/ideas': WRITERS,
  'PUT /postmortems/{postmortemId}/classes': WRITERS,
  'GET /postmortems/{postmortemId}/originals/{originalId}': EVERY_ROLE,
  'GET /postmortems/{postmortemId}/original-text': EVERY_ROLE,
  'GET /postmortems/{postmortemId}/history': EVERY_ROLE,
  'GET /actions': EVERY_ROLE,
  'POST /postmortems/{postmortemId}/actions': WRITERS,
  'GET /actions/{actionItemId}': EVERY_ROLE,
  'PATCH /actions/{actionItemId}': WRITERS,
  'POST /actions/{actionItemId}/state': EVERY_ROLE,
  'GET /classes': EVERY_ROLE,
  'POST /classes': FACILITATORS,
  'GET /classes/{classId}': EVERY_ROLE,
  'PATCH /classes/{classId}': FACILITATORS,
  'GET /classes/{classId}/suggestions': EVERY_ROLE,
  'POST /lint': EVERY_ROLE,
  // Asked by a reader who may not edit the postmortem, it answers that there is none.
  'GET /postmortems/{postmortemId}/findings': EVERY_ROLE,
  'POST /postmortems/{postmortemId}/findings/{fingerprint}/set-aside': WRITERS,
  'POST /postmortems/{postmortemId}/findings/{fingerprint}/reopen': WRITERS,
  'GET /wording': ADMINS,
  'PATCH /wording': ADMINS,
  'GET /wording/rules/{ruleId}': EVERY_ROLE,
  'GET /trends': EVERY_ROLE,
  'GET /desk': EVERY_ROLE,
  'GET /saved-views': EVERY_ROLE,
  'POST /saved-views': EVERY_ROLE,
  'DELETE /saved-views/{savedViewId}': EVERY_ROLE,
  'GET /activity': ADMINS,
}

/**
 * What a write to each route that touches a postmortem is sent with, so that only the thing's visibility can refuse it.
 * A new route with such a parameter needs an entry: it does not type-check without.
 */
const TOUCHING: Readonly<
  Record<Extract<ApiKey, `${string}{${'postmortemId' | 'incidentId' | 'actionItemId'}}${string}`>, unknown>
> = {
  'GET /incidents/{incidentId}': undefined,
  'PATCH /incidents/{incidentId}': { title: 'x' },
  'GET /postmortems/{postmortemId}': undefined,
  'PATCH /postmortems/{postmortemId}': { title: 'x' },
  'POST /postmortems/{postmortemId}/state': { to: 'withdrawn', reason: 'x' },
  'PUT /postmortems/{postmortemId}/impacts': { items: [] },
  'PUT /postmortems/{postmortemId}/timeline': { items: [] },
  'PUT /postmortems/{postmortemId}/decisions': { items: [] },
  'PUT /postmortems/{postmortemId}/layers': { items: [] },
  'PUT /postmortems/{postmortemId}/factors': { items: [] },
  'PUT /postmortems/{postmortemId}/evidence': { items: [] },
  'PUT /postmortems/{postmortemId}/ideas': { items: [] },
  'PUT /postmortems/{postmortemId}/classes': { items: [] },
  'GET /postmortems/{postmortemId}/originals/{originalId}': undefined,
  'GET /postmortems/{postmortemId}/original-text': undefined,
  'GET /postmortems/{postmortemId}/history': undefined,
  'GET /postmortems/{postmortemId}/findings': undefined,
  'POST /postmortems/{postmortemId}/findings/{fingerprint}/set-aside': { reason: 'x' },
  'POST /postmortems/{postmortemId}/findings/{fingerprint}/reopen': {},
  'POST /postmortems/{postmortemId}/actions': { title: 'x' },
  'GET /actions/{actionItemId}': undefined,
  'PATCH /actions/{actionItemId}': { title: 'x' },
  'POST /actions/{actionItemId}/state': { to: 'dropped', reason: 'x', expiresOn: '2099-01-01' },
}

const NOWHERE = '018f0000-0000-7000-8000-000000000000'

let app: TestApp
const people = new Map<Role, SignedIn>()
let author: SignedIn
let restricted: { readonly whole: Postmortem; readonly ids: Record<string, string> }

beforeAll(async () => {
  app = await testApp()
  for (const role of ROLES) people.set(role, await app.person([role]))
  author = await app.person(['contributor'])
  const incident = await author.call('POST /incidents', {
    body: { title: 'Hidden outage', impactStartedAt: '2026-03-01T09:12:00Z' },
  })
  const begun = await author.call('POST /postmortems', {
    body: { title: 'Hidden outage', incidentIds: [incident.id], visibility: 'restricted' },
  })
  const [suggested, confirmed] = (await author.call('GET /classes')).rows.map((row) => row.class)
  await author.call('PUT /postmortems/{postmortemId}/classes', {
    params: { postmortemId: begun.id },
    ifMatch: begun.version,
    body: {
      items: [
        { id: suggested!.id, standing: 'suggested' },
        { id: confirmed!.id, standing: 'confirmed' },
      ],
    },
  })
  const action = await author.call('POST /postmortems/{postmortemId}/actions', {
    params: { postmortemId: begun.id },
    body: { title: 'Hidden work', classId: confirmed!.id },
  })
  const whole = await author.call('GET /postmortems/{postmortemId}', { params: { postmortemId: begun.id } })
  await author.call('PATCH /postmortems/{postmortemId}', {
    params: { postmortemId: begun.id },
    ifMatch: begun.version + 1,
    body: { sections: { summary: 'The on-call engineer failed to notice the hidden alert.' } },
  })
  const [finding] = (
    await author.call('GET /postmortems/{postmortemId}/findings', { params: { postmortemId: begun.id } })
  ).items
  const ids = {
    postmortemId: begun.id,
    incidentId: incident.id,
    actionItemId: action.id,
    fingerprint: finding!.fingerprint,
  }
  restricted = { whole, ids }
})

type Ask = (path: string, init?: RequestInit) => Promise<Response>

/** Asks a route; parameters that are not given lead nowhere. */
async function askRoute(
  ask: Ask,
  key: ApiKey,
  params: Record<string, string>,
  body?: unknown,
): Promise<Response> {
  const [method = '', path = ''] = key.split(' ')
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? NOWHERE)
  const route: Route = api[key]
  return ask(`/api/v1${filled}`, {
    method,
    headers: {
      'if-match': '"1"',
      ...(route.body === undefined || route.body === 'bytes' ? {} : { 'content-type': 'application/json' }),
    },
    ...(route.body === undefined ? {} : { body: body === undefined ? '{}' : JSON.stringify(body) }),
  })
}

const routes = Object.keys(api) as ApiKey[]

describe('every route', () => {
  it('is closed to nobody in particular, unless it was opened', async () => {
    for (const key of routes) {
      const { status } = await askRoute(app.fetch, key, {})
      expect([key, status === 401, status === 403]).toEqual([key, DECISIONS[key] !== 'anyone', false])
    }
  })

  it.each(ROLES)('is open to %s where that was decided, and closed elsewhere', async (role) => {
    const person = people.get(role)!
    for (const key of routes) {
      const decision = DECISIONS[key]
      const { status } = await askRoute(person.fetch, key, {})
      const open = decision === 'anyone' || decision.includes(role)
      expect([key, status === 403]).toEqual([key, !open])
      expect([key, status]).not.toEqual([key, 401])
      expect([key, status]).not.toEqual([key, 500])
    }
  })

  it('is closed to a person without a role, but for who they are', async () => {
    const person = await app.person(['viewer'])
    await app.database.db.updateTable('people').set({ roles: [] }).where('id', '=', person.personId).execute()
    const open: ApiKey[] = []
    for (const key of routes) {
      const { status } = await askRoute(person.fetch, key, {})
      if (status !== 403) open.push(key)
    }
    expect(open.filter((key) => DECISIONS[key] !== 'anyone')).toEqual(['GET /me'])
  })

  it('is open to a token with its permission and closed to one with every other', async () => {
    const ask =
      (secret: string): Ask =>
      (path, init) =>
        app.fetch(path, {
          ...init,
          headers: { ...(init?.headers as object), authorization: `Bearer ${secret}` },
        })
    const tokens = new Map<Permission, { readonly alone: Ask; readonly others: Ask }>()
    for (const permission of PERMISSIONS) {
      const others = PERMISSIONS.filter((one) => one !== permission)
      tokens.set(permission, {
        alone: ask((await app.token(app.admin, [permission])).secret),
        others: ask((await app.token(app.admin, others)).secret),
      })
    }
    for (const key of routes) {
      const { access }: Route = api[key]
      if (access === 'public' || access === 'signed_in') continue
      const token = tokens.get(access)!
      expect([key, [401, 403].includes((await askRoute(token.alone, key, {})).status)]).toEqual([key, false])
      expect([key, (await askRoute(token.others, key, {})).status]).toEqual([key, 403])
    }
  })
})

describe('a restricted postmortem', () => {
  const touching = Object.entries(TOUCHING) as [keyof typeof TOUCHING, unknown][]

  it.each(['viewer', 'contributor', 'facilitator', 'leader'] as const)(
    'does not exist for a %s on any route that could touch it',
    async (role) => {
      for (const [key, body] of touching) {
        const decision = DECISIONS[key]
        const { status } = await askRoute(people.get(role)!.fetch, key, restricted.ids, body)
        expect([key, status]).toEqual([key, decision !== 'anyone' && decision.includes(role) ? 404 : 403])
      }
    },
  )

  it('exists for its author and for administrators', async () => {
    for (const who of [author, people.get('admin')!]) {
      const { status } = await askRoute(who.fetch, 'GET /postmortems/{postmortemId}', restricted.ids)
      expect(status).toBe(200)
    }
  })

  it('does not exist for an administrator’s token that may not read restricted ones', async () => {
    const { call } = await app.token(app.admin, ['postmortem.read', 'trend.read', 'audit.read'])
    const { items } = await call('GET /postmortems')
    expect(items).toEqual([])
    expect((await call('GET /activity')).items.map((entry) => entry.thingId)).not.toContain(
      restricted.whole.id,
    )
  })

  it('shows in no list, search, figure or count of who may not read it', async () => {
    for (const role of ['viewer', 'contributor', 'facilitator', 'leader'] as const) {
      const { call } = people.get(role)!
      const answers = [
        await call('GET /postmortems'),
        await call('GET /postmortems', { query: { q: 'hidden' } }),
        await call('GET /postmortems', { query: { q: restricted.whole.handle } }),
        await call('GET /postmortems', { query: { q: 'finding:blame' } }),
        await call('GET /postmortems', { query: { q: 'severity:SEV1,SEV2 has:open-actions' } }),
        await call('GET /incidents'),
        await call('GET /actions'),
        await call('GET /classes'),
        await call('GET /desk'),
        await call('GET /trends', { query: { from: '2026-01-01', to: '2026-07-01' } }),
      ]
      const text = JSON.stringify(answers)
      for (const secret of ['Hidden', restricted.whole.id, restricted.whole.handle])
        expect(text).not.toContain(secret)
      const trends = await call('GET /trends', { query: { from: '2026-01-01', to: '2026-07-01' } })
      expect(trends.incidents.n).toBe(0)
      expect(trends.openActions.n).toBe(0)
      for (const row of (await call('GET /classes')).rows) {
        expect(row).toMatchObject({
          occurrences: [],
          repeats: 0,
          suggested: 0,
          daysSinceLast: null,
          openActions: 0,
        })
      }
      expect((await call('GET /postmortems')).total).toBe(0)
      expect((await call('GET /actions')).total).toBe(0)
    }
    const seen = await author.call('GET /trends', { query: { from: '2026-01-01', to: '2026-07-01' } })
    expect(seen.incidents.n).toBe(1)
    const { rows } = await author.call('GET /classes')
    expect(rows.filter((row) => row.occurrences.length > 0 && row.openActions === 1)).toHaveLength(1)
    expect(rows.filter((row) => row.suggested === 1)).toHaveLength(1)
  })
})

describe('a write from a page of another site', () => {
  const write = (headers: Record<string, string>) =>
    author.fetch('/api/v1/saved-views', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ name: `view ${crypto.randomUUID()}`, query: 'pool' }),
    })

  it('is refused, whatever way the browser tells', async () => {
    expect((await write({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await write({ 'sec-fetch-site': 'same-site' })).status).toBe(403)
    expect((await write({ origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await write({ 'sec-fetch-site': 'same-origin', origin: ORIGIN })).status).toBe(201)
    expect((await write({ origin: ORIGIN })).status).toBe(201)
  })

  it('cannot reach a server on this machine by another name', async () => {
    const response = await app.app.fetch(new Request('http://rebound.example:8080/api/v1/setup'))
    expect(response.status).toBe(421)
  })
})
