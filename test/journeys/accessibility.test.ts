/** Every page for everyone: no axe violation in light or dark, nothing cut off at 320 px, everything by keyboard. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Product, firstStep, openProduct } from '../support/page.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const INSIDE = [
  '/',
  '/library',
  '/library?q=certificate&group=none',
  '/library?q=nothing-fits-this',
  '/postmortems/PM-1',
  '/actions',
  '/classes',
  '/trends',
  '/imports',
  '/welcome',
  '/settings',
  '/settings/people',
  '/settings/catalogue',
  '/settings/classes',
  '/settings/wording',
  '/settings/tokens',
  '/settings/activity',
  '/help',
  '/help/rules/should-have',
  '/no-such-page',
] as const
const OUTSIDE = ['/sign-in', '/password?code=x', '/setup?code=x'] as const

let product: Product
let inside: Page
let outside: Page

beforeAll(async () => {
  product = await openProduct()
  inside = await product.newPage()
  outside = await product.newPage()
  await firstStep(inside, product)
  await inside.getByLabel('Folder of postmortems').setInputFiles(resolve(import.meta.dirname, 'folder'))
  await inside.getByText(/postmortems read from/).waitFor()
})

const pages = (): readonly (readonly [string, Page])[] => [
  ...INSIDE.map((path) => [path, inside] as const),
  ...OUTSIDE.map((path) => [path, outside] as const),
]

/** Opens a page and waits until nothing is loading. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.locator('h1').first().waitFor({ state: 'attached' })
  await page.waitForFunction(() => document.querySelector('[role=status] .hide') === null)
}

/** Everything in the light; in the dark only the colours can differ. */
const RULES = { light: undefined, dark: ['color-contrast', 'link-in-text-block'] } as const

async function violationsOf(page: Page, scheme: 'light' | 'dark'): Promise<string[]> {
  await page.evaluate(AXE)
  const results = await page.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }
    return axe.run(rules === undefined ? {} : { runOnly: [...rules] })
  }, RULES[scheme])
  return results.violations.flatMap((one) =>
    one.nodes.map((node) => `${one.id}: ${String(node.target[0])} ${node.failureSummary ?? ''}`),
  )
}

describe('axe', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    it(`finds nothing on any page in the ${colorScheme}`, { timeout: 180_000 }, async () => {
      const found: Record<string, string[]> = {}
      for (const [path, page] of pages()) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await open(page, path)
        const violations = await violationsOf(page, colorScheme)
        if (violations.length > 0) found[path] = violations
      }
      expect(found).toEqual({})
    })
  }
})

describe('a narrow screen', () => {
  it('needs no sideways scrolling at 320 px on any page', { timeout: 120_000 }, async () => {
    const wide: Record<string, number> = {}
    for (const [path, page] of pages()) {
      await page.setViewportSize({ width: 320, height: 640 })
      await open(page, path)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      if (width > 320) wide[path] = width
    }
    expect(wide).toEqual({})
  })
})

describe('the keyboard alone', () => {
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')

  it('skips to the text, searches from anywhere with the palette, and walks the library', async () => {
    const page = await product.newPage({ storageState: await inside.context().storageState() })
    await open(page, '/')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Go to the text')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').waitFor()
    await page.keyboard.type('library')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/library')
    await page.locator('[data-row]').first().waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('certificate')
    await page.waitForURL(/q=certificate/)
    await page.waitForFunction(() => document.querySelectorAll('[data-row]').length === 2)
    await page.keyboard.press('Enter')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    const marked = await page.locator('[aria-current=true][data-row]').getAttribute('data-row')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/postmortems/${marked}`)
    expect(marked).toMatch(/^PM-\d+$/)
  })

  it('lists the keys, and gives the focus back when the list closes', async () => {
    const page = await product.newPage({ storageState: await inside.context().storageState() })
    await open(page, '/help')
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' })
    await page.keyboard.press('Tab')
    expect(await focused(page)).not.toBe('')
  })

  it('chooses dark from the menu, keeps it over a reload, and gives it back to the system', async () => {
    const page = await product.newPage({
      storageState: await inside.context().storageState(),
      colorScheme: 'light',
    })
    await open(page, '/help')
    const background = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)
    await page.getByRole('button', { name: /settings and sign out/ }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitemradio', { name: 'Dark' }).focus()
    await page.keyboard.press('Enter')
    expect(await background()).toBe('dark')
    await page.reload()
    expect(await background()).toBe('dark')
  })
})
