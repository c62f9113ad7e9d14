/** Runs `highwater` from its sources as a process of its own. */
import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

export const ROOT = resolve(import.meta.dirname, '../..')

/** Flags with which Node reads TypeScript, whatever the working folder. */
export const TSX = ['--import', pathToFileURL(join(ROOT, 'node_modules/tsx/dist/loader.mjs')).href] as const

export interface Ran {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

/** Waits for the command to end. */
export function runHighwater(folder: string, words: readonly string[], input = ''): Ran {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...TSX, join(ROOT, 'src/main.ts'), ...words],
    { cwd: folder, input, encoding: 'utf8', timeout: 50_000, maxBuffer: 64 * 1024 * 1024 },
  )
  return { status, out: stdout, err: stderr }
}
