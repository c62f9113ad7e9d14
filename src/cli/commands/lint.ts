/** `lint`: checks Markdown postmortems without a server. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { createLinter, type Severity } from '../../linter/linter.ts'
import { choiceOf, textOf, WrongUse, type Command, type Words } from '../command.ts'
import { EXIT } from '../exit.ts'
import { asGithub } from '../lint/as-github.ts'
import { asGitlab } from '../lint/as-gitlab.ts'
import { asJson } from '../lint/as-json.ts'
import { asMarkdown } from '../lint/as-markdown.ts'
import { asSarif } from '../lint/as-sarif.ts'
import { asText } from '../lint/as-text.ts'
import { updateBaseline } from '../lint/baseline.ts'
import { changedFiles, isRevision, within } from '../lint/changed.ts'
import { LINT_FLAGS } from '../lint/flags.ts'
import { textsIn, textsOf, type Given } from '../lint/read-texts.ts'
import type { LintedFile } from '../lint/report.ts'
import { namedIn, readRules, readSettings, type LintSettings, type Named } from '../lint/settings.ts'

const FORMATS = {
  text: asText,
  json: asJson,
  sarif: asSarif,
  github: asGithub,
  gitlab: asGitlab,
  markdown: asMarkdown,
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
    'the rest are still checked. A comment such as <!-- highwater-ignore person-failed: reason --> sets a finding aside. docs/rules has a page for each rule. ' +
    'A file .highwater-lint.yaml in the working folder may hold roster, baseline and rules; flags outdo it.',
  flags: LINT_FLAGS,
  async run(words, terminal) {
    const format = choiceOf(
      words,
      'format',
      ['text', 'json', 'sarif', 'github', 'gitlab', 'markdown'],
      'text',
    )
    const failOn = choiceOf(words, 'fail-on', ['error', 'warning', 'never'], 'error')
    const isUpdate = words.flags['update-baseline'] === true
    const named = await namedBy(words)
    if (isUpdate && named.baseline === null) throw new WrongUse('--update-baseline needs --baseline FILE')
    const settings = await readSettings(isUpdate ? { ...named, baseline: null } : named)
    const files = await checkedFiles(await textsFor(words), settings)
    if (files.length === 0) {
      const isChanged = textOf(words, 'changed') !== null
      terminal.err(isChanged ? 'No Markdown has changed here.\n' : 'There is no Markdown to check here.\n')
    }
    if (isUpdate && named.baseline !== null) {
      await updateBaseline(named.baseline, files)
      terminal.err(`Wrote ${named.baseline}.\n`)
      return EXIT.done
    }
    terminal.out(FORMATS[format](files, { colours: terminal.colours === true }))
    const fails: readonly Severity[] = FAILS[failOn]
    const isWrong = files.some(
      (file) => file.error !== null || file.findings.some((one) => fails.includes(one.severity)),
    )
    return isWrong ? EXIT.found : EXIT.done
  },
}

/** What flags name, else what the settings file of the working folder names. */
async function namedBy(words: Words): Promise<Named> {
  const file = await namedIn(process.cwd())
  const flag = (name: string): string | null => {
    const value = textOf(words, name)
    return value === null ? null : resolve(value)
  }
  return {
    roster: flag('roster') ?? file.roster,
    baseline: flag('baseline') ?? file.baseline,
    rules: { ...file.rules, ...readRules(textOf(words, 'rules') ?? '') },
  }
}

async function textsFor(words: Words): Promise<AsyncIterable<Given>> {
  const changed = textOf(words, 'changed')
  if (changed === null) {
    if (words.rest.length === 0) throw new WrongUse('FILE, DIR or - is missing')
    return textsIn(words.rest, process.stdin)
  }
  const { revision, named } = await changedWords(changed, words.rest)
  if (named.includes('-')) throw new WrongUse('--changed reads files, not standard input')
  const files = await changedFiles(process.cwd(), revision)
  return textsOf(await within(files, named.length === 0 ? ['.'] : named), named)
}

/** `--changed main reports`: a first word that is no file but a revision is meant as one. */
async function changedWords(
  changed: string,
  rest: readonly string[],
): Promise<{ revision: string | null; named: readonly string[] }> {
  const [first] = rest
  if (changed !== '') return { revision: changed, named: rest }
  if (first !== undefined && !existsSync(first) && (await isRevision(process.cwd(), first)))
    return { revision: first, named: rest.slice(1) }
  const missing = rest.find((name) => name !== '-' && !existsSync(name))
  if (missing !== undefined) throw new WrongUse(`“${missing}” is no file, no folder and no revision here`)
  return { revision: null, named: rest }
}

async function checkedFiles(texts: AsyncIterable<Given>, settings: LintSettings): Promise<LintedFile[]> {
  const linter = createLinter(settings.options)
  const files: LintedFile[] = []
  for await (const given of texts) {
    if ('error' in given) {
      files.push({ path: given.path, text: '', findings: [], setAside: 0, error: given.error })
      continue
    }
    const known = await settings.baseline?.knownIn(given.path)
    const { findings, setAside } = linter.lint(given.text, known === undefined ? {} : { known })
    files.push({ path: given.path, text: given.text, findings, setAside: setAside.length, error: null })
  }
  return files
}
