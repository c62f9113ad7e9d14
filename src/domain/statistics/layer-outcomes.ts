/** Layers: how often each held, failed, was bypassed or was absent. */
import type { LayerId } from '../ids.ts'
import type { LayerMet } from '../layer.ts'
import { LAYER_OUTCOMES } from '../vocabulary.ts'
import type { LayerOutcome } from '../vocabulary.ts'

export interface LayerTally {
  readonly layerId: LayerId
  readonly n: number
  readonly outcomes: Readonly<Record<LayerOutcome, number>>
}

/** One row per layer that was met, most often met first, then by id. */
export function layerTallies(met: readonly Pick<LayerMet, 'layerId' | 'outcome'>[]): LayerTally[] {
  return [...Map.groupBy(met, (one) => one.layerId)]
    .map(([layerId, group]) => ({ layerId, n: group.length, outcomes: outcomesOf(group) }))
    .sort((a, b) => b.n - a.n || (a.layerId < b.layerId ? -1 : 1))
}

function outcomesOf(group: readonly Pick<LayerMet, 'outcome'>[]): Record<LayerOutcome, number> {
  const counts = LAYER_OUTCOMES.map((outcome) => [
    outcome,
    group.filter((one) => one.outcome === outcome).length,
  ])
  return Object.fromEntries(counts) as Record<LayerOutcome, number>
}
