/** Where the corpus of real reports and the labels lie, and how they are read. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const CORPUS = resolve(
  process.env['HIGHWATER_CORPUS'] ?? join(import.meta.dirname, '../../../../shared/corpus'),
)
const LABELS = resolve(import.meta.dirname, '../labels')
/** Texts of our own in styles of many houses, with their labels: always there. */
const STYLES = resolve(import.meta.dirname, '../styles')

export interface LabelledEvent {
  readonly line: number
  readonly at: string | null
  readonly until?: string | null
}

export interface LabelledAction {
  readonly line: number
  readonly status: string
  readonly due: string | null
  readonly owner: boolean
  readonly link: boolean
}

export interface Label {
  readonly path: string
  /** What the file should be read as, where the labels say so: `postmortem`, `several` or the reason to skip it. */
  readonly reads?: string
  readonly zone?: string | null
  readonly startedAt?: string | null
  readonly startedAtAlternatives?: readonly string[]
  readonly timeline?: readonly LabelledEvent[]
  readonly actions?: readonly LabelledAction[]
  readonly severityWritten?: boolean
  /** For a file of many incidents, in place of `startedAt`. */
  readonly incidents?: readonly {
    line: number
    startedAt: string | null
    startedAtAlternatives?: readonly string[]
  }[]
}

export interface ManifestRow {
  readonly path: string
  readonly source: string
  readonly role: string
}

export function corpusIsThere(): boolean {
  return existsSync(join(CORPUS, 'MANIFEST.tsv'))
}

export function manifest(): ManifestRow[] {
  return table(join(CORPUS, 'MANIFEST.tsv')).map((row) => ({
    path: `${row['source']}/${row['path']}`,
    source: row['source'] ?? '',
    role: row['role'] ?? '',
  }))
}

export function fileOf(path: string): Uint8Array {
  return readFileSync(join(CORPUS, path))
}

/** The file a label speaks of. */
export function labelledFile(part: string, path: string): Uint8Array {
  return part === 'styles' ? readFileSync(join(STYLES, path)) : fileOf(path)
}

/** The labels of one part, `styles`, `dev` or `holdout`; empty where the folder is not there. */
export function labelsOf(part: string): Label[] {
  const folder =
    process.env[`HIGHWATER_LABELS_${part.toUpperCase()}`] ??
    (part === 'styles' ? join(STYLES, 'labels') : join(LABELS, part))
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Label)
}

/** Status notices by hand: path and `incident` or `planned_work`, with the part they belong to. */
export function labelledNotices(): { part: string; path: string; kind: string }[] {
  return ['', 'dev', 'holdout'].flatMap((part) => {
    const folder =
      (part === '' ? undefined : process.env[`HIGHWATER_LABELS_${part.toUpperCase()}`]) ?? join(LABELS, part)
    const file = join(folder, 'statusposts.tsv')
    if (!existsSync(file)) return []
    return table(file).map((row) => ({
      part: part === '' ? 'all' : part,
      path: row['path'] ?? '',
      kind: row['kind'] ?? '',
    }))
  })
}

/** Primary and second class per document. */
export function labelledClasses(): { path: string; classes: string[] }[] {
  const file = join(CORPUS, 'labels/classes.tsv')
  if (!existsSync(file)) return []
  return table(file)
    .map((row) => ({
      path: `${row['source']}/${row['path']}`,
      classes: (row['classes_primary_first'] ?? '').split(',').filter((each) => each !== ''),
    }))
    .filter((row) => row.classes.length > 0)
}

function table(file: string): Record<string, string>[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/)
  const names = head.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']))
  })
}
