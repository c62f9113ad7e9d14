/** Other prose linters on the same texts in the same run; installed on demand, pinned, outside the repository. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { lint } from '../../../src/linter/linter.ts'
import { reportOf } from '../../bench/linter-text.ts'
import { threadClock } from '../../bench/thread-clock.ts'
import { englishReports } from './corpus.ts'

const PACKAGES = {
  alex: '11.0.1',
  'write-good': '1.0.8',
  textlint: '15.8.0',
  'textlint-rule-no-todo': '2.0.1',
  'textlint-rule-common-misspellings': '1.0.1',
  'textlint-rule-stop-words': '5.2.0',
} as const

const TEXTLINT_RULES = ['no-todo', 'common-misspellings', 'stop-words'] as const

/** A sample, since peers take their time. */
const REAL_REPORTS = 20
const RUNS = 3

interface Peer {
  readonly name: string
  /** How many findings a text has. */
  readonly count: (text: string) => number | Promise<number>
}

export async function reportOnPeers(say: (line: string) => void): Promise<void> {
  const folder = install(say)
  if (folder === null) return
  const peers = [
    { name: 'highwater', count: (text: string) => lint(text).findings.length },
    ...(await loadPeers(folder)),
  ]
  await compare(say, `5,000 words, the middle of ${RUNS} runs`, peers, [reportOf(5_000)])
  const real = englishReports()?.slice(0, REAL_REPORTS)
  if (real === undefined) say('PEERS NOT RUN ON REAL REPORTS: the corpus is not here')
  else await compare(say, `${real.length} real reports, the middle of ${RUNS} runs`, peers, real)
}

/** The folder that holds the peers; null, said loudly, where they cannot be had. */
function install(say: (line: string) => void): string | null {
  const manifest = JSON.stringify({ private: true, dependencies: PACKAGES }, null, 2)
  const name = `highwater-peers-${createHash('sha256').update(manifest).digest('hex').slice(0, 12)}`
  const folder = join(tmpdir(), name)
  const done = join(folder, 'installed')
  if (existsSync(done)) return folder
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), manifest)
    execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    writeFileSync(done, '')
    return folder
  } catch (error) {
    say(`\nPEERS NOT COMPARED: they cannot be installed (${String(error).split('\n')[0]})`)
    return null
  }
}

/** What the peers offer, as far as it is used. */
interface Alex {
  readonly markdown: (text: string) => { readonly messages: readonly unknown[] }
}
type WriteGood = (text: string) => readonly unknown[]
interface Kernel {
  lintText(text: string, options: unknown): Promise<{ readonly messages: readonly unknown[] }>
}
type Module<T> = T & { readonly default?: T }

async function loadPeers(folder: string): Promise<Peer[]> {
  const require = createRequire(join(folder, 'package.json'))
  const loadWhole = async <T>(name: string): Promise<Module<T>> =>
    (await import(pathToFileURL(require.resolve(name)).href)) as Module<T>
  const load = async <T>(name: string): Promise<T> => {
    const module = await loadWhole<T>(name)
    return module.default ?? module
  }
  const { markdown } = await loadWhole<Alex>('alex')
  const writeGood = await load<WriteGood>('write-good')
  const { TextlintKernel } = await load<{ TextlintKernel: new () => Kernel }>('@textlint/kernel')
  const options = {
    ext: '.md',
    plugins: [{ pluginId: 'markdown', plugin: plain(await load('@textlint/textlint-plugin-markdown')) }],
    rules: await Promise.all(
      TEXTLINT_RULES.map(async (ruleId) => ({ ruleId, rule: plain(await load(`textlint-rule-${ruleId}`)) })),
    ),
  }
  const kernel = new TextlintKernel()
  return [
    { name: 'alex', count: (text) => markdown(text).messages.length },
    { name: 'write-good', count: (text) => writeGood(text).length },
    {
      name: `textlint (${TEXTLINT_RULES.join(', ')})`,
      count: async (text) => (await kernel.lintText(text, options)).messages.length,
    },
  ]
}

/** Past the default export that a transpiled module wraps in another one. */
const plain = (module: unknown): unknown =>
  typeof module === 'object' && module !== null && 'default' in module ? module.default : module

async function compare(
  say: (line: string) => void,
  title: string,
  peers: readonly Peer[],
  texts: readonly string[],
): Promise<void> {
  say(`\npeers: ${title}`)
  let ours = Number.NaN
  for (const { name, count } of peers) {
    const { ms, findings } = await timed(count, texts)
    if (name === 'highwater') ours = ms
    const ratio = ms / ours
    say(
      `  ${name.padEnd(60)}${ms.toFixed(1).padStart(9)} ms  ×${ratio.toFixed(1).padStart(5)}   ${(findings / texts.length).toFixed(1).padStart(6)} findings a report`,
    )
  }
}

async function timed(
  count: Peer['count'],
  texts: readonly string[],
): Promise<{ ms: number; findings: number }> {
  const times: number[] = []
  let findings = 0
  for (let run = 0; run <= RUNS; run += 1) {
    const start = threadClock()
    findings = 0
    for (const text of texts) findings += await count(text)
    // The first run warms up.
    if (run > 0) times.push(threadClock() - start)
  }
  return { ms: times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.NaN, findings }
}
