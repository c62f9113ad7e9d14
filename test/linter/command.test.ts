/** `highwater lint` as a person or a build runs it: a process, files, standard input, exit statuses. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')
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

function run(args: readonly string[], input = ''): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', join(ROOT, 'node_modules/tsx/dist/loader.mjs'), join(ROOT, 'src/main.ts'), 'lint', ...args],
    { cwd: folder, input, encoding: 'utf8' },
  )
  return { status, out: stdout, err: stderr }
}

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
