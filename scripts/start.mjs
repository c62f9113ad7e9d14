/** `npm start [-- flags]`: prepares the checkout and serves. */
import { join } from 'node:path'
import { ROOT, become, main, prepare, runtime } from './prepare.mjs'

await main(async () => {
  await prepare()
  return become(runtime(), [
    '--enable-source-maps',
    join(ROOT, 'dist', 'src', 'main.js'),
    'serve',
    ...process.argv.slice(2),
  ])
})
