/** Shows that reading takes time in proportion to the input, on hostile texts of several kinds at growing sizes. */
import { readDocument } from '../../../src/ingest/read-document.ts'

const KIND: Readonly<Record<string, (size: number) => string>> = {
  'rows of a table': (size) =>
    `# Outage\n\n## Timeline\n\n| Time | Event |\n|---|---|\n${repeat('| 10:04 | a `b | c` d |\n', size)}`,
  'nested list': (size) => `# Outage\n\n## Timeline\n\n${nested(size)}`,
  'list of times': (size) =>
    `# Outage 2024-02-03\n\n## Timeline\n\n${repeat('- 10:04 UTC something failed\n', size)}`,
  'list of actions': (size) =>
    `# Outage\n\n## Action items\n\n${repeat('- [ ] @ann Fix the thing (#123) by 2024-05-06\n', size)}`,
  'one long line': (size) => `# Outage\n\n${repeat('10:04 ** [a](b `c <d ~12 | ', size)}`,
  'open brackets': (size) => repeat('[', size),
  'open links': (size) => repeat('[a](', size),
  'open tags': (size) => repeat('<a ', size),
  'open comments': (size) => repeat('<!-- \n', size),
  'open fences': (size) => repeat('```a\n', size),
  stars: (size) => repeat('*', size),
  underscores: (size) => repeat('_a', size),
  'quotation marks': (size) => repeat('> ', size),
  'quoted lines': (size) => repeat('> > 10:04 a\n', size),
  headings: (size) => repeat('## 10:04 Outage\n\ntext\n', size),
  'dated headings': (size) =>
    repeat('## Outage of things 2024-02-03\n\n**Impact**: a\n\n**Resolution**: b\n\n', size),
  'bold keys': (size) => repeat('**Impact**: a\n', size),
  digits: (size) => repeat('1', size),
  colons: (size) => repeat('12:', size),
  dashes: (size) => repeat('- ', size),
  pipes: (size) => `${repeat('|', size)}\n${repeat('|-', size)}\n`,
  spaces: (size) => `a${repeat(' ', size)}b\n`,
  'empty lines': (size) => `a${repeat('\n', size)}b\n`,
  'deep YAML': (size) => `---\na: ${repeat('[', size)}\n---\n# Outage\n`,
  'YAML keys': (size) => `---\n${repeat('key: value\n', size)}---\n# Outage\n`,
  kana: (size) => `# 障害\n\n${repeat('障害が発生し、復旧した。', size)}`,
  'same words': (size) => repeat('outage will be fixed by the team to do ', size),
  tildes: (size) => repeat('~', size),
  NUL: (size) => repeat('a\u0000', size),
}

function repeat(piece: string, size: number): string {
  return piece.repeat(Math.ceil(size / piece.length))
}

function nested(size: number): string {
  const lines: string[] = []
  for (let depth = 0, written = 0; written < size; depth += 1) {
    const line = `${' '.repeat((depth * 2) % 400)}- 10:04 a`
    written += line.length + 1
    lines.push(line)
  }
  return lines.join('\n')
}

const SIZES = [125_000, 250_000, 500_000, 1_000_000]
/** A doubled input may take this many times as long, over the last two doublings, before it is called out. */
const LARGEST_RATIO = 3
/** Below this the ratio of two times says more about the machine than about the reader. */
const NOTICEABLE_MS = 50

/** Prints milliseconds at each size; marks kinds whose time grows faster than the input. */
export function printGrowth(): void {
  console.log('\nGrowth: milliseconds at 0.125, 0.25, 0.5 and 1 MB')
  const encoder = new TextEncoder()
  for (const [kind, make] of Object.entries(KIND)) {
    const times = SIZES.map((size) => {
      const bytes = encoder.encode(make(size))
      return Math.min(...[0, 1].map(() => timed(bytes)))
    })
    const last = times.at(-1) ?? 0
    const ratio = Math.sqrt(last / Math.max(times.at(-3) ?? 1, 2))
    const calledOut = ratio > LARGEST_RATIO && last > NOTICEABLE_MS
    console.log(
      `  ${kind.padEnd(18)} ${times.map((time) => time.toFixed(0).padStart(6)).join('')}${calledOut ? `   GROWS FASTER THAN THE INPUT (×${ratio.toFixed(1)} per doubling)` : ''}`,
    )
  }
}

function timed(bytes: Uint8Array): number {
  const from = performance.now()
  readDocument('2024-02-03-outage.md', bytes, { zone: null })
  return performance.now() - from
}
