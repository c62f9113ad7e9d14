/** Incident classes: named kinds of failure, each with a window in which an occurrence counts as a repeat. */
import { elapsedDays } from './calendar.ts'
import type { IncidentClassId, IncidentId, LayerId } from './ids.ts'
import { compareInstants } from './instant.ts'
import type { Instant } from './instant.ts'

/** Days after an occurrence in which the next one counts as a repeat, unless the class says otherwise. */
export const DEFAULT_WINDOW_DAYS = 90

export interface IncidentClass {
  readonly id: IncidentClassId
  /** `expired certificate` */
  readonly name: string
  readonly description: string | null
  /** Words that suggest it in a text. */
  readonly words: readonly string[]
  /** Layers that should catch it. */
  readonly layerIds: readonly LayerId[]
  /** At least 1. */
  readonly windowDays: number
  /** A retired class keeps its past. */
  readonly active: boolean
}

/** An incident of a confirmed class; `at` is its impact start. */
export interface Occurrence {
  readonly classId: IncidentClassId
  readonly incidentId: IncidentId
  readonly at: Instant
}

/** An occurrence with the one before it in its class, and whether it repeats that one. */
export interface MarkedOccurrence extends Occurrence {
  readonly previous: IncidentId | null
  /** Elapsed days of 24 hours since the previous occurrence, whether a repeat or not; null for the first. */
  readonly daysSincePrevious: number | null
  readonly repeat: boolean
}

/**
 * Marks repeats: an occurrence is one when it comes at most the class's window after the previous occurrence of that
 * class. Takes the whole past, not a period's part of it, or the first of a period would lose its predecessor. An
 * incident named twice in one class counts once, at its first time. The result is in order of time.
 */
export function markRepeats(
  occurrences: readonly Occurrence[],
  windowDaysOf: (classId: IncidentClassId) => number,
): MarkedOccurrence[] {
  const inOrder = [...occurrences].sort((a, b) => compareInstants(a.at, b.at))
  const last = new Map<IncidentClassId, Occurrence>()
  const seen = new Set<string>()
  const marked: MarkedOccurrence[] = []
  for (const occurrence of inOrder) {
    const key = `${occurrence.classId} ${occurrence.incidentId}`
    if (seen.has(key)) continue
    seen.add(key)
    const previous = last.get(occurrence.classId)
    const days = previous === undefined ? null : elapsedDays(previous.at, occurrence.at)
    marked.push({
      ...occurrence,
      previous: previous?.incidentId ?? null,
      daysSincePrevious: days,
      repeat: days !== null && days <= windowDaysOf(occurrence.classId),
    })
    last.set(occurrence.classId, occurrence)
  }
  return marked
}
