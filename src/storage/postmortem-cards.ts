/** Keeps `postmortem_cards`: what lists and search read of a postmortem, made anew from its parts in the transaction that changed them. */
import { sql } from 'kysely'
import type { PostmortemId } from '../domain/ids.ts'
import { FINDING_CATEGORIES, SECTIONS } from '../domain/vocabulary.ts'
import { refreshRestrictedRows } from './restricted-trend-rows.ts'
import type { Db, Tx } from './schema.ts'

/** Most characters of one kind of text that are searched, so that no text outgrows PostgreSQL's largest list of words. */
const SEARCHED = sql.lit(100_000)

const SECTION_NAMES = sql.lit(`{${SECTIONS.join(',')}}`)

/** Which sections are written; one that has parts of its own counts as written when one of them is there. */
const WRITTEN = sql`
  select coalesce(bit_or(1 << (array_position(${SECTION_NAMES}::text[], section) - 1)), 0) as bits,
    coalesce(array_agg('section:' || section order by section), '{}') as facets
  from (
    select section from postmortem_sections where postmortem_id = p.id
    union select 'timeline' from timeline_events where postmortem_id = p.id
    union select 'impact' from impact_statements where postmortem_id = p.id
    union select 'causes' from contributing_factors where postmortem_id = p.id
    union select 'actions' from action_items where postmortem_id = p.id
  ) as sections`

/** The bit of a section in `sections_written`. */
export function sectionBit(section: (typeof SECTIONS)[number]): number {
  return 1 << SECTIONS.indexOf(section)
}

/** A line of Markdown as plain words, cut at its first sentence. */
const firstSentence = (line: ReturnType<typeof sql>) => sql`left(
  coalesce(substring(${line} from '^.*?[.!?。](?=\\s|$)'), ${line}), 300
)`

/** The first line of a section that is neither a heading nor a table, without its bullet and marks. */
const firstLine = (body: ReturnType<typeof sql>) => sql`nullif(trim(regexp_replace(regexp_replace(
  (regexp_match(${body}, '^[ \\t]*(?:[-*+]|\\d+[.)])?[ \\t]*([^\\s#>|].*)$', 'n'))[1],
  '\\[([^]]*)\\]\\([^)]*\\)', '\\1', 'g'), '[*_\`]+', '', 'g')), '')`

/** Words of a text by weight: stemmed when it is English, and in pairs of characters where it is written without spaces. */
const words = (text: ReturnType<typeof sql>, weight: 'A' | 'B' | 'C' | 'D') => sql`
  setweight(to_tsvector(config, left(${text}, ${SEARCHED})), ${sql.lit(weight)}) || cjk_words(${text}, ${sql.lit(weight)})`

const INCIDENTS = sql`
  select
    (array_agg(i.id order by pi.position, i.id))[1] as first_id,
    (array_agg(s.code order by s.rank) filter (where s.code is not null))[1] as severity,
    array_agg(i.id) as ids
  from postmortem_incidents pi
  join incidents i on i.id = pi.incident_id
  left join severities s on s.code = i.severity
  where pi.postmortem_id = p.id`

const ACTIONS = sql`
  select count(*)::int as total, (count(*) filter (where not closed))::int as open,
    (count(*) filter (where state = 'verified'))::int as verified, string_agg(title, E'\n') as titles
  from action_items where postmortem_id = p.id`

const TEXTS = sql`
  select
    max(body) filter (where section = 'summary') as summary,
    max(body) filter (where section = 'lessons') as lessons,
    string_agg(body, E'\n' order by section) filter (where section not in ('summary', 'lessons')) as others
  from postmortem_sections where postmortem_id = p.id`

/** In the order of the vocabulary; the figures of trends are read from there. */
const OPEN_BY_CATEGORY = sql.join(
  FINDING_CATEGORIES.map(
    (category) => sql`(count(*) filter (where category = ${sql.lit(category)}))::smallint`,
  ),
)

