/** The words for findings: each kind named by what is seen. */
import type { FindingCategory, FindingSeverity } from '../../domain/vocabulary.ts'

export const FINDING_CATEGORY_WORDS = {
  blame: 'Points at a person',
  'team-blame': 'Passed to another team',
  hindsight: 'Hindsight',
  vague: 'Not tied down',
  'cause-framing': 'One cause alone',
  'passive-omission': 'Leaves out who or what',
  'weak-action': 'Action without an end',
  wording: 'Loaded word',
} as const satisfies Record<FindingCategory, string>

export const FINDING_SEVERITY_WORDS = {
  error: 'Error',
  warning: 'Warning',
  info: 'Hint',
} as const satisfies Record<FindingSeverity, string>
