/**
 * `npm run check:expressions`: fails on a regular expression whose time can grow faster than the text. What the tool, recheck, has
 * found safe is remembered in `safe.json`, since it takes minutes for all; `--write` remembers, `--all` forgets first.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { check } from 'recheck'
import { BOUNDED } from './bounded.ts'
import { collectExpressions, type Expression } from './collect.ts'

const SAFE = join(import.meta.dirname, 'safe.json')
const PATIENCE_MS = 30_000

const nameOf = ({ pattern, flags }: Expression): string =>
  createHash('sha256').update(`${pattern}/${flags}`).digest('hex').slice(0, 16)

const boundOf = ({ file, pattern }: Expression): (typeof BOUNDED)[number] | undefined =>
  BOUNDED.find((one) => one.file === file && pattern.startsWith(one.begins))

const expressions = await collectExpressions()
const known = new Set<string>(process.argv.includes('--all') ? [] : JSON.parse(readFileSync(SAFE, 'utf8')))
const problems: string[] = []
const safe = new Set<string>()
for (const one of expressions) {
  const name = nameOf(one)
  if (boundOf(one) !== undefined) continue
  if (!known.has(name) && !safe.has(name)) {
    const { status, ...told } = await check(one.pattern, one.flags, { timeout: PATIENCE_MS })
    if (status !== 'safe') {
      const growth = 'complexity' in told ? told.complexity?.summary : undefined
      problems.push(`${one.file}:${one.line ?? ''} ${growth ?? status}: /${one.pattern}/${one.flags}`)
      continue
    }
  }
  safe.add(name)
}
for (const one of BOUNDED) {
  if (!expressions.some((each) => boundOf(each) === one))
    problems.push(`bounded.ts names an expression of ${one.file} that is not there: ${one.begins}`)
}
if (process.argv.includes('--write')) {
  writeFileSync(SAFE, `${JSON.stringify([...safe].toSorted(), null, 2)}\n`)
} else if ([...safe].some((name) => !known.has(name))) {
  problems.push('safe.json does not know every expression yet; npm run fix writes it')
}
for (const problem of problems) process.stderr.write(`${problem}\n`)
process.stdout.write(
  `${expressions.length} regular expressions: ${problems.length} to mend, ${BOUNDED.length} on bounded texts\n`,
)
process.exitCode = problems.length === 0 ? 0 : 1
