/** How the library groups its rows and what it says of each group. */
import { describe, expect, it } from 'vitest'
import type { RegisterRow } from '../../../contract/classes.ts'
import type { PostmortemCard } from '../../../contract/postmortems.ts'
import type { ClassStanding, LayerOutcome } from '../../../domain/vocabulary.ts'
import { groupByClass, groupWords, weakLayerWords } from './grouping.ts'

type Stand = readonly [id: string, standing: ClassStanding]

const card = (
  handle: string,
  classes: readonly Stand[],
  layers: Record<string, LayerOutcome> = {},
): PostmortemCard =>
  ({
    handle,
    classes: classes.map(([id, standing]) => ({ id, name: id, standing, confidence: null })),
    layers: Object.entries(layers).map(([name, outcome]) => ({ name, outcome })),
  }) as unknown as PostmortemCard

const row = (id: string, occurrences: number, repeats: number, daysSinceLast: number | null): RegisterRow =>
  ({
    class: { id, name: id },
    occurrences: Array.from({ length: occurrences }),
    repeats,
    daysSinceLast,
  }) as unknown as RegisterRow

describe('grouping by class', () => {
  it('counts confirmed classes only, in order of appearance, and puts the rest last', () => {
    const groups = groupByClass(
      [
        card('PM-4', [['pool', 'suggested']]),
        card('PM-3', [['certificate', 'confirmed']]),
        card('PM-2', [['pool', 'confirmed']]),
        card('PM-1', [
          ['certificate', 'confirmed'],
          ['pool', 'set_aside'],
        ]),
      ],
      [row('pool', 1, 0, 12)],
    )
    expect(
      groups.map((group) => [group.name, group.cards.map((one) => one.handle), group.row !== null]),
    ).toEqual([
      ['certificate', ['PM-3', 'PM-1'], false],
      ['pool', ['PM-2'], true],
      ['No class confirmed yet', ['PM-4'], false],
    ])
  })

  it('says how often a class came back, and how long it has stayed away', () => {
    const words = (occurrences: number, repeats: number, days: number | null) =>
      groupWords({ key: 'x', name: 'x', cards: [], row: row('x', occurrences, repeats, days) })
    expect([words(4, 2, 10), words(2, 1, 30), words(2, 0, 201), words(0, 0, null)]).toEqual([
      '4 in twelve months, 2 of them repeats.',
      '2 in twelve months, 1 a repeat.',
      '2 in twelve months, no repeat. None for 201 days.',
      'None in the last twelve months.',
    ])
  })

  it('names a layer only when it gave way in more than half of the group, and more than once', () => {
    const weak = (cards: readonly PostmortemCard[]) =>
      weakLayerWords({ key: 'x', name: 'x', cards, row: null })
    const failed = card('a', [], { Rollout: 'bypassed', Alarm: 'held' })
    const other = card('b', [], { Rollout: 'held', Alarm: 'failed' })
    expect([weak([failed, failed, other]), weak([failed, other]), weak([failed])]).toEqual([
      'Rollout was bypassed in 2 of 3.',
      null,
      null,
    ])
  })
})
