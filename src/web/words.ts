/** The words the page uses for states, kinds, times and amounts; plain, short, the glossary's. */
import type { Instant } from '../domain/instant.ts'
import type {
  ActionKind,
  ActionState,
  Aim,
  IncidentKind,
  LayerOutcome,
  PostmortemState,
  Role,
  Section,
} from '../domain/vocabulary.ts'

export const POSTMORTEM_STATE_WORDS = {
  draft: 'Draft',
  in_review: 'In review',
  reviewed: 'Reviewed',
  published: 'Published',
  withdrawn: 'Withdrawn',
} as const satisfies Record<PostmortemState, string>

export const ACTION_STATE_WORDS = {
  proposed: 'Proposed',
  handed_back: 'Handed back',
  committed: 'Committed',
  in_progress: 'In progress',
  claimed_done: 'Awaits check',
  verified: 'Verified',
  not_effective: 'Not effective',
  dropped: 'Dropped',
} as const satisfies Record<ActionState, string>

export const ACTION_KIND_WORDS = {
  technical: 'technical',
  alert_threshold: 'alert threshold',
  on_call_communication: 'on-call communication',
  rollback_rule: 'rollback rule',
  escalation_level: 'escalation level',
  runbook: 'runbook',
  training: 'training',
  other_process: 'process',
} as const satisfies Record<ActionKind, string>

export const AIM_WORDS = {
  prevent: 'prevent',
  detect: 'detect',
  mitigate: 'mitigate',
  recover: 'recover',
  learn: 'learn',
} as const satisfies Record<Aim, string>

export const INCIDENT_KIND_WORDS = {
  outage: 'Outage',
  degradation: 'Degradation',
  security: 'Security',
  data: 'Data',
  near_miss: 'Near miss',
  drill: 'Drill',
} as const satisfies Record<IncidentKind, string>

export const LAYER_OUTCOME_WORDS = {
  held: 'Held',
  failed: 'Failed',
  bypassed: 'Bypassed',
  absent: 'Absent',
} as const satisfies Record<LayerOutcome, string>

export const ROLE_WORDS = {
  viewer: 'Viewer',
  contributor: 'Contributor',
  facilitator: 'Facilitator',
  leader: 'Leader',
  admin: 'Administrator',
} as const satisfies Record<Role, string>

export const SECTION_WORDS = {
  summary: 'Summary',
  impact: 'Impact',
  detection: 'Detection',
  timeline: 'Timeline',
  causes: 'Contributing factors',
  resolution: 'How it was mitigated',
  wentWell: 'What went well',
  wentWrong: 'What made it harder',
  lucky: 'Where we got lucky',
  surprised: 'What surprised us',
  lessons: 'Lessons',
  actions: 'Actions',
} as const satisfies Record<Section, string>

const STYLES = {
  /** 12 Nov 2026, 10:02 */
  moment: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  /** 12 Nov, 10:02 */
  short: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  /** 10:02 */
  clock: { hour: '2-digit', minute: '2-digit' },
  /** 12 Nov 2026 */
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  /** 12 Nov */
  date: { day: 'numeric', month: 'short' },
  /** Nov 2026 */
  month: { month: 'short', year: 'numeric' },
  /** Thursday 12 November 2026 */
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

export type TimeStyle = keyof typeof STYLES

const made = new Map<string, Intl.DateTimeFormat>()

function format(style: TimeStyle, timeZone?: string): Intl.DateTimeFormat {
  const key = `${style} ${timeZone ?? ''}`
  const known = made.get(key)
  if (known !== undefined) return known
  const one = new Intl.DateTimeFormat('en-GB', {
    ...STYLES[style],
    hourCycle: 'h23',
    ...(timeZone === undefined ? {} : { timeZone }),
  })
  made.set(key, one)
  return one
}

/** An instant in the reader's zone, or in the zone given. */
export function timeWords(at: Instant, style: TimeStyle, timeZone?: string): string {
  return format(style, timeZone).format(new Date(at))
}

/** A calendar day: `12 Nov 2026`. */
export function dayWords(day: string): string {
  return format('day', 'UTC').format(new Date(`${day}T00:00:00Z`))
}

/** The reader's calendar day: `2026-11-12`. */
export function today(): string {
  return new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(),
  )
}

/** The calendar day a year ago: where a period of twelve months to today begins. */
export function yearAgo(): string {
  const [year = '', ...rest] = today().split('-')
  const day = [String(Number(year) - 1), ...rest].join('-')
  return day.endsWith('02-29') ? day.replace(/29$/, '28') : day
}

/** The reader's zone, as `Europe/Berlin`. */
export function readerZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })

/** A count with its thousands apart: `30,900`. */
export const countWords = (count: number): string => WHOLE.format(count)

/** `1 postmortem`, `3 postmortems`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${countWords(count)} ${count === 1 ? one : many}`
}

/** A span of minutes: `47 min`, `2 h 14 min`, `3 d 4 h`; "no value" when it is not known. */
export function minutesWords(minutes: number | null): string {
  if (minutes === null) return 'no value'
  const whole = Math.round(minutes)
  if (whole < 120) return `${whole} min`
  if (whole < 2_880)
    return [`${Math.floor(whole / 60)} h`, whole % 60 === 0 ? '' : `${whole % 60} min`].join(' ').trim()
  const hours = Math.round(whole / 60)
  return [`${Math.floor(hours / 24)} d`, hours % 24 === 0 ? '' : `${hours % 24} h`].join(' ').trim()
}

/** Money without cents: `€38,000`. */
export function moneyWords(amount: number, currency: string): string {
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency, maximumFractionDigits: 0 }).format(
    amount,
  )
}

/** A share, 0 to 1, in whole percent: `38 %`. */
export const shareWords = (share: number | null): string =>
  share === null ? 'no value' : `${Math.round(share * 100)} %`
