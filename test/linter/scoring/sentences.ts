/** The evaluation sentences: read from their files, put into a small report each, and held against what the linter says. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { CATEGORIES, lint, type Category } from '../../../src/linter/linter.ts'

const FOLDER = resolve(import.meta.dirname, '../evaluation')

/** Every second sentence of each file; rules are mended by the tuned part alone. */
export type Part = 'tuned' | 'held'

export interface Labelled {
  readonly file: string
  readonly part: Part
  /** Heading of the section it stands in. */
  readonly section: string
  /** What is to be found in it; null where nothing is. */
  readonly expected: Category | null
  readonly agent: string
  /** judgement, counterfactual, fact, situational, exculpatory, guess, prediction, rationale, action. */
  readonly purpose: string
  readonly text: string
}

/** A head line is `# Section | expected | agent | purpose`; the lines below it are the sentences. */
export function readSentences(): Labelled[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .flatMap((name) => readFile(name))
}

function readFile(name: string): Labelled[] {
  const sentences: Labelled[] = []
  let head: Pick<Labelled, 'section' | 'expected' | 'agent' | 'purpose'> | null = null
  for (const line of readFileSync(join(FOLDER, name), 'utf8').split('\n')) {
    if (line.trim() === '') continue
    const parts = line.startsWith('# ') ? line.slice(2).split(' | ') : []
    if (parts.length === 4) {
      const [section = '', expected = '', agent = '', purpose = ''] = parts
      head = { section, expected: CATEGORIES.find((one) => one === expected) ?? null, agent, purpose }
    } else if (head !== null) {
      sentences.push({ ...head, file: name, part: sentences.length % 2 === 0 ? 'tuned' : 'held', text: line })
    }
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
