/** The GitHub Action, the GitLab job and the pre-commit hook, run as their runners would, on a change with odd file names. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { ROOT } from '../support/command-line.ts'

const ACTION = z
  .object({
    inputs: z.record(z.string(), z.strictObject({ description: z.string(), default: z.string() })),
    outputs: z.record(z.string(), z.strictObject({ description: z.string(), value: z.string() })),
    runs: z.object({
      using: z.literal('composite'),
      steps: z.array(
        z.object({
          id: z.string(),
          shell: z.literal('bash'),
          env: z.record(z.string(), z.string()),
          run: z.string(),
        }),
      ),
    }),
  })
  .parse(parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')))

const BLAMING = '# Outage\n\n## What happened\n\nBob forgot to run the migration script.\n'
/** Names that would run, end or forge something where they are not kept apart from commands. */
const HOSTILE = [
  '::error::x.md',
  '$(touch pwned).md',
  'a,b:c%0A.md',
  'it\'s `id` "q".md',
  '##[add-mask]y.md',
  '-n.md',
]

let folder = ''
let files = ''

const git = (...words: string[]): string =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@example.org', ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })

beforeAll(() => {
  // Whatever a checkout lacks is made once, outside the time of a test.
  const { status, stderr } = spawnSync(join(ROOT, 'bin/highwater'), ['--version'], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`bin/highwater cannot run: ${stderr}`)
}, 600_000)

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'highwater-ci-')))
  files = mkdtempSync(join(tmpdir(), 'highwater-runner-'))
  git('init', '-q', '-b', 'main')
  mkdirSync(join(folder, 'reports'))
  writeFileSync(join(folder, 'reports', 'old.md'), BLAMING)
  git('add', '-A')
  git('commit', '-qm', 'before')
  git('update-ref', 'refs/remotes/origin/main', 'HEAD')
  git('switch', '-qc', 'work')
  for (const name of HOSTILE) writeFileSync(join(folder, 'reports', name), BLAMING)
  git('add', '-A')
  git('commit', '-qm', 'change')
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
  rmSync(files, { recursive: true, force: true })
})

interface Step {
  readonly status: number | null
  readonly log: string
  readonly outputs: string
  readonly summary: string
}

/** Runs the action's step as a runner does: expressions filled into its environment, a script file, the runner's own files. */
function runAction(
  given: Readonly<Record<string, string>>,
  event: Readonly<Record<string, string>> = { 'github.base_ref': 'main' },
): Step {
  const [step] = ACTION.runs.steps
  if (step === undefined) throw new Error('the action has no step')
  const valueOf = (expression: string): string =>
    expression.startsWith('inputs.')
      ? (given[expression.slice(7)] ?? ACTION.inputs[expression.slice(7)]?.default ?? '')
      : (event[expression] ?? '')
  const filled = Object.entries(step.env).map(([name, text]) => [
    name,
    text.replaceAll(/\$\{\{\s*([\w.-]+)\s*\}\}/g, (_all, expression: string) => valueOf(expression)),
  ])
  const [script, output, summary] = ['script.sh', 'output', 'summary'].map((name) => join(files, name)) as [
    string,
    string,
    string,
  ]
  writeFileSync(script, step.run)
  writeFileSync(output, '')
  writeFileSync(summary, '')
  const { status, stdout } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      ...Object.fromEntries(filled),
      GITHUB_ACTION_PATH: ROOT,
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
    },
  })
  return {
    status,
    log: stdout,
    outputs: readFileSync(output, 'utf8'),
    summary: readFileSync(summary, 'utf8'),
  }
}

/** The commands that a runner would act on, those between stopped and resumed left out. */
function commandsIn(log: string): string[] {
  let stopped: string | null = null
  const commands: string[] = []
  for (const line of log.split('\n').map((one) => one.trimStart())) {
    const stop = /^::stop-commands::(.+)$/.exec(line)?.[1]
    if (stopped === null && stop !== undefined) stopped = stop
    else if (stopped !== null && line === `::${stopped}::`) stopped = null
    else if (stopped === null && (line.startsWith('::') || line.includes('##['))) commands.push(line)
  }
  expect(stopped).toBeNull()
  return commands
}

const unescaped = (text: string): string =>
  text.replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%0A', '\n').replaceAll('%25', '%')

