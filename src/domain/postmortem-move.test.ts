/** The transition table of postmortems: readiness, review, sending back, publishing, amending, withdrawing. */
import { describe, expect, test } from 'vitest'
import type { IncidentId, PersonId, PostmortemId, ReviewId } from './ids.ts'
import type { Instant } from './instant.ts'
import type { Actor } from './person.ts'
import type { Postmortem, SectionTexts } from './postmortem.ts'
import {
  amendPostmortem,
  checkEditable,
  DEFAULT_REVIEWED_TIERS,
  movePostmortem,
  POSTMORTEM_TRANSITIONS,
  postmortemMayBecome,
} from './postmortem-move.ts'
import type { PostmortemMoveContext } from './postmortem-move.ts'
import { ASKED_OF, raisedTier, readinessOf } from './readiness.ts'
import type { Contents } from './readiness.ts'
import { endReview } from './review.ts'
import type { Review } from './review.ts'
import { POSTMORTEM_STATES, SECTIONS, TIERS } from './vocabulary.ts'
import type { PostmortemState } from './vocabulary.ts'

const sections = Object.fromEntries(SECTIONS.map((name) => [name, null])) as unknown as SectionTexts
const author: Actor = { personId: 'author' as PersonId, roles: ['contributor'] }
const facilitator: Actor = { personId: 'facilitator' as PersonId, roles: ['contributor'] }
const at = '2026-03-02T10:00:00Z' as Instant

const draft: Postmortem = {
  id: 'p' as PostmortemId,
  number: 204,
  title: 'Checkout refused cards',
  incidentIds: ['i' as IncidentId],
  tier: 'full',
  state: 'draft',
  visibility: 'organisation',
  authorId: author.personId,
  facilitatorId: facilitator.personId,
  readerIds: [],
  language: 'en',
  sections,
  publishedAt: null,
  edition: 1,
  supersededById: null,
  version: 1,
}

const empty: Contents = {
  sections,
  impacts: 0,
  timelineEvents: 0,
  decisions: 0,
  layersMet: 0,
  factors: 0,
  actions: 0,
  ideas: 0,
  confirmedClasses: 0,
  openClaims: 0,
  errorFindings: 0,
}

const review: Review = {
  id: 'r' as ReviewId,
  postmortemId: draft.id,
  leadership: true,
  due: null,
  scheduledAt: at,
  facilitatorId: facilitator.personId,
  invitedIds: [],
  attendedIds: [],
  checklist: {
    learning_not_defence: true,
    claims_tied: true,
    no_passing_between_teams: true,
    actions_owned: true,
  },
  minutes: null,
  heldAt: null,
  outcome: null,
  absenceReason: null,
}

const context = (by: Actor, more: Partial<PostmortemMoveContext> = {}): PostmortemMoveContext => ({
  by,
  at,
  lacks: [],
  reviews: [],
  reviewedTiers: DEFAULT_REVIEWED_TIERS,
  ...more,
})
const from = (state: PostmortemState): Postmortem => ({ ...draft, state })

function outcome(
  state: PostmortemState,
  to: PostmortemState,
  reason: string | null,
  within = context(author),
) {
  const result = movePostmortem(from(state), { to, reason }, within)
  return result.ok ? result.value.postmortem.state : result.problem.code
}

describe('readiness', () => {
  test('names each missing part of the tier, open claims and error findings', () => {
    expect(readinessOf('note', empty)).toEqual([{ kind: 'part', part: 'summary' }])
    const lacks = readinessOf('full', { ...empty, openClaims: 2, errorFindings: 1 })
    expect(lacks).toHaveLength(ASKED_OF.full.length + 2)
    const result = movePostmortem(draft, { to: 'in_review', reason: null }, context(author, { lacks }))
    expect(result).toMatchObject({ ok: false, problem: { code: 'not_ready' } })
    if (result.ok) return
    expect(result.problem.message).toContain('2 claims without evidence')
    expect(result.problem.errors.map((error) => error.field)).toContain('decisions')
  })

  test('takes entries for the text of an imported part and the text for entries', () => {
    const texts = {
      ...sections,
      summary: 'Cards were refused.',
      causes: 'An expired certificate.',
      lessons: 'x',
    }
    const contents = { ...empty, sections: texts, impacts: 1, timelineEvents: 9, ideas: 1 }
    expect(readinessOf('standard', contents)).toEqual([])
    expect(readinessOf('standard', { ...contents, sections: { ...texts, causes: '  ' } })).toEqual([
      { kind: 'part', part: 'causes' },
    ])
  })

  test('asks more of each higher tier, and a repeat raises the tier', () => {
    for (const part of ASKED_OF.note) expect(ASKED_OF.standard).toContain(part)
    for (const part of ASKED_OF.standard) expect(ASKED_OF.full).toContain(part)
    expect(TIERS.map(raisedTier)).toEqual(['standard', 'full', 'full'])
  })

  test('is overridden by a reason, which is kept', () => {
    const lacks = readinessOf('full', empty)
    const result = movePostmortem(
      draft,
      { to: 'in_review', reason: ' the meeting is today ' },
      context(author, { lacks }),
    )
    expect(result).toMatchObject({
      value: { activity: { what: 'in_review', reason: 'the meeting is today' } },
    })
  })
})

