/** Holds SARIF output against a strict description of the parts of SARIF 2.1.0 (OASIS, 2020, errata 01) that are used. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { asSarif } from '../../src/cli/lint/as-sarif.ts'
import { lint, RULES } from '../../src/linter/linter.ts'

const PAGES = resolve(import.meta.dirname, '../../docs/rules')

/** What the pages of the rules say to avoid: every rule speaks at least once. */
const EVERY_KIND = readdirSync(PAGES)
  .map((name) => readFileSync(join(PAGES, name), 'utf8').split('\n## Prefer\n')[0] ?? '')
  .flatMap((page) => [...page.matchAll(/```markdown\n([\s\S]*?)```/g)].map((match) => match[1] ?? ''))
  .join('\n')

const level = z.enum(['none', 'note', 'warning', 'error'])
const message = z.strictObject({ text: z.string().min(1) })
/** A reference: whole, or relative with every reserved letter encoded. */
const uri = z.string().regex(/^(?:file:\/\/\/)?(?:[A-Za-z0-9\-._~!'()*@$&+,;=]|%[0-9A-F]{2}|\/)+$/)
const artifactLocation = z.strictObject({ uri, uriBaseId: z.literal('%SRCROOT%').optional() })
const region = z
  .strictObject({
    startLine: z.int().min(1),
    startColumn: z.int().min(1),
    endLine: z.int().min(1),
    endColumn: z.int().min(1),
  })
  .refine((one) => one.endLine > one.startLine || one.endColumn >= one.startColumn)
const rule = z.strictObject({
  id: z.string(),
  shortDescription: message,
  fullDescription: message,
  help: message,
  helpUri: z.url(),
  defaultConfiguration: z.strictObject({ level }),
  properties: z.strictObject({ category: z.string(), tags: z.array(z.string()).min(1) }),
})
const change = z.strictObject({
  artifactLocation,
  replacements: z
    .array(z.strictObject({ deletedRegion: region, insertedContent: z.strictObject({ text: z.string() }) }))
    .min(1),
})
const result = z.strictObject({
  ruleId: z.string(),
  ruleIndex: z.int().min(0),
  level,
  message,
  locations: z
    .array(z.strictObject({ physicalLocation: z.strictObject({ artifactLocation, region }) }))
    .length(1),
  partialFingerprints: z.record(z.string(), z.string()),
  fixes: z
    .array(z.strictObject({ description: message, artifactChanges: z.array(change).min(1) }))
    .min(1)
    .optional(),
})
const notification = z.strictObject({
  level,
  message,
  locations: z.array(z.strictObject({ physicalLocation: z.strictObject({ artifactLocation }) })),
})
const SARIF = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z
    .array(
      z.strictObject({
        tool: z.strictObject({ driver: z.strictObject({ name: z.string(), rules: z.array(rule) }) }),
        columnKind: z.literal('utf16CodeUnits'),
        invocations: z.array(
          z.strictObject({
            executionSuccessful: z.boolean(),
            toolExecutionNotifications: z.array(notification),
          }),
        ),
        results: z.array(result),
      }),
    )
    .length(1),
})

const read = (path: string, text: string) => ({
  path,
  text,
  findings: lint(text).findings,
  setAside: 0,
  error: null,
})

const sarifOf = (...files: Parameters<typeof asSarif>[0]) => SARIF.parse(JSON.parse(asSarif(files))).runs[0]

describe('SARIF output', () => {
  it('is SARIF 2.1.0 for findings of every kind, for files that cannot be read, and for nothing', () => {
    const run = sarifOf(read('a.md', `${EVERY_KIND}\n\n🌊 The threshold was obviously too low.\n`), {
      path: 'b.md',
      text: '',
      findings: [],
      setAside: 0,
      error: 'is not text',
    })
    expect(run?.results.length).toBeGreaterThan(10)
    expect(run?.results.some((one) => one.fixes !== undefined)).toBe(true)
    expect(run?.invocations[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ message: { text: 'is not text' } }],
    })
    expect(sarifOf()?.results).toEqual([])
  })

  it('names each result’s rule, and describes every rule with its address', () => {
    const run = sarifOf(read('a.md', EVERY_KIND))
    expect(run?.tool.driver.rules.map((one) => one.id)).toEqual(RULES.map((one) => one.id))
    for (const one of run?.results ?? []) {
      expect(run?.tool.driver.rules[one.ruleIndex]?.id).toBe(one.ruleId)
      expect(Object.values(one.partialFingerprints)).toEqual([
        expect.stringMatching(/^[0-9a-f]{16}(?:-\d+)?$/),
      ])
    }
  })

  it('encodes names into addresses relative to the sources, and gives others whole', () => {
    const uriOf = (path: string) =>
      sarifOf(read(path, 'Bob forgot to run it.'))?.results[0]?.locations[0]?.physicalLocation
        .artifactLocation
    expect(uriOf('reports/a b#1?%.md')).toEqual({
      uri: 'reports/a%20b%231%3F%25.md',
      uriBaseId: '%SRCROOT%',
    })
    expect(uriOf('é:\ud800.md')).toEqual({ uri: '%C3%A9%3A%EF%BF%BD.md', uriBaseId: '%SRCROOT%' })
    expect(uriOf('/elsewhere/a b.md')).toEqual({ uri: 'file:///elsewhere/a%20b.md' })
  })
})
