/** Decides what a file is: a report of one incident, or something that lies beside such reports. Content decides, the path only hints. */
import { isBracketed } from '../edges.ts'
import type { SkipReason } from '../draft.ts'
import type { Fields } from '../metadata/fields.ts'
import type { SectionName } from '../sections/names.ts'
import type { Passage } from '../sections/passage.ts'
import type { Markers } from './markers.ts'
import { plannedWorkScore } from './planned-work.ts'

export interface RoleEvidence {
  readonly path: string
  readonly title: string
  /** The text without front matter. */
  readonly text: string
  readonly markers: Markers
  readonly passages: readonly Passage[]
  readonly fields: Fields
  /** Entries found in the timeline. */
  readonly timedEvents: number
  readonly headings: number
}

export interface RoleDecision {
  readonly reason: SkipReason | null
  /** Distance from the nearest other decision, in log-odds as far as hand-set weights give them. */
  readonly margin: number
}

const REPORT_PATH =
  /(?:post-?mortems?|incidents?|outages?|pm[-_ ]?\d|inc-?\d|retrospectives?|disruptions?|failures?|rca|\bpir\b|status|affectedissues|issues)/i
const DATED_PATH =
  /(?:^|[^\d])(?:19|20)\d{2}[-_/.]?(?:0[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i
const TEMPLATE_PATH =
  /(?:^|[-_./ ])(?:templates?|skeleton|boilerplate|example|sample|mal)(?:$|[-_./ ])|yyyy|-nnn\b/i
const TEMPLATE_NAME =
  /^[\d_-]*(?:(?:blank|post-?mortem|incident|report|pm|rca)[-_ ]?)*templates?(?:[-_ ](?:incident|post-?mortem|report|rca)s?)*$/i
const README_PATH =
  /(?:^|\/)(?:_?readme|_?index|contributing|code_of_conduct|license|changelog|summary|about|glossary|process|guide|howto|how-to|faq|toc|sidebar|nav)(?:\.[a-z.]+)?$|(?:process|guidelines?|policy|playbook|handbook|runbook|checklist)(?:\.[a-z.]+)?$/i
/** However short, these are no stubs of reports. */
const INDEX_NAME = /(?:^|\/)_?(?:readme|index)(?:\.[a-z.]+)?$/i
/** Files that lie beside reports and hold data or code. */
const DATA_PATH =
  /\.(?:csv|tsv|json|ya?ml|xml|svg|css|js|mjs|ts|tsx|jsx|py|rb|go|sh|sql|log|lock|ini|toml|conf|ipynb|drawio|ics|patch|diff)$/i
const GUIDE =
  /\b(?:process|procedures?|guide(?:lines?)?|polic(?:y|ies)|playbook|handbook|how[- ]to|checklist|best practices|severity levels|on-?call|roles|response plan|incident (?:response|management|command(?:er)?)|handling incidents|writing (?:a )?post-?mortems?|what is a|retrospective format)\b/i
const RULES = /\b(?:should|must|you|your|shall|please)\b/gi
const EMPTY_PAGE =
  /there is currently no text in this page|^\W*(?:coming soon|to be written|under construction|work in progress|tbd|todo|wip|placeholder|this page (?:is|was) (?:intentionally )?(?:left )?(?:blank|empty|deleted|moved)|#redirect\b.*|redirect to\b.*|moved to\b.*)\W*$/i

const INCIDENT_WORDS =
  /\b(?:outages?|incidents?|downtime|post-?mortem|root cause|went down|was down|were down|is down|unavailab\w+|unreachable|degrad\w+|disrupt\w+|failed|failing|failures?|crash\w*|broke|broken|errors?|time-?outs?|latency|overload\w*|leak\w*|breach\w*|vulnerab\w+|compromised|malicious|exploit\w*|attack\w*|rolled back|rollback|reverted|hotfix|mitigat\w+|restored|recovered|resolved|impact\w*|affected|alert\w*|paged|bug|regression|lost|deleted|expired|unexpected\w*|exhaust\w*|stuck|not working|unable to|slow\w*|dropped|stopped|ran out|went wrong|forgot\w*|accident\w*|missing|corrupt\w*|stalled?|lag(?:ged|ging)?|vandal\w*|overwhelm\w*|offline|hung|hang(?:s|ing)?|locked up|problems?|issue|5\d\d errors?|spike)\b|障害|停止|復旧|エラー|feil|nedetid|utilgjengelig|故障|失败|错误|崩溃|宕机/gi

/** How much each told section speaks for a report of an incident. */
const SECTION_WEIGHTS: Readonly<Partial<Record<SectionName, number>>> = {
  timeline: 2,
  causes: 1.6,
  impact: 1.2,
  actions: 1.2,
  resolution: 1.2,
  detection: 1,
  lessons: 1,
  wentWell: 1,
  wentWrong: 1,
  lucky: 1,
  trigger: 0.4,
  response: 0.4,
  summary: 0.6,
  tried: 0.6,
  recurrence: 0.6,
}

/** A title is told by its first words. */
const LONGEST_TITLE = 500

/** Fields that only a report or a notice has. */
const STATED = /^(?:severity|recovered|started|duration)$/

/** Report scores from here on make a report. */
const ENOUGH = 1.25

/** An index or guide needs this much less against the parts of a report that it lists when it tells of no day. */
const INDEX_LEAD = 9

/** What the file is. `reason` is null for a report. */
export function decideRole(evidence: RoleEvidence): RoleDecision {
  const { markers, text } = evidence
  const short: SkipReason = INDEX_NAME.test(evidence.path) ? 'readme' : 'stub'
  if (EMPTY_PAGE.test(text.slice(0, 400)) && markers.words < 80) return { reason: short, margin: 3 }
  const stated = evidence.fields.all.some((field) => STATED.test(field.name))
  if (markers.words < 8 && !stated) return { reason: short, margin: 2 }
  const template = templateScore(evidence)
  if (template > 0) return { reason: 'template', margin: template }
  const report = reportScore(evidence)
  const index = indexScore(evidence)
  if (index > 0 && index > report - 3 - (lists(evidence) ? INDEX_LEAD : 0))
    return { reason: 'readme', margin: Math.max(0.5, Math.min(index, index - report + 3)) }
  if (markers.words < 15 && report < ENOUGH && !stated) return { reason: short, margin: 1 }
  const planned = isNotice(evidence) ? plannedScore(evidence) : -4
  if (planned > 0) return { reason: 'planned_work', margin: planned }
  if (report < ENOUGH) return { reason: 'not_a_postmortem', margin: ENOUGH - report }
  return { reason: null, margin: Math.min(report - ENOUGH, -template, -planned) }
}

/** How strongly a file looks like a report of one incident; from `ENOUGH` on it does. */
export function reportScore(evidence: RoleEvidence): number {
  const { path, title, markers } = evidence
  const told = new Set(evidence.passages.map((passage) => passage.name))
  let score = 0
  for (const name of told) score += SECTION_WEIGHTS[name] ?? 0
  score = Math.min(score, 6)
  if (DATA_PATH.test(path) && evidence.headings === 0) score -= 4
  if (REPORT_PATH.test(path)) score += 1.5
  if (DATED_PATH.test(path)) score += 1.2
  if (
    /\b(?:incident|outage|post-?mortem|downtime|disruption|breach|disclosure|vulnerab\w+|attack|failure|down|unavailab\w+)\b/i.test(
      title,
    )
  )
    score += 1.5
  score += Math.min(2, evidence.timedEvents / 3)
  const words = evidence.text.slice(0, 12_000).match(INCIDENT_WORDS)?.length ?? 0
  const density = words / Math.max(30, Math.min(markers.words, 2_000))
  score += Math.min(2.5, density * 80)
  const named = new Set(evidence.fields.all.filter((field) => field.top).map((field) => field.name))
  for (const name of ['severity', 'duration', 'started', 'recovered', 'detected'] as const) {
    if (named.has(name)) score += 0.7
  }
  return score
}

/** Above 0, most of the text waits to be written. */
function templateScore(evidence: RoleEvidence): number {
  const { markers, path, title } = evidence
  const stem = path.split('/').at(-1) ?? ''
  const named = TEMPLATE_PATH.test(stem) || /(?:^|\/)(?:[\w.-]*_)?templates?\//i.test(path)
  const blanks = markers.placeholders + markers.prompts
  const perHundred = (blanks * 100) / Math.max(40, markers.words)
  let score = TEMPLATE_NAME.test(stem.replace(/\.[^]*$/, '')) ? 4 : named ? -0.5 : -3
  score += Math.min(4, perHundred * 0.9)
  if (
    isBracketed(title) ||
    /\btemplate\W*$|^template for\b|\{\{|<date>|\[(?:date|title|incident title)\]|^(?:issue name|incident title|title)\b/i.test(
      title,
    )
  )
    score += 2
  if (
    /\bthis is (?:a|the) (?:post-?mortem |incident )?template\b|\btemplate for\b/i.test(
      evidence.text.slice(0, 600),
    )
  )
    score += 1.5
  score -= Math.min(3, evidence.timedEvents * (named ? 0.25 : 0.5))
  if (markers.words > 600) score -= (markers.words - 600) / (named ? 1_000 : 300)
  if (evidence.headings === 0) score -= 1.5
  return score
}

/** Above 0, the file is about other files or about how reports are made. */
function indexScore(evidence: RoleEvidence): number {
  const { markers, path } = evidence
  const stem = path.split('/').at(-1) ?? ''
  let score = README_PATH.test(stem) || README_PATH.test(path) ? 1.5 : -2
  score += Math.min(3, markers.aboutReports * 0.7)
  const linkShare = markers.items < 3 ? 0 : markers.linkItems / markers.items
  if (markers.linkItems >= 3) score += linkShare * 3
  if (markers.linkItems >= 12) score += 1.5
  if (
    /\b(?:post-?mortems|incident reports|incidents|outages|post-?mortem (?:repository|documentation|index)|incident (?:reporting|process|reports))\s*(?:\(.*\))?$/i.test(
      evidence.title.slice(0, LONGEST_TITLE),
    )
  )
    score += 1.5
  score += guideScore(evidence)
  score -= Math.min(3, evidence.timedEvents * 0.5)
  return score
}

/** How much a file reads as rules for what to do in incidents: named so, undated, and full of `should` and `you`. */
function guideScore(evidence: RoleEvidence): number {
  if (isDated(evidence) || DATED_PATH.test(evidence.path)) return 0
  const stem = (evidence.path.split('/').at(-1) ?? '').replaceAll(/[-_]+/g, ' ')
  const named = GUIDE.test(stem) || GUIDE.test(evidence.title)
  const rules = evidence.text.slice(0, 20_000).match(RULES)?.length ?? 0
  const dense = rules >= 5 && rules * 100 > Math.min(evidence.markers.words, 3_300) * 2
  return (named ? 2 : 0) + (dense ? 1.5 : 0)
}

/** Whether the name or the text says that it is an index or a guide, and nothing in it is dated. */
function lists(evidence: RoleEvidence): boolean {
  const named = README_PATH.test(evidence.path.split('/').at(-1) ?? '')
  return (named || evidence.markers.aboutReports >= 5 || guideScore(evidence) >= 3) && !isDated(evidence)
}

/** Whether the text says of itself when something happened. */
function isDated(evidence: RoleEvidence): boolean {
  if (evidence.timedEvents >= 2) return true
  return evidence.fields.all.some(
    (field) =>
      field.top &&
      /^(?:date|started|period|detected|recovered)$/.test(field.name) &&
      /\d/.test(field.values[0] ?? ''),
  )
}

/** Only a short text without the parts of a report can be a notice. */
function isNotice(evidence: RoleEvidence): boolean {
  const told = new Set(evidence.passages.map((passage) => passage.name))
  const parts = ['causes', 'lessons', 'wentWell', 'wentWrong', 'lucky', 'actions', 'recurrence'] as const
  return parts.filter((name) => told.has(name)).length < 2 && evidence.markers.words < 600
}

function plannedScore(evidence: RoleEvidence): number {
  const severity = evidence.fields.all.find((field) => field.name === 'severity')?.values[0] ?? null
  const stem = evidence.path.split('/').at(-1) ?? ''
  return plannedWorkScore({
    title: evidence.title,
    stem,
    text: evidence.text,
    severity: severity === null ? null : severity.toLowerCase(),
  })
}
