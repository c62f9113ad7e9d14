/** The parts a reader looks for in every postmortem; the others depend on the incident. */
import type { Section } from '../../../domain/vocabulary.ts'

export const MAIN_SECTIONS: readonly Section[] = [
  'summary',
  'impact',
  'timeline',
  'causes',
  'lessons',
  'actions',
]
