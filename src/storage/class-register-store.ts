/** The register of classes over a period: occurrences, repeats, suggestions, the work and the money they led to. */
import { sql } from 'kysely'
import type { IncidentClassId, IncidentId, PostmortemId } from '../domain/ids.ts'
import type { Instant, Period } from '../domain/instant.ts'
import type { Money } from '../domain/money.ts'
import type { SponsorshipState } from '../domain/vocabulary.ts'
import type { MentionedPostmortem } from './postmortem-figures.ts'
import { type Asked, askTogether, type Question, question, rawQuestion } from './question.ts'
import type { Db } from './schema.ts'
import { hiddenIncidents, hiddenPostmortems, mayBeSeen, type Sight } from './sight.ts'
import { hiddenRows, talliesAsked } from './trend-tallies.ts'
import { classesIn } from './trends-store.ts'

/** One incident of a class. */
export interface RegisteredOccurrence {
  readonly incidentId: IncidentId
  readonly postmortem: { readonly id: PostmortemId; readonly number: number; readonly title: string }
  readonly at: Instant
  readonly severity: string | null
  readonly daysSincePrevious: number | null
  readonly repeat: boolean
}

/** A decision about money for work of a class. */
export interface ClassFunding {
  readonly at: Instant
  readonly state: Exclude<SponsorshipState, 'requested'>
  readonly approved: Money | null
}

/** What the register says of one class. */
export interface RegisterEntry {
  readonly classId: IncidentClassId
  /** Within the period. */
  readonly total: number
  readonly repeats: number
  /** Of the whole past; null when it never occurred. */
  readonly firstAt: Instant | null
  readonly lastAt: Instant | null
  /** Postmortems for which it is suggested and not decided. */
  readonly suggested: number
  readonly openActions: number
  readonly verifiedActions: number
  readonly funding: readonly ClassFunding[]
}

/** One entry for each class, in order of name; nothing that the asker may not see is counted in it. */
export async function readRegister(db: Db, sight: Sight, period: Period): Promise<RegisterEntry[]> {
  const { entries, funding, tallies } = await askTogether(db, {
    entries: entriesAsked(db, sight),
    funding: fundingAsked(db, sight),
    tallies: talliesAsked(db, sight, [period.from, period.to], ['occurrence']),
  })
  const counts = new Map(classesIn(tallies).map((one) => [one.classId, one]))
  return entries.map((entry) => {
    const { count = 0, repeats = 0 } = counts.get(entry.classId) ?? {}
    return { ...entry, total: count, repeats, funding: funding.get(entry.classId) ?? [] }
  })
}

type OfAllTime = Omit<RegisterEntry, 'total' | 'repeats' | 'funding'>

/** What does not depend on a period. */
function entriesAsked(db: Db, sight: Sight): Question<readonly OfAllTime[]> {
  const entries = sql<OfAllTime>`
    with hidden as materialized (${hiddenIncidents(sight)}),
    hidden_postmortems as materialized (${hiddenPostmortems(sight)}),
    work as (
      select class_id, sum(n) filter (where figure = 'class_open') as open,
        sum(n) filter (where figure = 'class_verified') as verified
      from (
        select figure, class_id, n from trend_tallies where figure in ('class_open', 'class_verified')
        union all
        select figure, class_id, -1
        from (${hiddenRows(sight, sql`figure in ('class_open', 'class_verified')`)}) as hidden_rows
      ) as tallied group by class_id
    ),
    suggested as (
      select class_id, count(*) as n from postmortem_classes
      where standing = 'suggested' and postmortem_id not in (select postmortem_id from hidden_postmortems)
      group by class_id
    )
    select
      c.id as "classId",
      (
        select min(occurred_at) from class_occurrences o
        where o.class_id = c.id and o.incident_id not in (select incident_id from hidden)
      ) as "firstAt",
      (
        select max(occurred_at) from class_occurrences o
        where o.class_id = c.id and o.incident_id not in (select incident_id from hidden)
      ) as "lastAt",
      coalesce(suggested.n, 0)::int as suggested,
      coalesce(work.open, 0)::int as "openActions", coalesce(work.verified, 0)::int as "verifiedActions"
    from incident_classes c
    left join work on work.class_id = c.id
    left join suggested on suggested.class_id = c.id
    order by lower(c.name)
  `
  return rawQuestion(db, entries, (rows) => rows)
}

