/** Reviews: the meetings about one postmortem, with who was invited and who came. */
import { sql, type Selectable } from 'kysely'
import type { PersonId, PostmortemId } from '../domain/ids.ts'
import type { Review } from '../domain/review.ts'
import type { ReviewsTable } from './schema-work.ts'
import type { Db, Tx } from './schema.ts'

type Row = Selectable<ReviewsTable> & {
  readonly invited_ids: PersonId[]
  readonly attended_ids: PersonId[]
}

/** The reviews of a postmortem, oldest first. The asker must be known to see the postmortem. */
export async function listReviews(db: Db, postmortemId: PostmortemId): Promise<Review[]> {
  const rows = await db
    .selectFrom('reviews')
    .selectAll()
    .select([
      sql<PersonId[]>`array(
        select person_id from review_attendance where review_id = reviews.id and invited order by person_id
      )`.as('invited_ids'),
      sql<PersonId[]>`array(
        select person_id from review_attendance where review_id = reviews.id and attended order by person_id
      )`.as('attended_ids'),
    ])
    .where('postmortem_id', '=', postmortemId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(toReview)
}

function toReview(row: Row): Review {
  return {
    id: row.id,
    postmortemId: row.postmortem_id,
    leadership: row.leadership,
    due: row.due,
    scheduledAt: row.scheduled_at,
    facilitatorId: row.facilitator_id,
    invitedIds: row.invited_ids,
    attendedIds: row.attended_ids,
    checklist: {
      learning_not_defence: row.learning_not_defence,
      claims_tied: row.claims_tied,
      no_passing_between_teams: row.no_passing_between_teams,
      actions_owned: row.actions_owned,
    },
    minutes: row.minutes,
    heldAt: row.held_at,
    outcome: row.outcome,
    absenceReason: row.absence_reason,
  }
}

/** Adds a review with its invitations and attendance. */
export async function createReview(tx: Tx, review: Review): Promise<void> {
  await tx
    .insertInto('reviews')
    .values({
      id: review.id,
      postmortem_id: review.postmortemId,
      leadership: review.leadership,
      due: review.due,
      scheduled_at: review.scheduledAt,
      facilitator_id: review.facilitatorId,
      ...review.checklist,
      minutes: review.minutes,
      held_at: review.heldAt,
      outcome: review.outcome,
      absence_reason: review.absenceReason,
    })
    .execute()
  const people = [...new Set([...review.invitedIds, ...review.attendedIds])]
  if (people.length === 0) return
  await tx
    .insertInto('review_attendance')
    .values(
      people.map((person_id) => ({
        review_id: review.id,
        person_id,
        invited: review.invitedIds.includes(person_id),
        attended: review.attendedIds.includes(person_id),
      })),
    )
    .execute()
}
