/** Measures the built program as a whole: a second start, its memory, and reading a thousand reports. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readDocument } from '../../src/ingest/read-document.ts'
import { startProgram } from '../support/program.ts'
import { type Measured, measure } from './measure.ts'

const ENTRY = 'dist/src/main.js'
const STARTS = 7

/** What one figure of another unit than time came to, beside what it may be. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly budget: number
}

export const isFigureKept = (figure: Figure): boolean => figure.value <= figure.budget

export const figureLine = (figure: Figure): string =>
  `${figure.name.padEnd(52)} ${figure.value.toFixed(1).padStart(9)} ${figure.unit}   budget ${figure.budget} ${figure.unit}${isFigureKept(figure) ? '' : '   OVER'}`

/** Second starts on existing data until ready, and the memory of the last one with its database. */
export async function measureProgram(): Promise<{ readonly times: Measured[]; readonly figures: Figure[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'highwater-start-'))
  const serve = () =>
    startProgram(ENTRY, ['serve', '--data', join(folder, 'data'), '--port', '0', '--log-level', 'warn'])
  try {
    let memory = 0
    const time = await measure(
      'ready after a second start, database included',
      { runs: STARTS, warm: 1, budget: { quantile: 'p95', ms: 3_000 } },
      async (run) => {
        const program = serve()
        await program.untilSaid(/ready: (http:\S+)\n/)
        if (run === STARTS - 1) memory = memoryOf(program.pid)
        program.child.kill('SIGTERM')
        await program.ended
        return 1
      },
    )
    return {
      times: [time],
      figures: [
        { name: 'memory of a fresh server with its database', value: memory, unit: 'MB', budget: 300 },
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Proportional set size of a process and its children in MB: memory they share is counted once. Linux only. */
function memoryOf(pid: number): number {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    const parent = readProc(name, 'status', /^PPid:\s+(\d+)/m)
    if (parent !== null) parents.set(Number(name), parent)
  }
  const family = new Set([pid])
  for (let grown = true; grown;) {
    const more = [...parents].filter(([one, parent]) => family.has(parent) && !family.has(one))
    for (const [one] of more) family.add(one)
    grown = more.length > 0
  }
  return (
    [...family].reduce(
      (sum, one) => sum + (readProc(String(one), 'smaps_rollup', /^Pss:\s+(\d+) kB/m) ?? 0),
      0,
    ) / 1024
  )
}

/** A number of a process's file, or null when the process is gone. */
function readProc(pid: string, file: string, pattern: RegExp): number | null {
  try {
    const value = pattern.exec(readFileSync(`/proc/${pid}/${file}`, 'utf8'))?.[1]
    return value === undefined ? null : Number(value)
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}

const REPORTS = 1_000

/** Reads a thousand reports as a dry run does; real ones where the corpus is beside the checkout, else our own. */
export async function measureReading(): Promise<Measured[]> {
  const corpus = join(import.meta.dirname, '../../../shared/corpus')
  const real = textsBelow(corpus)
  const own = textsBelow(join(import.meta.dirname, '../ingest/texts'))
  if (real.length === 0)
    console.log('SKIPPED real reports: no corpus beside the checkout; reading our own instead')
  const texts = real.length === 0 ? own : real
  const thousand = Array.from(
    { length: REPORTS },
    (_, index) => texts[index % texts.length] ?? { path: 'none', bytes: new Uint8Array() },
  )
  return [
    await measure(
      `reading ${REPORTS} ${real.length === 0 ? 'of our own' : 'real'} reports, dry run`,
      { runs: 3, warm: 1, budget: { quantile: 'max', ms: 10_000 } },
      async () =>
        thousand.reduce((sum, one) => sum + readDocument(one.path, one.bytes, { zone: null }).length, 0),
    ),
  ]
}

function textsBelow(folder: string): { readonly path: string; readonly bytes: Uint8Array }[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(md|txt|erb)$/.test(path) && !/(^|\/)(_LICENSE|SOURCE)/.test(path))
      .map((path) => ({ path, bytes: readFileSync(join(folder, path)) }))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
