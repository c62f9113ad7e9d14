/** Measures the linter: a whole text from nothing, the first one of a process, and one keystroke in a long text. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { createLinter, lint } from '../../src/linter/linter.ts'
import { reportOf } from './linter-text.ts'
import { measure, quantile, type Measured } from './measure.ts'
import type { Figure } from './program.ts'
import { threadClock } from './thread-clock.ts'

const PROCESSES = 9
const LETTERS = 120
const TYPED = 'again and '

/** The lines of the budget table, “cold” in both its senses. All times are of the linter's own thread. */
export async function measureLinter(): Promise<{
  readonly times: Measured[]
  readonly figures: Figure[]
}> {
  return {
    figures: [coldFigure()],
    times: [await measureFromNothing(5_000, 60), await measureKeystrokes(5_000, 8)],
  }
}

/** The middle one of several processes. */
function coldFigure(): Figure {
  const file = join(import.meta.dirname, 'cold-lint.ts')
  const runs = Array.from({ length: PROCESSES }, () =>
    execFileSync(process.execPath, [file], { encoding: 'utf8' }).split(' ').map(Number),
  )
  const middle = (column: number): number =>
    quantile(
      runs.map((run) => run[column] ?? Number.NaN).toSorted((a, b) => a - b),
      0.5,
    )
  return {
    name: `lint 5,000 words, first text (${middle(1).toFixed(0)} ms by the wall)`,
    value: middle(0),
    unit: 'ms',
    budget: 60,
  }
}

/** A text of so many words by a linter that remembers nothing, in a process that has checked others. */
function measureFromNothing(words: number, budget: number): Promise<Measured> {
  const text = reportOf(words)
  return measure(
    `lint ${words.toLocaleString('en')} words from nothing`,
    { runs: 60, warm: 5, budget: { quantile: 'p95', ms: budget }, clock: threadClock },
    () => Promise.resolve(lint(text).findings.length),
  )
}

/** Types into the middle of a text of so many words, one letter at a time. */
export function measureKeystrokes(words: number, budget: number): Promise<Measured> {
  const text = reportOf(words)
  const linter = createLinter()
  linter.lint(text)
  const middle = text.indexOf('restarted', text.length / 2)
  const typed = TYPED.repeat(Math.ceil(LETTERS / TYPED.length))
  return measure(
    `lint one keystroke in ${words.toLocaleString('en')} words`,
    { runs: LETTERS, warm: 20, budget: { quantile: 'p95', ms: budget }, clock: threadClock },
    (run) => {
      const now = `${text.slice(0, middle)}${typed.slice(0, (run % LETTERS) + 1)}${text.slice(middle)}`
      return Promise.resolve(linter.lint(now).findings.length)
    },
  )
}
