/** Speed and size against their budgets: cold, per keystroke, growth, many reports, weight in a browser. */
import { lint } from '../../../src/linter/linter.ts'
import { measureKeystrokes, measureLinter } from '../../bench/linter.ts'
import { reportOf } from '../../bench/linter-text.ts'
import { HEADS, isKept, toLine } from '../../bench/measure.ts'
import { figureLine, isFigureKept, type Figure } from '../../bench/program.ts'
import { threadClock } from '../../bench/thread-clock.ts'
import { reportOnGrowth } from './growth.ts'
import { browserWeight, WEIGHT_BUDGET } from './weight.ts'

const REPORTS = 1_000

/** Prints all figures; how many are over budget. */
export async function reportOnSpeed(say: (line: string) => void): Promise<number> {
  say('\nspeed and size; times are of the linter’s own thread, so that a busy machine does not count')
  say(HEADS)
  const { times, figures } = await measureLinter()
  const allTimes = [...times, await measureKeystrokes(50_000, 25)]
  for (const one of allTimes) say(toLine(one))
  const allFigures = [...figures, manyReports(), await weight()]
  for (const one of allFigures) say(figureLine(one))
  const growth = reportOnGrowth(say)
  for (const one of growth) say(figureLine(one))
  return (
    allTimes.filter((one) => !isKept(one)).length +
    [...allFigures, ...growth].filter((one) => !isFigureKept(one)).length
  )
}

function manyReports(): Figure {
  const report = reportOf(2_000)
  const reports = Array.from({ length: REPORTS }, (_, index) => report.replaceAll('part', `part ${index}`))
  const start = threadClock()
  for (const one of reports) lint(one)
  return {
    name: `lint ${REPORTS.toLocaleString('en')} reports of 2,000 words`,
    value: (threadClock() - start) / 1_000,
    unit: 's',
    budget: 10,
  }
}

async function weight(): Promise<Figure> {
  const { bytes } = await browserWeight()
  return {
    name: 'linter in a browser, minified, gzip',
    value: bytes / 1_000,
    unit: 'kB',
    budget: WEIGHT_BUDGET / 1_000,
  }
}
