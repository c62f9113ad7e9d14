/** Findings: what the linter says about a range of text, kept by fingerprint so that it survives edits. */
import { accept, isSaid, refuse } from './problem.ts'
import type { Result } from './problem.ts'
import type { FindingId, PersonId } from './ids.ts'
import type { Instant } from './instant.ts'
import type { FindingCategory, FindingPart, FindingSeverity, FindingState, Section } from './vocabulary.ts'

/** Where a finding stands: offsets in UTF-16 units within the text of one part. */
export interface FindingPlace {
  readonly part: FindingPart
  /** The event, factor or action; null for a section. */
  readonly partId: string | null
  readonly start: number
  /** Just past the last unit; equal to `start` where the finding speaks of the part as a whole. */
  readonly end: number
}

/** A rewrite of the finding's range. */
export interface FindingSuggestion {
  readonly title: string
  /** Takes the place of the whole range; `<…>` marks what only the author can fill in. */
  readonly replacement: string
  /** Whether it can be applied as it stands. */
  readonly isSafe: boolean
}

/** A finding as the linter sees it now. */
export interface SeenFinding {
  readonly ruleId: string
  readonly category: FindingCategory
  readonly severity: FindingSeverity
  readonly section: Section
  readonly fingerprint: string
  /** Whether it marks a vague claim; open until evidence is tied to it. */
  readonly isClaim: boolean
  /** One line that says what was seen. */
  readonly message: string
  readonly suggestions: readonly FindingSuggestion[]
  /** The words it speaks of; the beginning of a long range. */
  readonly words: string
  readonly place: FindingPlace
}

export interface Finding extends Omit<SeenFinding, 'place'> {
  readonly id: FindingId
  readonly state: FindingState
  /** Null once the text does not say it any more. */
  readonly place: FindingPlace | null
  readonly setAside: { readonly by: PersonId; readonly at: Instant; readonly reason: string } | null
}

/** Sets a finding aside; refuses without a reason (`reason_needed`) and one that is fixed (`transition_refused`). */
export function setAside(
  finding: Finding,
  by: PersonId,
  at: Instant,
  reason: string | null,
): Result<Finding> {
  if (!isSaid(reason)) return refuse('reason_needed', `Setting “${finding.ruleId}” aside needs a reason`)
  if (finding.state === 'fixed') return refuse('transition_refused', 'The text does not say it any more.')
  return accept({ ...finding, state: 'set_aside', setAside: { by, at, reason: reason.trim() } })
}

/** Opens a finding that was set aside; one that has left the text counts as fixed. */
export function reopen(finding: Finding): Result<Finding> {
  if (finding.state !== 'set_aside') return refuse('transition_refused', 'It is not set aside.')
  return accept({ ...finding, state: finding.place === null ? 'fixed' : 'open', setAside: null })
}

/**
 * What took a finding out of the linter's sight: an edit of the text fixes it; a change of the rules only takes it back,
 * and nobody is said to have fixed anything.
 */
export type WhyGone = 'text' | 'rules'

/**
 * Brings kept findings up to date with what the linter sees now, by fingerprint: an open one that is gone is fixed, a
 * fixed one that is back is open, one set aside stays so. A sentence that was rewritten and says the same thing still
 * keeps its finding: an open one that is gone passes to a new one of its rule in its part.
 */
export function settleFindings(
  kept: readonly Finding[],
  seen: readonly SeenFinding[],
  newId: () => FindingId,
  whyGone: WhyGone = 'text',
): Finding[] {
  const now = new Map(seen.map((one) => [one.fingerprint, one]))
  const known = new Set(kept.map((one) => one.fingerprint))
  const fresh = seen.filter((one) => !known.has(one.fingerprint))
  const settled = kept.flatMap((finding): Finding[] => {
    const again = now.get(finding.fingerprint)
    if (again !== undefined) return [seenAgain(finding, again)]
    if (finding.state !== 'open') return [{ ...finding, place: null }]
    const rewritten = takeRewritten(fresh, finding)
    if (rewritten !== undefined) return [{ ...finding, ...rewritten }]
    return whyGone === 'rules' ? [] : [{ ...finding, state: 'fixed', place: null }]
  })
  return [
    ...settled,
    ...fresh.map((one) => ({ ...one, id: newId(), state: 'open' as const, setAside: null })),
  ]
}

const seenAgain = (finding: Finding, now: SeenFinding): Finding => ({
  ...finding,
  ...now,
  state: finding.state === 'set_aside' ? 'set_aside' : 'open',
})

/** Takes the first new finding of the same rule in the same part out of `fresh`. */
function takeRewritten(fresh: SeenFinding[], gone: Finding): SeenFinding | undefined {
  const at = fresh.findIndex(
    (one) =>
      one.ruleId === gone.ruleId &&
      one.section === gone.section &&
      one.place.part === gone.place?.part &&
      one.place.partId === gone.place.partId,
  )
  return at === -1 ? undefined : fresh.splice(at, 1)[0]
}

/** Claims that the linter finds vague and that neither carry evidence nor were set aside. */
export function openClaims(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.isClaim && finding.state === 'open')
}
