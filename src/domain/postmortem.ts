/** Postmortems: the record of one or several incidents, with its text sections. */
import type {
  IncidentClassId,
  IncidentId,
  IdeaId,
  ActionItemId,
  OriginalId,
  PersonId,
  PostmortemId,
} from './ids.ts'
import type { Instant } from './instant.ts'
import type {
  ActionKind,
  Aim,
  ClassStanding,
  PostmortemState,
  Section,
  Tier,
  Visibility,
} from './vocabulary.ts'

export interface Postmortem {
  readonly id: PostmortemId
  /** Shown as the handle `PM-204`; see `handle.ts`. */
  readonly number: number
  readonly title: string
  /** Never empty. */
  readonly incidentIds: readonly IncidentId[]
  readonly tier: Tier
  readonly state: PostmortemState
  readonly visibility: Visibility
  /** Null where an imported text names nobody known. */
  readonly authorId: PersonId | null
  readonly facilitatorId: PersonId | null
  /** People invited to read it while it is restricted. */
  readonly readerIds: readonly PersonId[]
  /** BCP 47: `en`, `ja`. */
  readonly language: string
  /** Markdown; null where nothing is written. */
  readonly sections: SectionTexts
  readonly publishedAt: Instant | null
  /** Counts from 1; an amendment of a published postmortem makes the next. */
  readonly edition: number
  readonly supersededById: PostmortemId | null
  /** Grows with each stored change; a write names the version it started from. */
  readonly version: number
}

export type SectionTexts = { readonly [S in Section]: string | null }

/** How a class stands with a postmortem; a suggestion is never counted as confirmed. */
export interface PostmortemClass {
  readonly classId: IncidentClassId
  readonly standing: ClassStanding
  /** 0 to 1; null where a person chose it. */
  readonly confidence: number | null
}

/** Something that could be done, not a commitment: it becomes an action item or is set aside with a reason. */
export interface ImprovementIdea {
  readonly id: IdeaId
  readonly text: string
  readonly kind: ActionKind | null
  readonly aim: Aim | null
  readonly actionItemId: ActionItemId | null
  readonly setAsideReason: string | null
}

/** One imported file as it was, to the byte; an edited file imported again is the next version. */
export interface Original {
  readonly id: OriginalId
  readonly path: string
  /** Hex, lower case. */
  readonly sha256: string
  readonly bytes: number
  readonly importedAt: Instant
  /** Counts from 1. */
  readonly version: number
}
