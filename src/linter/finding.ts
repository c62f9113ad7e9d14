/** What the linter answers: findings with their range, reason and rewrites. */

/** The eight kinds of thing the linter looks for. */
export const CATEGORIES = [
  'blame',
  'team-blame',
  'hindsight',
  'vague',
  'cause-framing',
  'passive-omission',
  'weak-action',
  'wording',
] as const

export type Category = (typeof CATEGORIES)[number]

/** `error` may fail a build, `warning` is for the author to look at, `info` is a quiet hint. */
export type Severity = 'error' | 'warning' | 'info'

/** A place in the text. */
export interface Position {
  /** From 1. */
  readonly line: number
  /** From 1, in UTF-16 units. */
  readonly column: number
  /** UTF-16 units from the start of the text. */
  readonly offset: number
}

export interface Range {
  readonly start: Position
  /** Just past the last unit. */
  readonly end: Position
}

/** A rewrite of the finding's range. */
export interface Suggestion {
  readonly title: string
  /** Takes the place of the whole range; `<…>` marks what only the author can fill in. */
  readonly replacement: string
  /** Whether it can be applied as it stands: it loses no meaning and has no `<…>` to fill in. */
  readonly isSafe: boolean
}

export interface Finding {
  /** Name of the rule, as in `docs/rules/<ruleId>.md`. */
  readonly ruleId: string
  readonly category: Category
  readonly severity: Severity
  /** One line that says what was seen, put as a question where it can be. */
  readonly message: string
  /** One line that says why it matters, and whose advice that is. */
  readonly why: string
  readonly range: Range
  readonly suggestions: readonly Suggestion[]
  /** 16 hexadecimal digits made of the rule and the sentence, with `-2`, `-3` … where the sentence repeats; survives edits elsewhere. */
  readonly fingerprint: string
}

/** A finding that a comment in the text sets aside. */
export interface SetAside {
  readonly finding: Finding
  readonly reason: string
}

export interface LintResult {
  /** In the order of the text. */
  readonly findings: readonly Finding[]
  /** What comments such as `<!-- highwater-ignore person-failed: reason -->` set aside. */
  readonly setAside: readonly SetAside[]
  /** BCP 47 tag of the language the text was taken for; `und` when it holds no words. */
  readonly language: string
}
