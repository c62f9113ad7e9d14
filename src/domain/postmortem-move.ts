/** How a postmortem moves on: one transition table, through which every change of its state goes. */
import { changedFields } from './activity.ts'
import type { ActivityDraft } from './activity.ts'
import type { Instant } from './instant.ts'
import { can } from './permissions.ts'
import type { Actor } from './person.ts'
import type { Postmortem } from './postmortem.ts'
import { accept, isSaid, refuse } from './problem.ts'
import type { Problem, Result } from './problem.ts'
import { describeLack } from './readiness.ts'
import type { Lack } from './readiness.ts'
import { isAccepted } from './review.ts'
import type { Review } from './review.ts'
import { POSTMORTEM_STATES } from './vocabulary.ts'
import type { PostmortemState, Tier } from './vocabulary.ts'

/** The states that may follow each; a published postmortem changes by amendment alone. */
export const POSTMORTEM_TRANSITIONS: Readonly<Record<PostmortemState, readonly PostmortemState[]>> = {
  draft: ['in_review', 'withdrawn'],
  in_review: ['draft', 'reviewed', 'withdrawn'],
  reviewed: ['published', 'withdrawn'],
  published: ['withdrawn'],
  withdrawn: [],
}

/** Tiers that ask for a held review; an organisation switches approval off by asking it of none. */
export const DEFAULT_REVIEWED_TIERS: readonly Tier[] = ['full']

export interface PostmortemMove {
  readonly to: PostmortemState
  /** For `withdrawn` and back to `draft`; for `in_review`, why it goes on although it is not ready. */
  readonly reason: string | null
}

/** What a move is judged by. */
export interface PostmortemMoveContext {
  readonly by: Actor
  readonly at: Instant
  /** What is missing for its tier: see `readinessOf`. */
  readonly lacks: readonly Lack[]
  readonly reviews: readonly Review[]
  readonly reviewedTiers: readonly Tier[]
}

export interface MovedPostmortem {
  readonly postmortem: Postmortem
  readonly activity: ActivityDraft
}

/**
 * Moves a postmortem to another state. Refuses with `transition_refused` what the table does not hold, and otherwise with
 * `not_ready` (each missing part among the errors), `review_needed`, `reason_needed` or `not_permitted`.
 */
export function movePostmortem(
  postmortem: Postmortem,
  move: PostmortemMove,
  context: PostmortemMoveContext,
): Result<MovedPostmortem> {
  const problem = refusal(postmortem, move, context)
  if (problem !== null) return { ok: false, problem }
  const publishedAt = move.to === 'published' ? context.at : postmortem.publishedAt
  const moved: Postmortem = { ...postmortem, state: move.to, publishedAt }
  const activity: ActivityDraft = {
    thing: 'postmortem',
    thingId: postmortem.id,
    what: move.to === 'draft' ? 'sent_back' : move.to,
    changes: changedFields(postmortem, moved),
    reason: isSaid(move.reason) ? move.reason.trim() : null,
  }
  return accept({ postmortem: moved, activity })
}

/** States to which the move is open now, given a reason where one is asked for. */
export function postmortemMayBecome(
  postmortem: Postmortem,
  context: PostmortemMoveContext,
): PostmortemState[] {
  return POSTMORTEM_STATES.filter((to) => refusal(postmortem, { to, reason: '…' }, context) === null)
}

/** Refuses (`postmortem_read_only`) an edit of what is published or withdrawn; a published one is amended instead. */
export function checkEditable(postmortem: Pick<Postmortem, 'state' | 'title'>): Problem | null {
  if (postmortem.state === 'published') {
    return refuse(
      'postmortem_read_only',
      `“${postmortem.title}” is published: amend it, which makes a new edition`,
    ).problem
  }
  if (postmortem.state === 'withdrawn') {
    return refuse('postmortem_read_only', `“${postmortem.title}” is withdrawn`).problem
  }
  return null
}

/**
 * Amends a published postmortem: the change is one step, with a reason, and makes the next edition; the edition before is
 * kept as it was. Refuses `transition_refused` unless it is published, and `reason_needed`.
 */
export function amendPostmortem(
  postmortem: Postmortem,
  change: Partial<Pick<Postmortem, 'title' | 'sections' | 'incidentIds'>>,
  reason: string | null,
): Result<MovedPostmortem> {
  if (postmortem.state !== 'published') {
    return refuse('transition_refused', `“${postmortem.title}” is not published: edit it, nothing is amended`)
  }
  if (!isSaid(reason)) return refuse('reason_needed', 'An amendment needs a reason')
  const amended: Postmortem = { ...postmortem, ...change, edition: postmortem.edition + 1 }
  const activity: ActivityDraft = {
    thing: 'postmortem',
    thingId: postmortem.id,
    what: 'amended',
    changes: changedFields(postmortem, amended),
    reason: reason.trim(),
  }
  return accept({ postmortem: amended, activity })
}

function refusal(
  postmortem: Postmortem,
  move: PostmortemMove,
  context: PostmortemMoveContext,
): Problem | null {
  if (!POSTMORTEM_TRANSITIONS[postmortem.state].includes(move.to)) {
    const message = `“${postmortem.title}” is ${words(postmortem.state)} and cannot become ${words(move.to)}`
    return refuse('transition_refused', message).problem
  }
  switch (move.to) {
    case 'in_review':
      return guardReadiness(postmortem, move, context)
    case 'draft':
      return guardSendingBack(postmortem, move, context)
    case 'reviewed':
      return guardReview(postmortem, context)
    case 'withdrawn':
      return unlessReason(move, `Withdrawing “${postmortem.title}”`)
    case 'published':
      return null
    default:
      return move.to satisfies never
  }
}

function guardReadiness(
  postmortem: Postmortem,
  move: PostmortemMove,
  { lacks }: PostmortemMoveContext,
): Problem | null {
  if (lacks.length === 0 || isSaid(move.reason)) return null
  const names = lacks.map(describeLack)
  return refuse(
    'not_ready',
    `“${postmortem.title}” is not ready for review: it lacks or still has ${names.join(', ')}. Give a reason to go on`,
    lacks.map((lack, index) => ({
      field: lack.kind === 'part' ? lack.part : lack.kind,
      message: names[index] ?? lack.kind,
    })),
  ).problem
}

function guardSendingBack(
  postmortem: Postmortem,
  move: PostmortemMove,
  { by }: PostmortemMoveContext,
): Problem | null {
  if (by.personId !== postmortem.facilitatorId && !can(by.roles, 'postmortem.facilitate')) {
    return refuse('not_permitted', `Only a facilitator sends “${postmortem.title}” back to draft`).problem
  }
  return unlessReason(move, `Sending “${postmortem.title}” back`)
}

function guardReview(postmortem: Postmortem, context: PostmortemMoveContext): Problem | null {
  const asked = context.reviewedTiers.includes(postmortem.tier)
  if (!asked || context.reviews.some(isAccepted)) return null
  return refuse('review_needed', `“${postmortem.title}” needs a held review that accepted it`).problem
}

function unlessReason(move: PostmortemMove, doing: string): Problem | null {
  if (isSaid(move.reason)) return null
  return refuse('reason_needed', `${doing} needs a reason`, [{ field: 'reason', message: 'say why' }]).problem
}

function words(state: PostmortemState): string {
  return state.replaceAll('_', ' ')
}
