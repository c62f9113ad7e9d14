/** Measures the built page in a browser over a simulated slow 4G line: when the largest content stands, and its script. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { startBrowser } from '../support/browser.ts'
import { startProgram } from '../support/program.ts'
import type { Figure } from './program.ts'

/** Slow 4G as Lighthouse simulates it: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_638_400 / 8,
  uploadThroughput: 768_000 / 8,
}
const RUNS = 5
const PAGES = ['/library', '/postmortems/PM-59', '/classes', '/trends', '/']

/** Largest contentful paint (median of five cold loads) and script transferred, for each reading page of the demonstration. */
export async function measurePages(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'highwater-page-'))
  const words = ['serve', '--demo', '--data', join(folder, 'data'), '--port', '0', '--log-level', 'warn']
  const program = startProgram('dist/src/main.js', words)
  const browser = await startBrowser()
  try {
    const [, url = ''] = await program.untilSaid(/ready: (http:\S+)\n/)
    const [, email = ''] = await program.untilSaid(/^ {2}(\S+@\S+)/m)
    const [, password = ''] = await program.untilSaid(/with the password (\S+)/)
    const figures: Figure[] = []
    for (const page of PAGES) {
      const loads: Load[] = []
      for (let run = 0; run < RUNS; run += 1) loads.push(await load(browser, url, page, { email, password }))
      const median = (of: (one: Load) => number) =>
        loads.map(of).toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0
      figures.push({
        name: `${page}: largest contentful paint, slow 4G`,
        value: median((one) => one.paint) / 1000,
        unit: 's',
        budget: 1.2,
      })
      figures.push({
        name: `${page}: script, as sent`,
        value: median((one) => one.script) / 1000,
        unit: 'kB',
        budget: 35,
      })
    }
    return figures
  } finally {
    await browser.close()
    program.child.kill('SIGTERM')
    await program.ended
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Load {
  /** Milliseconds. */
  readonly paint: number
  /** Bytes on the wire. */
  readonly script: number
}

async function load(
  browser: Browser,
  url: string,
  path: string,
  account: { readonly email: string; readonly password: string },
): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  try {
    await context.request.post(`${url}/api/auth/sign-in/email`, { data: account, headers: { origin: url } })
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', SLOW_4G)
    await page.goto(url + path)
    await page.waitForLoadState('networkidle')
    // Read as text: what runs in the page is no code of this file.
    const paint: number = await page.evaluate(
      `new Promise((resolve) => new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime))
        .observe({ type: 'largest-contentful-paint', buffered: true }))`,
    )
    const script: number = await page.evaluate(
      `performance.getEntriesByType('resource').filter((one) => /\\.js$/.test(one.name))
        .reduce((sum, one) => sum + one.encodedBodySize, 0)`,
    )
    return { paint, script }
  } finally {
    await context.close()
  }
}
