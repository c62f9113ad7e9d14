/** The way a newcomer goes: first run, a folder becomes data, the library, one postmortem, the numbers; out and in again. */
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Product, firstStep, openProduct, PERSON, signIn } from '../support/page.ts'

const FOLDER = resolve(import.meta.dirname, 'folder')

let product: Product
let page: Page

beforeAll(async () => {
  product = await openProduct()
  page = await product.newPage()
})

const heading = async (): Promise<string> =>
  (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''

describe('the first run', () => {
  it('sends whoever is not signed in to sign in, and says what to do before anyone is here', async () => {
    await page.goto('/library')
    await page.getByRole('heading', { name: 'Nobody is here yet.' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/sign-in')
  })

  it('makes the organisation and its administrator from the one-time link', async () => {
    await firstStep(page, product)
    await page.getByRole('heading', { level: 1, name: /Which folder/ }).waitFor()
    expect(await heading()).toContain(PERSON.name)
  })

  it('reads a folder file by file and reports what became of each', async () => {
    await page.getByLabel('Folder of postmortems').setInputFiles(FOLDER)
    await page.getByText(/3 postmortems read from folder; 2 left out/).waitFor()
    const rows = page.getByRole('table', { name: 'Files of this import' }).getByRole('row')
    expect(await rows.count()).toBe(1 + 5)
    await page.getByText('A template').waitFor()
  })

  it('shows the library, and finds by words and by filter', async () => {
    await page.getByRole('link', { name: 'Open your library' }).click()
    await page.getByRole('link', { name: 'Connection pool of the orders database exhausted' }).waitFor()
    const search = page.getByRole('combobox', { name: /Search postmortems/ })
    await search.fill('label printers')
    await page.getByRole('link', { name: 'Expired certificate stops the label printers' }).waitFor()
    await page
      .getByRole('link', { name: 'Connection pool of the orders database exhausted' })
      .waitFor({ state: 'hidden' })
    await search.fill('severity:SEV1')
    await page.getByRole('link', { name: 'Certificate of the booking gateway expired' }).waitFor()
    await page.waitForURL(/q=severity%3ASEV1/)
    expect(await page.locator('[data-row]').count()).toBe(1)
  })

  it('opens one postmortem with its timeline, lessons, actions and original', async () => {
    await page.getByRole('link', { name: 'Certificate of the booking gateway expired' }).click()
    await page.waitForURL(/\/postmortems\/PM-\d+/)
    await page
      .getByRole('heading', { level: 1, name: 'Certificate of the booking gateway expired' })
      .waitFor()
    await page.getByText('Watch what is served, not what is stored.').first().waitFor()
    expect(await page.getByText('Reload the certificate without a restart').count()).toBeGreaterThan(0)
  })

  it('counts them in the trends', async () => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Trends' }).click()
    await page.waitForURL(/\/trends/)
    // The reports of the folder lie in these months, whenever this runs.
    await page.goto('/trends?from=2025-11-01&to=2026-03-01')
    await page.getByRole('figure').first().waitFor()
    expect(await page.locator('main').textContent()).toMatch(/n 3\b|\b3 incidents|three incidents/i)
  })

  it('ends and begins a session', async () => {
    await page.getByRole('button', { name: /settings and sign out/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    await page.waitForURL('**/sign-in')
    await page.getByLabel('E-mail').fill(PERSON.email)
    await page.getByLabel('Password').fill('not the one that was set')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('alert').waitFor()
    await signIn(page)
    expect(await heading()).not.toBe('')
  })

  it('troubled neither the server nor the browser', () => {
    expect(product.troubles).toEqual([])
  })
})
