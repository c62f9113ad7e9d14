/** What an organisation says of the linter's rules, and how a rule proves itself there. */
import { type Share, shareOf } from './statistics/wilson.ts'
import type { FindingSeverity } from './vocabulary.ts'

/** What a rule weighs here; `off` silences it. */
export type RuleSeverity = FindingSeverity | 'off'

/** Rules that weigh something else than by themselves, by name. */
export type RuleSeverities = Readonly<Record<string, RuleSeverity>>

export interface WordingSettings {
  readonly severities: RuleSeverities
  /** Companies the organisation buys from, by the names that texts call them. */
  readonly vendors: readonly string[]
  /** Grows with each change. */
  readonly version: number
}

/** The organisation's own names, which settle who is who. */
export interface OwnNames {
  readonly people: readonly string[]
  readonly teams: readonly string[]
  readonly services: readonly string[]
}

/** What became of the findings of one rule. */
export interface RuleRecord {
  readonly open: number
  readonly fixed: number
  readonly setAside: number
}

/** With fewer decided findings a share says nothing. */
export const LEAST_DECIDED = 10

/**
 * How often a rule was right, as authors judge it: 1 − set aside ÷ (set aside + fixed), with its Wilson interval. Null
 * where fewer than `LEAST_DECIDED` findings were decided on.
 */
export function livePrecision({ fixed, setAside }: RuleRecord): Share | null {
  const decided = fixed + setAside
  return decided < LEAST_DECIDED ? null : shareOf(fixed, decided)
}