const FACETS = sql`
  array_remove(
    array[
      'state:' || p.state, 'kind:' || first.kind, 'tier:' || p.tier, 'language:' || p.language,
      'severity:' || incidents.severity,
      case when occurrences.days is not null then 'has:repeat' end,
      case when wording.open_claims > 0 then 'has:open-claims' end,
      case when actions.total > 0 then 'has:actions' else 'has:no-actions' end,
      case when actions.open > 0 then 'has:open-actions' end,
      case when cardinality(classes.confirmed) > 0 then 'has:class' else 'has:no-class' end,
      case when texts.lessons is not null then 'has:lessons' end,
      case when p.visibility = 'restricted' then 'has:restricted' end
    ],
    null
  )
  || array(select 'service:' || unnest(services.ids))
  || array(select 'team:' || unnest(teams.ids))
  || array(select 'class:' || unnest(classes.confirmed))
  || array(select 'suggested:' || unnest(classes.suggested))
  || written.facets
  || wording.facets
  || layers.facets`

const SEARCH = sql`
  ${words(sql`p.title`, 'A')}
  || ${words(sql`concat_ws(E'\n', texts.summary, texts.lessons, services.names, classes.names)`, 'B')}
  || ${words(sql`coalesce(texts.others, '')`, 'C')}
  || ${words(sql`concat_ws(E'\n', events.texts, factors.texts, actions.titles)`, 'D')}`

/** What was imported without a date is old at an unknown time, so it stands last; what is begun here without one is new. */
const SORT_AT = sql`coalesce(
  first.occurred_at,
  case when exists (select from postmortem_originals where postmortem_id = p.id)
    then 'epoch'::timestamptz else p.created_at end
)`

const CARD = sql`
  select
    p.id as postmortem_id,
    ${SORT_AT} as sort_at,
    p.number, p.title,
    coalesce(
      ${firstSentence(firstLine(sql`texts.lessons`))}, ${firstSentence(firstLine(sql`texts.summary`))}
    ) as learned,
    p.state, p.tier, p.visibility,
    case when p.visibility = 'organisation' then '{}' else array_remove(
      array[p.author_id, p.facilitator_id]
        || array(select person_id from postmortem_readers where postmortem_id = p.id),
      null
    ) end as readable_by,
    first.kind, incidents.severity, first.impact_started_at, first.impact_started_on,
    case when first.recovered_at >= first.impact_started_at
      then extract(epoch from first.recovered_at - first.impact_started_at)::double precision / 60 end
      as impact_minutes,
    first.owning_team_id, services.ids as service_ids, classes.list as classes, layers.list as layers,
    occurrences.days as repeat_after_days,
    actions.total as actions_total, actions.open as actions_open, actions.verified as actions_verified,
    wording.open_claims, written.bits as sections_written, first.occurred_at is not null as dated,
    facet_codes(${FACETS}) as facets,
    ${SEARCH} as search,
    p.updated_at, wording.open_findings
  from postmortems p
  cross join lateral (select (
    case when p.language like 'en%' then 'highwater_english' else 'highwater_simple' end
  )::regconfig as config) as language
  cross join lateral (${INCIDENTS}) as incidents
  join incidents first on first.id = incidents.first_id
  cross join lateral (
    select coalesce(array_agg(s.id order by s.name), '{}') as ids, string_agg(s.name, ', ') as names
    from services s
    where s.id in (select service_id from incident_services where incident_id = any(incidents.ids))
  ) as services
  cross join lateral (
    select array(
      select owning_team_id from incidents i where i.id = any(incidents.ids) and owning_team_id is not null
      union select team_id from incident_teams where incident_id = any(incidents.ids)
    ) as ids
  ) as teams
  cross join lateral (
    select
      coalesce(
        jsonb_agg(
          jsonb_build_object('id', c.id, 'standing', pc.standing, 'confidence', pc.confidence)
          order by pc.standing, pc.position, pc.confidence desc nulls last
        ) filter (where pc.standing <> 'set_aside'),
        '[]'
      ) as list,
      coalesce(array_agg(c.id) filter (where pc.standing = 'confirmed'), '{}') as confirmed,
      coalesce(array_agg(c.id) filter (where pc.standing = 'suggested'), '{}') as suggested,
      string_agg(c.name, ', ') filter (where pc.standing = 'confirmed') as names
    from postmortem_classes pc join incident_classes c on c.id = pc.class_id
    where pc.postmortem_id = p.id
  ) as classes
  cross join lateral (
    select
      coalesce(jsonb_agg(jsonb_build_object('id', layer_id, 'outcome', outcome) order by position), '[]') as list,
      coalesce(array_agg('layer:' || layer_id), '{}')
        || coalesce(array_agg('layer:' || layer_id || '=' || outcome), '{}') as facets
    from layers_met where postmortem_id = p.id
  ) as layers
  cross join lateral (
    select min(days_since_previous) filter (where is_repeat) as days
    from class_occurrences where postmortem_id = p.id
  ) as occurrences
  cross join lateral (
    select count(*) filter (where is_claim)::int as open_claims,
      coalesce(array_agg(distinct 'finding:' || category), '{}')
        || coalesce(array_agg(distinct 'finding:' || rule_id), '{}') as facets,
      case when p.linted_with is not null and p.language like 'en%' then array[${OPEN_BY_CATEGORY}] end
        as open_findings
    from findings where postmortem_id = p.id and state = 'open'
  ) as wording
  cross join lateral (${WRITTEN}) as written
  cross join lateral (${ACTIONS}) as actions
  cross join lateral (${TEXTS}) as texts
  cross join lateral (
    select string_agg(text, E'\n' order by position) as texts from timeline_events where postmortem_id = p.id
  ) as events
  cross join lateral (
    select string_agg(concat_ws(E'\n', title, text), E'\n') as texts
    from contributing_factors where postmortem_id = p.id
  ) as factors`

