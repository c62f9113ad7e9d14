/** Shows that time grows in proportion to the text, for reports and for spiteful repetition, up to a million units. */
import { lint } from '../../../src/linter/linter.ts'
import { reportOf } from '../../bench/linter-text.ts'
import type { Figure } from '../../bench/program.ts'
import { threadClock } from '../../bench/thread-clock.ts'

const LARGEST = 1 << 20
const DOUBLINGS = 4

/** Times of each size may lie this far apart from doubling to doubling; squared growth would be 4. */
const MOST = 3

/** Below this a time says more of the machine than of the text. */
const LEAST_MS = 20

const WORDS_OF_LARGEST = 230_000

/** Texts that once were, or could be, more than their length in work. */
const PIECES: readonly string[] = [
  'a',
  '. ',
  '[',
  ']',
  '"a ',
  'and ',
  'did not ',
  'Bob, ',
  '- ',
  '> ',
  '*a ',
  'a* ',
  '_a_ ',
  'Bob forgot to and ',
  'a-',
  '<!-- ',
  'a <!-- ',
  '<a b="',
  'caused by the ',
  '`',
  '`a ``',
  '[a](',
  '[a]: b "\n',
  '| a ',
  '| a |\n|---|\n',
  '- a\n  ',
  '[^1]: a\n',
  'a\n---\n',
  '\\',
  'http://',
  'Some users ',
  'should have been ',
  '12:00 ',
  '\u{1F600}',
  '\t',
  '\r\n',
]

/** Times of doubling sizes, the smallest first. */
function timesOf(textOf: (units: number) => string): number[] {
  return Array.from({ length: DOUBLINGS + 1 }, (_, doubling) => {
    const text = textOf(LARGEST >> (DOUBLINGS - doubling))
    const once = (): number => {
      const start = threadClock()
      lint(text)
      return threadClock() - start
    }
    return Math.min(once(), once())
  })
}

/** Mean growth over the last two doublings. */
function growthOf(times: readonly number[]): number {
  const [before = 0, last = 0] = [times.at(-3), times.at(-1)]
  return Math.sqrt(last / Math.max(before, LEAST_MS))
}

/** One line a text, and as a figure the text that grows most. */
export function reportOnGrowth(say: (line: string) => void): Figure[] {
  say(`\ngrowth, ms at ${DOUBLINGS} doublings up to ${(LARGEST / 1e6).toFixed(2)} million units`)
  const report = reportOf(WORDS_OF_LARGEST)
  const kinds: readonly (readonly [string, (units: number) => string])[] = [
    ['a report', (units) => report.slice(0, units)],
    ...PIECES.map(
      (piece) =>
        [JSON.stringify(piece), (units: number) => piece.repeat(Math.ceil(units / piece.length))] as const,
    ),
  ]
  const grown = kinds.map(([name, textOf]) => {
    const times = timesOf(textOf)
    const growth = growthOf(times)
    say(
      `  ${name.padEnd(24)}${times.map((time) => time.toFixed(0).padStart(7)).join('')}   ×${growth.toFixed(1)} a doubling`,
    )
    return growth
  })
  return [
    { name: 'growth of a report, a doubling', value: grown[0] ?? Number.NaN, unit: '×', budget: MOST },
    {
      name: 'growth of spite, a doubling, the worst',
      value: Math.max(...grown.slice(1)),
      unit: '×',
      budget: MOST,
    },
  ]
}
