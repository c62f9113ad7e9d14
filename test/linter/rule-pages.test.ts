/** Holds every rule against its page: the examples to avoid are found, the ones to prefer are not. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lint, RULES } from '../../src/linter/linter.ts'

const PAGES = resolve(import.meta.dirname, '../../docs/rules')

function examplesUnder(page: string, heading: string): string[] {
  const section = page.split(/^## /m).length === 0 ? '' : (page.split(`\n## ${heading}\n`)[1] ?? '')
  const end = section.search(/\n## (?:Why|Avoid|Prefer|When not to use it|Sources)\n/)
  return [...section.slice(0, end === -1 ? undefined : end).matchAll(/```markdown\n([\s\S]*?)```/g)].map(
    (match) => match[1] ?? '',
  )
}

const rulesFoundIn = (text: string): string[] => lint(text).findings.map((finding) => finding.ruleId)

describe.each(RULES)('$id', ({ id, category, severity, source }) => {
  const page = readFileSync(join(PAGES, `${id}.md`), 'utf8')

  it('has a page that names its category, severity, reason and sources', () => {
    expect(page).toContain(`\`${id}\` · category \`${category}\` · ${severity}`)
    const headings = [...page.matchAll(/^## (Why|Avoid|Prefer|When not to use it|Sources)$/gm)].map(
      (one) => one[1],
    )
    expect(headings).toEqual(['Why', 'Avoid', 'Prefer', 'When not to use it', 'Sources'])
    expect(page).toMatch(/\n## Why\n\n[\p{Lu}“].{20,}\n/u)
    expect(page).toMatch(/\n## When not to use it\n\n.{20,}\n/)
    expect(page).toContain(`<!-- highwater-ignore ${id}: the reason -->`)
    expect(page.split('\n## Sources\n')[1]).toContain(`](${source}`)
  })

  it('finds what its page says to avoid', () => {
    const examples = examplesUnder(page, 'Avoid')
    expect(examples.length).toBeGreaterThan(0)
    expect(examples.filter((text) => !rulesFoundIn(text).includes(id))).toEqual([])
  })

  it('is silent on what its page says to prefer', () => {
    const examples = examplesUnder(page, 'Prefer')
    expect(examples.length).toBeGreaterThan(0)
    expect(examples.filter((text) => rulesFoundIn(text).includes(id))).toEqual([])
  })
})

describe('the pages of the rules', () => {
  it('are as many as the rules', () => {
    const pages = readdirSync(PAGES).map((name) => name.replace(/\.md$/, ''))
    expect(pages.toSorted()).toEqual(RULES.map((rule) => rule.id).toSorted())
  })
})
