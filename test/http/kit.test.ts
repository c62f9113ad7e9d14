import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { openapi } from '../../src/contract/openapi.ts'
import { type SignedIn, testApp, type TestApp } from '../support/app.ts'

let app: TestApp
let writer: SignedIn
beforeAll(async () => {
  app = await testApp()
  writer = await app.person(['facilitator'])
})

const post = (path: string, body: string, headers: Record<string, string> = {}): Promise<Response> =>
  writer.fetch(`/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })

const incident = (title: string): string => JSON.stringify({ title })
const countIncidents = async (): Promise<number> =>
  (await app.database.db.selectFrom('incidents').select('id').execute()).length

describe('an idempotency key', () => {
  it('makes a repeated POST answer the same, once', async () => {
    const key = { 'idempotency-key': crypto.randomUUID() }
    const before = await countIncidents()
    const first = await post('/incidents', incident('Once'), key)
    const second = await post('/incidents', incident('Once'), key)
    expect([first.status, second.status]).toEqual([201, 201])
    expect(await second.text()).toBe(await first.text())
    expect(second.headers.get('idempotent-replayed')).toBe('true')
    expect(await countIncidents()).toBe(before + 1)
  })

  it('is refused for another body, and for another address', async () => {
    const key = { 'idempotency-key': crypto.randomUUID() }
    await post('/incidents', incident('One'), key)
    expect((await post('/incidents', incident('Two'), key)).status).toBe(422)
    expect((await post('/saved-views', '{"name":"x","query":"y"}', key)).status).toBe(422)
  })

  it('belongs to one caller', async () => {
    const other = await app.person(['facilitator'])
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'the-same-for-both' },
      body: incident('Each their own'),
    }
    const [mine, theirs] = [
      await writer.fetch('/api/v1/incidents', init),
      await other.fetch('/api/v1/incidents', init),
    ]
    expect(((await mine.json()) as { id: string }).id).not.toBe(((await theirs.json()) as { id: string }).id)
  })

  it('lets exactly one of many at once through', async () => {
    const key = { 'idempotency-key': crypto.randomUUID() }
    const before = await countIncidents()
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => post('/incidents', incident('At once'), key)),
    )
    const statuses = answers.map((answer) => answer.status)
    expect(statuses).toContain(201)
    expect(statuses.every((status) => status === 201 || status === 409)).toBe(true)
    expect(await countIncidents()).toBe(before + 1)
  })

  it('is not used up by a refusal', async () => {
    const key = { 'idempotency-key': crypto.randomUUID() }
    expect((await post('/incidents', '{"title":"x","severity":"SEV9"}', key)).status).toBe(422)
    expect((await post('/incidents', incident('Now right'), key)).status).toBe(201)
  })
})

describe('bad input', () => {
  it('is told of field by field, with a stable code', async () => {
    const response = await post('/incidents', '{"title":"","kind":"fire","serviceIds":["x"]}')
    expect(response.status).toBe(422)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    const problem = (await response.json()) as { code: string; errors: { field: string }[] }
    expect(problem.code).toBe('invalid')
    expect(problem.errors.map((error) => error.field)).toEqual(['title', 'kind', 'serviceIds.0'])
  })

  it.each([
    ['no JSON', '{"title":', 'application/json', 400],
    ['broken UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 'application/json', 400],
    ['another kind of body', 'title=x', 'application/x-www-form-urlencoded', 415],
    ['a NUL', '{"title":"a\\u0000b"}', 'application/json', 422],
    ['half a character', '{"title":"\\ud800"}', 'application/json', 422],
    ['more than a megabyte', `{"title":"${'x'.repeat(1024 * 1024)}"}`, 'application/json', 413],
    ['prototype keys', '{"__proto__":{"title":"x"}}', 'application/json', 422],
  ])('such as %s is refused', async (_, body, type, status) => {
    const response = await writer.fetch('/api/v1/incidents', {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    })
    expect(response.status).toBe(status)
  })

  it('in a cursor is refused, whatever it is', async () => {
    const lists = [
      '/incidents',
      '/postmortems',
      '/actions',
      '/people',
      '/teams',
      '/services',
      '/layers',
      '/imports',
      '/tokens',
    ]
    const anyCursor = fc.oneof(
      fc.string({ minLength: 1, maxLength: 80 }),
      fc.jsonValue().map((value) => Buffer.from(JSON.stringify(value)).toString('base64url')),
      fc
        .array(fc.oneof(fc.string(), fc.integer(), fc.constant('2026-99-99T00:00:00Z'), fc.uuid()))
        .map((value) => Buffer.from(JSON.stringify(value)).toString('base64url')),
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...lists), anyCursor, async (list, cursor) => {
        const response = await writer.fetch(`/api/v1${list}?cursor=${encodeURIComponent(cursor)}`)
        expect([list, cursor, response.status]).toEqual([list, cursor, response.status === 200 ? 200 : 422])
      }),
      { numRuns: 150 },
    )
    expect(app.errors).toEqual([])
  })

  it('in a search is searched for, never an error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 120 }), async (q) => {
        const { status } = await writer.fetch(`/api/v1/postmortems?q=${encodeURIComponent(q.toWellFormed())}`)
        expect([q, status]).toEqual([q, q.includes('\0') ? 422 : 200])
      }),
      { numRuns: 200 },
    )
    expect(app.errors).toEqual([])
  })
})

describe('pages of a list', () => {
  it('hold every row once, in order, however they are cut', async () => {
    for (let n = 0; n < 7; n += 1) await post('/services', JSON.stringify({ name: `paged ${String(n)}` }))
    await app.admin.call('POST /services', { body: { name: 'paged' } })
    const whole = await writer.call('GET /incidents', { query: { limit: 200 } })
    const ids: string[] = []
    for (let cursor: string | undefined; ;) {
      const page = await writer.call('GET /incidents', { query: { limit: 3, cursor } })
      ids.push(...page.items.map((item) => item.id))
      if (page.nextCursor === null) break
      cursor = page.nextCursor
    }
    expect(ids).toEqual(whole.items.map((item) => item.id))
    expect(ids.length).toBeGreaterThan(3)
  })
})

describe('beside the API', () => {
  it('OpenAPI is what was committed', async () => {
    const served: unknown = await (await app.fetch('/api/v1/openapi.json')).json()
    expect(served).toEqual(JSON.parse(readFileSync('openapi.json', 'utf8')))
    expect(served).toEqual(JSON.parse(JSON.stringify(openapi())))
  })

  it('health, readiness and figures answer without signing in', async () => {
    expect((await app.fetch('/healthz')).status).toBe(200)
    expect((await app.fetch('/readyz')).status).toBe(200)
    const metrics = await (await app.fetch('/metrics')).text()
    expect(metrics).toMatch(/^highwater_request_seconds_count\{route="GET \/incidents",status="200"\} \d+$/m)
    expect(metrics.endsWith('# EOF\n')).toBe(true)
  })

  it('an address that is none is a problem below /api and a page elsewhere', async () => {
    const nothing = await app.fetch('/api/v1/nothing')
    expect([nothing.status, nothing.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
    expect((await app.fetch('/assets/nothing.js')).status).toBe(404)
    expect((await app.fetch('/../package.json')).status).toBe(404)
    expect([200, 503]).toContain((await app.fetch('/library')).status)
  })

  it('every answer tells browsers to keep to this site', async () => {
    for (const path of ['/healthz', '/api/v1/setup', '/api/v1/nothing', '/library']) {
      const { headers } = await app.fetch(path)
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('content-security-policy')).not.toContain('unsafe')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('strict-transport-security')).toBeNull()
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    }
  })

  it('an answer is compressed for who takes it', async () => {
    const response = await writer.fetch('/api/v1/classes', { headers: { 'accept-encoding': 'gzip' } })
    expect(response.headers.get('content-encoding')).toBe('gzip')
    const text = await new Response(response.body?.pipeThrough(new DecompressionStream('gzip'))).text()
    expect((JSON.parse(text) as { rows: unknown[] }).rows.length).toBeGreaterThan(10)
  })
})
