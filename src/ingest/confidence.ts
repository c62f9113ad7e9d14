/** Confidence per field: how often such readings were right on labelled documents. */
import type { ConfidenceField } from './draft.ts'
import type { WrittenSeverity } from './severity.ts'
import type { Title } from './title.ts'

export type Confidence = Readonly<Record<ConfidenceField, number>>

/** What the confidences are worked out from. */
export interface ReadingSigns {
  /** How clearly the file was told to be a report. */
  readonly margin: number
  readonly title: Title['basis']
  readonly timeline: number
  readonly moments: { readonly startedAt: number; readonly duration: number }
  readonly severity: WrittenSeverity | null
  readonly actions: number
  /** Whether a heading or key announces the actions. */
  readonly announced: boolean
  readonly actionSection: boolean
  readonly bestClass: number | null
}

const TITLES: Readonly<Record<Title['basis'], number>> = {
  heading: 0.96,
  frontMatter: 0.97,
  field: 0.9,
  path: 0.75,
  text: 0.6,
}

/** The confidences of one draft; the figures are set by what the labelled documents show. */
export function confidenceOf(signs: ReadingSigns): Confidence {
  return {
    role: fromMargin(signs.margin),
    title: TITLES[signs.title],
    startedAt: round(signs.moments.startedAt),
    severity: signs.severity?.sureness ?? 0.9,
    timeline: round(signs.timeline),
    actions: actionsConfidence(signs),
    duration: round(signs.moments.duration),
    classes: signs.bestClass ?? 0.1,
  }
}

function actionsConfidence(signs: ReadingSigns): number {
  if (signs.actions > 0) return signs.announced ? 0.88 : 0.6
  return signs.actionSection ? 0.5 : 0.8
}

/** The chance that a decision this far from the next one is right; from hand-set log-odds, flattened at both ends. */
export function fromMargin(margin: number): number {
  return round(0.5 + 0.48 * Math.tanh(Math.max(0, margin) * 0.8))
}

/** Two decimals, within 0.02 and 0.99. */
export function round(value: number): number {
  return Math.round(Math.min(0.99, Math.max(0.02, value)) * 100) / 100
}
