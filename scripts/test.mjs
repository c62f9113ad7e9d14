/** `npm test [-- files and flags of vitest]`: prepares the checkout and runs every test. */
import { join } from 'node:path'
import { ROOT, become, main, prepare, runtime } from './prepare.mjs'

await main(async () => {
  await prepare()
  return become(
    runtime(),
    [join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'), 'run', ...process.argv.slice(2)],
    { cwd: ROOT },
  )
})
