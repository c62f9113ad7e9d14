/** The words of an import's report: outcomes, reasons for leaving a file out, and fields. */
import type { ImportDocument } from '../../../contract/imports.ts'

export type Outcome = ImportDocument['outcome']

/** In the order in which they are shown. */
export const OUTCOMES = [
  'created',
  'updated',
  'unchanged',
  'several',
  'skipped',
  'failed',
] as const satisfies readonly Outcome[]

export const OUTCOME_WORDS = {
  created: 'New',
  updated: 'New version',
  unchanged: 'Unchanged',
  several: 'Holds several',
  skipped: 'Left out',
  failed: 'Could not be read',
} as const satisfies Record<Outcome, string>

/** Why a file was left out. */
export const REASON_WORDS: Readonly<Record<string, string>> = {
  readme: 'A README',
  template: 'A template',
  stub: 'A stub without content',
  not_a_postmortem: 'Not a postmortem',
  planned_work: 'Planned work',
  not_text: 'Not text',
  too_large: 'Larger than 25 MiB',
}

export const CONFIDENCE_WORDS: Readonly<Record<string, string>> = {
  startedAt: 'start',
  impactStartedAt: 'start',
  detectedAt: 'detected',
  mitigatedAt: 'mitigated',
  recoveredAt: 'recovered',
  severity: 'severity',
  services: 'services',
  title: 'title',
  timeline: 'timeline',
  actions: 'actions',
  sections: 'sections',
  classes: 'class',
  zone: 'zone',
  role: 'is a postmortem',
  status: 'is a postmortem',
  language: 'language',
}
