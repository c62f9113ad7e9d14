/** Reads what steers `lint` from files and flags: the roster, the baseline, severities by rule. */
import { readFile, writeFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { z } from 'zod'
import { RULES, type LintOptions, type Roster, type Severity } from '../../linter/linter.ts'
import { WrongUse } from '../command.ts'

const NAMES = z.array(z.string().min(1).max(200)).max(100_000)

const ROSTER = z.strictObject({
  people: NAMES.optional(),
  teams: NAMES.optional(),
  services: NAMES.optional(),
  vendors: NAMES.optional(),
})

const BASELINE = z.object({ version: z.literal(1), fingerprints: z.array(z.string()) })

/** YAML or JSON with lists `people`, `teams`, `services`, `vendors`; throws `WrongUse`. */
export async function readRoster(file: string): Promise<Roster> {
  const roster = ROSTER.safeParse(await readStructured(file, 'roster'))
  if (!roster.success) throw new WrongUse(`--roster ${file}: ${z.prettifyError(roster.error)}`)
  const { people, teams, services, vendors } = roster.data
  return {
    ...(people === undefined ? {} : { people }),
    ...(teams === undefined ? {} : { teams }),
    ...(services === undefined ? {} : { services }),
    ...(vendors === undefined ? {} : { vendors }),
  }
}

/** Fingerprints of findings known before; throws `WrongUse`. */
export async function readBaseline(file: string): Promise<ReadonlySet<string>> {
  const baseline = BASELINE.safeParse(await readStructured(file, 'baseline'))
  if (!baseline.success) throw new WrongUse(`--baseline ${file} is no baseline; --update-baseline writes one`)
  return new Set(baseline.data.fingerprints)
}

export async function writeBaseline(file: string, fingerprints: readonly string[]): Promise<void> {
  const sorted = [...new Set(fingerprints)].sort()
  await writeFile(file, `${JSON.stringify({ version: 1, fingerprints: sorted }, null, 2)}\n`)
}

async function readStructured(file: string, flag: string): Promise<unknown> {
  try {
    return parse(await readFile(file, 'utf8'))
  } catch (error) {
    throw new WrongUse(
      `--${flag} ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    )
  }
}

const SEVERITIES = ['error', 'warning', 'info', 'off'] as const

/** `person-failed=off,vague-speed=warning`; throws `WrongUse` for an unknown rule or severity. */
export function readRules(words: string): NonNullable<LintOptions['rules']> {
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
