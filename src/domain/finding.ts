/** Findings: what the linter says about a range of text, kept by fingerprint so that it survives edits. */
import { accept, isSaid, refuse } from './problem.ts'
import type { Result } from './problem.ts'
import type { FindingId, PersonId } from './ids.ts'
import type { Instant } from './instant.ts'
import type { FindingState, Section } from './vocabulary.ts'

export interface Finding {
  readonly id: FindingId
  readonly ruleId: string
  readonly severity: 'error' | 'warning' | 'info'
  readonly section: Section
  readonly fingerprint: string
  readonly state: FindingState
  /** Whether it marks a vague claim; open until evidence is tied to it. */
  readonly isClaim: boolean
  readonly setAside: { readonly by: PersonId; readonly at: Instant; readonly reason: string } | null
}

/** Sets a finding aside; refuses without a reason (`reason_needed`). */
export function setAside(
  finding: Finding,
  by: PersonId,
  at: Instant,
  reason: string | null,
): Result<Finding> {
  if (!isSaid(reason)) return refuse('reason_needed', `Setting “${finding.ruleId}” aside needs a reason`)
  return accept({ ...finding, state: 'set_aside', setAside: { by, at, reason: reason.trim() } })
}

/**
 * Brings kept findings up to date with what the linter sees now, by fingerprint: an open one that is gone is fixed, a fixed
 * one that is back is open, one set aside stays so.
 */
export function settleFindings(kept: readonly Finding[], seen: ReadonlySet<string>): Finding[] {
  return kept.map((finding) => {
    if (finding.state === 'set_aside') return finding
    return { ...finding, state: seen.has(finding.fingerprint) ? 'open' : 'fixed' }
  })
}

/** Claims that the linter finds vague and that neither carry evidence nor were set aside. */
export function openClaims(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.isClaim && finding.state === 'open')
}
