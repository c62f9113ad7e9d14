/** Groups the library's rows by class and says what each group amounts to. */
import type { PostmortemCard } from '../../../contract/postmortems.ts'
import type { RegisterRow } from '../../../contract/classes.ts'
import { countOf } from '../../words.ts'

export interface Group {
  readonly key: string
  readonly name: string
  readonly cards: readonly PostmortemCard[]
  /** The class in the register; null for those with none confirmed. */
  readonly row: RegisterRow | null
}

/** Rows by their first confirmed class, in order of first appearance; those without one come last. */
export function groupByClass(
  cards: readonly PostmortemCard[],
  register: readonly RegisterRow[],
): readonly Group[] {
  const groups = new Map<string, PostmortemCard[]>()
  const names = new Map<string, string>()
  for (const card of cards) {
    const confirmed = card.classes.find((one) => one.standing === 'confirmed')
    const key = confirmed?.id ?? ''
    names.set(key, confirmed?.name ?? 'No class confirmed yet')
    groups.set(key, [...(groups.get(key) ?? []), card])
  }
  return [...groups.entries()]
    .sort(([a], [b]) => Number(a === '') - Number(b === ''))
    .map(([key, members]) => ({
      key,
      name: names.get(key) ?? '',
      cards: members,
      row: register.find((row) => row.class.id === key) ?? null,
    }))
}

/** What a group amounts to, as a sentence: `4 in twelve months, 2 of them repeats.` */
export function groupWords(group: Group): string {
  if (group.key === '') return 'Suggestions are never counted until a person confirms them.'
  if (group.row === null) return ''
  const { occurrences, repeats, daysSinceLast } = group.row
  const times = occurrences.length
  if (times === 0) return 'None in the last twelve months.'
  const again = repeats === 0 ? 'no repeat' : repeats === 1 ? '1 a repeat' : `${repeats} of them repeats`
  const since =
    daysSinceLast === null || repeats > 0 ? '' : ` None for ${countOf(Math.round(daysSinceLast), 'day')}.`
  return `${times} in twelve months, ${again}.${since}`
}

/** The layer that failed, was bypassed or was absent most often in a group, when in more than half and at least twice. */
export function weakLayerWords(group: Group): string | null {
  const counts = new Map<string, number>()
  for (const card of group.cards) {
    for (const layer of card.layers) {
      if (layer.outcome === 'held') continue
      const key = `${layer.name} ${WAS[layer.outcome]}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  const [first] = [...counts.entries()].sort(([, a], [, b]) => b - a)
  const n = group.cards.length
  if (first === undefined || first[1] < 2 || first[1] * 2 <= n) return null
  return `${first[0]} in ${first[1]} of ${n}.`
}

const WAS = { failed: 'failed', bypassed: 'was bypassed', absent: 'was absent' } as const
