/** Findings on the corpus of real reports: how many a report, and how many of those that were read were wrong. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { CATEGORIES, lint, type Category, type Finding } from '../../../src/linter/linter.ts'
import { shareWords } from './tally.ts'

const CORPUS = resolve(import.meta.dirname, '../../../../shared/corpus')
const OVERRIDE = '--corpus='
const VERDICTS = resolve(import.meta.dirname, '../evaluation/corpus.tsv')

interface Verdict {
  readonly path: string
  readonly start: number
  readonly category: Category
  readonly isRight: boolean
}

/** Read by eye: path, offset, category and verdict, never text. */
function readVerdicts(): Verdict[] {
  if (!existsSync(VERDICTS)) return []
  const lines = readFileSync(VERDICTS, 'utf8').split('\n').slice(1)
  return lines.flatMap((line) => {
    const [path = '', start = '', word = '', verdict = ''] = line.split('\t')
    const category = CATEGORIES.find((one) => one === word)
    return category === undefined
      ? []
      : [{ path, start: Number(start), category, isRight: verdict === 'right' }]
  })
}

export interface CorpusFinding {
  readonly path: string
  readonly text: string
  readonly finding: Finding
}

interface Report {
  readonly path: string
  readonly text: string
}

/** Every postmortem of the corpus, whatever its language; null without the corpus. */
function readReports(): Report[] | null {
  const folder =
    process.argv.find((word) => word.startsWith(OVERRIDE))?.slice(OVERRIDE.length) ??
    process.env['HIGHWATER_CORPUS'] ??
    CORPUS
  if (!existsSync(join(folder, 'MANIFEST.tsv'))) return null
  const rows = readFileSync(join(folder, 'MANIFEST.tsv'), 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
  return rows
    .filter(([, , , role]) => role === 'postmortem' || role === 'multi')
    .map(([source = '', name = '']) => `${source}/${name}`)
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }))
}

/** The texts of the English postmortems; null without the corpus. */
export function englishReports(): string[] | null {
  return (
    readReports()
      ?.map(({ text }) => text)
      .filter((text) => lint(text).language === 'en') ?? null
  )
}

/** Findings of every English postmortem, and how many reports there are; null without the corpus. */
export function lintCorpus(): {
  reports: number
  findings: CorpusFinding[]
  words: number
  milliseconds: number
} | null {
  const all = readReports()
  if (all === null) return null
  const findings: CorpusFinding[] = []
  let [reports, words, milliseconds] = [0, 0, 0]
  for (const { path, text } of all) {
    const start = performance.now()
    const result = lint(text)
    milliseconds += performance.now() - start
    if (result.language !== 'en') continue
    reports += 1
    words += text.split(/\s+/).length
    findings.push(...result.findings.map((finding) => ({ path, text, finding })))
  }
  return { reports, findings, words, milliseconds }
}

export function reportOnCorpus(say: (line: string) => void): void {
  const linted = lintCorpus()
  if (linted === null) {
    say('\nREAL REPORTS NOT CHECKED: the corpus is not here (HIGHWATER_CORPUS names its folder)')
    return
  }
  const { reports, findings, words, milliseconds } = linted
  say(
    `\n${reports} English reports, ${words} words: ${(findings.length / reports).toFixed(2)} findings a report, ${Math.round(milliseconds)} ms for all`,
  )
  say('category          findings  read by eye: right (95 %)       false alarms a report')
  const verdicts = readVerdicts()
  for (const category of CATEGORIES) {
    const ours = findings.filter((one) => one.finding.category === category)
    const judged = ours.flatMap((one) => verdictOn(one, verdicts) ?? [])
    const right = judged.filter((one) => one.isRight).length
    const wrongShare = judged.length === 0 ? null : (judged.length - right) / judged.length
    const alarms =
      wrongShare === null
        ? '–'
        : `${((wrongShare * ours.length) / reports).toFixed(3)}${judged.length < ours.length ? ' (estimated)' : ''}`
    say(
      `${category.padEnd(17)}${String(ours.length).padStart(8)}  ${String(judged.length).padStart(3)} read: ${shareWords(right, judged.length).padEnd(22)}${alarms}`,
    )
  }
}

/** A verdict holds for a finding of its category that begins within 12 units of it. */
function verdictOn(one: CorpusFinding, verdicts: readonly Verdict[]): Verdict | undefined {
  const start = one.finding.range.start.offset
  return verdicts.find(
    (verdict) =>
      verdict.path === one.path &&
      verdict.category === one.finding.category &&
      Math.abs(verdict.start - start) < 12,
  )
}
