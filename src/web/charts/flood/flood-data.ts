/** What the flood curve draws: one incident's moments, impact, events, decisions, beliefs and missing information. */

/** Times are epoch milliseconds throughout. */
export interface FloodData {
  /** In order; those not known are left out. */
  readonly moments: readonly FloodMoment[]
  readonly impacts: readonly FloodImpact[]
  /** Measured shares, 0 to 1. */
  readonly readings: readonly FloodReading[]
  readonly events: readonly FloodEvent[]
  readonly decisions: readonly FloodDecision[]
  readonly beliefs: readonly FloodBelief[]
  readonly missing: readonly FloodMissing[]
}

export interface FloodMoment {
  readonly at: number
  /** `Impact started` */
  readonly name: string
  /** Name of the span that ends here, `Detection`; empty for the first. */
  readonly span: string
  /** Since the impact started: `+7 min`; empty for the first, or when that is not known. */
  readonly after: string
  readonly mitigated: boolean
}

export interface FloodImpact {
  readonly label: string
  /** 0 to 1; null when not known. */
  readonly share: number | null
  readonly from: number
  readonly to: number
}

export interface FloodReading {
  readonly at: number
  readonly share: number
}

export interface FloodEvent {
  readonly id: string
  readonly at: number
  /** To the minute, or only about then. */
  readonly exact: boolean
  readonly text: string
  /** Weightier events get their label first. */
  readonly weight: number
}

export interface FloodDecision {
  /** Address of the decision on the page: `#decision-1`. */
  readonly href: string
  readonly at: number
  /** When the event that called for it happened; null when not known. */
  readonly prompted: number | null
  readonly question: string
  readonly choice: string
  /** `3 min to decide`; empty when not known. */
  readonly latency: string
}

export interface FloodBelief {
  readonly text: string
  readonly from: number
  /** When it proved right or wrong; null when it never did, as far as known. */
  readonly to: number | null
  /** `proved wrong 10:27` */
  readonly proved: string
}

export interface FloodMissing {
  readonly text: string
  readonly from: number
  readonly to: number | null
  /** `arrived 10:36, from the flag service` */
  readonly arrived: string
  /** `34 min`; empty when it never arrived. */
  readonly span: string
}
