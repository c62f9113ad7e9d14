/** Keeps the linter's script in a browser from growing, and packages out of it. */
import { expect, it, vi } from 'vitest'
import { browserWeight } from './scoring/weight.ts'

/**
 * Above the budget of 60 kB, which `npm run bench:linter` holds it against: word lists and rules have outgrown it.
 * To be lowered with every list that becomes shorter.
 */
const CEILING = 72_000

/** What reads the text and finds sentences, without rules, detectors and their words. */
const ENGINE = /\/src\/linter\/(?:markdown|document|text|[^/]+\.ts)/

it('weighs no more gzip in a browser than it does today, and brings no package', async () => {
  vi.stubEnv('NODE_ENV', 'production')
  const { bytes, modules } = await browserWeight()
  console.log(`linter ${(bytes / 1_000).toFixed(1)} kB`)
  expect(modules.filter((id) => ENGINE.test(id)).length).toBeGreaterThan(20)
  expect(modules.filter((id) => id.includes('node_modules'))).toEqual([])
  expect(bytes).toBeGreaterThan(20_000)
  expect(bytes).toBeLessThanOrEqual(CEILING)
})
