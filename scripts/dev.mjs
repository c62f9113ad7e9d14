/** `npm run dev [-- flags]`: the server restarted when its sources change, and the page reloaded by Vite, both until Ctrl-C. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ROOT, main, prepare, runtime, watchNpm } from './prepare.mjs'

await main(async () => {
  await prepare({ build: false })
  const flags = process.argv.slice(2)
  const server = start('tsx/dist/cli.mjs', [
    'watch',
    '--clear-screen=false',
    'src/main.ts',
    'serve',
    ...flags,
  ])
  const page = start('vite/bin/vite.js', [])
  const stop = (signal) => {
    server.kill(signal)
    page.kill(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal))
  const unwatch = watchNpm(() => stop('SIGTERM'))
  const status = await Promise.race([ending(server), ending(page)])
  stop('SIGTERM')
  await Promise.all([ending(server), ending(page)])
  unwatch()
  return status
})

function start(program, words) {
  return spawn(runtime(), [join(ROOT, 'node_modules', program), ...words], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
}

function ending(child) {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode)
  if (child.signalCode !== null) return Promise.resolve(0)
  return new Promise((resolve) => {
    child.on('exit', (status) => resolve(status ?? 0))
  })
}
