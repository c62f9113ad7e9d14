/** Shares with their uncertainty, recall and precision, and how well confidence foretells rightness. */

export interface Share {
  right: number
  of: number
}

export function share(): Share {
  return { right: 0, of: 0 }
}

export function add(to: Share, right: number, of: number): void {
  to.right += right
  to.of += of
}

/** `0.93 [0.90, 0.96] (n=412)`: the share with its Wilson interval at 95 % (Wilson 1927). */
export function spoken({ right, of }: Share): string {
  if (of === 0) return '– (n=0)'
  const [low, high] = wilson(right, of)
  return `${(right / of).toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}] (n=${of})`
}

export function wilson(right: number, of: number): [number, number] {
  const z = 1.959964
  const p = right / of
  const middle = p + (z * z) / (2 * of)
  const spread = z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))
  const scale = 1 + (z * z) / of
  return [(middle - spread) / scale, (middle + spread) / scale]
}

/** Gathers pairs of stated confidence and observed rightness, and prints them by bins. */
export class Calibration {
  private readonly pairs = new Map<string, [number, number][]>()

  /** `right` from 0 to 1. */
  add(field: string, confidence: number, right: number): void {
    const held = this.pairs.get(field) ?? []
    held.push([confidence, right])
    this.pairs.set(field, held)
  }

  print(): void {
    for (const [field, pairs] of this.pairs) {
      const bins = [0, 0.4, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01]
      const cells: string[] = []
      for (let i = 0; i + 1 < bins.length; i += 1) {
        const [low = 0, high = 1] = [bins[i], bins[i + 1]]
        const inside = pairs.filter(([confidence]) => confidence >= low && confidence < high)
        if (inside.length === 0) continue
        const stated = mean(inside.map(([confidence]) => confidence))
        const right = mean(inside.map(([, observed]) => observed))
        cells.push(`${stated.toFixed(2)}→${right.toFixed(2)} (${inside.length})`)
      }
      const gap = mean(pairs.map(([confidence, right]) => (confidence - right) ** 2))
      console.log(`  ${field.padEnd(10)} ${cells.join('  ')}   Brier ${gap.toFixed(3)}`)
    }
  }
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length
}
