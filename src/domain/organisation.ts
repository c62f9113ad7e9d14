/** The organisation: its severity scale, currency, time zone and working days. */
import type { OrganisationId } from './ids.ts'
import type { Currency } from './money.ts'

/** A severity of the organisation's scale: `SEV1`. */
export type SeverityCode = string

/** One step of the scale, with what it means in the organisation's own words. */
export interface SeverityLevel {
  readonly code: SeverityCode
  readonly meaning: string
  /** Whether each postmortem of this severity reaches leadership directly. */
  readonly leadershipRead: boolean
}

/** From most to least severe. */
export type SeverityScale = readonly SeverityLevel[]

/** ISO 8601 weekday: 1 = Monday … 7 = Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

export interface Organisation {
  readonly id: OrganisationId
  readonly name: string
  /** IANA name: `Europe/Berlin`. */
  readonly timeZone: string
  readonly currency: Currency
  readonly workingDays: readonly Weekday[]
  readonly severityScale: SeverityScale
}

/** The scale of a new organisation. */
export const DEFAULT_SEVERITY_SCALE: SeverityScale = [
  {
    code: 'SEV1',
    meaning: 'A core service is down or data is lost or exposed for many customers',
    leadershipRead: true,
  },
  {
    code: 'SEV2',
    meaning: 'A core service is badly degraded, or is down for some customers',
    leadershipRead: false,
  },
  {
    code: 'SEV3',
    meaning: 'A part of a service is degraded, and customers have a way round it',
    leadershipRead: false,
  },
  { code: 'SEV4', meaning: 'Little or no effect that a customer would notice', leadershipRead: false },
]

/** Monday to Friday. */
export const DEFAULT_WORKING_DAYS: readonly Weekday[] = [1, 2, 3, 4, 5]

/** Position on the scale, 0 = most severe; null for a code that is not on it. */
export function severityRank(scale: SeverityScale, code: SeverityCode): number | null {
  const rank = scale.findIndex((level) => level.code === code)
  return rank === -1 ? null : rank
}

/** Whether postmortems of this severity reach leadership directly; false for an unknown severity. */
export function isLeadershipRead(scale: SeverityScale, code: SeverityCode | null): boolean {
  return scale.some((level) => level.code === code && level.leadershipRead)
}
