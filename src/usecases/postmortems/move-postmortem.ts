/** Moves a postmortem on: to review, reviewed, published, back to draft, or withdrawn. */
import { openClaims } from '../../domain/finding.ts'
import type { PostmortemId } from '../../domain/ids.ts'
import { DEFAULT_REVIEWED_TIERS, movePostmortem, type PostmortemMove } from '../../domain/postmortem-move.ts'
import { type Contents, type Lack, readinessOf } from '../../domain/readiness.ts'
import { countActions } from '../../storage/action-items-store.ts'
import { loadFindings } from '../../storage/findings-store.ts'
import { type LoadedParts, loadParts } from '../../storage/postmortem-parts-loading.ts'
import { keepEdition, type StoredPostmortem } from '../../storage/postmortem-store.ts'
import { listReviews } from '../../storage/reviews-store.ts'
import { SEES_ALL } from '../../storage/sight.ts'
import { movedOn } from '../moved-on.ts'
import { must } from '../refusal.ts'
import type { Change, Work } from '../work.ts'
import { loadPostmortem } from './load.ts'
import { saveChange } from './save.ts'

export async function movePostmortemOn(
  work: Change,
  id: PostmortemId,
  version: number,
  move: PostmortemMove,
): Promise<void> {
  const before = await loadPostmortem(work, id)
  if (before.version !== version) throw movedOn('postmortem')
  const parts = await loadParts(work.db, id)
  const moved = must(
    movePostmortem(before, move, {
      by: work.who,
      at: work.now,
      lacks: await lacksOf(work, before, parts),
      reviews: await listReviews(work.db, id),
      reviewedTiers: DEFAULT_REVIEWED_TIERS,
    }),
  )
  const { state, publishedAt, edition } = moved.postmortem
  const changes = {
    state,
    publishedAt,
    stateChangedAt: work.now,
    stateReason: moved.activity.reason,
  }
  await saveChange(work, id, version, changes, moved.activity)
  if (state === 'published') {
    const content = { ...before, ...changes, ...parts }
    await keepEdition(work.db, id, edition, content, { byId: work.who.personId, at: work.now, reason: null })
  }
}

/** What its tier still asks of it. */
async function lacksOf(work: Work, postmortem: StoredPostmortem, parts: LoadedParts): Promise<Lack[]> {
  const findings = await loadFindings(work.db, postmortem.id)
  const open = findings.filter((finding) => finding.state === 'open')
  const contents: Contents = {
    sections: postmortem.sections,
    impacts: parts.impacts.length,
    timelineEvents: parts.timeline.length,
    decisions: parts.decisions.length,
    layersMet: parts.layersMet.length,
    factors: parts.factors.length,
    actions: (await countActions(work.db, SEES_ALL, { postmortemId: postmortem.id })) ?? 0,
    ideas: parts.ideas.length,
    confirmedClasses: parts.classes.filter((one) => one.standing === 'confirmed').length,
    openClaims: openClaims(findings).length,
    errorFindings: open.filter((finding) => finding.severity === 'error').length,
  }
  return readinessOf(postmortem.tier, contents)
}
