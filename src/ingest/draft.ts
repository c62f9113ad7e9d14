/**
 * What reading one file yields: the shape that `import --dry-run --format json` prints.
 * What the text does not say is null; nothing is guessed silently.
 */
import type { ActionKind, Phase } from '../domain/vocabulary.ts'
import type { Day, Instant } from '../domain/instant.ts'

export const SKIP_REASONS = [
  'readme',
  'template',
  'stub',
  'not_a_postmortem',
  'planned_work',
  'not_text',
  'too_large',
] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

/** Where the zone of the times came from: written in the text, declared for the document, given by option, or assumed. */
export type ZoneBasis = 'stated' | 'document' | 'option' | 'assumed'

export interface DraftIncident {
  /** On the organisation's scale, `SEV1` to `SEV4`; null when the document gives none. */
  readonly severity: string | null
  readonly severityAsWritten: string | null
  /** `impactStartedAt` of the domain. A bare day when only the day is known: see `startedOn`. */
  readonly startedAt: Instant | null
  readonly detectedAt: Instant | null
  readonly mitigatedAt: Instant | null
  readonly recoveredAt: Instant | null
  /** The day of the incident, known more often than its minute. */
  readonly startedOn: Day | null
  /** IANA name, `UTC`, or an offset such as `+02:00`. */
  readonly zone: string
  readonly zoneBasis: ZoneBasis
  readonly statedDurationMinutes: number | null
  readonly services: readonly string[]
}

export interface DraftEvent {
  /** Null when no date could be had for the time, or the time is a placeholder. */
  readonly at: Instant | null
  /** End of a range, else null. */
  readonly until: Instant | null
  readonly asWritten: string
  readonly precision: 'minute' | 'approximate' | 'day' | 'unknown'
  readonly text: string
  readonly phase: Phase
  /** Initials, handle or role that the line itself names as acting. */
  readonly actor: string | null
  /** 1-based line in the file on which the entry begins. */
  readonly line: number
}

export interface DraftAction {
  readonly title: string
  readonly owner: string | null
  readonly due: Day | null
  readonly status: 'open' | 'done' | 'dropped' | 'unknown'
  readonly link: string | null
  readonly kind: ActionKind
  readonly line: number
}

export interface DraftSections {
  readonly summary: string | null
  readonly impact: string | null
  readonly causes: string | null
  readonly timeline: string | null
  readonly actions: string | null
  readonly lessons: string | null
  readonly wentWell: string | null
  readonly wentWrong: string | null
  readonly lucky: string | null
  readonly detection: string | null
  readonly resolution: string | null
}

export interface Warning {
  /** Stable, snake_case: `duration_disagrees`, `zone_assumed`, … */
  readonly code: string
  readonly message: string
  readonly line: number | null
}

export interface DraftDocument {
  readonly path: string
  readonly status: 'postmortem'
  readonly reason: null
  readonly title: string
  /** BCP 47: `en`, `ja`, `nb`, `zh`, … */
  readonly language: string
  readonly incident: DraftIncident
  readonly sections: DraftSections
  readonly timeline: readonly DraftEvent[]
  readonly actions: readonly DraftAction[]
  /** Suggestions, best first; never confirmed by reading alone. */
  readonly classes: readonly { readonly class: string; readonly confidence: number }[]
  /** Path or title the text says replaces this one, as written. */
  readonly supersededBy: string | null
  /** Per field, 0 to 1: the share of such readings expected to be right (see `npm run bench:ingest`). */
  readonly confidence: Readonly<Record<ConfidenceField, number>>
  readonly warnings: readonly Warning[]
}

export const CONFIDENCE_FIELDS = [
  'role',
  'title',
  'startedAt',
  'severity',
  'timeline',
  'actions',
  'duration',
  'classes',
] as const
export type ConfidenceField = (typeof CONFIDENCE_FIELDS)[number]

export interface SkippedDocument {
  readonly path: string
  readonly status: 'skipped'
  readonly reason: SkipReason
  readonly title: string | null
  readonly warnings: readonly Warning[]
}

/** One file that holds many incidents; each follows as its own document with the path `path#n`. */
export interface SeveralDocument {
  readonly path: string
  readonly status: 'several'
  readonly reason: null
  readonly title: string
  readonly count: number
  readonly warnings: readonly Warning[]
}

export type ReadDocument = DraftDocument | SkippedDocument | SeveralDocument

export interface ReadOptions {
  /** IANA zone or offset to take for times whose zone the text does not state; null = UTC, marked assumed. */
  readonly zone: string | null
}
