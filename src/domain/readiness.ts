/** Readiness: what a tier asks of a postmortem before its review, and what of that is missing. */
import type { SectionTexts } from './postmortem.ts'
import { isSaid } from './problem.ts'
import { SECTIONS } from './vocabulary.ts'
import type { Section, Tier } from './vocabulary.ts'

/** What can be asked for: each text section, and the parts that have no text of their own. */
export const PARTS = [...SECTIONS, 'decisions', 'layers', 'classes'] as const
export type Part = (typeof PARTS)[number]

const NOTE = ['summary'] as const
const STANDARD = [...NOTE, 'impact', 'timeline', 'causes', 'lessons', 'actions'] as const
const FULL = [...STANDARD, 'detection', 'wentWell', 'lucky', 'decisions', 'layers', 'classes'] as const

/**
 * The parts each tier asks for: a note is thirty seconds, a standard one a short form, a full one the whole flow. What is not
 * asked for may still be written.
 */
export const ASKED_OF: Readonly<Record<Tier, readonly Part[]>> = {
  note: NOTE,
  standard: STANDARD,
  full: FULL,
}

/** What a postmortem holds, counted. */
export interface Contents {
  readonly sections: SectionTexts
  readonly impacts: number
  readonly timelineEvents: number
  readonly decisions: number
  readonly layersMet: number
  readonly factors: number
  readonly actions: number
  readonly ideas: number
  readonly confirmedClasses: number
  /** Vague claims without evidence: see `openClaims`. */
  readonly openClaims: number
  /** Open findings of error level. */
  readonly errorFindings: number
}

/** Entries that stand for a part, or for its text where an import has only the one or the other. */
const ENTRIES: { readonly [P in Part]?: (contents: Contents) => number } = {
  impact: (contents) => contents.impacts,
  timeline: (contents) => contents.timelineEvents,
  causes: (contents) => contents.factors,
  actions: (contents) => contents.actions + contents.ideas,
  decisions: (contents) => contents.decisions,
  layers: (contents) => contents.layersMet,
  classes: (contents) => contents.confirmedClasses,
}

function isSection(part: Part): part is Section {
  return (SECTIONS as readonly Part[]).includes(part)
}

/** Whether a part is there, as text or as entries. */
export function hasPart(part: Part, contents: Contents): boolean {
  const text = isSection(part) ? contents.sections[part] : null
  return isSaid(text) || (ENTRIES[part]?.(contents) ?? 0) > 0
}

/** One thing that stands between a postmortem and its review. */
export type Lack =
  | { readonly kind: 'part'; readonly part: Part }
  | { readonly kind: 'open_claims'; readonly count: number }
  | { readonly kind: 'error_findings'; readonly count: number }

/** What is missing for the tier, in the order in which it is read; empty when the postmortem is ready. */
export function readinessOf(tier: Tier, contents: Contents): Lack[] {
  const lacks = PARTS.filter((part) => ASKED_OF[tier].includes(part) && !hasPart(part, contents)).map(
    (part): Lack => ({ kind: 'part', part }),
  )
  if (contents.openClaims > 0) lacks.push({ kind: 'open_claims', count: contents.openClaims })
  if (contents.errorFindings > 0) lacks.push({ kind: 'error_findings', count: contents.errorFindings })
  return lacks
}

const PART_NAMES: Readonly<Record<Part, string>> = {
  summary: 'a summary',
  impact: 'the impact',
  detection: 'how it was detected',
  timeline: 'a timeline',
  causes: 'contributing factors',
  resolution: 'how it was mitigated',
  wentWell: 'what went well',
  wentWrong: 'what went wrong',
  lucky: 'where we got lucky',
  surprised: 'what surprised us',
  lessons: 'lessons',
  actions: 'action items or improvement ideas',
  decisions: 'a decision point',
  layers: 'a protective layer',
  classes: 'a confirmed class',
}

/** What is missing, for a person: `contributing factors`, `2 claims without evidence`. */
export function describeLack(lack: Lack): string {
  switch (lack.kind) {
    case 'part':
      return PART_NAMES[lack.part]
    case 'open_claims':
      return lack.count === 1 ? '1 claim without evidence' : `${String(lack.count)} claims without evidence`
    case 'error_findings':
      return lack.count === 1 ? '1 finding of error level' : `${String(lack.count)} findings of error level`
    default:
      return lack satisfies never
  }
}

/** A repeat of a class within its window raises the tier by one step. */
export function raisedTier(tier: Tier): Tier {
  return tier === 'note' ? 'standard' : 'full'
}
