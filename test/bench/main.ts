/**
 * `npm run bench`: prints the figures that have a budget and leaves with 1 when one is broken. It builds first.
 * `-- --keep DIR` keeps the full-size organisation there and finds it again the next time;
 * `-- --only program,reading,linter,pages,data,kills` measures a part.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openFullSize } from './full-size.ts'
import { measureHttp } from './http.ts'
import { measureLinter } from './linter.ts'
import { HEADS, isKept, toLine, type Measured } from './measure.ts'
import { measurePages } from './page.ts'
import { type Figure, figureLine, isFigureKept, measureProgram, measureReading } from './program.ts'
import { FULL_SIZE } from './seed-record.ts'
import { measureStores } from './stores.ts'

const PARTS = ['program', 'reading', 'linter', 'pages', 'data', 'kills'] as const
type Part = (typeof PARTS)[number]

const { values } = parseArgs({ options: { keep: { type: 'string' }, only: { type: 'string' } } })
const wanted = new Set<string>(values.only?.split(',') ?? PARTS)
const start = performance.now()
const say = (what: string) =>
  console.error(`${((performance.now() - start) / 1000).toFixed(0).padStart(4)} s  ${what}`)

let broken = 0
const print = (times: readonly Measured[], figures: readonly Figure[] = []): void => {
  for (const measured of times) console.log(toLine(measured))
  for (const figure of figures) console.log(figureLine(figure))
  broken += times.filter((one) => !isKept(one)).length + figures.filter((one) => !isFigureKept(one)).length
}

const MEASURE: Readonly<Record<Part, () => Promise<void>>> = {
  program: async () => {
    const { times, figures } = await measureProgram()
    print(times, figures)
  },
  reading: async () => print(await measureReading()),
  linter: async () => {
    const { times, figures } = await measureLinter()
    print(times, figures)
  },
  pages: async () => print([], await measurePages()),
  data: async () => {
    const full = await openFullSize(FULL_SIZE, values.keep ?? null, say)
    try {
      say('measuring the stores')
      print(await measureStores((await full.coldStart()).db, FULL_SIZE))
      say('measuring the API')
      print(await measureHttp(await full.coldStart(), full.server, FULL_SIZE))
    } finally {
      await full.close()
    }
  },
  kills: async () => runScript('test/bench/kill.ts'),
}

/** A program of its own, whose status counts. */
function runScript(file: string): void {
  const root = join(import.meta.dirname, '../..')
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', file], { cwd: root, stdio: 'inherit' })
  if (status !== 0) broken += 1
}

runScript('scripts/build.mjs')
console.log(HEADS)
for (const part of PARTS.filter((one) => wanted.has(one))) {
  say(`measuring: ${part}`)
  await MEASURE[part]()
}
if (broken > 0) {
  console.log(`${broken} over budget`)
  process.exitCode = 1
}
