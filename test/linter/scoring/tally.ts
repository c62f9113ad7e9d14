/** Counts of right and wrong, and the Wilson interval of a share. */
import { CATEGORIES, type Category } from '../../../src/linter/linter.ts'
import { foundIn, type Labelled } from './sentences.ts'

export interface Tally {
  readonly category: Category
  /** Expected and found, found and not expected, expected and not found. */
  readonly hits: number
  readonly falseAlarms: number
  readonly misses: number
}

export interface Mistake {
  readonly sentence: Labelled
  readonly found: readonly Category[]
}

export function tallyOf(sentences: readonly Labelled[]): { tallies: Tally[]; mistakes: Mistake[] } {
  const results = sentences.map((sentence) => ({ sentence, found: foundIn(sentence) }))
  const tallies = CATEGORIES.map((category) => {
    const count = (isExpected: boolean, isFound: boolean): number =>
      results.filter(
        (one) => (one.sentence.expected === category) === isExpected && one.found.has(category) === isFound,
      ).length
    return { category, hits: count(true, true), falseAlarms: count(false, true), misses: count(true, false) }
  })
  const mistakes = results
    .filter(({ sentence, found }) =>
      sentence.expected === null ? found.size > 0 : !found.has(sentence.expected) || found.size > 1,
    )
    .map(({ sentence, found }) => ({ sentence, found: [...found] }))
  return { tallies, mistakes }
}

/** 95 % score interval of a share (Wilson 1927); the whole range when nothing was counted. */
export function wilson(hits: number, of: number): { low: number; high: number } {
  if (of === 0) return { low: 0, high: 1 }
  const z = 1.959964
  const share = hits / of
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of)
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

/** `0.95 (0.88–0.98)`; a dash when nothing was counted. */
export function shareWords(hits: number, of: number): string {
  if (of === 0) return '–'
  const { low, high } = wilson(hits, of)
  return `${(hits / of).toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`
}
