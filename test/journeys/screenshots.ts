/**
 * Pictures of every page over the demonstration organisation, at 390 and 1440 px, light and dark:
 * `tsx test/journeys/screenshots.ts FOLDER [URL]`. Needs a server started with `--demo`.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { startBrowser } from '../support/browser.ts'

/** As `npm start -- --demo` prints it. */
const LOGIN = { email: 'hana@pennywharf.example', password: 'pennywharf-demo' }

const PAGES: Readonly<Record<string, string>> = {
  desk: '/',
  library: '/library',
  'library-search': '/library?q=certificate%20severity%3ASEV2',
  'library-nothing': '/library?q=nothing-fits-this',
  actions: '/actions',
  classes: '/classes',
  trends: '/trends',
  imports: '/imports',
  settings: '/settings',
  'settings-people': '/settings/people',
  'settings-catalogue': '/settings/catalogue',
  'settings-classes': '/settings/classes',
  'settings-tokens': '/settings/tokens',
  'settings-activity': '/settings/activity',
  help: '/help',
  welcome: '/welcome',
  'not-found': '/no-such-page',
}

const [folder = 'screenshots', url = 'http://127.0.0.1:8080'] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const browser = await startBrowser()
for (const width of [390, 1440]) {
  for (const colorScheme of ['light', 'dark'] as const) await photograph(browser, width, colorScheme)
}
await browser.close()

async function photograph(from: Browser, width: number, colorScheme: 'light' | 'dark'): Promise<void> {
  const context = await from.newContext({
    baseURL: url,
    viewport: { width, height: width < 500 ? 844 : 900 },
    colorScheme,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const keep = async (name: string) => {
    await settle(page)
    await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true })
  }
  await page.goto('/sign-in')
  await keep('sign-in')
  await page.getByLabel('E-mail').fill(LOGIN.email)
  await page.getByLabel('Password').fill(LOGIN.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((address) => address.pathname === '/')
  for (const [name, path] of Object.entries(PAGES)) {
    await page.goto(path)
    await keep(name)
  }
  await page.goto('/library')
  await page.locator('[data-row] a').first().click()
  await keep('reader')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('pool')
  await keep('palette')
  await context.close()
}

/** Waits until the page asks for nothing and its fonts are there. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready.then(() => true))
}
