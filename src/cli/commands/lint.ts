/** `lint`: checks Markdown postmortems without a server. */
import { createLinter, type LintOptions, type Severity } from '../../linter/linter.ts'
import { choiceOf, textOf, WrongUse, type Command, type Words } from '../command.ts'
import { EXIT } from '../exit.ts'
import { asGithub } from '../lint/as-github.ts'
import { asJson } from '../lint/as-json.ts'
import { asSarif } from '../lint/as-sarif.ts'
import { asText } from '../lint/as-text.ts'
import type { LintedFile } from '../lint/report.ts'
import { textsIn, type Given } from '../lint/read-texts.ts'
import { readBaseline, readRoster, readRules, writeBaseline } from '../lint/settings.ts'

const FORMATS = {
  text: asText,
  json: asJson,
  github: asGithub,
  sarif: asSarif,
} as const

const FAILS = { error: ['error'], warning: ['error', 'warning'], never: [] } as const satisfies Record<
  string,
  readonly Severity[]
>

export const lintCommand: Command = {
  name: 'lint',
  takes: 'FILE|DIR|-…',
  summary:
    'Check postmortems in Markdown for blame, hindsight, vague claims and weak actions; needs no server',
  description:
    'Reads files, folders in depth (Markdown only) and standard input (-). Exit status 1 when a finding reaches --fail-on or a file cannot be read; ' +
    'the rest are still checked. A comment such as <!-- highwater-ignore person-failed: reason --> sets a finding aside. docs/rules has a page for each rule.',
  flags: {
    format: {
      type: 'string',
      value: 'text|json|sarif|github',
      help: 'How to print the findings; text unless said',
    },
    'fail-on': {
      type: 'string',
      value: 'error|warning|never',
      help: 'Least severity that makes the exit status 1; error unless said',
    },
    roster: {
      type: 'string',
      value: 'FILE',
      help: 'YAML or JSON with lists people, teams, services, vendors',
    },
    baseline: {
      type: 'string',
      value: 'FILE',
      help: 'Findings to pass over, as --update-baseline wrote them',
    },
    'update-baseline': { type: 'boolean', help: 'Write the present findings to the baseline file' },
    rules: {
      type: 'string',
      value: 'RULE=SEVERITY,…',
      help: 'Severity by rule: error, warning, info or off',
    },
  },
  async run(words, terminal) {
    if (words.rest.length === 0) throw new WrongUse('FILE, DIR or - is missing')
    const format = choiceOf(words, 'format', ['text', 'json', 'sarif', 'github'], 'text')
    const failOn = choiceOf(words, 'fail-on', ['error', 'warning', 'never'], 'error')
    const options = await optionsOf(words)
    const linter = createLinter(options)
    const files: LintedFile[] = []
    for await (const given of textsIn(words.rest, process.stdin)) files.push(checked(given, linter))
    if (files.length === 0) terminal.err('There is no Markdown to check here.\n')
    const baseline = textOf(words, 'baseline')
    if (words.flags['update-baseline'] === true && baseline !== null) {
      await writeBaseline(
        baseline,
        files.flatMap((file) => file.findings.map((finding) => finding.fingerprint)),
      )
      terminal.err(`Wrote ${baseline}.\n`)
      return EXIT.done
    }
    terminal.out(FORMATS[format](files))
    const fails: readonly Severity[] = FAILS[failOn]
    const isWrong = files.some(
      (file) => file.error !== null || file.findings.some((one) => fails.includes(one.severity)),
    )
    return isWrong ? EXIT.found : EXIT.done
  },
}

async function optionsOf(words: Words): Promise<LintOptions> {
  const [roster, baseline, rules] = [
    textOf(words, 'roster'),
    textOf(words, 'baseline'),
    textOf(words, 'rules'),
  ]
  const isUpdate = words.flags['update-baseline'] === true
  if (isUpdate && baseline === null) throw new WrongUse('--update-baseline needs --baseline FILE')
  return {
    ...(roster === null ? {} : { roster: await readRoster(roster) }),
    ...(baseline === null || isUpdate ? {} : { known: await readBaseline(baseline) }),
    ...(rules === null ? {} : { rules: readRules(rules) }),
  }
}

function checked(given: Given, linter: ReturnType<typeof createLinter>): LintedFile {
  if ('error' in given) return { path: given.path, text: '', findings: [], setAside: 0, error: given.error }
  const { findings, setAside } = linter.lint(given.text)
  return { path: given.path, text: given.text, findings, setAside: setAside.length, error: null }
}
