/** `highwater lint` as a person or a build runs it: a process, files, standard input, exit statuses. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asText } from '../../src/cli/lint/as-text.ts'
import { lint } from '../../src/linter/linter.ts'
import { runHighwater, type Ran } from '../support/command-line.ts'

const BLAMING = '# Outage\n\n## What happened\n\nBob forgot to run the migration script.\n'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'highwater-lint-'))
  mkdirSync(join(folder, 'reports'))
  writeFileSync(join(folder, 'reports', 'a.md'), BLAMING)
  writeFileSync(join(folder, 'reports', 'b.md'), '# Fine\n\nThe pods restarted at 10:02.\n')
  writeFileSync(join(folder, 'reports', 'c.md'), Buffer.from([0, 1, 2, 0, 255, 254, 0, 0, 7]))
  writeFileSync(join(folder, 'reports', 'notes.csv'), 'a,b\n')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (args: readonly string[], input = ''): Ran => runHighwater(folder, ['lint', ...args], input)

describe('highwater lint', () => {
  it('prints findings with the line, the reason and a rewrite, and fails', () => {
    const { status, out } = run(['reports/a.md'])
    expect(status).toBe(1)
    expect(out).toContain('reports/a.md:5:1  error  person-failed')
    expect(out).toContain('5 │ Bob forgot to run the migration script.')
    expect(out).toMatch(/try {2}Nothing in <process or tool> prompted running the migration script/)
  })

  it('reads standard input and prints JSON of version 1', () => {
    const { status, out } = run(['--format', 'json', '-'], BLAMING)
    const report = JSON.parse(out)
    expect(status).toBe(1)
    expect(report.version).toBe(1)
    expect(report.summary).toEqual({ error: 1, warning: 0, info: 0 })
    const [finding] = report.files[0].findings
    expect(Object.keys(finding).toSorted()).toEqual(
      ['ruleId', 'category', 'severity', 'message', 'why', 'range', 'suggestions', 'fingerprint'].toSorted(),
    )
    expect(finding.range.start).toEqual({ line: 5, column: 1, offset: BLAMING.indexOf('Bob') })
  })

  it('goes through folders, says of a binary file that it is no text, and goes on', () => {
    const { status, out } = run(['--format', 'json', '--fail-on', 'never', 'reports'])
    const files = JSON.parse(out).files as { path: string; findings: unknown[]; error?: string }[]
    expect(status).toBe(1)
    expect(files.map((file) => [file.path, file.findings.length, file.error])).toEqual([
      ['reports/a.md', 1, undefined],
      ['reports/b.md', 0, undefined],
      ['reports/c.md', 0, 'is not text'],
    ])
  })

  it('fails by the severity that is asked for', () => {
    const vague = 'Some users could not log in.\n'
    expect(run(['-'], vague).status).toBe(0)
    expect(run(['--fail-on', 'warning', '-'], vague).status).toBe(1)
    expect(run(['--fail-on', 'never', '-'], BLAMING).status).toBe(0)
    expect(run(['--fail-on', 'warning', '--rules', 'vague-quantity=off', '-'], vague).status).toBe(0)
  })

  it('passes over what the baseline holds', () => {
    expect(run(['--baseline', 'known.json', '--update-baseline', 'reports/a.md']).status).toBe(0)
    expect(run(['--baseline', 'known.json', 'reports/a.md']).status).toBe(0)
    expect(run(['--baseline', 'known.json', '-'], 'Alice forgot to test it.').status).toBe(1)
  })

  it('keeps a baseline by file: through moves within it, from any folder, and not for a new file', () => {
    writeFileSync(join(folder, 'old.md'), 'Bob forgot to run it.\n\nThe disk was full.\n')
    const update = (name: string): number | null =>
      run(['--baseline', 'moved.json', '--update-baseline', name]).status
    expect([update('old.md'), update('reports/a.md')]).toEqual([0, 0])
    writeFileSync(join(folder, 'old.md'), '# Title\n\nThe disk was full.\n\n**Bob** forgot to run it.\n')
    writeFileSync(join(folder, 'new.md'), 'Bob forgot to run it.\n')
    expect(run(['--baseline', 'moved.json', 'old.md', 'reports/a.md']).status).toBe(0)
    expect(run(['--baseline', 'moved.json', 'new.md']).status).toBe(1)
    const below = join(folder, 'reports')
    expect(runHighwater(below, ['lint', '--baseline', '../moved.json', '../old.md', 'a.md']).status).toBe(0)
    writeFileSync(join(folder, 'old.md'), 'Bob forgot to run it. Alice ignored the alert.\n')
    expect(run(['--baseline', 'moved.json', 'old.md']).status).toBe(1)
  })

  it('goes by the settings file of the working folder, which flags outdo', () => {
    const own = join(folder, 'own')
    mkdirSync(own)
    writeFileSync(join(own, '.highwater-lint.yaml'), 'roster: who.yaml\nrules: { vague-quantity: error }\n')
    writeFileSync(join(own, 'who.yaml'), 'services: [Bob]\n')
    const lintOwn = (...words: string[]): Ran =>
      runHighwater(own, ['lint', ...words, '-'], 'Bob failed to start.\n\nSome users saw it.\n')
    expect(lintOwn().out).toContain('1 errors, 0 warnings')
    expect(lintOwn('--rules', 'vague-quantity=off')).toMatchObject({ status: 0 })
    writeFileSync(join(own, '.highwater-lint.yaml'), 'rules: { nonsense: off }\n')
    expect(lintOwn()).toMatchObject({ status: 2 })
    expect(lintOwn().err).toContain('.highwater-lint.yaml')
    expect(lintOwn().err).toContain('nonsense')
  })

  it('shows no control characters, and colours on a terminal alone', () => {
    const { out } = run(['-'], 'Bob forgot to run the \u001B[31m\u202Emigration \u0007now.\n')
    expect(out).toContain('forgot to run the')
    // oxlint-disable-next-line no-control-regex
    expect(out).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/)
    const text = 'Bob forgot to run it.'
    const file = { path: 'a.md', text, findings: lint(text).findings, setAside: 0, error: null }
    expect(asText([file], { colours: true })).toContain('\u001B[31merror\u001B[0m')
    expect(asText([file])).not.toContain('\u001B')
  })

  it('underlines the words of the finding, past wide letters and tabs', () => {
    const { out } = run(['-'], '\t日本🌊 e\u0301 Bob forgot to run it.\n'.trimStart())
    const [shown = '', under = ''] = out.split('\n').filter((line) => line.includes('│'))
    expect(shown).toContain('日本🌊 e\u0301 Bob')
    expect(under.indexOf('─')).toBe(shown.indexOf('Bob') + 3 - 2)
  })

  it('names every unreadable, huge or binary file, and checks the rest', () => {
    const huge = join(folder, 'huge')
    mkdirSync(huge)
    writeFileSync(join(huge, 'a.md'), Buffer.alloc(26 * 1024 * 1024, 'a'))
    writeFileSync(join(huge, 'b.md'), Buffer.from('\u0089PNG\r\n\u001A\n', 'latin1'))
    symlinkSync('nowhere', join(huge, 'c.md'))
    writeFileSync(join(huge, 'd.md'), BLAMING)
    const { status, out } = run(['--format', 'json', 'huge'])
    const files = JSON.parse(out).files as { path: string; findings: unknown[]; error?: string }[]
    expect(status).toBe(1)
    expect(new Map(files.map((file) => [file.path, file.error ?? file.findings.length]))).toEqual(
      new Map<string, string | number>([
        ['huge/a.md', 'is larger than 25 MiB'],
        ['huge/b.md', 'is not text'],
        ['huge/c.md', 'does not exist'],
        ['huge/d.md', 1],
      ]),
    )
  })

  it('prints a page for a build and a report for GitLab, with every name and word as it stands', () => {
    const name = 'a|b <i>, `x`.md'
    writeFileSync(join(folder, name), 'Bob forgot to run <script> | `it`.\n')
    const page = run(['--format', 'markdown', name]).out
    expect(page).toContain('### Blameless wording: 1 errors')
    expect(page).toContain('a&#124;b &lt;i&gt;, &#96;x&#96;.md')
    expect(page).not.toContain('<script>')
    const [issue] = JSON.parse(run(['--format', 'gitlab', name]).out)
    expect(issue).toMatchObject({
      check_name: 'person-failed',
      severity: 'major',
      location: { path: name, lines: { begin: 1, end: 1 } },
    })
    expect(issue.fingerprint).toMatch(/^[0-9a-f]{64}$/)
  })

  it('escapes what would end an annotation early', () => {
    const name = 'a:b,c%0A::d.md'
    writeFileSync(join(folder, name), 'Bob forgot 100% of it.\n')
    const { out } = run(['--format', 'github', name])
    expect(out).toMatch(/^::error file=a%3Ab%2Cc%250A%3A%3Ad\.md,line=1,/)
    expect(out.trimEnd().split('\n')).toHaveLength(1)
  })

  it('goes by the roster', () => {
    writeFileSync(join(folder, 'roster.yaml'), 'services: [Bob]\n')
    expect(run(['--roster', 'roster.yaml', '-'], 'Bob failed to start.').status).toBe(0)
    expect(run(['-'], 'Bob failed to start.').status).toBe(1)
  })

  it('prints annotations and SARIF', () => {
    const github = run(['--format', 'github', 'reports/a.md']).out
    expect(github).toMatch(
      /^::error file=reports\/a\.md,line=5,endLine=5,col=1,endColumn=39,title=person-failed::/,
    )
    const sarif = JSON.parse(run(['--format', 'sarif', 'reports/a.md']).out)
    expect(sarif.version).toBe('2.1.0')
    expect(sarif.runs[0].results[0]).toMatchObject({
      ruleId: 'person-failed',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'reports/a.md' },
            region: { startLine: 5, startColumn: 1 },
          },
        },
      ],
    })
  })

  it('says what is wrong with its use', () => {
    expect(run([])).toMatchObject({ status: 2 })
    expect(run(['--format', 'xml', '-'])).toMatchObject({ status: 2 })
    expect(run(['--rules', 'nonsense=off', '-'])).toMatchObject({ status: 2 })
    const missing = run(['--format', 'json', 'nowhere.md'])
    expect(missing.status).toBe(1)
    expect(JSON.parse(missing.out).files[0]).toMatchObject({ path: 'nowhere.md', error: 'does not exist' })
  })
})