function fundingAsked(db: Db, sight: Sight): Question<ReadonlyMap<IncidentClassId, ClassFunding[]>> {
  const decisions = db
    .selectFrom('sponsorships')
    .innerJoin('action_items', 'action_items.id', 'sponsorships.action_item_id')
    .innerJoin('sponsorship_decisions', 'sponsorship_decisions.sponsorship_id', 'sponsorships.id')
    .select([
      'action_items.class_id',
      'sponsorship_decisions.decided_at',
      'sponsorship_decisions.state',
      'sponsorship_decisions.approved_amount',
      'sponsorship_decisions.currency',
    ])
    .where('action_items.class_id', 'is not', null)
    .where(sql<boolean>`action_items.postmortem_id not in (${hiddenPostmortems(sight)})`)
    .where('sponsorship_decisions.state', '<>', 'requested')
    .orderBy('sponsorship_decisions.decided_at')
  return question(decisions, (rows) => {
    const byClass = new Map<IncidentClassId, ClassFunding[]>()
    for (const row of rows) {
      if (row.class_id === null || row.state === 'requested') continue
      const approved =
        row.approved_amount === null || row.currency === null
          ? null
          : { amount: row.approved_amount, currency: row.currency }
      const decision = { at: row.decided_at, state: row.state, approved }
      byClass.set(row.class_id, [...(byClass.get(row.class_id) ?? []), decision])
    }
    return byClass
  })
}

/** The occurrences of a class in a period, newest first, at most `limit`; of those the asker may see. */
export function occurrencesAsked(
  db: Db,
  sight: Sight,
  classId: IncidentClassId,
  period: Period,
  limit: number,
): Question<RegisteredOccurrence[]> {
  const occurrences = db
    .selectFrom('class_occurrences')
    .innerJoin('postmortem_cards', 'postmortem_cards.postmortem_id', 'class_occurrences.postmortem_id')
    .innerJoin('incidents', 'incidents.id', 'class_occurrences.incident_id')
    .select(['class_occurrences.incident_id', 'class_occurrences.occurred_at', 'incidents.severity'])
    .select(['days_since_previous', 'is_repeat'])
    .select(['postmortem_cards.postmortem_id', 'postmortem_cards.number', 'postmortem_cards.title'])
    .where('class_id', '=', classId)
    .where('class_occurrences.occurred_at', '>=', period.from)
    .where('class_occurrences.occurred_at', '<', period.to)
    .where(mayBeSeen(sight))
    .orderBy('class_occurrences.occurred_at', 'desc')
    .orderBy('class_occurrences.incident_id', 'desc')
    .limit(limit)
  return question(occurrences, (rows) =>
    rows.map((row) => ({
      incidentId: row.incident_id,
      postmortem: { id: row.postmortem_id, number: row.number, title: row.title },
      at: row.occurred_at,
      severity: row.severity,
      daysSincePrevious: row.days_since_previous,
      repeat: row.is_repeat,
    })),
  )
}

/** Postmortems that share one of these classes, newest first, without the one asked about. */
export function sameClassAsked(
  db: Db,
  sight: Sight,
  of: { readonly id: PostmortemId; readonly classIds: readonly IncidentClassId[] },
  limit: number,
): Asked<MentionedPostmortem[]> {
  if (of.classIds.length === 0) return { known: [] }
  const facets = of.classIds.map((classId) => `class:${classId}`)
  const others = db
    .selectFrom('postmortem_cards')
    .select(['postmortem_id as id', 'number', 'title', 'impact_started_at as impactStartedAt'])
    .where(sql<boolean>`facets && facet_codes(${facets}::text[])`)
    .where('postmortem_id', '<>', of.id)
    .where('state', '<>', 'withdrawn')
    .where(mayBeSeen(sight))
    .orderBy('sort_at', 'desc')
    .orderBy('postmortem_id', 'desc')
    .limit(limit)
  return question(others, (rows) => [...rows])
}
