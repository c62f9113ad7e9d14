/** Finds among the events of a timeline those that mark a moment of the incident: its beginning, detection, mitigation, recovery. */
import type { DraftEvent } from '../draft.ts'

const BEGINS =
  /\b(?:outage|incident|impact|downtime|disruption|degradation|interruption|issues?|problems?|errors?|failures?|alerts?|symptoms?)\s(?:(?:first|has|have|is|are)\s)?(?:begins?|began|starts?|started|starting|occurs?|occurred)\b|\b(?:starts?|started|begins?|began) (?:to )?(?:fail|crash|firing|alert|returning (?:5|errors)|throwing|flapping|seeing|timing out|experienc|grow|climb|rise|rising|drop|fall|declin|degrad|pile|piling|fill|lag|slow|hang|disappear|vanish)\w*|\bfirst\b.{0,40}\b(?:wrong|affected|impacted|corrupt\w*|broken|missing|unavailable)\b|\bhard down\b|\b(?:goes?|went|is|are) (?:completely |fully )?(?:down|offline|unavailable)\b|\bfault occurs?\b|\b(?:expires?|expired)\b|\b(?:are|were|is|was|gets?|got) (?:accidentally |mistakenly )?(?:destroyed|deleted|wiped|dropped)\b|\bfirst (?:alert|error|failure|failed|malicious|occurrence|version to include|impact|customer impact|seen|noticed)\b|\b5\d\d\b.{0,24}\b(?:witnessed|seen|errors?|responses?|begin|start|spike)|\bhits? (?:its |the )?[\w .]{0,16}(?:quota|limit)\b|^\W*(?:発生|障害発生|影響開始)|が発生|feil(?:en)? oppst\w+|gikk ned\b|går ned\b|\bstopp(?:er|et)\b|slutte[tr] å|故障开始|开始出现/iu
/** Words that mark the beginning wherever in the timeline they stand. */
const BEGINS_SURELY =
  /\b(?:outage|incident|impact|disruption|degradation)\s(?:begins?|began|starts?|started)\b|\bfirst (?:malicious|compromised|(?:version|release) to (?:include|contain)|customer impact|impact)\b|^\W*(?:発生|障害発生|影響開始)/iu
