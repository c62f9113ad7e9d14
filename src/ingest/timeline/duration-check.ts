/** Compares the duration a document states with the one its own times give. */
import type { Warning } from '../draft.ts'
import { minutesBetween, type Instant } from '../../domain/instant.ts'
import type { WrittenDuration } from '../time/duration.ts'

/** A stated duration and where it stands. */
export interface StatedDuration {
  readonly duration: WrittenDuration
  readonly asWritten: string
  /** Null for one told in a sentence. */
  readonly line: number | null
}

/** Minutes by which times and statement may differ before a reader should look. */
const TOLERANCE = 2
/** For words such as "about", and for ends read from the wording of the timeline. */
const LOOSE_SHARE = 0.15
const LOOSE_MINUTES = 10

/** `1h 6m` for 66; days from 48 hours on. */
function spoken(minutes: number): string {
  const whole = Math.round(minutes)
  if (whole >= 2880) return `${Math.floor(whole / 1440)}d ${Math.floor((whole % 1440) / 60)}h`
  return `${Math.floor(whole / 60)}h ${whole % 60}m`
}

/** A warning `duration_disagrees` when statement and times differ; null when they agree or cannot be compared. */
export function checkDuration(
  stated: StatedDuration,
  from: Instant | null,
  to: Instant | null,
  sure: boolean,
): Warning | null {
  if (from === null || to === null) return null
  const own = minutesBetween(from, to)
  if (own < 0) return null
  const { minutes, atMost, approximate, openEnded } = stated.duration
  const loose = approximate || !sure ? Math.max(LOOSE_MINUTES, minutes * LOOSE_SHARE) : TOLERANCE
  const tooLong = !openEnded && own > (atMost ?? minutes) + loose
  const tooShort = own < minutes - loose
  if (!tooLong && !tooShort) return null
  return {
    code: 'duration_disagrees',
    message: `stated ${stated.asWritten}, the document's own times give ${spoken(own)}`,
    line: stated.line,
  }
}