describe('moving on', () => {
  test('goes back to draft by its facilitator or whoever facilitates, with a reason', () => {
    expect(outcome('in_review', 'draft', 'timeline thin')).toBe('not_permitted')
    expect(outcome('in_review', 'draft', null, context(facilitator))).toBe('reason_needed')
    expect(outcome('in_review', 'draft', 'timeline thin', context(facilitator))).toBe('draft')
    const another: Actor = { personId: 'x' as PersonId, roles: ['facilitator'] }
    expect(outcome('in_review', 'draft', 'timeline thin', context(another))).toBe('draft')
  })

  test('needs a held review that accepted it, where the tier asks for one', () => {
    expect(outcome('in_review', 'reviewed', null)).toBe('review_needed')
    const held: Review = { ...review, heldAt: at, outcome: 'needs_another' }
    expect(outcome('in_review', 'reviewed', null, context(author, { reviews: [held] }))).toBe('review_needed')
    const accepted: Review = { ...held, outcome: 'accepted' }
    expect(outcome('in_review', 'reviewed', null, context(author, { reviews: [accepted] }))).toBe('reviewed')
    expect(outcome('in_review', 'reviewed', null, context(author, { reviewedTiers: [] }))).toBe('reviewed')
  })

  test('publishes with its time, and is read-only afterwards but for an amendment', () => {
    const published = movePostmortem(from('reviewed'), { to: 'published', reason: null }, context(author))
    expect(published).toMatchObject({ value: { postmortem: { publishedAt: at } } })
    expect(checkEditable(from('published'))?.code).toBe('postmortem_read_only')
    expect(checkEditable(from('reviewed'))).toBeNull()
    expect(amendPostmortem(from('published'), { title: 'Cards' }, null)).toMatchObject({
      problem: { code: 'reason_needed' },
    })
    expect(amendPostmortem(from('published'), { title: 'Cards' }, 'clearer')).toMatchObject({
      value: {
        postmortem: { title: 'Cards', edition: 2, state: 'published' },
        activity: {
          what: 'amended',
          changes: [{ field: 'title' }, { field: 'edition', before: 1, after: 2 }],
        },
      },
    })
    expect(amendPostmortem(draft, {}, 'x')).toMatchObject({ problem: { code: 'transition_refused' } })
  })

  test('is withdrawn from any state, with a reason', () => {
    for (const state of POSTMORTEM_STATES) {
      const expected = state === 'withdrawn' ? 'transition_refused' : 'withdrawn'
      expect(outcome(state, 'withdrawn', 'duplicate of PM-203')).toBe(expected)
    }
    expect(outcome('draft', 'withdrawn', ' ')).toBe('reason_needed')
  })

  test('refuses every move that the table does not hold', () => {
    for (const state of POSTMORTEM_STATES) {
      for (const to of POSTMORTEM_STATES) {
        if (POSTMORTEM_TRANSITIONS[state].includes(to)) continue
        expect(outcome(state, to, 'because')).toBe('transition_refused')
      }
    }
    expect(postmortemMayBecome(draft, context(author))).toEqual(['in_review', 'withdrawn'])
  })
})

test('a leadership review needs the VP Engineering or a recorded reason', () => {
  const vp = 'vp' as PersonId
  const end = { heldAt: at, attendedIds: [author.personId], outcome: 'accepted', minutes: null } as const
  expect(endReview(review, { ...end, absenceReason: null }, [vp])).toMatchObject({
    problem: { code: 'reason_needed' },
  })
  expect(endReview(review, { ...end, absenceReason: 'on leave' }, [vp]).ok).toBe(true)
  const attended = endReview(review, { ...end, attendedIds: [vp], absenceReason: null }, [vp])
  expect(attended).toMatchObject({ value: { outcome: 'accepted', absenceReason: null } })
})
