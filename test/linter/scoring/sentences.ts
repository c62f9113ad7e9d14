/** The evaluation sentences: read from their files, put into a small report each, and held against what the linter says. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { CATEGORIES, lint, type Category } from '../../../src/linter/linter.ts'

export const EVALUATION = resolve(import.meta.dirname, '../evaluation')

/** A folder each; rules are mended by the tuned part alone. */
export const PARTS = ['tuned', 'held'] as const
export type Part = (typeof PARTS)[number]

export interface Labelled {
  readonly file: string
  /** Heading of the section it stands in. */
  readonly section: string
  /** What is to be found in it; null where nothing is. */
  readonly expected: Category | null
  /** person, role, team, we, vendor, organisation, system, none. */
  readonly agent: string
  /** judgement, counterfactual, fact, situational, exculpatory, guess, prediction, rationale, quote, action. */
  readonly purpose: string
  /** Whether the sentence makes a claim that needs data: needed, given, not-needed. */
  readonly evidence: string
  readonly text: string
}

/** A head line is `# Section | expected or none | agent | purpose | evidence`; the lines below it are the sentences. */
export function readSentences(part: Part): Labelled[] {
  return readdirSync(join(EVALUATION, part))
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .flatMap((name) => readFile(part, name))
}

function readFile(part: Part, name: string): Labelled[] {
  const sentences: Labelled[] = []
  let head: Omit<Labelled, 'file' | 'text'> | null = null
  for (const line of readFileSync(join(EVALUATION, part, name), 'utf8').split('\n')) {
    if (line.trim() === '') continue
    const parts = line.startsWith('# ') ? line.slice(2).split(' | ') : []
    if (parts.length === 5) {
      const [section = '', expected = '', agent = '', purpose = '', evidence = ''] = parts
      const category = CATEGORIES.find((one) => one === expected) ?? null
      head = { section, expected: category, agent, purpose, evidence }
    } else if (head !== null) sentences.push({ ...head, file: name, text: line })
  }
  return sentences
}

/** The categories found in the sentence; what is said of its section's heading does not count. */
export function foundIn(sentence: Labelled): ReadonlySet<Category> {
  const head = `# Outage of the shop\n\n## ${sentence.section}\n\n`
  const { findings } = lint(`${head}${bodyOf(sentence)}\n`)
  return new Set(findings.filter((one) => one.range.start.offset >= head.length).map((one) => one.category))
}

function bodyOf({ section, text }: Labelled): string {
  if (text.startsWith('|')) return `| Time | Event |\n|---|---|\n${text}`
  return section === 'Action items' && !/^[->]/.test(text) ? `- ${text}` : text
}
