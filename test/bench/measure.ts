/** Measures a request many times and prints how long it takes, beside what it may take. */

/** What a figure may be at most; the quantile is the one that the budget names. */
export interface Budget {
  readonly quantile: 'p95' | 'p99' | 'max'
  readonly ms: number
}

export interface Measured {
  readonly name: string
  readonly runs: number
  readonly rows: string
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
  readonly budget: Budget | null
}

/** The value below which a share of the sorted times lies (nearest rank). */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN
}

/**
 * Calls `ask` one run after another, after `warm` runs that are not counted. `ask` gets the number of the run, so that
 * each can ask for something else, and returns how many rows came.
 */
export async function measure(
  name: string,
  options: {
    readonly runs: number
    readonly warm?: number
    readonly budget?: Budget
    /** Milliseconds from any fixed moment; the wall's clock unless something else is said. */
    readonly clock?: () => number
  },
  ask: (run: number) => Promise<number>,
): Promise<Measured> {
  for (let run = 0; run < (options.warm ?? 5); run += 1) await ask(options.runs + run)
  const clock = options.clock ?? (() => performance.now())
  const times: number[] = []
  let fewest = Infinity
  let most = 0
  for (let run = 0; run < options.runs; run += 1) {
    const start = clock()
    const rows = await ask(run)
    times.push(clock() - start)
    fewest = Math.min(fewest, rows)
    most = Math.max(most, rows)
  }
  times.sort((a, b) => a - b)
  return {
    name,
    runs: options.runs,
    rows: fewest === most ? String(most) : `${String(fewest)}–${String(most)}`,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    p99: quantile(times, 0.99),
    max: quantile(times, 1),
    budget: options.budget ?? null,
  }
}

/** Whether a figure keeps its budget; true where it has none. */
export function isKept(measured: Measured): boolean {
  return measured.budget === null || measured[measured.budget.quantile] <= measured.budget.ms
}

const ms = (value: number) => `${value.toFixed(1)} ms`.padStart(10)

/** One line of the table. */
export function toLine(measured: Measured): string {
  const { budget } = measured
  const verdict =
    budget === null
      ? ''
      : `${isKept(measured) ? 'kept' : 'BROKEN'}: ${budget.quantile} ≤ ${String(budget.ms)} ms`
  return [
    measured.name.padEnd(46),
    ms(measured.p50),
    ms(measured.p95),
    ms(measured.p99),
    `${String(measured.runs)}×`.padStart(6),
    `${measured.rows} rows`.padStart(14),
    `  ${verdict}`,
  ].join('')
}

/** The heads of the table's columns. */
export const HEADS = `${'what'.padEnd(46)}${'p50'.padStart(10)}${'p95'.padStart(10)}${'p99'.padStart(10)}${'runs'.padStart(6)}${'answer'.padStart(14)}  budget`
