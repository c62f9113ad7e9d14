/**
 * The blameless linter: reads a postmortem in Markdown and asks about wording that hides what can be learned.
 *
 * @example
 * import { lint } from 'highwater/linter'
 * const { findings } = lint('The on-call engineer failed to notice the alert.')
 * findings[0]?.ruleId // 'person-failed'
 */
import { checkChunks, type Checked, type RuleHit } from './check.ts'
import { chunksOf } from './document/chunks.ts'
import { languageOf } from './document/language.ts'
import {
  CATEGORIES,
  type Category,
  type Finding,
  type LintResult,
  type SetAside,
  type Severity,
} from './finding.ts'
import { reasonsIn } from './ignoring.ts'
import { positionsIn } from './lines.ts'
import type { LintOptions } from './options.ts'
import { EMPTY_ROSTER, indexRoster, type RosterIndex } from './roster.ts'
import { ALL_RULES } from './rules/all-rules.ts'
import { whyOf } from './rules/rule.ts'

export type {
  Category,
  Finding,
  LintResult,
  Position,
  Range,
  SetAside,
  Severity,
  Suggestion,
} from './finding.ts'
export type { LintOptions, Roster } from './options.ts'
export type { Insertion } from './set-aside-comment.ts'
export { setAsideComment } from './set-aside-comment.ts'
export { CATEGORIES }

/** Grows when a rule finds something else than before, so that findings which were kept can be made anew. */
export const RULES_VERSION = 2

/** What is known of a rule without running it. */
export interface RuleCard {
  /** Kebab-case; `docs/rules/<id>.md` is its page. */
  readonly id: string
  readonly category: Category
  readonly severity: Severity
  readonly why: string
  /** Address of the advice the rule goes by. */
  readonly source: string
  /** BCP 47 tag of the language it reads; `any` for a rule that needs no words. */
  readonly language: 'en' | 'any'
}

/** Every rule, by category and then by weight. */
export const RULES: readonly RuleCard[] = ALL_RULES.map(({ id, category, severity, ...rule }) => ({
  id,
  category,
  severity,
  why: whyOf(rule),
  source: rule.source.url,
  language: rule.language ?? 'en',
}))

/** A linter that remembers the last text, so that the next one costs only what changed. */
export interface Linter {
  /** Checks a whole text. Never throws, whatever the text; time grows in proportion to its length at worst. */
  lint(text: string, now?: Pick<LintOptions, 'evidence' | 'known'>): LintResult
}

/** Checks one text. Never throws. */
export function lint(text: string, options: LintOptions = {}): LintResult {
  return createLinter(options).lint(text)
}

/** Makes a linter for an editor: keep one for each open text. */
export function createLinter(options: LintOptions = {}): Linter {
  const roster: RosterIndex = options.roster === undefined ? EMPTY_ROSTER : indexRoster(options.roster)
  let kept: Checked['kept'] = new Map()
  return {
    lint(text, now = {}) {
      const language = options.language ?? languageOf(text)
      const chunks = chunksOf(text)
      const checked = checkChunks(chunks, kept, roster, /^(?:en|und)\b/i.test(language))
      kept = checked.kept
      const reasonOf = reasonsIn(chunks, checked.kept, checked.placed)
      const hits = inOrder(checked.hits).filter(
        (hit) => !hasEvidence(hit, now.evidence ?? options.evidence ?? []),
      )
      return { ...sortOut(text, hits, reasonOf, { ...options, ...now }), language }
    },
  }
}

const inOrder = (hits: readonly RuleHit[]): RuleHit[] =>
  [...hits].sort((a, b) => a.start - b.start || a.end - b.end)

const hasEvidence = (hit: RuleHit, evidence: NonNullable<LintOptions['evidence']>): boolean =>
  hit.rule.category === 'vague' && evidence.some((span) => span.start < hit.end && span.end > hit.start)

function sortOut(
  text: string,
  hits: readonly RuleHit[],
  reasonOf: (hit: RuleHit) => string | null,
  options: LintOptions,
): Omit<LintResult, 'language'> {
  const at = positionsIn(text)
  const times = new Map<string, number>()
  const findings: Finding[] = []
  const setAside: SetAside[] = []
  for (const hit of hits) {
    const severity = severityOf(hit, options)
    if (severity === 'off') continue
    const time = (times.get(hit.fingerprint) ?? 0) + 1
    times.set(hit.fingerprint, time)
    const fingerprint = time === 1 ? hit.fingerprint : `${hit.fingerprint}-${time}`
    if (options.known?.has(fingerprint) === true) continue
    const finding = findingOf(hit, severity, fingerprint, { start: at(hit.start), end: at(hit.end) })
    const reason = reasonOf(hit)
    if (reason === null) findings.push(finding)
    else setAside.push({ finding, reason })
  }
  return { findings, setAside }
}

function severityOf(hit: RuleHit, options: LintOptions): Severity | 'off' {
  const { id, severity } = hit.rule
  return options.rules !== undefined && Object.hasOwn(options.rules, id)
    ? (options.rules[id] ?? severity)
    : severity
}

function findingOf(
  { rule, hit }: RuleHit,
  severity: Severity,
  fingerprint: string,
  range: Finding['range'],
): Finding {
  return {
    ruleId: rule.id,
    category: rule.category,
    severity,
    message: hit.message,
    why: whyOf(rule),
    range,
    suggestions: hit.rewrites.map(({ title, replacement, isSafe = false }) => ({
      title,
      replacement,
      isSafe,
    })),
    fingerprint,
  }
}
