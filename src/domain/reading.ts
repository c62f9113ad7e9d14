/** Readings: one postmortem before one leader, from sending to acknowledgement. */
import type { PersonId, PostmortemId, ReadingId } from './ids.ts'
import type { Day, Instant } from './instant.ts'
import type { ReadingWord } from './vocabulary.ts'

export interface Reading {
  readonly id: ReadingId
  readonly postmortemId: PostmortemId
  readonly readerId: PersonId
  readonly sentAt: Instant
  readonly channel: 'mail' | 'chat' | 'page'
  readonly due: Day
  /** First opening of the leader's own page or signed link; no hidden pixel. */
  readonly openedAt: Instant | null
  readonly acknowledgedAt: Instant | null
  readonly word: ReadingWord | null
}