const COLUMNS = [
  'postmortem_id',
  'sort_at',
  'number',
  'title',
  'learned',
  'state',
  'tier',
  'visibility',
  'readable_by',
  'kind',
  'severity',
  'impact_started_at',
  'impact_started_on',
  'impact_minutes',
  'owning_team_id',
  'service_ids',
  'classes',
  'layers',
  'repeat_after_days',
  'actions_total',
  'actions_open',
  'actions_verified',
  'open_claims',
  'sections_written',
  'facets',
  'search',
  'updated_at',
  'dated',
  'open_findings',
] as const

/**
 * Makes the cards of these postmortems anew. A postmortem without an incident has none. The cards are locked first: of
 * two writes at once the later then sees what the earlier wrote, and no card is left as neither made it.
 */
export async function refreshCards(db: Db, ids: readonly PostmortemId[]): Promise<void> {
  if (ids.length === 0) return
  await sql`
    select postmortem_id from postmortem_cards where postmortem_id = any(${ids}::uuid[])
    order by postmortem_id for update
  `.execute(db)
  const columns = sql.join(COLUMNS.map((column) => sql.ref(column)))
  const updates = sql.join(
    COLUMNS.slice(1).map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`),
  )
  await sql`
    insert into postmortem_cards (${columns})
    select ${columns} from (${CARD} where p.id = any(${ids}::uuid[])) as card
    on conflict (postmortem_id) do update set ${updates}
  `.execute(db)
  await refreshRestrictedRows(db, ids)
}

const BATCH = 500

/** Makes the cards that carry a facet, such as `service:<id>`, anew: after a change of the name that they are found by. */
export async function refreshCardsWith(tx: Tx, facet: string): Promise<void> {
  const rows = await tx
    .selectFrom('postmortem_cards')
    .select('postmortem_id')
    .where(sql<boolean>`facets @> facet_codes(array[${facet}])`)
    .execute()
  const ids = rows.map((row) => row.postmortem_id)
  for (let start = 0; start < ids.length; start += BATCH) {
    await refreshCards(tx, ids.slice(start, start + BATCH))
  }
}
