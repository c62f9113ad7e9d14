/** What steers the linter wherever it runs: `.highwater-lint.yaml` in the folder that is worked in, and the files it names. */
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { RULES, type LintOptions, type Roster, type Severity } from '../../linter/linter.ts'
import { WrongUse } from '../command.ts'
import { readBaseline, type Baseline } from './baseline.ts'
import { readStructured, readStructuredIfAny } from './structured-file.ts'

/** The settings file's name; the command line looks for it in the working folder, an editor in the folder that is open. */
export const SETTINGS_FILE = '.highwater-lint.yaml'

type RuleSeverities = NonNullable<LintOptions['rules']>

/** Which files and severities were named; null where none was. */
export interface Named {
  readonly roster: string | null
  readonly baseline: string | null
  readonly rules: RuleSeverities
}

export interface LintSettings {
  readonly options: LintOptions
  readonly baseline: Baseline | null
}

const NAMES = z.array(z.string().min(1).max(200)).max(100_000)

const ROSTER = z.strictObject({
  people: NAMES.optional(),
  teams: NAMES.optional(),
  services: NAMES.optional(),
  vendors: NAMES.optional(),
})

const SEVERITIES = ['error', 'warning', 'info', 'off'] as const

const SETTINGS = z.strictObject({
  roster: z.string().min(1).optional(),
  baseline: z.string().min(1).optional(),
  rules: z.partialRecord(z.enum(RULES.map((rule) => rule.id)), z.enum(SEVERITIES)).optional(),
})

/** What the folder's settings file names, as absolute paths; nothing where there is no such file. Throws `WrongUse`. */
export async function namedIn(folder: string): Promise<Named> {
  const read = await readStructuredIfAny(join(folder, SETTINGS_FILE), 'settings file', SETTINGS)
  const file = (name: string | undefined): string | null =>
    name === undefined ? null : resolve(folder, name)
  const rules = Object.entries(read?.rules ?? {}).flatMap(([id, severity]) =>
    severity === undefined ? [] : [[id, severity] as const],
  )
  return { roster: file(read?.roster), baseline: file(read?.baseline), rules: Object.fromEntries(rules) }
}

/** Reads the files that were named; throws `WrongUse`. */
export async function readSettings(named: Named): Promise<LintSettings> {
  return {
    options: {
      ...(named.roster === null ? {} : { roster: await readRoster(named.roster) }),
      rules: named.rules,
    },
    baseline: named.baseline === null ? null : await readBaseline(named.baseline),
  }
}

/** YAML or JSON with lists `people`, `teams`, `services`, `vendors`. */
async function readRoster(file: string): Promise<Roster> {
  const { people, teams, services, vendors } = await readStructured(file, 'roster', ROSTER)
  return {
    ...(people === undefined ? {} : { people }),
    ...(teams === undefined ? {} : { teams }),
    ...(services === undefined ? {} : { services }),
    ...(vendors === undefined ? {} : { vendors }),
  }
}

/** `person-failed=off,vague-speed=warning`; throws `WrongUse` for an unknown rule or severity. */
export function readRules(words: string): RuleSeverities {
  const rules: Record<string, Severity | 'off'> = {}
  for (const part of words.split(',').filter((word) => word.trim() !== '')) {
    const [id = '', word = ''] = part.split('=').map((each) => each.trim())
    const severity = SEVERITIES.find((one) => one === word)
    if (!RULES.some((rule) => rule.id === id)) throw new WrongUse(`--rules: there is no rule “${id}”`)
    if (severity === undefined)
      throw new WrongUse(`--rules: “${id}” takes ${SEVERITIES.join(', ')}, not “${word}”`)
    rules[id] = severity
  }
  return rules
}
