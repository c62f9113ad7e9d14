/** Word lists run over several lines: no two words may run together where the lines meet. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import '../linter.ts'
import { baseOf, formsOf, gerundOf } from './forms.ts'
import { GROUPS } from './groups.ts'
import { nouns, setOf, verbs } from './list.ts'

const LINTER = resolve(import.meta.dirname, '..')

const sources = (readdirSync(LINTER, { recursive: true }) as string[])
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => ({ name, text: readFileSync(join(LINTER, name), 'utf8') }))

it('parts the words of a list where its lines meet', () => {
  const joined = sources.flatMap(({ name, text }) =>
    [...text.matchAll(/([^\s'`]*)(['`A-Z_]) \+\n\s*['`](\S*)/g)]
      .filter(
        ([, before, , after]) =>
          before !== '' && !before?.endsWith(',') && after !== '' && !after?.startsWith("'"),
      )
      .map(([, before, , after]) => `${name}: ${before}|${after}`),
  )
  expect(joined).toEqual([])
})

it('reads verbs in every form, nouns with their plural, and phrases', () => {
  expect([...setOf('~drop user+')].toSorted()).toEqual(
    ['drop', 'dropped', 'dropping', 'drops', 'user', 'users'].toSorted(),
  )
  expect([...nouns('entry process host')]).toEqual([
    'entry',
    'entries',
    'process',
    'processes',
    'host',
    'hosts',
  ])
  expect(verbs('write').has('written')).toBe(true)
})

it.each([
  ['run', ['ran', 'run', 'runs', 'running']],
  ['break', ['broke', 'broken', 'breaks', 'breaking']],
  ['unplug', ['unplugged', 'unplugs', 'unplugging']],
  ['notice', ['noticed', 'notices', 'noticing']],
  ['rely', ['relied', 'relies', 'relying']],
  ['miss', ['missed', 'misses', 'missing']],
  ['create', ['created', 'creates', 'creating']],
  ['reroute', ['rerouted', 'reroutes', 'rerouting']],
  ['monitor', ['monitored', 'monitors', 'monitoring']],
  ['treat', ['treated', 'treats', 'treating']],
  ['repair', ['repaired', 'repairs', 'repairing']],
])('forms %s and finds its way back', (base, forms) => {
  expect(new Set(formsOf(base))).toEqual(new Set([base, ...forms]))
  for (const form of forms.filter((one) => !one.endsWith('s') || one.endsWith('ss')))
    expect(baseOf(form)).toBe(base)
  expect(forms).toContain(gerundOf(base))
})

it('finds back from every form of every listed verb', () => {
  const listed = sources.flatMap(({ text }) =>
    [
      ...text.matchAll(/\b(?:bases|verbs|byForm|byFiniteForm)\(\s*((?:['`][^'`]*['`](?:\s*\+\s*)?)+)/g),
    ].flatMap(([, written = '']) =>
      written
        .replaceAll(/['`+\s]+/g, ' ')
        .trim()
        .split(' '),
    ),
  )
  expect(listed.length).toBeGreaterThan(300)
  const lost = [...new Set(listed)]
    .filter((base) => /^[a-z]+$/.test(base))
    .flatMap((base) =>
      formsOf(base)
        .filter((form) => baseOf(form) !== base)
        .map((form) => `${base}: ${form} → ${baseOf(form)}`),
    )
  expect(lost).toEqual([])
})

it('knows every group that a phrase names', () => {
  const named = sources.flatMap(({ name, text }) =>
    [...text.matchAll(/phraseBook\(\s*`([^`]*)`/g)].flatMap(([, phrases = '']) =>
      [...phrases.matchAll(/\$(\w+)/g)].map(([, group = '']) => ({ name, group })),
    ),
  )
  expect(named.length).toBeGreaterThan(30)
  expect(named.filter(({ group }) => GROUPS[group] === undefined)).toEqual([])
  expect(Object.keys(GROUPS).filter((group) => !named.some((one) => one.group === group))).toEqual([])
})
