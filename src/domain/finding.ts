/** Findings: what the linter says about a range of text, kept by fingerprint so that it survives edits. */
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
