/** Timeline events: what was seen or done when, with the time as it was written. */
import type { EvidenceId, TimelineEventId } from './ids.ts'
import { compareInstants } from './instant.ts'
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

/** Orders events by time, those without one last; events of equal time keep their order. */
export function inOrder(events: readonly TimelineEvent[]): TimelineEvent[] {
  return [...events].sort((a, b) => {
    if (a.at === null || b.at === null) return Number(a.at === null) - Number(b.at === null)
    return compareInstants(a.at, b.at)
  })
}

/** The first event of the curated line in a phase: which alarm came first? Null when there is none with a time. */
export function firstOfPhase(events: readonly TimelineEvent[], phase: Phase): TimelineEvent | null {
  return inOrder(events).find((event) => event.curated && event.phase === phase && event.at !== null) ?? null
}
