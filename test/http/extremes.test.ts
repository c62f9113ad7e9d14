import { beforeAll, expect, it } from 'vitest'
import { testApp, type TestApp } from '../support/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})

it.each([
  '/trends?from=0001-01-01&to=9999-12-31',
  '/trends?from=1970-01-01&to=2200-12-31&by=quarter',
  '/trends?from=2024-02-01&to=2024-01-01',
  '/classes?from=0001-01-01',
  '/classes?to=9999-12-31',
  '/incidents?from=0000-01-01T00:00:00Z',
  '/incidents?to=9999-12-31T23:59:59-14:00',
  '/incidents?from=1970-01-01T00:00:00%2B01:00',
  '/actions?ageFrom=9007199254740991',
  '/actions?ageTo=100001',
])('%s is refused field by field', async (path) => {
  const response = await app.admin.fetch(`/api/v1${path}`)
  expect(response.status).toBe(422)
  const { errors } = (await response.json()) as { errors: { field: string }[] }
  expect(errors.length).toBeGreaterThan(0)
})

it.each([
  '/trends?from=1970-01-01&to=1980-01-01',
  '/trends?to=1970-01-01',
  '/trends?from=2190-01-01&to=2200-12-31',
  '/classes?from=1970-01-01&to=2200-12-31',
  '/incidents?from=1970-01-01T00:00:00Z&to=2200-12-31T23:59:59Z',
  '/actions?ageFrom=0&ageTo=100000',
])('%s is answered', async (path) => {
  expect((await app.admin.fetch(`/api/v1${path}`)).status).toBe(200)
})

it('nesting without end is refused', async () => {
  const body = `{"title":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
  const response = await app.admin.fetch('/api/v1/incidents', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
  expect(response.status).toBe(422)
  expect(app.errors).toEqual([])
})
