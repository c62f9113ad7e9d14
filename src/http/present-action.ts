/** An action item as the API shows it. */
import type { ActionItem } from '../contract/actions.ts'
import { toHandle } from '../domain/handle.ts'
import { type Currency, type Money, toDecimal } from '../domain/money.ts'
import type { Sponsorship } from '../domain/sponsorship.ts'
import type { SeenAction } from '../usecases/actions/context.ts'
import type { Names } from '../usecases/shown.ts'
import { named } from './present.ts'

export function presentAction(
  { action, sponsorship, overdue, mayBecome }: SeenAction,
  names: Names,
): ActionItem {
  return {
    id: action.id,
    handle: toHandle('action_item', action.number),
    title: action.title,
    kind: action.kind,
    aim: action.aim,
    state: action.state,
    major: action.major,
    team: named(action.teamId, names),
    owner: named(action.ownerId, names),
    ownerAsWritten: action.ownerAsWritten,
    accepted: action.acceptedAt !== null,
    due: action.due,
    overdue,
    measure: action.measure === null ? null : { ...action.measure },
    class: named(action.classId, names),
    layer: named(action.layerId, names),
    trackerUrl: action.trackerUrl,
    sponsorship: sponsorship === null ? null : presentSponsorship(sponsorship, names),
    postmortem: {
      id: action.postmortem.id,
      handle: toHandle('postmortem', action.postmortem.number),
      title: action.postmortem.title,
    },
    createdAt: action.createdAt,
    stateChangedAt: action.stateChangedAt,
    reason: action.reason,
    mayBecome: [...mayBecome],
    version: action.version,
  }
}

function presentSponsorship(sponsorship: Sponsorship, names: Names): NonNullable<ActionItem['sponsorship']> {
  const { asked, approved, spent } = sponsorship
  const currency = [asked, approved, spent].find((budget) => budget.money !== null)?.money?.currency
  return {
    state: sponsorship.state,
    sponsor: named(sponsorship.sponsorId, names),
    asked: decimal(asked.money),
    approved: decimal(approved.money),
    spent: decimal(spent.money),
    currency: currency ?? NO_CURRENCY,
    engineerDays: approved.engineerDays ?? asked.engineerDays,
    reason: sponsorship.reason,
  }
}

/** ISO 4217's own code for "no currency": nothing was asked in money. */
const NO_CURRENCY = 'XXX' as Currency

const decimal = (money: Money | null): number | null => (money === null ? null : toDecimal(money))
