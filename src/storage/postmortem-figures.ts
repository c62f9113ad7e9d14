/** What one postmortem shows that is made from its parts and from other postmortems: its card's figures, and how another mentions it. */
import type { PostmortemId, TeamId } from '../domain/ids.ts'
import type { Day, Instant } from '../domain/instant.ts'
import type { IncidentKind } from '../domain/vocabulary.ts'
import { type Question, question } from './question.ts'
import type { Db } from './schema.ts'
import { mayBeSeen, type Sight } from './sight.ts'

/** The figures of a card; see `postmortem_cards`. */
export interface PostmortemFigures {
  readonly kind: IncidentKind
  readonly severity: string | null
  readonly impactStartedAt: Instant | null
  readonly impactStartedOn: Day | null
  readonly impactMinutes: number | null
  readonly owningTeamId: TeamId | null
  readonly repeatAfterDays: number | null
  readonly actionsTotal: number
  readonly actionsVerified: number
  readonly openClaims: number
}

/** The figures of a postmortem that the asker is known to see. */
export function figuresAsked(db: Db, id: PostmortemId): Question<PostmortemFigures | null> {
  const card = db
    .selectFrom('postmortem_cards')
    .select([
      'kind',
      'severity',
      'impact_started_at as impactStartedAt',
      'impact_started_on as impactStartedOn',
      'impact_minutes as impactMinutes',
      'owning_team_id as owningTeamId',
      'repeat_after_days as repeatAfterDays',
      'actions_total as actionsTotal',
      'actions_verified as actionsVerified',
      'open_claims as openClaims',
    ])
    .where('postmortem_id', '=', id)
  return question(card, ([row]) => row ?? null)
}

/** A postmortem as another one mentions it. */
export interface MentionedPostmortem {
  readonly id: PostmortemId
  readonly number: number
  readonly title: string
  readonly impactStartedAt: Instant | null
}

const MENTION = ['postmortem_id as id', 'number', 'title', 'impact_started_at as impactStartedAt'] as const

/** The postmortem that takes the place of this one; null where there is none that the asker may see. */
export function successorAsked(db: Db, sight: Sight, id: PostmortemId): Question<MentionedPostmortem | null> {
  const successor = db
    .selectFrom('postmortem_cards')
    .select(MENTION)
    .where('postmortem_id', '=', (eb) =>
      eb.selectFrom('postmortems').select('superseded_by_id').where('postmortems.id', '=', id),
    )
    .where(mayBeSeen(sight))
  return question(successor, ([row]) => row ?? null)
}

/** A postmortem to mention; null where the asker may not see it. */
export async function findMention(
  db: Db,
  sight: Sight,
  id: PostmortemId,
): Promise<MentionedPostmortem | null> {
  const row = await db
    .selectFrom('postmortem_cards')
    .select(MENTION)
    .where('postmortem_id', '=', id)
    .where(mayBeSeen(sight))
    .executeTakeFirst()
  return row ?? null
}
