/** Lints what a postmortem says and keeps its findings, in the transaction that changed it. */
import { type Finding, settleFindings, type WhyGone } from '../../domain/finding.ts'
import type { ActionItem } from '../../domain/action-item.ts'
import { isOpen } from '../../domain/action-item.ts'
import type { FindingId, PostmortemId } from '../../domain/ids.ts'
import type { SectionTexts } from '../../domain/postmortem.ts'
import type { TimelineEvent } from '../../domain/timeline.ts'
import { keepFindings, loadFindings } from '../../storage/findings-store.ts'
import { newId } from '../../storage/new-id.ts'
import { refreshCards } from '../../storage/postmortem-cards.ts'
import type { Tx } from '../../storage/schema.ts'
import { holdPostmortem, noteLinted, readWording, readWordingGround } from '../../storage/wording-store.ts'
import { findWording, lintedWith, type WordingGround } from './find-wording.ts'

const newFindingId = (): FindingId => newId<'finding'>()

/** What a text says that was just read into a draft. */
export interface NewWording {
  readonly language: string
  readonly sections: Partial<SectionTexts>
  readonly timeline: readonly TimelineEvent[]
  readonly actions: readonly Omit<ActionItem, 'number'>[]
}

/** Lints what is about to be stored for the first time, so that it is stored once. */
export async function lintNew(
  ground: WordingGround,
  { language, sections, timeline, actions }: NewWording,
): Promise<{ readonly with: string; readonly findings: Finding[] }> {
  const wording = {
    language,
    sections,
    events: timeline.map(({ id, text, at }) => ({ id, text, tied: at !== null })),
    factors: [],
    actions: actions.map((action) => ({
      id: action.id,
      title: action.title,
      owned: [action.ownerId, action.ownerAsWritten, action.teamId].some((one) => one !== null),
      dated: action.due !== null,
      tracked: action.trackerUrl !== null,
      over: !isOpen(action.state) || action.state === 'claimed_done',
    })),
    claims: [],
  }
  const findings = settleFindings([], await findWording(wording, ground), newFindingId)
  return { with: lintedWith(ground), findings }
}

/** To be called after the change. `whyGone` says what took away findings that are gone: an edit, or a change of the rules. */
export async function lintPostmortem(tx: Tx, id: PostmortemId, whyGone: WhyGone = 'text'): Promise<void> {
  await holdPostmortem(tx, id)
  const wording = await readWording(tx, id)
  if (wording === null) return
  const ground = await readWordingGround(tx)
  const kept = await loadFindings(tx, id)
  const seen = await findWording(wording, ground)
  const order = new Map(seen.map((one, index) => [one.fingerprint, index]))
  const orderOf = (fingerprint: string): number => order.get(fingerprint) ?? seen.length
  const settled = settleFindings(kept, seen, newFindingId, whyGone).sort(
    (a, b) => orderOf(a.fingerprint) - orderOf(b.fingerprint),
  )
  const changed = await keepFindings(tx, id, kept, settled)
  const noted = await noteLinted(tx, id, lintedWith(ground))
  if (changed || noted) await refreshCards(tx, [id])
}
