/** Collects every regular expression of the rooms that read texts from outside: literals from the syntax tree, others as they are made. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isNode, walkSource } from '../support/syntax.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const ROOMS = ['src/linter', 'src/ingest']

export interface Expression {
  readonly file: string
  /** From 1; null for one that is put together of parts. */
  readonly line: number | null
  readonly pattern: string
  readonly flags: string
}

const keyOf = ({ pattern, flags }: Expression): string => `${pattern}/${flags}`

const sourceFiles = (): string[] =>
  ROOMS.flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .toSorted()
      .map((name) => join(room, name)),
  )

/** Each pattern once for each file. */
export async function collectExpressions(): Promise<Expression[]> {
  const files = sourceFiles()
  const literals = files.flatMap((file) => literalsIn(file, readFileSync(join(ROOT, file), 'utf8')))
  // Whatever loads the files may hand literals to the constructor as well.
  const written = new Set(literals.map(keyOf))
  return [...literals, ...(await madeIn(files)).filter((one) => !written.has(keyOf(one)))]
}

function literalsIn(file: string, text: string): Expression[] {
  const found: Expression[] = []
  walkSource(file, text, (node) => {
    const { type, regex, start } = node
    if (type === 'Literal' && isNode(regex)) {
      const line = text.slice(0, Number(start)).split('\n').length
      found.push({ file, line, pattern: String(regex['pattern']), flags: String(regex['flags']) })
    }
    return true
  })
  return found
}

/** Loads the files, whose work is pure, and notes what they hand to the constructor on the way. */
async function madeIn(files: readonly string[]): Promise<Expression[]> {
  const found = new Map<string, Expression>()
  const own = globalThis.RegExp
  let file = ''
  globalThis.RegExp = new Proxy(own, {
    construct(target, words: [string | RegExp, string?]) {
      const one = Reflect.construct(target, words)
      const made = { file, line: null, pattern: one.source, flags: one.flags }
      found.set(keyOf(made), made)
      return one
    },
  })
  try {
    for (file of files) await import(pathToFileURL(join(ROOT, file)).href)
  } finally {
    globalThis.RegExp = own
  }
  return [...found.values()]
}
