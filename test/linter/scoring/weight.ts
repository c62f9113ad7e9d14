/** What the linter weighs in a browser. */
import { gzipSync } from 'node:zlib'
import { resolve } from 'node:path'
import type { Rolldown } from 'vite'
import { build } from 'vite'

/** Linter, reader, rules and texts together, gzip. */
export const WEIGHT_BUDGET = 60_000

/** Bytes of the minified script, gzip, and the modules in it. */
export async function browserWeight(): Promise<{ bytes: number; modules: readonly string[] }> {
  const entry = resolve(import.meta.dirname, '../../../src/linter/linter.ts')
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: true, lib: { entry, name: 'linter', formats: ['iife'] } },
  })) as Rolldown.RolldownOutput[]
  const chunks = built.flatMap((one) => one.output).filter((one) => one.type === 'chunk')
  return {
    bytes: gzipSync(chunks.map((one) => one.code).join(''), { level: 9 }).byteLength,
    modules: chunks.flatMap((one) => one.moduleIds),
  }
}
