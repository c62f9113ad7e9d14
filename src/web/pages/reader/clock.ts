/** How the reader writes an instant: the clock alone while all happened on one day, else with its day. */
import type { Postmortem } from '../../../contract/postmortems.ts'
import { epoch, toInstant } from '../../../domain/instant.ts'
import type { Instant } from '../../../domain/instant.ts'
import { timeWords } from '../../words.ts'
import { mainIncident } from './flood-of.ts'

/** Writes epoch milliseconds in the reader's zone: `10:02` on the incident's days, `13 Nov, 15:40` on others. */
export type Clock = (at: number) => string

/** The clock of one postmortem, by the day of its incident; `zone` is the reader's own when left out. */
export function clockOf(postmortem: Postmortem, zone?: string): Clock {
  const own = ownDay(postmortem, zone)
  return (at) => {
    const instant = toInstant(at)
    return own !== null && timeWords(instant, 'day', zone) === own
      ? timeWords(instant, 'clock', zone)
      : timeWords(instant, 'short', zone)
  }
}

/** The day on which it all happened, when that is one day. */
function ownDay(postmortem: Postmortem, zone: string | undefined): string | null {
  const incident = mainIncident(postmortem)
  const times = [
    incident?.impactStartedAt ?? null,
    incident?.mitigatedAt ?? null,
    incident?.recoveredAt ?? null,
  ].filter((at) => at !== null)
  const known = times.length > 0 ? times : timelineEnds(postmortem)
  const days = new Set(known.map((at) => timeWords(at, 'day', zone)))
  return days.size === 1 ? ([...days][0] ?? null) : null
}

function timelineEnds(postmortem: Postmortem): Instant[] {
  const times = postmortem.timeline
    .map((event) => event.at)
    .filter((at) => at !== null)
    .sort((a, b) => epoch(a) - epoch(b))
  return [times[0], times.at(-1)].filter((at) => at !== undefined)
}
