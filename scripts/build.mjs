/** Builds dist: the program and its declarations, the files it reads, the page. */
import { spawnSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, noting } from './prepare.mjs'

const DIST = join(ROOT, 'dist')

function step(program, words) {
  const { status, error } = spawnSync(process.execPath, [join(ROOT, 'node_modules', program), ...words], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
  })
  if (error) throw error
  if (status !== 0) process.exit(status ?? 1)
}

/** What the program reads beside its code: migrations, texts. Sources are compiled, not copied. */
function copyFiles(folder) {
  cpSync(join(ROOT, folder), join(DIST, folder), {
    recursive: true,
    filter: (source) => !/\.tsx?$/.test(source) && !source.startsWith(join(ROOT, 'src', 'web')),
  })
}

await noting(() => {
  // From nothing: what a deleted source left behind would still be read, a migration for example.
  rmSync(DIST, { recursive: true, force: true })
  step('typescript/bin/tsc', ['-p', 'tsconfig.build.json'])
  copyFiles('src')
  copyFiles('demo')
  step('vite/bin/vite.js', ['build', '--logLevel', 'warn'])
})
