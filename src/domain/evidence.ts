/** Evidence: what a sentence of a postmortem can be tied to. */
import type { TimelineEvent } from './timeline.ts'
import type { EvidenceId, TimelineEventId } from './ids.ts'
import type { Instant } from './instant.ts'
import type { EvidenceKind, Section } from './vocabulary.ts'

export interface Evidence {
  readonly id: EvidenceId
  readonly kind: EvidenceKind
  readonly label: string
  /** For a link, a message or a file. */
  readonly url: string | null
  readonly timelineEventId: TimelineEventId | null
  /** For a metric reading. */
  readonly value: number | null
  readonly unit: string | null
  /** Where a metric reading or a message comes from. */
  readonly source: string | null
  /** When it came to be, as far as known: the hindsight guard asks this. */
  readonly at: Instant | null
}

/** A sentence of a section tied to evidence: it stays found over edits by its text. */
export interface ClaimEvidence {
  readonly section: Section
  /** The sentence as it stood when it was tied. */
  readonly sentence: string
  readonly evidenceId: EvidenceId
}

/** When evidence came to be: its own time, or else that of the timeline event it is; null when neither is known. */
export function evidenceTime(evidence: Evidence, events: readonly TimelineEvent[]): Instant | null {
  if (evidence.at !== null || evidence.timelineEventId === null) return evidence.at
  return events.find((event) => event.id === evidence.timelineEventId)?.at ?? null
}
