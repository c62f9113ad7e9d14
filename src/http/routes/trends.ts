/** The route of trends. */
import type { Trends, trendRoutes } from '../../contract/trends.ts'
import type { Period } from '../../domain/instant.ts'
import type { Distribution } from '../../domain/statistics/quantiles.ts'
import type { Share } from '../../domain/statistics/wilson.ts'
import type { XmrRule } from '../../domain/statistics/xmr.ts'
import type { Names } from '../../usecases/shown.ts'
import { readTrends, type Trends as Read } from '../../usecases/trends/read-trends.ts'
import type { HandlersOf } from '../kit/handlers.ts'
import { named } from '../present.ts'

/** More points than this cannot be told apart in a drawing; they are thinned evenly. */
const MOST_POINTS = 2_000

const SIGNALS = {
  beyond_limit: 'beyond a natural limit',
  run_of_eight: 'eight in a row on one side of the mean',
  three_of_four: 'three of four nearer to a limit than to the mean',
  large_step: 'a step larger than the limit of steps',
} as const satisfies Record<XmrRule, string>

function presentIncidents({ incidents, chart, buckets, ...trends }: Read): Trends['incidents'] {
  const limits = chart.limits
  return {
    n: incidents.total,
    undated: trends.undated,
    nearMisses: trends.nearMisses,
    drills: trends.drills,
    buckets: buckets.map((bucket, index) => {
      const signal = chart.signals.find((one) => one.index === index)
      return {
        ...bucket,
        count: incidents.counts[index] ?? 0,
        signal: signal === undefined ? null : SIGNALS[signal.rule],
      }
    }),
    limits: limits === null ? null : { mean: limits.mean, lower: limits.lower, upper: limits.upper },
  }
}

const presentShare = ({ count, n, share, interval }: Share): Trends['repeatShare']['whole'] => ({
  count,
  n,
  share,
  interval: interval === null ? null : { ...interval },
})

function thinned(points: readonly number[]): number[] {
  if (points.length <= MOST_POINTS) return [...points]
  const step = (points.length - 1) / (MOST_POINTS - 1)
  return Array.from({ length: MOST_POINTS }, (_, index) => points[Math.round(index * step)] ?? 0)
}

const presentDistribution = (one: Distribution): Trends['durations']['detect'] => ({
  ...one,
  points: thinned(one.points),
})

function presentTrends(read: Read, names: Names): Trends {
  const [first, last] = [read.buckets[0], read.buckets.at(-1)] as [Period, Period]
  const { ages, bands, ...openActions } = read.openActions
  return {
    period: { from: first.from, to: last.to, by: read.by, timeZone: read.timeZone },
    asOf: read.asOf,
    incidents: presentIncidents(read),
    byClass: read.byClass.map(({ key, total, repeats, counts }) => ({
      class: named(key, names),
      total,
      repeats,
      counts: [...counts],
    })),
    repeatShare: {
      whole: presentShare(read.repeatShare.whole),
      buckets: read.buckets.map((bucket, index) => {
        const share = read.repeatShare.buckets[index] ?? { count: 0, n: 0, share: null, interval: null }
        return { ...presentShare(share), ...bucket }
      }),
    },
    bySeverity: read.bySeverity.map(({ key, total, counts }) => ({
      severity: key,
      total,
      counts: [...counts],
    })),
    coverage: read.coverage.map((share) => ({ ...presentShare(share), section: share.section })),
    durations: {
      detect: presentDistribution(read.durations.detect),
      mitigate: presentDistribution(read.durations.mitigate),
      recover: presentDistribution(read.durations.recover),
    },
    wording: {
      n: read.wording.read.total,
      read: [...read.wording.read.counts],
      byCategory: read.wording.byCategory.map(({ key, total, counts }) => ({
        category: key,
        total,
        counts: [...counts],
      })),
    },
    openActions: {
      ...openActions,
      bands: ages.map(({ from, to }, index) => ({ from, to, count: bands[index] ?? 0 })),
    },
  }
}

export const trendHandlers: HandlersOf<typeof trendRoutes> = {
  'GET /trends': async ({ work, query: { from, to, by } }) => {
    const { thing, names } = await readTrends(work, { from: from ?? null, to: to ?? null, by })
    return presentTrends(thing, names)
  },
}
