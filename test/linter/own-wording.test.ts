/** Our own screens, messages and guides, read by our own linter: nobody is judged on them, and nothing is clear only afterwards. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lint, type Category } from '../../src/linter/linter.ts'
import { ROOT } from '../support/command-line.ts'
import { isNode, walkSource } from '../support/syntax.ts'

const ASKED: ReadonlySet<Category> = new Set(['blame', 'team-blame', 'hindsight', 'wording'])
/** Rooms whose strings people read. */
const SHOWN = ['src/web', 'src/cli', 'src/domain', 'src/http', 'src/usecases']
/** Pages that quote what they advise against. */
const QUOTING = new Set(['linter.md'])

const filesIn = (folder: string, ending: RegExp): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => join(folder, name))

/** What a source file may show: strings and texts of several words, what is filled in left open. */
function textsIn(file: string): string[] {
  const texts: string[] = []
  walkSource(file, readFileSync(join(ROOT, file), 'utf8'), ({ type, value, quasis }) => {
    if (type === 'ImportDeclaration') return false
    if ((type === 'Literal' || type === 'JSXText') && typeof value === 'string') texts.push(value)
    if (type === 'TemplateLiteral' && Array.isArray(quasis))
      texts.push(quasis.map(cookedOf).join('the thing'))
    return true
  })
  return texts
    .map((text) => text.replaceAll(/\s+/g, ' ').trim())
    .filter((text) => /\p{L}+ \p{L}+/u.test(text))
}

function cookedOf(quasi: unknown): string {
  const cooked = isNode(quasi) && isNode(quasi['value']) ? quasi['value']['cooked'] : ''
  return typeof cooked === 'string' ? cooked : ''
}

const findingsIn = (text: string): string[] =>
  lint(text, { language: 'en' })
    .findings.filter((one) => ASKED.has(one.category))
    .map((one) => `${one.ruleId}: ${text.slice(one.range.start.offset, one.range.end.offset)}`)

describe('our own wording', () => {
  it('passes the linter on every screen and in every message', () => {
    const shown = SHOWN.flatMap((room) => filesIn(room, /\.tsx?$/)).map(
      (file) => [file, textsIn(file)] as const,
    )
    expect(shown.flatMap(([, texts]) => texts).length).toBeGreaterThan(1_000)
    const found = shown.flatMap(([file, texts]) =>
      texts.flatMap((text) => findingsIn(text).map((one) => `${file}: ${one}`)),
    )
    expect(found).toEqual([])
  })

  it('passes the linter in every guide', () => {
    const guides = filesIn('docs/guide', /\.md$/).filter((file) => !QUOTING.has(file.split('/').at(-1) ?? ''))
    expect(guides.length).toBeGreaterThan(5)
    const found = guides.flatMap((file) =>
      findingsIn(readFileSync(join(ROOT, file), 'utf8')).map((one) => `${file}: ${one}`),
    )
    expect(found).toEqual([])
  })

  it('would be told where it judges somebody', () => {
    expect(findingsIn('The on-call engineer failed to notice the alert.')).toHaveLength(1)
  })
})
