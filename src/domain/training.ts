/** Training: modules, a person's attempts, and completion by the same rules as any text. */
import type { PersonId, TrainingAttemptId, TrainingModuleId } from './ids.ts'
import { compareInstants } from './instant.ts'
import type { Instant } from './instant.ts'
import type { Audience } from './vocabulary.ts'

export interface TrainingModule {
  readonly id: TrainingModuleId
  readonly title: string
  readonly audience: Audience
  /** Score from which an attempt completes the module, 0 to 1. */
  readonly passScore: number
}

export interface TrainingAttempt {
  readonly id: TrainingAttemptId
  readonly moduleId: TrainingModuleId
  readonly personId: PersonId
  readonly startedAt: Instant
  readonly finishedAt: Instant | null
  /** 0 to 1; null while not finished. */
  readonly score: number | null
}

/** When a person completed a module: the end of their first attempt that reached its score, or null. */
export function completedAt(
  module: TrainingModule,
  attempts: readonly TrainingAttempt[],
  personId: PersonId,
): Instant | null {
  const ends = attempts
    .filter((attempt) => attempt.moduleId === module.id && attempt.personId === personId)
    .filter((attempt) => attempt.score !== null && attempt.score >= module.passScore)
    .map((attempt) => attempt.finishedAt)
    .filter((end) => end !== null)
  return ends.sort(compareInstants)[0] ?? null
}