const BROKEN =
  /\b(?:fail(?:s|ed|ing|ures?)?|crash\w*|unable to|cannot|can't|errors?|[45]\d\d|time-?outs?|unavailable|down|broken|outage|not synced|stop(?:s|ped)|stuck|slow\w*|spik(?:e|es|ing)|unresponsive|frozen|freez\w*|hangs?|hung|refus\w*|reject\w*|denied|exhaust\w*|out of|saturat\w*|drop(?:s|ped)? to|reach(?:es|ed) 0|PROBLEM|CRITICAL|lost|missing|blank|stale|expire[sd]?)\b|0\s?%|エラー|失敗|停止|障害|feil\w*|nede\b|失败|错误/iu
/** A change that the line itself calls flawed is where the trouble came in. */
const FLAWED =
  /\b(?:bugs?|buggy|issues?|malformed|incorrect\w*|wrong\w*|mistaken\w*|accident\w*|regression|faulty|bad|invalid|misconfigur\w*|vulnerab\w*|breaking|culprit)\b/iu
const ROUTINE =
  /\b(?:merged|opened|pull request|PR #?\d|upgrade (?:commenced|started|begins)|deploy(?:ed|ment)?|released?|renamed|maintenance|scheduled|rollout|modified|unpaused|planned|loaded|imported|applied|pushed|shipped|switched|rolled out|goes out)\b/iu

/** Labels stand alone, or before a colon or dash; "Reported missing metrics" is none. */
function label(words: string): RegExp {
  return new RegExp(`^[\\s*_]*(?:${words})[\\s*_]*(?:[:：—–]|-\\s|[（(]|$)`, 'iu')
}

const START_LABEL = label(
  'fault occurs?|(?:incident |outage |impact )?(?:start(?:ed|s)?|begins?|began|onset)|発生|障害発生|影響開始|startet',
)
const DETECTED_LABEL = label(
  '(?:first )?(?:detected|detection|noticed|reported|identified|discovery|discovered)(?: at)?|検知[^\\s:：—–]{0,12}|発見|oppdaget|påvist|发现',
)
const MITIGATED_LABEL = label(
  'repaired|mitigated|mitigation|contained|stabili[sz]ed|緩和[^\\s:：—–]{0,8}|缓解',
)
const RECOVERED_LABEL = label(
  '(?:incident |issue |outage )?(?:resolved|recovered|recovery|resolution|restored|closed|ended)|復旧[^\\s:：—–]{0,8}|解決|løst|恢复',
)

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

/** Whether the newest event stands first in the file. */
function newestFirst(times: readonly number[]): boolean {
  const steps = times.slice(1).map((time, index) => time - (times[index] ?? 0))
  const down = steps.filter((step) => step < 0).length
  return down > 2 && down > steps.length * 0.7
}

/**
 * Events in the order of time, from at most a day before the one that stands first in the file:
 * a single date mistyped further back is no beginning.
 */
function fromBeginning(events: readonly DraftEvent[]): DraftEvent[] {
  const times = events.filter(clocked).map((event) => Date.parse(event.at as string))
  const first = newestFirst(times) ? times.at(-1) : times[0]
  if (first === undefined) return []
  return inTime(events).filter((event) => Date.parse(event.at as string) >= first - DAY_MS)
}

/**
 * The event that marks the start of the impact: one labelled so or saying so; else the first, when it tells of trouble;
 * else, within a day, the first that tells of a beginning, or of trouble after routine work (a merge, a planned upgrade);
 * else the first one.
 */
export function startEvent(events: readonly DraftEvent[]): StartEvent | null {
  const ordered = fromBeginning(events)
  const [first] = ordered
  if (first === undefined) return null
  const labelled = ordered.find((event) => START_LABEL.test(event.text))
  if (labelled !== undefined) return { event: labelled, by: 'label' }
  const surely = ordered.find((event) => BEGINS_SURELY.test(event.text.slice(0, 200)))
  if (surely !== undefined) return { event: surely, by: 'wording' }
  if (tellsOfTrouble(first)) return { event: first, by: 'first' }
  const end = Date.parse(first.at as string) + DAY_MS
  const early = ordered.filter((event) => Date.parse(event.at as string) <= end)
  const begins = early.slice(0, 12).find((event) => BEGINS.test(event.text.slice(0, 200)))
  if (begins !== undefined) return { event: troubleBefore(begins, early) ?? begins, by: 'wording' }
  const trouble = ROUTINE.test(first.text.slice(0, 120))
    ? firstTrouble(
        events.filter((event) => !clocked(event) || early.includes(event)),
        first,
      )
    : undefined
  return trouble === undefined ? { event: first, by: 'first' } : { event: trouble, by: 'wording' }
}

/** An alert or a report tells of trouble that may stand in the timeline itself, before it. */
function troubleBefore(begins: DraftEvent, early: readonly DraftEvent[]): DraftEvent | undefined {
  if (begins.phase !== 'alarm' && begins.phase !== 'detection') return undefined
  return early
    .slice(0, early.indexOf(begins))
    .find((event) => event.phase === 'context' && BROKEN.test(event.text.slice(0, 160)))
}

/** The first of the next five events of the file that tells of trouble seen, and not of work done about it. */
function firstTrouble(events: readonly DraftEvent[], first: DraftEvent): DraftEvent | undefined {
  const following = events
    .slice(events.indexOf(first) + 1)
    .filter(clocked)
    .slice(0, 5)
  return following.find(
    (event) => event.phase !== 'response' && event.phase !== 'recovery' && tellsOfTrouble(event),
  )
}

function tellsOfTrouble(event: DraftEvent): boolean {
  const text = event.text.slice(0, 160)
  return event.phase === 'alarm' || DETECTED_LABEL.test(event.text) || BROKEN.test(text) || FLAWED.test(text)
}

/** In a timeline of days without times, the first that is more than background. */
export function startDayEvent(events: readonly DraftEvent[]): DraftEvent | null {
  const days = events.filter((event) => event.at !== null && event.precision === 'day')
  return days.find((event) => event.phase !== 'context' || tellsOfTrouble(event)) ?? null
}

/** The event that lies the stated duration before a recovery, when exactly one does. */
export function eventBefore(events: readonly DraftEvent[], minutes: number): DraftEvent | null {
  const ordered = inTime(events)
  const found = new Set<DraftEvent>()
  for (const end of ordered.filter(
    (event) => event.phase === 'recovery' || RECOVERED_LABEL.test(event.text),
  )) {
    const start = Date.parse(end.at as string) - minutes * 60_000
    for (const event of ordered) {
      if (Math.abs(Date.parse(event.at as string) - start) < 60_000) found.add(event)
    }
  }
  return found.size === 1 ? ([...found][0] ?? null) : null
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
