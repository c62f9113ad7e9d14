/** Finds among the events of a timeline those that mark a moment of the incident: its beginning, detection, mitigation, recovery. */
import type { DraftEvent } from '../draft.ts'

const BEGINS =
  /\b(?:outage|incident|impact|downtime|disruption|degradation|interruption|issues?|problems?|errors?|failures?|alerts?|symptoms?)\s(?:(?:first|has|have|is|are)\s)?(?:begins?|began|starts?|started|starting|commence[sd]?|occurs?|occurred)\b|\b(?:starts?|started|begins?|began) (?:to )?(?:fail|crash|firing|returning (?:5|errors)|throwing|flapping|seeing|timing out|experienc)\w*|\bhard down\b|\b(?:goes|went|is|are) (?:completely |fully )?(?:down|offline|unavailable)\b|\bfault occurs?\b|\b(?:expires?|expired)\b|\b(?:are|were|is|was|gets?|got) (?:accidentally |mistakenly )?(?:destroyed|deleted|wiped|dropped)\b|\bfirst (?:alert|error|failure|failed|malicious|occurrence|version to include|impact|customer impact|seen|noticed)\b|\b5\d\d\b.{0,24}\b(?:witnessed|seen|errors?|responses?|begin|start|spike)|\bhits? (?:its |the )?[\w .]{0,16}(?:quota|limit)\b|^\W*(?:発生|障害発生|影響開始)|が発生|feil(?:en)? oppst\w+|gikk ned\b|故障开始|开始出现/iu
/** Words that mark the beginning wherever in the timeline they stand. */
const BEGINS_SURELY =
  /\b(?:outage|incident|impact|disruption|degradation)\s(?:begins?|began|starts?|started)\b|\bfirst (?:malicious|compromised|(?:version|release) to (?:include|contain)|customer impact|impact)\b|^\W*(?:発生|障害発生|影響開始)/iu
const BROKEN =
  /\b(?:fails?|failed|failing|crash(?:es|ed|ing)?|unable to|errors?|5\d\d|timeouts?|unavailable|down|broken|outage|not synced|stops?|stopped)\b/iu
const ROUTINE =
  /\b(?:merged|opened|pull request|PR #?\d|upgrade (?:commenced|started|begins)|deploy(?:ed|ment)?|released?|renamed|maintenance|scheduled|rollout|modified|unpaused|planned)\b/iu

const DETECTED_LABEL =
  /^\W*(?:first )?(?:detected|detection|noticed|reported|identified|検知|発見|oppdaget|påvist|发现)/iu
const MITIGATED_LABEL = /^\W*(?:repaired|mitigated|mitigation|緩和|contained|stabili[sz]ed|workaround)/iu
const RECOVERED_LABEL =
  /^\W*(?:(?:incident |issue |outage )?(?:resolved|recovered|recovery|restored|closed|ended)|復旧|解決|løst|恢复)/iu
const START_LABEL =
  /^\W*(?:fault occurs?|(?:incident |outage |impact )?(?:start(?:ed|s)?|begins?|began)|発生|開始)(?:\W|$)/iu

const DAY_MS = 86_400_000

function clocked(event: DraftEvent): boolean {
  return event.at !== null && (event.precision === 'minute' || event.precision === 'approximate')
}

function inTime(events: readonly DraftEvent[]): DraftEvent[] {
  return events.filter(clocked).sort((a, b) => Date.parse(a.at as string) - Date.parse(b.at as string))
}

/** The event at which the impact began, and how its wording says so. */
export interface StartEvent {
  readonly event: DraftEvent
  /** `label` a key event named so, `wording` its text tells of a beginning, `first` the first one of the timeline. */
  readonly by: 'label' | 'wording' | 'first'
}

/**
 * The event that marks the start of the impact: one labelled so; else the first that tells of a beginning, in the first
 * day of the timeline; else the first one. Routine work at the top (a merge, a planned upgrade) yields to the first trouble
 * that follows within the day.
 */
export function startEvent(events: readonly DraftEvent[]): StartEvent | null {
  const inFile = events.find(clocked) ?? null
  const ordered = inTime(events)
  const [first] = ordered
  if (first === undefined || inFile === null) return null
  const labelled = ordered.find((event) => START_LABEL.test(event.text))
  if (labelled !== undefined) return { event: labelled, by: 'label' }
  const early = ordered.filter(
    (event) => Date.parse(event.at as string) - Date.parse(first.at as string) <= DAY_MS,
  )
  const begins =
    ordered.find((event) => BEGINS_SURELY.test(event.text.slice(0, 200))) ??
    early.slice(0, 12).find((event) => BEGINS.test(event.text.slice(0, 200)))
  if (begins !== undefined) return { event: begins, by: 'wording' }
  if (ROUTINE.test(first.text.slice(0, 120)) && !BROKEN.test(first.text.slice(0, 160))) {
    const trouble = early.slice(1, 6).find((event) => troubled(event))
    if (trouble !== undefined) return { event: trouble, by: 'wording' }
  }
  return { event: first, by: 'first' }
}

function troubled(event: DraftEvent): boolean {
  const text = event.text.slice(0, 160)
  return (event.phase === 'alarm' || event.phase === 'detection') && BROKEN.test(text)
}

/** The first event labelled or worded as detection, not before `start`. */
export function detectionEvent(events: readonly DraftEvent[], start: number | null): DraftEvent | null {
  const ordered = inTime(events)
  const labelled = ordered.find((event) => DETECTED_LABEL.test(event.text))
  if (labelled !== undefined) return labelled
  return (
    ordered.find(
      (event) =>
        (event.phase === 'detection' || event.phase === 'alarm') &&
        (start === null || Date.parse(event.at as string) >= start),
    ) ?? null
  )
}

/** The event labelled as mitigation or repair. */
export function mitigationEvent(events: readonly DraftEvent[]): DraftEvent | null {
  return inTime(events).find((event) => MITIGATED_LABEL.test(event.text)) ?? null
}

/** The event labelled as recovery, else the last one whose words tell of it. */
export function recoveryEvent(
  events: readonly DraftEvent[],
): { event: DraftEvent; by: 'label' | 'wording' } | null {
  const ordered = inTime(events)
  const labelled = ordered.findLast((event) => RECOVERED_LABEL.test(event.text))
  if (labelled !== undefined) return { event: labelled, by: 'label' }
  const worded = ordered.findLast((event) => event.phase === 'recovery')
  return worded === undefined ? null : { event: worded, by: 'wording' }
}
