/** Readings: one postmortem before one leader, from sending to acknowledgement. */
import { dayOf } from './calendar.ts'
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

/** Acknowledges a reading with a word; the first word's time is kept, a later word replaces the word alone. */
export function acknowledge(reading: Reading, word: ReadingWord, at: Instant): Reading {
  return {
    ...reading,
    word,
    openedAt: reading.openedAt ?? at,
    acknowledgedAt: reading.acknowledgedAt ?? at,
  }
}

/** Whether it was acknowledged by the end of its due day in a zone; null while it is neither read nor late. */
export function readInTime(reading: Reading, now: Instant, zone: string): boolean | null {
  if (reading.acknowledgedAt !== null) return dayOf(reading.acknowledgedAt, zone) <= reading.due
  return dayOf(now, zone) > reading.due ? false : null
}
