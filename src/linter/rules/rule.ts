/** What a rule is: a name, a reason with its source, and a pure function from facts to hits. */
import type { Category, Severity } from '../finding.ts'
import type { BlockFacts, SentenceFacts } from '../facts.ts'
import type { SectionRole } from '../document/section-role.ts'
import type { Source } from './sources.ts'
import type { RosterIndex } from '../roster.ts'

/** A rewrite; see `Suggestion`. */
export interface Rewrite {
  readonly title: string
  readonly replacement: string
  readonly isSafe?: boolean
}

/** A place a rule speaks of. */
export interface Hit {
  /** UTF-16 units from the start of the block's text. */
  readonly start: number
  readonly end: number
  readonly message: string
  readonly rewrites: readonly Rewrite[]
}

export interface Context {
  readonly role: SectionRole
  readonly roster: RosterIndex
  /** The source that the blocks' offsets count in. */
  readonly source: string
}

interface RuleHead {
  /** Kebab-case; also the name of its file, its test's heading and its page in `docs/rules/`. */
  readonly id: string
  readonly category: Category
  readonly severity: Severity
  /** One line without a stop: why it matters. */
  readonly why: string
  /** Whose advice that is. */
  readonly source: Source
  /** English is what a rule reads unless it says that it needs no words. */
  readonly language?: 'any'
}

/** Where a rule may be silent: in sections, headings, questions, and sentences that a figure, time or link stands beside. */
export type Place = SectionRole | 'heading' | 'question' | 'evidence'

/** Looks at one sentence at a time. */
export interface SentenceRule extends RuleHead {
  readonly silentIn: readonly Place[]
  /** Categories whose finding in the same sentence says it better. */
  readonly yieldsTo?: readonly Category[]
  check(facts: SentenceFacts, context: Context): readonly Hit[]
}

/** A block with the part of the document it stands in. */
export interface PlacedBlock extends BlockFacts {
  readonly role: SectionRole
  /** What the block's offsets are counted from, in the document. */
  readonly origin: number
  readonly source: string
  /** Position of the section's heading among the placed blocks; -1 before the first. */
  readonly section: number
}

export interface BlockHit extends Hit {
  readonly placed: PlacedBlock
}

/** Looks at the whole document. */
export interface DocumentRule extends RuleHead {
  check(blocks: readonly PlacedBlock[], roster: RosterIndex): readonly BlockHit[]
}

export type Rule = SentenceRule | DocumentRule

/** Why it matters, and whose advice that is. */
export const whyOf = ({ why, source }: Pick<RuleHead, 'why' | 'source'>): string => `${why} (${source.name}).`
