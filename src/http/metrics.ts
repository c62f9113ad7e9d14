/** Measurements of the running server, as OpenMetrics text. */
import { monitorEventLoopDelay } from 'node:perf_hooks'

const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10] as const

interface Series {
  readonly labels: string
  readonly counts: number[]
  sum: number
  count: number
}

/** Counts of the database's connections at this moment. */
export interface PoolCounts {
  readonly total: number
  readonly idle: number
  readonly waiting: number
}

/** Keeps the measurements of one server. */
export class Metrics {
  readonly #series = new Map<string, Series>()
  readonly #loop = monitorEventLoopDelay({ resolution: 20 })
  readonly #pool: () => PoolCounts
  constructor(pool: () => PoolCounts) {
    this.#pool = pool
    this.#loop.enable()
  }

  /** One answered request; `route` is a route's key, never an address with ids in it. */
  answered(route: string, status: number, seconds: number): void {
    const labels = `route="${route}",status="${String(status)}"`
    const series = this.#series.get(labels) ?? { labels, counts: BUCKETS.map(() => 0), sum: 0, count: 0 }
    this.#series.set(labels, series)
    const bucket = BUCKETS.findIndex((limit) => seconds <= limit)
    if (bucket !== -1) series.counts[bucket] = (series.counts[bucket] ?? 0) + 1
    series.sum += seconds
    series.count += 1
  }

  /** The text of `/metrics`. */
  text(): string {
    return `${[...this.#requests(), ...this.#process(), ...this.#connections(), '# EOF'].join('\n')}\n`
  }

  stop(): void {
    this.#loop.disable()
  }

  #requests(): string[] {
    return [
      '# TYPE highwater_request_seconds histogram',
      '# UNIT highwater_request_seconds seconds',
      '# HELP highwater_request_seconds Time to answer, by route and status.',
      ...[...this.#series.values()].flatMap(histogram),
    ]
  }

  #process(): string[] {
    const memory = process.memoryUsage()
    return [
      ...gauge('process_resident_memory_bytes', 'Memory of the server process.', memory.rss),
      ...gauge('process_heap_used_bytes', 'Heap in use.', memory.heapUsed),
      ...gauge('process_uptime_seconds', 'Time since the process began.', process.uptime()),
      ...gauge('event_loop_delay_p99_seconds', 'Delay of the event loop.', this.#loop.percentile(99) / 1e9),
    ]
  }

  #connections(): string[] {
    const { total, idle, waiting } = this.#pool()
    return [
      '# TYPE highwater_database_connections gauge',
      '# HELP highwater_database_connections Connections of the pool; waiting = requests without one.',
      `highwater_database_connections{state="busy"} ${String(total - idle)}`,
      `highwater_database_connections{state="idle"} ${String(idle)}`,
      `highwater_database_connections{state="waiting"} ${String(waiting)}`,
    ]
  }
}

function histogram(series: Series): string[] {
  let below = 0
  const rows = BUCKETS.map((limit, index) => {
    below += series.counts[index] ?? 0
    return `highwater_request_seconds_bucket{${series.labels},le="${String(limit)}"} ${String(below)}`
  })
  return [
    ...rows,
    `highwater_request_seconds_bucket{${series.labels},le="+Inf"} ${String(series.count)}`,
    `highwater_request_seconds_sum{${series.labels}} ${series.sum.toFixed(6)}`,
    `highwater_request_seconds_count{${series.labels}} ${String(series.count)}`,
  ]
}

const gauge = (name: string, help: string, value: number): string[] => [
  `# TYPE highwater_${name} gauge`,
  `# HELP highwater_${name} ${help}`,
  `highwater_${name} ${String(value)}`,
]
