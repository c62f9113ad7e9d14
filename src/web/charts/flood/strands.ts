/** The shape of the flood: how each stated impact rises, stands and falls, and where it stood highest. */
import type { FloodData, FloodImpact } from './flood-data.ts'
import type { Span } from './span.ts'

export interface StrandPoint {
  readonly at: number
  /** 0 to 1. */
  readonly share: number
}

/** One segment's impact over time. */
export interface Strand {
  readonly label: string
  /** The stated share; null when nobody knows it, and then the height means nothing. */
  readonly share: number | null
  readonly points: readonly StrandPoint[]
  /** Where it stands at its height. */
  readonly from: number
  readonly to: number
}

export interface Flood {
  /** Highest first, at most three. */
  readonly strands: readonly Strand[]
  /** Highest share drawn; 0 when no share is known. */
  readonly high: number
  /** The highest reading, if one was measured above or at the stated share. */
  readonly peak: StrandPoint | null
}

const MOST_STRANDS = 3
/** The rise takes this part of the span: how fast it rose is not stated. */
const SHOULDER = 0.05
/** Height given to an impact whose share is not known. */
const UNKNOWN_SHARE = 0.5

/**
 * A strand rises at its start, stands at its stated share, falls from mitigation (or just before its end) and is gone at
 * its end. Readings inside the highest one bend its line. What lies outside the span is cut off.
 */
export function floodOf(data: FloodData, span: Span): Flood {
  const mitigated = data.moments.find((moment) => moment.mitigated)?.at ?? null
  const impacts = data.impacts
    .filter((impact) => impact.to > impact.from && impact.from < span.to && impact.to > span.from)
    .sort((a, b) => (b.share ?? -1) - (a.share ?? -1))
    .slice(0, MOST_STRANDS)
  const readings = data.readings.filter((one) => one.share > 0).sort((a, b) => a.at - b.at)
  const strands = impacts.map((impact, i) => cut(strandOf(impact, mitigated, i === 0 ? readings : []), span))
  const stated = Math.max(0, ...impacts.map((impact) => impact.share ?? 0))
  const first = impacts[0]
  const peak =
    first === undefined || first.share === null
      ? null
      : readings
          .filter((one) => isInside(one.at, first) && one.share >= stated)
          .reduce<StrandPoint | null>(
            (best, one) => (best === null || one.share > best.share ? one : best),
            null,
          )
  return { strands, high: Math.max(stated, peak?.share ?? 0), peak }
}

const isInside = (at: number, span: { from: number; to: number }): boolean => at > span.from && at < span.to

function strandOf(impact: FloodImpact, mitigated: number | null, readings: readonly StrandPoint[]): Strand {
  const length = impact.to - impact.from
  const height = impact.share ?? UNKNOWN_SHARE
  const from = impact.from + length * SHOULDER
  const falls = mitigated !== null && mitigated > from && mitigated < impact.to
  const to = falls ? mitigated : impact.to - length * SHOULDER
  const measured = readings.filter((one) => one.at > from && one.at < to)
  return {
    label: impact.label,
    share: impact.share,
    from,
    to,
    points: [
      { at: impact.from, share: 0 },
      { at: from, share: height },
      ...measured,
      { at: to, share: height },
      { at: impact.to, share: 0 },
    ],
  }
}

/** Ends a strand at the edges of the drawing. */
function cut(strand: Strand, span: Span): Strand {
  const inside = (at: number) => Math.min(Math.max(at, span.from), span.to)
  return {
    ...strand,
    from: inside(strand.from),
    to: inside(strand.to),
    points: strand.points.map((point) => ({ ...point, at: inside(point.at) })),
  }
}
