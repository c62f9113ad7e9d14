/** Stores the action items of a demonstration incident with their past, and what leaders were asked for them. */
import type { ActionItem } from '../../src/domain/action-item.ts'
import type { ActionItemId, PostmortemId } from '../../src/domain/ids.ts'
import type { Instant } from '../../src/domain/instant.ts'
import { type Currency, toMoney } from '../../src/domain/money.ts'
import { createActions, type NewAction } from '../../src/storage/action-items-store.ts'
import { type NewActivity, recordActivity } from '../../src/storage/activity-store.ts'
import { newId } from '../../src/storage/new-id.ts'
import type { Funding } from '../../src/storage/schema-work.ts'
import type { Tx } from '../../src/storage/schema.ts'
import type { DemoAction, DemoIncident, DemoSponsorship } from '../read-demo.ts'
import { maybe, type Keys } from './keys.ts'

type Step = DemoAction['steps'][number]

export async function loadActions(
  tx: Tx,
  demo: DemoIncident,
  keys: Keys,
  postmortemId: PostmortemId,
  currency: Currency,
): Promise<void> {
  const items = demo.actions.map((action) => ({ action, id: newId<'actionItem'>() }))
  await createActions(
    tx,
    items.map(({ action, id }) => itemOf(action, keys, id, postmortemId, demo.begunAt)),
  )
  for (const { action, id } of items) {
    if (action.sponsorship !== null) await loadSponsorship(tx, action.sponsorship, keys, id, currency)
    else if (action.noMoneyNeededBy !== null) await declareNoMoney(tx, action, keys, id)
    await recordActivity(tx, activityOf(action, keys, id, postmortemId))
  }
}

const lastStep = (action: DemoAction): Step | null => action.steps.at(-1) ?? null

function itemOf(
  action: DemoAction,
  keys: Keys,
  id: ActionItemId,
  postmortemId: PostmortemId,
  begunAt: Instant,
): NewAction {
  const last = lastStep(action)
  const proposedAt = action.steps[0]?.at ?? begunAt
  const stays = last !== null && ['handed_back', 'dropped', 'not_effective'].includes(last.to)
  return {
    id,
    postmortemId,
    title: action.title,
    kind: action.kind,
    aim: action.aim,
    state: action.state,
    major: action.major,
    teamId: keys.team(action.team),
    ownerId: maybe(keys.person, action.owner),
    ownerAsWritten: null,
    acceptedAt: action.steps.find((step) => step.to === 'committed')?.at ?? null,
    due: action.due,
    measure: action.measure === null ? null : { ...action.measure, observed: action.measure.observe },
    classId: maybe(keys.class, action.class),
    layerId: maybe(keys.layer, action.layer),
    trackerUrl: action.tracker,
    verification: verificationOf(action, keys),
    reason: stays ? last.reason : null,
    expiresOn: action.state === 'dropped' ? (last?.until ?? null) : null,
    proposedAt,
    stateChangedAt: last?.at ?? proposedAt,
    funding: fundingOf(action),
  }
}

function fundingOf(action: DemoAction): Funding {
  if (action.sponsorship !== null) return action.sponsorship.state
  return action.noMoneyNeededBy === null ? 'not_asked' : 'no_money_needed'
}

function verificationOf(action: DemoAction, keys: Keys): ActionItem['verification'] {
  const last = lastStep(action)
  if (last?.to !== 'verified') return null
  const by = last.by ?? action.checker
  if (by === null) throw new Error(`“${action.title}” is verified by nobody`)
  return { by: keys.person(by), at: last.at, reading: action.reading ?? 'Checked.' }
}

async function loadSponsorship(
  tx: Tx,
  asked: DemoSponsorship,
  keys: Keys,
  actionId: ActionItemId,
  currency: Currency,
): Promise<void> {
  const id = newId<'sponsorship'>()
  const last = asked.steps.at(-1)
  const amount = (money: number | null) => (money === null ? null : toMoney(money, currency).amount)
  const approved = { approved_amount: amount(asked.approvedMoney), approved_days: asked.approvedDays }
  const settled = asked.state !== 'requested'
  await tx
    .insertInto('sponsorships')
    .values({
      id,
      action_item_id: actionId,
      programme_id: null,
      sponsor_id: keys.person(asked.sponsor),
      state: asked.state,
      currency,
      asked_amount: amount(asked.askedMoney),
      asked_days: asked.askedDays,
      ...(settled ? approved : { approved_amount: null, approved_days: null }),
      spent_amount: amount(asked.spentMoney),
      spent_days: asked.spentDays,
      reason: last?.reason ?? null,
      until: last?.until ?? null,
      ...(last === undefined ? {} : { state_changed_at: last.at }),
    })
    .execute()
  if (asked.steps.length === 0) return
  await tx
    .insertInto('sponsorship_decisions')
    .values(
      asked.steps.map((step) => ({
        id: newId(),
        sponsorship_id: id,
        state: step.to,
        currency,
        approved_amount: step.to === 'funded' ? approved.approved_amount : null,
        approved_days: step.to === 'funded' ? approved.approved_days : null,
        reason: step.reason,
        until: step.until,
        decided_by_id: keys.person(step.by ?? asked.sponsor),
        decided_at: step.at,
      })),
    )
    .execute()
}

async function declareNoMoney(tx: Tx, action: DemoAction, keys: Keys, actionId: ActionItemId): Promise<void> {
  if (action.noMoneyNeededBy === null) return
  await tx
    .insertInto('sponsorships')
    .values({
      id: newId<'sponsorship'>(),
      action_item_id: actionId,
      programme_id: null,
      sponsor_id: keys.person(action.noMoneyNeededBy),
      state: 'funded',
      currency: null,
      asked_amount: null,
      asked_days: null,
      approved_amount: null,
      approved_days: null,
      spent_amount: null,
      spent_days: null,
      no_money_needed: true,
      reason: null,
      until: null,
    })
    .execute()
}

function activityOf(
  action: DemoAction,
  keys: Keys,
  id: ActionItemId,
  postmortemId: PostmortemId,
): NewActivity[] {
  return action.steps.map((step, index) => ({
    thing: 'action_item',
    thingId: id,
    what: step.to,
    changes: [{ field: 'state', before: action.steps[index - 1]?.to ?? null, after: step.to }],
    reason: step.reason,
    personId: maybe(keys.person, step.by ?? action.owner),
    tokenId: null,
    at: step.at,
    from: 'page',
    postmortemId,
  }))
}
