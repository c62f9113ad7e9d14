/** What the language signal says, in words made from its numbers. */
import type { Trends } from '../../../contract/trends.ts'
import { FINDING_CATEGORY_WORDS } from '../../wording/finding-words.ts'

/** Per ten postmortems; null where none was read. */
export const perTen = (count: number, n: number): number | null => (n === 0 ? null : (count / n) * 10)

/** `2.4`; `no value` where nothing was read. */
export function rateWords(rate: number | null): string {
  if (rate === null) return 'no value'
  return rate === 0 ? '0' : rate < 0.1 ? '< 0.1' : rate.toFixed(1)
}

/** `4.2 findings per ten postmortems, most of them “Hindsight”` */
export function wordingTitle({ n, byCategory }: Trends['wording']): string {
  const total = byCategory.reduce((sum, row) => sum + row.total, 0)
  if (total === 0) return 'Nothing in the wording is left to look at'
  const rate = `${rateWords(perTen(total, n))} findings per ten postmortems`
  const [top, second] = byCategory.toSorted((a, b) => b.total - a.total)
  if (top === undefined || top.total === second?.total) return rate
  return `${rate}, most often “${FINDING_CATEGORY_WORDS[top.category]}”`
}
