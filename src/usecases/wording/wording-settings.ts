/** What each rule weighs in the organisation, how it proves itself there, and the vendors the organisation names. */
import { changedFields } from '../../domain/activity.ts'
import {
  livePrecision,
  type RuleRecord,
  type RuleSeverities,
  type RuleSeverity,
  type WordingSettings,
} from '../../domain/wording.ts'
import type { Share } from '../../domain/statistics/wilson.ts'
import { RULES, type RuleCard } from '../../linter/linter.ts'
import { countByRule } from '../../storage/findings-store.ts'
import { findOrganisation } from '../../storage/organisation-store.ts'
import { readWordingSettings, saveWordingSettings } from '../../storage/wording-store.ts'
import { movedOn } from '../moved-on.ts'
import { record } from '../record.ts'
import { found, Refusal } from '../refusal.ts'
import type { Caller, Change, Work } from '../work.ts'

/** What these use-cases need of the server. */
export interface WordingPorts {
  /** Has every postmortem linted again in the background, once the change is committed. */
  readonly lintAgain: (work: Change<Caller | null>) => Promise<void>
  /** The page of a known rule, in Markdown. */
  readonly readRulePage: (ruleId: string) => Promise<string>
}

/** A rule as it stands here. */
export interface RuleHere extends RuleCard {
  readonly title: string
  readonly here: RuleSeverity
  readonly record: RuleRecord
  readonly precision: Share | null
}

export interface WordingHere extends Omit<WordingSettings, 'severities'> {
  readonly rules: readonly RuleHere[]
}

const NOTHING_FOUND: RuleRecord = { open: 0, fixed: 0, setAside: 0 }

export async function readWording(work: Work, ports: WordingPorts): Promise<WordingHere> {
  const { severities, ...settings } = found(await readWordingSettings(work.db), 'organisation')
  const records = await countByRule(work.db)
  const rules = await Promise.all(
    RULES.map(async (rule) => {
      const own = records.get(rule.id) ?? NOTHING_FOUND
      return {
        ...rule,
        title: titleOf(await ports.readRulePage(rule.id), rule.id),
        here: severities[rule.id] ?? rule.severity,
        record: own,
        precision: livePrecision(own),
      }
    }),
  )
  return { ...settings, rules }
}

const titleOf = (page: string, id: string): string => /^# (.+)$/m.exec(page)?.[1] ?? id

export interface WordingEdit {
  /** By rule; null gives it its own weight again. */
  readonly severities?: Readonly<Record<string, RuleSeverity | null>>
  readonly vendors?: readonly string[]
}

/** Changes what is given, and has every postmortem linted again when that changes anything. */
export async function changeWording(
  work: Change,
  version: number,
  edit: WordingEdit,
  ports: WordingPorts,
): Promise<WordingHere> {
  const before = found(await readWordingSettings(work.db), 'organisation')
  const after = {
    severities: merge(before.severities, edit.severities ?? {}),
    vendors: [...new Set(edit.vendors ?? before.vendors)],
  }
  if (before.version !== version) throw movedOn('wording')
  const { version: _, ...own } = before
  const changes = changedFields<typeof own>(own, after)
  if (changes.length === 0) return readWording(work, ports)
  if ((await saveWordingSettings(work.db, version, after)) === null) throw movedOn('wording')
  const { id } = found(await findOrganisation(work.db), 'organisation')
  await record(work, [{ thing: 'organisation', thingId: id, what: 'wording_changed', changes, reason: null }])
  await ports.lintAgain(work)
  return readWording(work, ports)
}

/** Only what differs from a rule's own weight is kept. */
function merge(before: RuleSeverities, edit: NonNullable<WordingEdit['severities']>): RuleSeverities {
  const unknown = Object.keys(edit).find((id) => !RULES.some((rule) => rule.id === id))
  if (unknown !== undefined) {
    throw new Refusal('reference_unknown', `There is no rule “${unknown}”.`, [
      { field: `severities.${unknown}`, message: 'is no rule' },
    ])
  }
  return Object.fromEntries(
    RULES.flatMap(({ id, severity }): [string, RuleSeverity][] => {
      const wanted = edit[id] === undefined ? before[id] : edit[id]
      return wanted === undefined || wanted === null || wanted === severity ? [] : [[id, wanted]]
    }),
  )
}

/** The page of a rule. */
export async function readRule(ruleId: string, ports: WordingPorts): Promise<string> {
  const { id } = found(
    RULES.find((rule) => rule.id === ruleId),
    'rule',
  )
  return ports.readRulePage(id)
}
