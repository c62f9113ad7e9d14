/** Severity deflation: incidents graded downwards over an obligation's boundary, listed for a person to look at. */
import { OBLIGATIONS, ruleFor } from '../cadence.ts'
import type { Cadence, Obligation } from '../cadence.ts'
import { isLeadershipRead } from '../organisation.ts'
import type { SeverityCode, SeverityScale } from '../organisation.ts'
import { isGradedDown } from '../severity-change.ts'
import type { SeverityChange } from '../severity-change.ts'
import { TIERS } from '../vocabulary.ts'
import type { IncidentKind } from '../vocabulary.ts'

/** What a lower severity can take away. */
export type Asked = Obligation | 'leadership_read' | 'leadership_review' | 'higher_tier'

/** A change of severity with what was no longer asked for after it. */
export interface Deflation {
  readonly change: SeverityChange
  readonly lost: readonly Asked[]
}

/** What severities are held against. */
export interface Yardstick {
  readonly scale: SeverityScale
  readonly cadence: Pick<Cadence, 'rules'>
}

/**
 * The changes that graded an incident down and thereby took an obligation away; others are left out. A listing is a
 * question for a person, not a finding: most incidents are graded down because they were smaller than feared.
 */
export function severityDeflations(
  changes: readonly (SeverityChange & { readonly kind: IncidentKind })[],
  yardstick: Yardstick,
): Deflation[] {
  return changes
    .filter((change) => isGradedDown(change, yardstick.scale))
    .map((change) => ({ change, lost: lostBy(change.from, change.to, change.kind, yardstick) }))
    .filter((deflation) => deflation.lost.length > 0)
}

function lostBy(
  from: SeverityCode | null,
  to: SeverityCode | null,
  kind: IncidentKind,
  yardstick: Yardstick,
): Asked[] {
  const after = new Set(askedOf(to, kind, yardstick))
  const lost = askedOf(from, kind, yardstick).filter((one) => !after.has(one))
  const isLower = tierRank(to, kind, yardstick) < tierRank(from, kind, yardstick)
  return isLower ? [...lost, 'higher_tier'] : lost
}

function askedOf(severity: SeverityCode | null, kind: IncidentKind, { scale, cadence }: Yardstick): Asked[] {
  const rule = ruleFor(cadence, { severity, kind })
  const asked: Asked[] = OBLIGATIONS.filter((one) => rule !== null && rule.workingDays[one] !== null)
  if (isLeadershipRead(scale, severity)) asked.push('leadership_read')
  if (rule?.leadershipReview === true) asked.push('leadership_review')
  return asked
}

/** −1 where no rule asks for a postmortem at all. */
function tierRank(severity: SeverityCode | null, kind: IncidentKind, { cadence }: Yardstick): number {
  const rule = ruleFor(cadence, { severity, kind })
  return rule === null ? -1 : TIERS.indexOf(rule.tier)
}
