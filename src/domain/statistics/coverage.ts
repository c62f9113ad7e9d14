/** Coverage: how many postmortems hold each part. */
import { hasPart, PARTS } from '../readiness.ts'
import type { Contents, Part } from '../readiness.ts'
import { shareOf } from './wilson.ts'
import type { Share } from './wilson.ts'

export interface PartCoverage extends Share {
  readonly part: Part
}

/** For each part, in reading order, the share of postmortems that hold it as text or as entries. */
export function coverageOf(postmortems: readonly Contents[]): PartCoverage[] {
  return PARTS.map((part) => {
    const count = postmortems.filter((contents) => hasPart(part, contents)).length
    return { part, ...shareOf(count, postmortems.length) }
  })
}
