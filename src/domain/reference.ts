/** References: later things that cite a postmortem. */
import type { PostmortemId, ReferenceId } from './ids.ts'
import type { Instant } from './instant.ts'
import type { ReferenceKind } from './vocabulary.ts'

export interface Reference {
  readonly id: ReferenceId
  readonly postmortemId: PostmortemId
  readonly kind: ReferenceKind
  readonly title: string
  readonly url: string | null
  /** When the citing thing is another postmortem. */
  readonly fromPostmortemId: PostmortemId | null
  readonly at: Instant
}
