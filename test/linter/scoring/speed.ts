/** Speed and size: cold, per keystroke, growth, many reports, weight in a browser. */
import { gzipSync } from 'node:zlib'
import { resolve } from 'node:path'
import { build } from 'vite'
import { createLinter, lint } from '../../../src/linter/linter.ts'

const SENTENCES = [
  'At 10:02 the on-call engineer restarted the primary and watched the replica catch up.',
  'Some users could not log in while the session store was rebuilt.',
  'The scheduler did not start the nightly job, because its lock was held by a host that had gone.',
  'We should have tested the failover of the queue in staging.',
  'The change was merged at 09:40 and reached all regions within 12 minutes.',
  'Requests to the billing service failed with a timeout after the certificate had expired.',
]

/** A report of about so many words, with sections, lists and a table. */
function reportOf(words: number): string {
  const parts = ['# Outage of the shop', '']
  let count = 0
  for (let section = 0; count < words; section += 1) {
    parts.push(`## Part ${section}`, '')
    for (let line = 0; line < 8; line += 1) {
      const sentence = SENTENCES[(section + line) % SENTENCES.length] ?? ''
      parts.push(
        line % 2 === 0 ? `${sentence} It was seen in part ${section}.` : `- ${sentence} (${section}.${line})`,
        '',
      )
      count += sentence.split(' ').length + 6
    }
  }
  return parts.join('\n')
}

const timed = (work: () => unknown): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0

/** Types 120 letters into the middle, one at a time. */
function keystrokes(words: number): number[] {
  const text = reportOf(words)
  const linter = createLinter()
  linter.lint(text)
  const middle = text.indexOf('restarted', text.length / 2)
  return Array.from({ length: 120 }, (_, typed) =>
    timed(() =>
      linter.lint(
        `${text.slice(0, middle)}${'again and '.repeat(12).slice(0, typed + 1)}${text.slice(middle)}`,
      ),
    ),
  )
}

export async function reportOnSpeed(say: (line: string) => void): Promise<void> {
  say('\nspeed (this machine, now)')
  const text = reportOf(5_000)
  say(
    `5,000 words, first text of the process: ${timed(() => lint(text)).toFixed(0)} ms; warm, from nothing: ${quantile(
      Array.from({ length: 9 }, () => timed(() => lint(text))),
      0.5,
    ).toFixed(1)} ms`,
  )
  say(
    `keystroke p95: 5,000 words ${quantile(keystrokes(5_000), 0.95).toFixed(1)} ms; 50,000 words ${quantile(keystrokes(50_000), 0.95).toFixed(1)} ms`,
  )
  const long = reportOf(170_000)
  const quarter = long.slice(0, long.length / 4)
  say(
    `${(long.length / 1e6).toFixed(2)} MB: ${timed(() => lint(long)).toFixed(0)} ms; a quarter of it: ${timed(() => lint(quarter)).toFixed(0)} ms`,
  )
  const reports = Array.from({ length: 1_000 }, (_, index) =>
    reportOf(2_000).replaceAll('part', `part ${index}`),
  )
  say(
    `1,000 reports of 2,000 words: ${(timed(() => reports.forEach((report) => lint(report))) / 1_000).toFixed(1)} s`,
  )
  say(`in a browser, minified and gzipped: ${((await browserWeight()) / 1_000).toFixed(1)} kB`)
}

async function browserWeight(): Promise<number> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      lib: {
        entry: resolve(import.meta.dirname, '../../../src/linter/linter.ts'),
        name: 'linter',
        formats: ['iife'],
      },
    },
  })
  const outputs = Array.isArray(built) ? built : 'output' in built ? [built] : []
  const code = outputs.flatMap((one) => one.output).map((one) => (one.type === 'chunk' ? one.code : ''))
  return gzipSync(code.join(''), { level: 9 }).length
}
