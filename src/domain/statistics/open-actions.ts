/** Open action items: how old they are, and what they lack. */
import { isOpen, isOverdue } from '../action-item.ts'
import type { ActionItem } from '../action-item.ts'
import { elapsedDays } from '../calendar.ts'
import type { Day, Instant } from '../instant.ts'

/** Days since proposed at which one age band ends and the next begins. */
export const AGE_BORDERS = [30, 90, 180, 365] as const

/** Half-open: `from` ≤ age < `to` days; `to` null = and older. */
export interface AgeBand {
  readonly from: number
  readonly to: number | null
}

/** The bands between the borders, from 0 on, in ascending order. */
export const AGE_BANDS: readonly AgeBand[] = [0, ...AGE_BORDERS].map((from, index) => ({
  from,
  to: AGE_BORDERS[index] ?? null,
}))

/** Age in whole days since it was proposed; what was proposed after `now` is 0 days old. */
export function ageInDays(action: Pick<ActionItem, 'proposedAt'>, now: Instant): number {
  return Math.max(0, Math.floor(elapsedDays(action.proposedAt, now)))
}

export interface OpenActions {
  readonly n: number
  readonly overdue: number
  readonly noOwner: number
  readonly noDue: number
  readonly bands: readonly (AgeBand & { readonly count: number })[]
}

type Counted = Pick<ActionItem, 'state' | 'proposedAt' | 'ownerId' | 'due'>

/** Counts the open ones among action items; `today` is the day of `now` in the organisation's zone. */
export function openActions(actions: readonly Counted[], now: Instant, today: Day): OpenActions {
  const open = actions.filter((action) => isOpen(action.state))
  const ages = open.map((action) => ageInDays(action, now))
  return {
    n: open.length,
    overdue: open.filter((action) => isOverdue(action, today)).length,
    noOwner: open.filter((action) => action.ownerId === null).length,
    noDue: open.filter((action) => action.due === null).length,
    bands: AGE_BANDS.map((band) => ({
      ...band,
      count: ages.filter((age) => age >= band.from && (band.to === null || age < band.to)).length,
    })),
  }
}
