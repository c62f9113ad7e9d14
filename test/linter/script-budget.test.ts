/** Keeps the linter's script in a browser within its budget, and packages out of it. */
import { expect, it, vi } from 'vitest'
import { browserWeight, WEIGHT_BUDGET } from './scoring/weight.ts'

/** What reads the text and finds sentences, without rules, detectors and their words. */
const ENGINE = /\/src\/linter\/(?:markdown|document|text|[^/]+\.ts)/

it('weighs no more than its budget in a browser, gzip, and brings no package', async () => {
  vi.stubEnv('NODE_ENV', 'production')
  const { bytes, modules } = await browserWeight()
  console.log(`linter ${(bytes / 1_000).toFixed(1)} kB`)
  expect(modules.filter((id) => ENGINE.test(id)).length).toBeGreaterThan(20)
  expect(modules.filter((id) => id.includes('node_modules'))).toEqual([])
  expect(bytes).toBeGreaterThan(20_000)
  expect(bytes).toBeLessThanOrEqual(WEIGHT_BUDGET)
})
