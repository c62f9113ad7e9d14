/** How the reader writes an instant: the clock alone while all happened on one day, else with its day. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Postmortem } from '../../../contract/postmortems.ts'
import { epoch, toInstant } from '../../../domain/instant.ts'
import type { Instant } from '../../../domain/instant.ts'
import { timeWords } from '../../words.ts'
import { mainIncident } from './flood-of.ts'

/** Writes epoch milliseconds in the reader's zone: `10:02` on the incident's days, `13 Nov, 15:40` on others. */
export type Clock = (at: number) => string

/** The zone the page writes times in: the reader's own when undefined, else the one the postmortem was written in. */
export const ReadingZone = createContext<string | undefined>(undefined)

export const useReadingZone = (): string | undefined => useContext(ReadingZone)

/** The zone a postmortem was written in, when its clocks stood otherwise than the reader's at the time; else null. */
export function otherZone(postmortem: Postmortem): string | null {
  const incident = mainIncident(postmortem)
  const zone = incident?.zone ?? null
  const at = incident?.impactStartedAt ?? timelineEnds(postmortem)[0]
  if (zone === null || at === undefined || at === null) return null
  try {
    return timeWords(at, 'moment', zone) === timeWords(at, 'moment') ? null : zone
  } catch (error) {
    // A zone in a text may be a name that no clock knows.
    if (error instanceof RangeError) return null
    throw error
  }
}

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
