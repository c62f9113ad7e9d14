/** Replaces whole parts of a postmortem: impact, timeline, decisions, layers, factors, evidence, ideas. */
import { isDeepStrictEqual } from 'node:util'
import type { FieldChange } from '../../domain/activity.ts'
import type { DecisionPoint } from '../../domain/decision-point.ts'
import { guardHindsight } from '../../domain/decision-point.ts'
import type { Evidence } from '../../domain/evidence.ts'
import type { ContributingFactor } from '../../domain/factor.ts'
import type { Id, PostmortemId } from '../../domain/ids.ts'
import type { ImpactStatement } from '../../domain/impact.ts'
import type { LayerMet } from '../../domain/layer.ts'
import type { ImprovementIdea } from '../../domain/postmortem.ts'
import type { TimelineEvent } from '../../domain/timeline.ts'
import { newId } from '../../storage/new-id.ts'
import { type LoadedParts, loadParts } from '../../storage/postmortem-parts-loading.ts'
import { must, Refusal } from '../refusal.ts'
import type { Change } from '../work.ts'
import { loadToEdit } from './load.ts'
import { changedDraft, saveChange } from './save.ts'

/** A part as it is sent: what is there keeps its id, what is new has none. */
export type Sent<T extends { readonly id: string }> = Omit<T, 'id'> & { readonly id?: T['id'] | undefined }

/** What one call replaces; exactly one part. */
export type PartEdit =
  | { readonly part: 'impacts'; readonly items: readonly Sent<ImpactStatement>[] }
  | { readonly part: 'timeline'; readonly items: readonly Sent<TimelineEvent>[] }
  | { readonly part: 'decisions'; readonly items: readonly Sent<DecisionPoint>[] }
  | { readonly part: 'layersMet'; readonly items: readonly Sent<LayerMet>[] }
  | { readonly part: 'factors'; readonly items: readonly Sent<ContributingFactor>[] }
  | { readonly part: 'evidence'; readonly items: readonly Sent<Evidence>[] }
  | { readonly part: 'ideas'; readonly items: readonly Sent<ImprovementIdea>[] }

/** Replaces a part. Every id and reference must be of this same postmortem: `reference_unknown` otherwise. */
export async function changePart(
  work: Change,
  id: PostmortemId,
  version: number,
  edit: PartEdit,
): Promise<void> {
  await loadToEdit(work, id, version)
  const before = await loadParts(work.db, id)
  const items = keepWhatIsNotSent(edit.part, before, withIds(edit, before))
  const after = { ...before, [edit.part]: items }
  checkReferences(edit.part, after)
  checkHindsight(after)
  const changes = itemChanges(edit.part, before[edit.part], items)
  if (changes.length === 0) return
  await saveChange(work, id, version, { [edit.part]: items }, changedDraft(id, changes))
}

/** The items that came, went or changed, one entry each; an order that changed is one more. */
function itemChanges(
  part: PartEdit['part'],
  before: readonly { readonly id: string }[],
  after: readonly { readonly id: string }[],
): FieldChange[] {
  const earlier = new Map(before.map((item) => [item.id, item]))
  const later = new Set(after.map((item) => item.id))
  const gone = before.filter((item) => !later.has(item.id)).map((item) => ({ before: item, after: null }))
  const come = after
    .map((item) => ({ before: earlier.get(item.id) ?? null, after: item }))
    .filter((pair) => !isDeepStrictEqual(pair.before, pair.after))
  const kept = before.filter((item) => later.has(item.id)).map((item) => item.id)
  const order = after.filter((item) => earlier.has(item.id)).map((item) => item.id)
  const moved = isDeepStrictEqual(kept, order) ? [] : [{ field: `${part}.order`, before: kept, after: order }]
  return [...[...gone, ...come].map((pair) => ({ field: part, ...pair })), ...moved]
}

/** Which action an idea became is not edited with the idea. */
function keepWhatIsNotSent(
  part: PartEdit['part'],
  before: LoadedParts,
  items: readonly { readonly id: string }[],
): readonly { readonly id: string }[] {
  if (part !== 'ideas') return items
  const became = new Map<string, ImprovementIdea['actionItemId']>(
    before.ideas.map((idea) => [idea.id, idea.actionItemId]),
  )
  return items.map((item) => ({ ...item, actionItemId: became.get(item.id) ?? null }))
}

/** Known ids stay, new items get one; an id that is not of this postmortem's part is refused. */
function withIds(edit: PartEdit, before: LoadedParts): { readonly id: string }[] {
  const known = new Set<string>(before[edit.part].map((item) => item.id))
  const seen = new Set<string>()
  return edit.items.map((item: { readonly id?: string | undefined }, index) => {
    if (item.id === undefined) return { ...item, id: newId<'part'>() }
    if (!known.has(item.id) || seen.has(item.id)) {
      throw unknown(
        `items.${String(index)}.id`,
        seen.has(item.id) ? 'stands twice' : 'is not of this postmortem',
      )
    }
    seen.add(item.id)
    return { ...item, id: item.id }
  })
}

const unknown = (field: string, message: string): Refusal =>
  new Refusal('reference_unknown', `${field} ${message}.`, [{ field, message }])

type Reference = {
  readonly field: string
  readonly id: Id<string> | null
  readonly among: ReadonlySet<string>
}

/** Parts refer to each other within one postmortem only; what the edited part loses may be what another leans on. */
function checkReferences(edited: PartEdit['part'], parts: LoadedParts): void {
  for (const { field, id, among } of referencesOf(parts)) {
    if (id === null || among.has(id)) continue
    const where = field.startsWith(edited) ? field.replace(edited, 'items') : field
    throw unknown(where, 'refers to what is not in this postmortem')
  }
}

function referencesOf(parts: LoadedParts): Reference[] {
  const evidence = new Set<string>(parts.evidence.map((one) => one.id))
  const events = new Set<string>(parts.timeline.map((one) => one.id))
  const factors = new Set<string>(parts.factors.map((one) => one.id))
  const tied = (['impacts', 'timeline', 'layersMet', 'factors'] as const).flatMap((part) =>
    parts[part].flatMap((item, index) =>
      item.evidenceIds.map((id) => ({ field: `${part}.${String(index)}.evidenceIds`, id, among: evidence })),
    ),
  )
  return [
    ...tied,
    ...parts.evidence.map((item, index) => ({
      field: `evidence.${String(index)}.timelineEventId`,
      id: item.timelineEventId,
      among: events,
    })),
    ...parts.layersMet.map((item, index) => ({
      field: `layersMet.${String(index)}.factorId`,
      id: item.factorId,
      among: factors,
    })),
    ...parts.decisions.flatMap((item, index) => [
      { field: `decisions.${String(index)}.promptedById`, id: item.promptedById, among: events },
      ...item.information.map((known, at) => ({
        field: `decisions.${String(index)}.information.${String(at)}.evidenceId`,
        id: known.evidenceId,
        among: evidence,
      })),
    ]),
  ]
}

function checkHindsight(parts: LoadedParts): void {
  for (const decision of parts.decisions) must(guardHindsight(decision, parts.evidence, parts.timeline))
}
