/**
 * Largest contentful paint and layout shift of the pages read most, on a simulated slow 4G line (150 ms, 1.6 Mbit/s):
 * `tsx test/journeys/first-paint.ts [URL]`. Needs a server started with `--demo`. Exit status 1 when over budget.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { startBrowser } from '../support/browser.ts'

const [url = 'http://127.0.0.1:8080'] = process.argv.slice(2)
const LOGIN = { email: 'hana@pennywharf.example', password: 'pennywharf-demo' }
const PATHS = ['/', '/library', '/postmortems/PM-59', '/actions', '/trends', '/classes']
const RUNS = 5
const BUDGET_MS = 1_200
/** Web Vitals calls a shift below 0.1 good. */
const BUDGET_SHIFT = 0.1
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 }

interface Paint {
  readonly ms: number
  readonly shift: number
}

const browser = await startBrowser()
const storageState = await signedIn(browser)
for (const path of PATHS) {
  const paints: Paint[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const context = await browser.newContext({
      baseURL: url,
      viewport: { width: 390, height: 844 },
      storageState,
    })
    paints.push(await paintOf(context, path))
    await context.close()
  }
  report(path, paints)
}
await browser.close()

async function signedIn(from: Browser) {
  const context = await from.newContext({ baseURL: url })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(LOGIN.email)
  await page.getByLabel('Password').fill(LOGIN.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((address) => address.pathname === '/')
  const state = await context.storageState()
  await context.close()
  return state
}

/** Opens a page with an empty cache and watches until it has been still for a while. */
async function paintOf(context: BrowserContext, path: string): Promise<Paint> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', SLOW_4G)
  await page.goto(path)
  await page.waitForLoadState('networkidle')
  const paints = await entriesOf(page, 'largest-contentful-paint')
  const shifts = await entriesOf(page, 'layout-shift')
  return { ms: paints.at(-1)?.at ?? Number.NaN, shift: shifts.reduce((sum, one) => sum + one.value, 0) }
}

/** What the browser noted of a kind so far, in order. */
async function entriesOf(page: Page, kind: string): Promise<readonly { at: number; value: number }[]> {
  return page.evaluate(
    (type) =>
      new Promise((resolve) => {
        new PerformanceObserver((list) =>
          resolve(
            list
              .getEntries()
              .map((entry) => ({ at: entry.startTime, value: 'value' in entry ? Number(entry.value) : 0 })),
          ),
        ).observe({ type, buffered: true })
        setTimeout(() => resolve([]), 200)
      }),
    kind,
  )
}

function report(path: string, paints: readonly Paint[]): void {
  const times = paints.map((paint) => paint.ms).toSorted((a, b) => a - b)
  const median = times[Math.floor(times.length / 2)] ?? NaN
  const shift = Math.max(...paints.map((paint) => paint.shift))
  const over = !(median <= BUDGET_MS && shift <= BUDGET_SHIFT)
  if (over) process.exitCode = 1
  const words = [
    path.padEnd(22),
    `LCP ${Math.round(median)} ms`,
    `worst ${Math.round(times.at(-1) ?? NaN)} ms`,
  ]
  process.stdout.write(`${[...words, `CLS ${shift.toFixed(3)}`, over ? 'OVER BUDGET' : 'ok'].join('  ')}\n`)
}
