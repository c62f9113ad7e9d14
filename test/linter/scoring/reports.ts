/** Whole reports with their issues marked: which were found, and what else was. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CATEGORIES, lint, type Category, type Finding } from '../../../src/linter/linter.ts'
import { EVALUATION, type Part } from './sentences.ts'
import type { Tally } from './tally.ts'

/** A phrase of a line that a finding of its category is to overlap; offsets from the start of the report. */
interface Mark {
  readonly category: Category
  readonly start: number
  readonly end: number
}

/** Absent owners and dates are of the document, not of a phrase; they are not marked. */
const OF_THE_DOCUMENT: ReadonlySet<string> = new Set(['action-owner', 'action-date'])

/** Counts over the part's reports: `labels.tsv` has file, line from 1, category and phrase. */
export function tallyReports(part: Part): { reports: number; tallies: Tally[] } {
  const folder = join(EVALUATION, 'reports', part)
  const labels = readFileSync(join(folder, 'labels.tsv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'))
  const results = names.map((name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    const marks = labels
      .filter(([file]) => file === name)
      .map(([, line, category, phrase]) => markIn(text, Number(line), category ?? '', phrase ?? ''))
    return { marks, findings: lint(text).findings.filter((one) => !OF_THE_DOCUMENT.has(one.ruleId)) }
  })
  const tallies = CATEGORIES.map((category) => {
    const tally = { category, hits: 0, falseAlarms: 0, misses: 0 }
    for (const { marks, findings } of results) {
      const ours = marks.filter((mark) => mark.category === category)
      const found = findings.filter((finding) => finding.category === category)
      const hits = ours.filter((mark) => found.some((finding) => overlaps(mark, finding))).length
      tally.hits += hits
      tally.misses += ours.length - hits
      tally.falseAlarms += found.filter((finding) => !ours.some((mark) => overlaps(mark, finding))).length
    }
    return tally
  })
  return { reports: names.length, tallies }
}

function markIn(text: string, line: number, category: string, phrase: string): Mark {
  const lines = text.split('\n')
  const before = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0)
  const at = lines[line - 1]?.indexOf(phrase) ?? -1
  const known = CATEGORIES.find((one) => one === category)
  if (at === -1 || known === undefined) throw new Error(`labels.tsv: line ${line} holds no “${phrase}”`)
  return { category: known, start: before + at, end: before + at + phrase.length }
}

const overlaps = (mark: Mark, { range }: Finding): boolean =>
  range.start.offset < mark.end && range.end.offset > mark.start
