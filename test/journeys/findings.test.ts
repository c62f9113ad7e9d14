/** The quiet margin: authors see findings beside the text and decide on them by keyboard; other readers see nothing. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Product, firstStep, openProduct } from '../support/page.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let product: Product
let page: Page

/** Writes through the API as whoever is signed in on the page. */
async function write<T>(on: Page, method: 'POST' | 'PATCH', path: string, data: unknown): Promise<T> {
  const headers = { 'if-match': '"1"' }
  const response = await on.request.fetch(`${product.url}/api/v1${path}`, { method, headers, data })
  return (await response.json()) as T
}

beforeAll(async () => {
  product = await openProduct()
  page = await product.newPage()
  await firstStep(page, product)
  const incident = await write<{ id: string }>(page, 'POST', '/incidents', {
    title: 'Shop down',
    impactStartedAt: '2026-03-01T09:12:00Z',
  })
  const { id } = await write<{ id: string }>(page, 'POST', '/postmortems', {
    title: 'Shop down',
    incidentIds: [incident.id],
  })
  await write(page, 'PATCH', `/postmortems/${id}`, {
    sections: {
      summary: 'The shop was down for 12 minutes.',
      detection: 'The alert fired at 09:20. The on-call engineer failed to notice the alert.',
      lessons: 'The pool was obviously too small.',
    },
  })
})

async function open(on: Page): Promise<void> {
  await on.goto('/postmortems/PM-1')
  await on.getByRole('heading', { name: 'Lessons' }).waitFor()
}

async function violationsOn(on: Page): Promise<string[]> {
  await on.evaluate(AXE)
  const results = await on.evaluate(() => {
    const { axe } = globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }
    return axe.run()
  })
  return results.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${String(node.target[0])}`))
}

const note = (on: Page, name: string) => on.getByRole('button', { name, expanded: false })

describe('the notes of an author', () => {
  it('are reached, opened, set aside with a reason and opened again by keyboard', async () => {
    await open(page)
    await page.getByRole('button', { name: 'Go to the first' }).focus()
    await page.keyboard.press('Enter')
    const opened = page.getByRole('button', { name: 'Points at a person', expanded: true })
    await opened.waitFor()
    expect(await opened.evaluate((one) => one === document.activeElement)).toBe(true)
    expect(await page.evaluate(() => [...(CSS.highlights.get('finding') ?? [])].map(String))).toContain(
      'The on-call engineer failed to notice the alert',
    )
    await page.keyboard.press('Tab')
    await page.getByRole('button', { name: 'Set aside…' }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('Why it may stay').fill('She asked to have it told so.')
    await page.getByRole('button', { name: 'Set aside', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('set aside by Ada Moreau: She asked to have it told so.').waitFor()
    await page.getByRole('button', { name: 'Open again' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Set aside…' }).waitFor()
    expect(product.troubles).toEqual([])
  })

  it('offer a rewrite that is safe to take, and the text has it at once', async () => {
    await open(page)
    await note(page, 'Hindsight').click()
    await page.getByRole('button', { name: 'Use this' }).click()
    await page.getByText('The pool was too small.').waitFor()
    await page.getByText('obviously').first().waitFor({ state: 'hidden' })
    expect(await page.getByRole('button', { name: 'Hindsight' }).count()).toBe(0)
  })

  it('are for everyone: nothing for axe in light or dark, nothing cut off at 320 px', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize({ width: 320, height: 640 })
      await open(page)
      await note(page, 'Points at a person').click()
      await page.getByRole('button', { name: 'Set aside…' }).click()
      await page.getByLabel('Why it may stay').waitFor()
      expect(await violationsOn(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    }
  })
})

it('another reader is shown no notes and fetches nothing of them', async () => {
  const { signInLink } = await write<{ signInLink: { url: string } }>(page, 'POST', '/people', {
    name: 'Cleo Reader',
    email: 'cleo@tidewater.example',
    roles: ['viewer'],
  })
  const reader = await product.newPage()
  const asked: string[] = []
  reader.on('request', (request) => asked.push(request.url()))
  await reader.goto(signInLink.url)
  await reader.getByLabel('Password').fill('a long enough sentence')
  await reader.getByRole('button').last().click()
  await reader.waitForURL((url) => !url.pathname.startsWith('/password'))
  if (new URL(reader.url()).pathname === '/sign-in') {
    await reader.getByLabel('E-mail').fill('cleo@tidewater.example')
    await reader.getByLabel('Password').fill('a long enough sentence')
    await reader.getByRole('button', { name: 'Sign in' }).click()
    await reader.waitForURL((url) => url.pathname === '/')
  }
  await open(reader)
  await reader.waitForLoadState('networkidle')
  expect(await reader.locator('[data-notes]').count()).toBe(0)
  expect(asked.filter((url) => /\/findings|\/note/.test(url))).toEqual([])
  expect(await reader.evaluate(() => CSS.highlights.size)).toBe(0)
})
