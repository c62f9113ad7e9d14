/** Keeps the script of every page inside its budget, and the server's schemas out of it. */
import { gzipSync } from 'node:zlib'
import type { Rolldown } from 'vite'
import { build } from 'vite'
import { beforeAll, describe, expect, it, vi } from 'vitest'

/** The budget of a reading page before its first screen stands: entry, page and all they import, gzip. */
const BUDGET = 35_000

type Chunk = Rolldown.OutputChunk
const chunks = new Map<string, Chunk>()

beforeAll(async () => {
  // The runner says "test", and packages would bring their checks for developers.
  vi.stubEnv('NODE_ENV', 'production')
  const built = (await build({
    configFile: 'vite.config.ts',
    logLevel: 'error',
    build: { write: false },
  })) as Rolldown.RolldownOutput
  for (const one of built.output) if (one.type === 'chunk') chunks.set(one.fileName, one)
})

const all = (): readonly Chunk[] => [...chunks.values()]
const pages = (): readonly Chunk[] =>
  all().filter((chunk) => /\/pages\/[^/]+\/[a-z-]+-page\.tsx$/.test(chunk.facadeModuleId ?? ''))

/** A chunk and everything it needs before it can run. */
function withImports(chunk: Chunk, seen = new Set<Chunk>()): Set<Chunk> {
  if (seen.has(chunk)) return seen
  seen.add(chunk)
  for (const name of chunk.imports) {
    const imported = chunks.get(name)
    if (imported !== undefined) withImports(imported, seen)
  }
  return seen
}

describe('the script of the page', () => {
  it('stays below 35 kB gzip on every page', () => {
    const entry = all().find((chunk) => chunk.isEntry)
    const sizes = pages().map((page) => {
      const needed = new Set([...(entry === undefined ? [] : withImports(entry)), ...withImports(page)])
      const bytes = [...needed].reduce((sum, chunk) => sum + gzipSync(chunk.code, { level: 9 }).byteLength, 0)
      return [page.name, bytes] as const
    })
    const largest = sizes.toSorted(([, a], [, b]) => b - a)
    console.log(largest.map(([name, bytes]) => `${name} ${(bytes / 1000).toFixed(1)} kB`).join('\n'))
    expect(sizes.length).toBeGreaterThan(10)
    expect(largest.filter(([, bytes]) => bytes > BUDGET)).toEqual([])
  })

  it('holds no schema library and nothing of the server', () => {
    const modules = all().flatMap((chunk) => chunk.moduleIds)
    expect(modules.length).toBeGreaterThan(50)
    expect(
      modules.filter((id) =>
        /node_modules\/(?:zod|kysely|pg|hono)\/|\/src\/(?:contract|usecases|storage|http)\//.test(id),
      ),
    ).toEqual([])
  })

  it('is split: the entry loads no page before it is asked for', () => {
    const entry = all().find((chunk) => chunk.isEntry)
    const loaded = entry === undefined ? [] : [...withImports(entry)].flatMap((chunk) => chunk.moduleIds)
    expect(loaded.filter((id) => id.includes('/pages/'))).toEqual([])
  })
})
