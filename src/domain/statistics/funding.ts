/** Money asked, approved and spent, summed by class, team, sponsor or quarter. */
import { sumMoney } from '../money.ts'
import type { Money } from '../money.ts'
import type { Budget, Sponsorship } from '../sponsorship.ts'

/** A sum of budgets: one amount per currency, and the days. `unstated` counts budgets that say neither. */
export interface BudgetSum {
  readonly money: readonly Money[]
  readonly engineerDays: number | null
  readonly unstated: number
}

/** One row of the funding table; `n` sponsorships stand behind it. */
export interface FundingRow<Key> {
  readonly key: Key
  readonly n: number
  readonly asked: BudgetSum
  readonly approved: BudgetSum
  readonly spent: BudgetSum
}

/** Sums sponsorships by a key, in order of first appearance. Currencies are never mixed; what is not stated is no 0. */
export function fundingBy<Key>(
  sponsorships: readonly Sponsorship[],
  keyOf: (sponsorship: Sponsorship) => Key,
): FundingRow<Key>[] {
  return [...Map.groupBy(sponsorships, keyOf)].map(([key, group]) => ({
    key,
    n: group.length,
    asked: sumBudgets(group.map((one) => one.asked)),
    approved: sumBudgets(group.map((one) => one.approved)),
    spent: sumBudgets(group.map((one) => one.spent)),
  }))
}

function sumBudgets(budgets: readonly Budget[]): BudgetSum {
  const days = budgets.map((budget) => budget.engineerDays).filter((value) => value !== null)
  return {
    money: sumMoney(budgets.map((budget) => budget.money).filter((value) => value !== null)),
    engineerDays: days.length === 0 ? null : days.reduce((sum, value) => sum + value, 0),
    unstated: budgets.filter((budget) => budget.money === null && budget.engineerDays === null).length,
  }
}
