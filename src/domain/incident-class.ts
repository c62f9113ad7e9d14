/** Incident classes: named kinds of failure, each with a window in which an occurrence counts as a repeat. */
import type { IncidentClassId, LayerId } from './ids.ts'

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
