/**
 * `npm run bench`: prints the figures that have a budget and leaves with 1 when one is broken.
 * `-- --keep DIR` keeps the full-size organisation there and finds it again the next time.
 */
import { parseArgs } from 'node:util'
import { openFullSize } from './full-size.ts'
import { measureHttp } from './http.ts'
import { HEADS, isKept, toLine, type Measured } from './measure.ts'
import { FULL_SIZE } from './seed-record.ts'
import { measureStores } from './stores.ts'

const { values } = parseArgs({ options: { keep: { type: 'string' } } })
const start = performance.now()
const say = (what: string) =>
  console.error(`${((performance.now() - start) / 1000).toFixed(0).padStart(4)} s  ${what}`)

const full = await openFullSize(FULL_SIZE, values.keep ?? null, say)
const broken: Measured[] = []
try {
  const print = (all: readonly Measured[]): void => {
    for (const measured of all) console.log(toLine(measured))
    broken.push(...all.filter((measured) => !isKept(measured)))
  }
  console.log(HEADS)
  say('measuring the stores')
  print(await measureStores((await full.coldStart()).db, FULL_SIZE))
  say('measuring the API')
  print(await measureHttp(await full.coldStart(), full.server, FULL_SIZE))
} finally {
  await full.close()
}
if (broken.length > 0) process.exitCode = 1
