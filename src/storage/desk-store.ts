/** The desk: what a person owes, gathered from everything that can wait for them. */
import { sql } from 'kysely'
import type {
  ActionItemId,
  IncidentClassId,
  PersonId,
  PostmortemId,
  ReadingId,
  SponsorshipId,
} from '../domain/ids.ts'
import type { Day, Instant } from '../domain/instant.ts'
import type { Db } from './schema.ts'
import { hiddenPostmortems, type Sight } from './sight.ts'

export type DeskKind =
  | 'draft_to_finish'
  | 'review_to_run'
  | 'action_to_accept'
  | 'action_due'
  | 'action_handed_back'
  | 'action_to_verify'
  | 'class_to_confirm'
  | 'class_came_back'
  | 'sponsorship_to_decide'
  | 'brief_to_read'

/** One thing that waits; what it is about is named, the rest is null. */
export interface DeskEntry {
  readonly kind: DeskKind
  readonly due: Day | null
  readonly since: Instant
  readonly postmortem: { readonly id: PostmortemId; readonly number: number; readonly title: string } | null
  readonly action: {
    readonly id: ActionItemId
    readonly number: number
    readonly title: string
    readonly version: number
  } | null
  readonly classId: IncidentClassId | null
  readonly sponsorshipId: SponsorshipId | null
  readonly readingId: ReadingId | null
}

export interface DeskRequest {
  readonly personId: PersonId
  readonly today: Day
  /** Repeats since then are told to whom they concern; null tells none. */
  readonly classesSince: Instant | null
  readonly limit: number
}

interface Row {
  readonly kind: DeskKind
  readonly due: Day | null
  readonly since: Instant
  readonly postmortem: DeskEntry['postmortem']
  readonly action: DeskEntry['action']
  readonly class_id: IncidentClassId | null
  readonly sponsorship_id: SponsorshipId | null
  readonly reading_id: ReadingId | null
  readonly total: number
}

const PRESSING = sql`due nulls last, since, kind, postmortem_id, action_item_id`

/** What waits for a person, by due date, those without one last; `total` counts all of it. */
export async function readDesk(
  db: Db,
  sight: Sight,
  request: DeskRequest,
): Promise<{ readonly entries: readonly DeskEntry[]; readonly total: number }> {
  const { rows } = await sql<Row>`
    select owed.kind, owed.due, owed.since,
      case when c.postmortem_id is not null
        then jsonb_build_object('id', c.postmortem_id, 'number', c.number, 'title', c.title) end as postmortem,
      case when a.id is not null
        then jsonb_build_object('id', a.id, 'number', a.number, 'title', a.title, 'version', a.version) end as action,
      owed.class_id, owed.sponsorship_id, owed.reading_id, owed.total
    from (
      select everything.*, count(*) over () as total
      -- Kept apart, so that the hidden ones are gathered once and not for each kind of thing.
      from (${everythingOwed(request)} offset 0) as everything
      where postmortem_id is null or postmortem_id not in (${hiddenPostmortems(sight)})
      order by ${PRESSING}
      limit ${request.limit}
    ) as owed
    left join postmortem_cards c on c.postmortem_id = owed.postmortem_id
    left join action_items a on a.id = owed.action_item_id
    order by owed.due nulls last, owed.since, owed.kind, owed.postmortem_id, owed.action_item_id
  `.execute(db)
  return { entries: rows.map(toEntry), total: rows[0]?.total ?? 0 }
}

function toEntry(row: Row): DeskEntry {
  return {
    kind: row.kind,
    due: row.due,
    since: row.since,
    postmortem: row.postmortem,
    action: row.action,
    classId: row.class_id,
    sponsorshipId: row.sponsorship_id,
    readingId: row.reading_id,
  }
}

function everythingOwed({ personId, today, classesSince }: DeskRequest) {
  const parts = [postmortemsOwed(personId), actionsOwed(personId), decisionsOwed(personId, today)]
  if (classesSince !== null) parts.push(classesBack(personId, classesSince))
  return sql.join(parts, sql` union all `)
}

function postmortemsOwed(me: PersonId) {
  return sql`
    select 'draft_to_finish' as kind, null::date as due, p.created_at as since, p.id as postmortem_id,
      null::uuid as action_item_id, null::uuid as class_id, null::uuid as sponsorship_id, null::uuid as reading_id
    from postmortems p where p.author_id = ${me} and p.state = 'draft'
    union all
    select 'review_to_run',
      (select min(due) from reviews r where r.postmortem_id = p.id and r.held_at is null),
      p.state_changed_at, p.id, null, null, null, null
    from postmortems p where p.facilitator_id = ${me} and p.state = 'in_review'
    union all
    select 'class_to_confirm', null, p.created_at, p.id, null,
      (
        select class_id from postmortem_classes pc where pc.postmortem_id = p.id and standing = 'suggested'
        order by confidence desc nulls last limit 1
      ), null, null
    from postmortems p join postmortem_cards c on c.postmortem_id = p.id
    where p.author_id = ${me} and p.state not in ('withdrawn')
      and c.facets @> facet_codes('{has:no-class}') and exists (
        select from postmortem_classes pc where pc.postmortem_id = p.id and standing = 'suggested'
      )`
}

function actionsOwed(me: PersonId) {
  return sql`
    select
      case when state = 'proposed' then 'action_to_accept' else 'action_due' end,
      due, state_changed_at, postmortem_id, id, null, null, null
    from action_items
    where owner_id = ${me} and not closed
      and (state = 'proposed' and accepted_at is null or state in ('committed', 'in_progress', 'not_effective'))
    union all
    select
      case when a.state = 'handed_back' then 'action_handed_back' else 'action_to_verify' end,
      a.due, a.state_changed_at, a.postmortem_id, a.id, null, null, null
    from postmortems p join action_items a on a.postmortem_id = p.id
    where (p.author_id = ${me} or p.facilitator_id = ${me}) and not a.closed
      and (
        a.state = 'handed_back' and p.author_id = ${me}
        or a.state = 'claimed_done' and a.owner_id is distinct from ${me}
      )`
}

function decisionsOwed(me: PersonId, today: Day) {
  return sql`
    select 'sponsorship_to_decide', s.until, s.state_changed_at,
      (select postmortem_id from action_items a where a.id = s.action_item_id), s.action_item_id, null, s.id, null
    from sponsorships s
    where s.sponsor_id = ${me}
      and (s.state = 'requested' or s.state in ('declined', 'deferred') and s.until <= ${today}::date)
    union all
    select 'brief_to_read', due, sent_at, postmortem_id, null, null, null, id
    from readings where reader_id = ${me} and acknowledged_at is null`
}

/** Repeats of classes in which the person's teams, or postmortems of their own, have had an incident before. */
function classesBack(me: PersonId, since: Instant) {
  return sql`
    select 'class_came_back', null::date, o.occurred_at, o.postmortem_id, null, o.class_id, null, null
    from class_occurrences o join incidents i on i.id = o.incident_id
    where o.occurred_at >= ${since} and o.is_repeat
      -- The same time, by which a team's incidents are found.
      and i.sort_at >= ${since} and i.owning_team_id in (
        select team_id from team_members where person_id = ${me}
        union select id from teams where lead_id = ${me}
      )`
}