describe('the GitHub Action', () => {
  it('uses inputs that exist, every one of them, and no expression in its script', () => {
    const env = JSON.stringify(ACTION.runs.steps.map((step) => step.env))
    const used = [...env.matchAll(/inputs\.([\w-]+)/g)].map((match) => match[1])
    expect(new Set(used)).toEqual(new Set(Object.keys(ACTION.inputs)))
    for (const { run } of ACTION.runs.steps) expect(run).not.toContain('${{')
    const outputs = Object.values(ACTION.outputs).map((one) => one.value)
    for (const value of outputs) expect(value).toMatch(/^\$\{\{ steps\.lint\.outputs\.[\w-]+ \}\}$/)
  })

  it('annotates what a pull request changed, whatever the files are called, and fails', () => {
    const { status, log, outputs, summary } = runAction({ paths: 'reports\n', 'changed-only': 'true' })
    expect(status).toBe(1)
    const annotated = commandsIn(log).map((one) => /^::error file=([^,]+),line=5,/.exec(one)?.[1] ?? one)
    expect(new Set(annotated.map(unescaped))).toEqual(new Set(HOSTILE.map((name) => `reports/${name}`)))
    expect(outputs).toBe('status=1\n')
    expect(summary).toContain(`### Blameless wording: ${HOSTILE.length} errors`)
    expect(git('status', '--porcelain')).toBe('')
  })

  it('keeps texts and names from being taken for commands in other formats', () => {
    writeFileSync(
      join(folder, 'reports', 'old.md'),
      '::warning::Bob forgot to run the ##[add-mask]x script.\n',
    )
    const { status, log } = runAction({ paths: 'reports', format: 'text' })
    expect(status).toBe(1)
    expect(log).toContain('person-failed')
    expect(commandsIn(log)).toEqual([])
  })

  it('takes a roster, a baseline and a severity, and writes SARIF', () => {
    writeFileSync(join(folder, 'who is.yaml'), 'services: [Bob]\n')
    const calm = runAction({ roster: 'who is.yaml', 'sarif-file': 'out $(x).sarif' })
    expect(calm).toMatchObject({ status: 0 })
    expect(JSON.parse(readFileSync(join(folder, 'out $(x).sarif'), 'utf8'))).toMatchObject({
      version: '2.1.0',
    })
    expect(calm.outputs).toMatch(/^status=0\nsarif-file<<(end-\w+)\nout \$\(x\)\.sarif\n\1\n$/)
    expect(runAction({ 'fail-on': 'never' }).status).toBe(0)
    expect(runAction({ baseline: 'nowhere.json' }).status).toBe(2)
  })

  it('checks what a push brought, and only that', () => {
    const before = git('rev-parse', 'HEAD').trim()
    writeFileSync(join(folder, 'reports', 'pushed.md'), BLAMING)
    git('add', '-A')
    git('commit', '-qm', 'push')
    const pushed = runAction({ 'changed-only': 'true' }, { 'github.event.before': before })
    expect(commandsIn(pushed.log)).toHaveLength(1)
    const first = runAction({ 'changed-only': 'true' }, { 'github.event.before': '0'.repeat(40) })
    expect(commandsIn(first.log)).toHaveLength(HOSTILE.length + 1)
  })
})

/** The fenced YAML of the guide under a heading. */
function guideYaml(heading: string): unknown {
  const guide = readFileSync(join(ROOT, 'docs/guide/ci.md'), 'utf8')
  const section = guide.split(`\n## ${heading}\n`)[1] ?? ''
  return parse(/```yaml\n([\s\S]*?)```/.exec(section)?.[1] ?? '')
}

describe('the GitLab job of the guide', () => {
  it('fails for what a merge request changed, and leaves a code quality report', () => {
    const { postmortems } = z
      .object({ postmortems: z.object({ script: z.array(z.string()), artifacts: z.unknown() }) })
      .parse(guideYaml('GitLab'))
    const base = git('rev-parse', 'main').trim()
    const { status, stdout } = spawnSync('bash', ['-eo', 'pipefail', '-c', postmortems.script.join('\n')], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        HIGHWATER: ROOT,
        POSTMORTEMS: 'reports',
        CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
      },
    })
    expect(status).toBe(1)
    expect(stdout).toContain(`${HOSTILE.length} files checked`)
    const report = JSON.parse(readFileSync(join(folder, 'gl-code-quality-report.json'), 'utf8')) as {
      location: { path: string }
      fingerprint: string
    }[]
    expect(new Set(report.map((one) => one.location.path))).toEqual(
      new Set(HOSTILE.map((name) => `reports/${name}`)),
    )
    expect(new Set(report.map((one) => one.fingerprint)).size).toBe(HOSTILE.length)
    expect(JSON.stringify(postmortems.artifacts)).toContain('gl-code-quality-report.json')
  })
})

describe('the pre-commit hook', () => {
  it('checks the files it is given, whatever they are called', () => {
    const [hook] = z
      .array(
        z.object({
          id: z.literal('highwater-lint'),
          entry: z.string(),
          args: z.array(z.string()),
          language: z.literal('script'),
          types: z.tuple([z.literal('markdown')]),
        }),
      )
      .length(1)
      .parse(parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8')))
    const [program = '', ...words] = (hook?.entry ?? '').split(' ')
    // A script's entry is a path in the hook's own repository; it runs in the checkout, names at its end.
    const run = (...names: string[]) =>
      spawnSync(join(ROOT, program), [...words, ...(hook?.args ?? []), ...names], {
        cwd: join(folder, 'reports'),
        encoding: 'utf8',
      })
    const { status, stdout } = run(...HOSTILE)
    expect(status).toBe(1)
    expect(stdout).toContain(`${HOSTILE.length} files checked: ${HOSTILE.length} errors`)
    writeFileSync(join(folder, 'reports', 'fine.md'), 'The disk was full at 10:02.\n')
    expect(run('fine.md').status).toBe(0)
  })
})
