/** The whole product in a browser: the page as built, the server on a port of its own, a database of its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll } from 'vitest'
import { type ComposedHttp, composeHttp } from '../../src/main/http.ts'
import { type Fetch, listen } from '../../src/main/listening.ts'
import { makeSetupCode } from '../../src/usecases/organisation/set-up.ts'
import { performChange } from '../../src/usecases/perform.ts'
import { startBrowser } from './browser.ts'
import { testDatabase } from './database.ts'

export const PERSON = {
  name: 'Ada Moreau',
  email: 'ada@tidewater.example',
  password: 'a long enough sentence',
}

export interface Product {
  readonly url: string
  /** The address that begins the first run. */
  readonly setupUrl: string
  readonly browser: Browser
  /** A page in a context of its own; what goes wrong in it is kept in `troubles`. */
  newPage(options?: BrowserContextOptions): Promise<Page>
  /** Errors of the server's log and of every page: scripts, policy, answers that no page handles. */
  readonly troubles: string[]
}

/** Builds the page, serves it over an empty database and starts the browser. All of it ends after the file's tests. */
export async function openProduct(): Promise<Product> {
  const [pageFolder, database, browser] = await Promise.all([buildPage(), testDatabase(), startBrowser()])
  const troubles: string[] = []
  let answer: Fetch = () => new Response('Starting.', { status: 503 })
  const listening = await listen((request, env) => answer(request, env), '127.0.0.1', 0)
  const composed: ComposedHttp = await composeHttp({
    database,
    target: database.connection,
    secret: 'for tests only, for tests only, for tests',
    publicUrl: listening.url,
    host: '127.0.0.1',
    pageFolder,
    dataDir: tmpdir(),
    log: {
      error: (message, fields) => void troubles.push(`${message} ${inspect(fields)}`),
      warn: () => undefined,
    },
  })
  answer = composed.app.fetch
  afterAll(async () => {
    await browser.close()
    await listening.close()
    await composed.close()
  })
  const code = await performChange(composed.ground, null, makeSetupCode)
  return {
    url: listening.url,
    setupUrl: `${listening.url}/setup?code=${code ?? ''}`,
    browser,
    troubles,
    newPage: async (options) => {
      const context = await browser.newContext({ baseURL: listening.url, locale: 'en-GB', ...options })
      context.setDefaultTimeout(10_000)
      const page = await context.newPage()
      watch(page, troubles)
      return page
    },
  }
}

/** Builds into a folder of its own, so that two test files do not meet. */
async function buildPage(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'highwater-page-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  await build({ configFile: 'vite.config.ts', logLevel: 'error', build: { outDir: folder } })
  return folder
}

/** A refusal that the page answers with words is no trouble; anything else in the console is. */
function watch(page: Page, troubles: string[]): void {
  page.on('pageerror', (error) => troubles.push(`${page.url()} threw ${String(error)}`))
  page.on('console', (message) => {
    const expected = /status of 4(?:01|04|09|12|22)/.test(message.text())
    if (message.type() === 'error' && !expected) troubles.push(`${page.url()} said ${message.text()}`)
  })
}

/** Does the first step of the first run; the page then stands at the second. */
export async function firstStep(page: Page, product: Product): Promise<void> {
  await page.goto(product.setupUrl)
  await page.getByLabel('Organisation', { exact: true }).fill('Tidewater')
  await page.getByLabel('Your name').fill(PERSON.name)
  await page.getByLabel('E-mail').fill(PERSON.email)
  await page.getByLabel('Password').fill(PERSON.password)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL('**/welcome')
}

/** Signs in through the page. */
export async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(PERSON.email)
  await page.getByLabel('Password').fill(PERSON.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname === '/')
}
