/** Sponsorships: what was asked of a leader for an action item, and what came of it. */
import type { Selectable } from 'kysely'
import type { ActionItemId, PostmortemId } from '../domain/ids.ts'
import type { Currency, Money } from '../domain/money.ts'
import type { Sponsorship } from '../domain/sponsorship.ts'
import { type Asked, askTogether, type Question, question } from './question.ts'
import type { SponsorshipsTable } from './schema-work.ts'
import type { Db } from './schema.ts'

/** The sponsorship of each of these action items that has one. */
export async function findSponsorshipsOf(
  db: Db,
  actionItemIds: readonly ActionItemId[],
): Promise<SponsorshipsByAction> {
  return (await askTogether(db, { all: sponsorshipsAsked(db, actionItemIds) })).all
}

type SponsorshipsByAction = ReadonlyMap<ActionItemId, Sponsorship>

/** The same as a question. */
export function sponsorshipsAsked(
  db: Db,
  actionItemIds: readonly ActionItemId[],
): Asked<SponsorshipsByAction> {
  if (actionItemIds.length === 0) return { known: new Map() }
  const sponsorships = db
    .selectFrom('sponsorships')
    .selectAll()
    .where('action_item_id', 'in', [...new Set(actionItemIds)])
  return question(sponsorships, byAction)
}

/** The same of every action item of a postmortem. */
export function sponsorshipsOfPostmortemAsked(db: Db, id: PostmortemId): Question<SponsorshipsByAction> {
  const sponsorships = db
    .selectFrom('sponsorships')
    .selectAll()
    .where('action_item_id', 'in', (eb) =>
      eb.selectFrom('action_items').select('action_items.id').where('postmortem_id', '=', id),
    )
  return question(sponsorships, byAction)
}

const byAction = (rows: readonly Selectable<SponsorshipsTable>[]): SponsorshipsByAction =>
  new Map(
    rows.flatMap((row) => (row.action_item_id === null ? [] : [[row.action_item_id, toSponsorship(row)]])),
  )

function toSponsorship(row: Selectable<SponsorshipsTable>): Sponsorship {
  return {
    id: row.id,
    of: thingOf(row),
    sponsorId: row.sponsor_id,
    state: row.state,
    asked: { money: moneyOf(row.asked_amount, row.currency), engineerDays: row.asked_days },
    approved: { money: moneyOf(row.approved_amount, row.currency), engineerDays: row.approved_days },
    spent: { money: moneyOf(row.spent_amount, row.currency), engineerDays: row.spent_days },
    noMoneyNeeded: row.no_money_needed,
    reason: row.reason,
    until: row.until,
    stateChangedAt: row.state_changed_at,
  }
}

/** The database holds each one to exactly one thing. */
function thingOf(row: Selectable<SponsorshipsTable>): Sponsorship['of'] {
  if (row.action_item_id !== null) return { kind: 'action_item', id: row.action_item_id }
  if (row.programme_id !== null) return { kind: 'programme', id: row.programme_id }
  throw new Error(`Sponsorship ${row.id} is of nothing`)
}

function moneyOf(amount: number | null, currency: Currency | null): Money | null {
  return amount === null || currency === null ? null : { amount, currency }
}
