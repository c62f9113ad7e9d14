/** Timeline events: what was seen or done when, with the time as it was written. */
import type { EvidenceId, TimelineEventId } from './ids.ts'
import type { Instant } from './instant.ts'
import type { Phase, Precision } from './vocabulary.ts'

export interface TimelineEvent {
  readonly id: TimelineEventId
  /** Null when no instant could be had for it. */
  readonly at: Instant | null
  /** End of a range, else null. */
  readonly until: Instant | null
  /** The time in its original notation: `14:03 CET`. */
  readonly asWritten: string | null
  /** IANA name, `UTC` or an offset. */
  readonly zone: string | null
  readonly precision: Precision
  readonly phase: Phase
  readonly text: string
  /** A role, not a person: `on-call engineer`. */
  readonly actor: string | null
  /** Where it was taken from: a channel, a tool, a file. */
  readonly source: string | null
  /** In the curated line, or only in the raw log. */
  readonly curated: boolean
  readonly evidenceIds: readonly EvidenceId[]
}
