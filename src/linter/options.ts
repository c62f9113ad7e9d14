/** What a caller may tell the linter: who is who, which rules count how much, and what already has evidence. */
import type { Severity } from './finding.ts'

/** The organisation's own names. They settle what spelling cannot: whether “Summer” is a colleague, a service or a season. */
export interface Roster {
  readonly people?: readonly string[]
  readonly teams?: readonly string[]
  readonly services?: readonly string[]
  readonly vendors?: readonly string[]
}

export interface LintOptions {
  readonly roster?: Roster
  /** Severity by rule name, `off` to switch a rule off; a rule not named keeps its own. */
  readonly rules?: Readonly<Record<string, Severity | 'off'>>
  /** Parts of the text, in UTF-16 offsets, to which evidence is tied outside the text; a vague claim there is no finding. */
  readonly evidence?: readonly { readonly start: number; readonly end: number }[]
  /** BCP 47 tag; without it the language is told from the text. */
  readonly language?: string
  /** Fingerprints to leave out: findings known before, or set aside elsewhere. */
  readonly known?: ReadonlySet<string>
}
