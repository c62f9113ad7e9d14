/** The baseline: findings known before, by file, so that an old folder can be checked for what is new in it. */
import { realpath, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { z } from 'zod'
import { readStructured, readStructuredIfAny } from './structured-file.ts'
import type { LintedFile } from './report.ts'

const BASELINE = z.object({ version: z.literal(1), files: z.record(z.string(), z.array(z.string())) })

export interface Baseline {
  /** Fingerprints known in a file, which is named as it is shown: from the working folder on. */
  knownIn(path: string): Promise<ReadonlySet<string>>
}

const NONE: ReadonlySet<string> = new Set()

/** Throws `WrongUse` when the file is no baseline. */
export async function readBaseline(file: string): Promise<Baseline> {
  const { files } = await readStructured(file, 'baseline', BASELINE)
  const folder = await realFolder(file)
  const known = new Map(Object.entries(files).map(([path, prints]) => [path, new Set(prints)]))
  return { knownIn: async (path) => known.get(await keyOf(path, folder)) ?? NONE }
}

/** Puts what was found now in the place of what was known of the same files; of files not checked now nothing changes. */
export async function updateBaseline(file: string, checked: readonly LintedFile[]): Promise<void> {
  const folder = await realFolder(file)
  const before = await readStructuredIfAny(file, 'baseline', BASELINE)
  const files = new Map(Object.entries(before?.files ?? {}))
  for (const { path, findings, error } of checked) {
    if (error !== null) continue
    const prints = findings.map((finding) => finding.fingerprint).toSorted()
    if (prints.length === 0) files.delete(await keyOf(path, folder))
    else files.set(await keyOf(path, folder), prints)
  }
  const sorted = [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))
  await writeFile(file, `${JSON.stringify({ version: 1, files: Object.fromEntries(sorted) }, null, 2)}\n`)
}

/** From the baseline's folder on, with `/`, so that it is the same from wherever it is asked. */
async function keyOf(path: string, folder: string): Promise<string> {
  if (path === '-') return path
  const full = resolve(path)
  return relative(folder, join(await realFolder(full), basename(full))).replaceAll('\\', '/')
}

/** Links followed; a folder that is not there stays as it is named. */
async function realFolder(file: string): Promise<string> {
  const folder = dirname(resolve(file))
  return realpath(folder).catch(() => folder)
}
