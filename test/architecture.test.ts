/** Holds every import against the rooms: who may import whom, no cycles, no barrels, the environment read in one place. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '..')

/** Rooms of `src/` and what each may import of ours besides itself. The linter imports no packages. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  linter: [],
  domain: [],
  ingest: ['domain', 'linter'],
  contract: ['domain'],
  storage: ['domain'],
  outputs: ['domain'],
  integrations: ['domain'],
  usecases: ['domain', 'linter', 'ingest', 'storage'],
  jobs: ['usecases', 'domain', 'storage'],
  http: ['contract', 'usecases', 'domain'],
  client: ['contract'],
  cli: ['client', 'contract', 'domain', 'linter', 'ingest'],
  mcp: ['client', 'contract', 'domain', 'linter'],
  web: ['client', 'contract', 'domain', 'linter'],
  config: [],
  main: ['*'],
}

/** Packages that bring input, output or state; the pure rooms use none of them. */
const PURE_ROOMS = new Set(['linter', 'domain', 'ingest', 'contract'])
const PURE_PACKAGES = /^(zod|yaml|smol-toml)$/

interface Import {
  readonly from: string
  readonly to: string
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name))
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8')
  const specifiers = text.matchAll(
    /^\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm,
  )
  return [...specifiers].map((match) => ({ from: file, to: match[1] ?? match[2] ?? match[3] ?? '' }))
}

const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file)
const isOurs = (to: string): boolean => to.startsWith('.')
const targetOf = ({ from, to }: Import): string =>
  relative(ROOT, resolve(ROOT, dirname(from), to)).replace(/\?.*$/, '')

/** `src/domain/x.ts` → `domain`; `src/config.ts` → `config`; outside `src/` → its first folder. */
function roomOf(file: string): string {
  const [first = '', second = ''] = file.split('/')
  return first === 'src' ? second.replace(/\.tsx?$/, '') : first
}

const files = sourceFiles('src').filter((file) => !isTest(file))
const imports = files.flatMap(importsOf)

describe('the rooms of src/', () => {
  it('has files and imports to judge', () => {
    expect(files.length).toBeGreaterThan(20)
    expect(imports.length).toBeGreaterThan(50)
  })

  it('is made of known rooms only', () => {
    const unknown = new Set(files.map(roomOf).filter((room) => !(room in MAY_IMPORT)))
    expect([...unknown]).toEqual([])
  })

  it('imports only from rooms that each may import', () => {
    const refused = imports
      .filter((one) => isOurs(one.to))
      .filter((one) => {
        const [from, to] = [roomOf(one.from), roomOf(targetOf(one))]
        const allowed = MAY_IMPORT[from] ?? []
        return from !== to && !allowed.includes('*') && !allowed.includes(to)
      })
    expect(refused.map((one) => `${one.from} → ${targetOf(one)}`)).toEqual([])
  })

  it('keeps input and output out of the pure rooms', () => {
    const refused = imports
      .filter((one) => PURE_ROOMS.has(roomOf(one.from)) && !isOurs(one.to))
      .filter((one) => !PURE_PACKAGES.test(one.to))
    expect(refused.map((one) => `${one.from} → ${one.to}`)).toEqual([])
  })

  it('keeps packages out of the linter', () => {
    const refused = imports.filter((one) => roomOf(one.from) === 'linter' && !isOurs(one.to))
    expect(refused.map((one) => `${one.from} → ${one.to}`)).toEqual([])
  })

  it('reads the environment in src/config.ts alone', () => {
    const readers = files.filter(
      (file) => file !== 'src/config.ts' && /\bprocess\.env\b/.test(readFileSync(join(ROOT, file), 'utf8')),
    )
    expect(readers).toEqual([])
  })

  it('has no cycles', () => {
    expect(findCycle(imports.filter((one) => isOurs(one.to)))).toBeNull()
  })

  it('has no barrels: no file only passes on what others export', () => {
    const barrels = files.filter((file) => {
      const code = readFileSync(join(ROOT, file), 'utf8')
        .replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
        .trim()
      return (
        code !== '' &&
        code.split('\n').every((line) => /^(export \{.*|export \* .*|\}? ?from .*|\s+\w+,|)$/.test(line))
      )
    })
    expect(barrels).toEqual([])
  })
})

/** One cycle among the imports as a list of files, or null. */
function findCycle(edges: readonly Import[]): string[] | null {
  const next = Map.groupBy(edges, (edge) => edge.from)
  const state = new Map<string, 'open' | 'closed'>()
  const walk = (file: string, path: readonly string[]): string[] | null => {
    if (state.get(file) === 'closed') return null
    if (state.get(file) === 'open') return [...path.slice(path.indexOf(file)), file]
    state.set(file, 'open')
    for (const edge of next.get(file) ?? []) {
      const cycle = walk(targetOf(edge), [...path, file])
      if (cycle !== null) return cycle
    }
    state.set(file, 'closed')
    return null
  }
  for (const file of next.keys()) {
    const cycle = walk(file, [])
    if (cycle !== null) return cycle
  }
  return null
}
