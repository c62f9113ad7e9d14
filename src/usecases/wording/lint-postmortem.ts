/** Lints what a postmortem says and keeps its findings, in the transaction that changed it. */
import { settleFindings, type WhyGone } from '../../domain/finding.ts'
import type { PostmortemId } from '../../domain/ids.ts'
import { keepFindings, loadFindings } from '../../storage/findings-store.ts'
import { newId } from '../../storage/new-id.ts'
import { refreshCards } from '../../storage/postmortem-cards.ts'
import type { Tx } from '../../storage/schema.ts'
import { holdPostmortem, noteLinted, readWording, readWordingGround } from '../../storage/wording-store.ts'
import { findWording, lintedWith } from './find-wording.ts'

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
  const settled = settleFindings(kept, seen, () => newId<'finding'>(), whyGone).sort(
    (a, b) => orderOf(a.fingerprint) - orderOf(b.fingerprint),
  )
  const changed = await keepFindings(tx, id, kept, settled)
  const noted = await noteLinted(tx, id, lintedWith(ground))
  if (changed || noted) await refreshCards(tx, [id])
}
