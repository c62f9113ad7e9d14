-- What trends count is kept counted by month, so that a year is some hundred rows and not every incident of it.

-- Each change adds rows that take from a count and add to another; nobody waits for anybody, and rows of one count are added
-- up now and then (trend-tallies.ts). Everything is counted here, also what few may see: that is taken away where it is read.
create table trend_tallies (
  figure text not null check (
    figure in (
      'incident', 'undated', 'detect', 'mitigate', 'recover', 'occurrence', 'classified', 'coverage', 'open', 'open_due',
      'class_open', 'class_verified', 'read', 'finding'
    )
  ),
  -- Its first day, in UTC; where the bounds of a period lie within a month, what lies between is read one by one.
  month date not null,
  -- `incident`, `near_miss` or `drill`.
  kind text,
  severity text,
  class_id uuid,
  -- Bits: of `occurrence` and `classified` 1 for a repeat; of `coverage` the sections written; of `open` 1 for no owner and 2
  -- for no due date. Of `finding` the number of its category.
  marks int not null default 0,
  minutes double precision,
  n int not null
);
create index trend_tallies_by_month on trend_tallies (figure, month)
  include (kind, severity, class_id, marks, minutes, n);

create function utc_month(at timestamptz) returns date
language sql immutable parallel safe as $$
  select date_trunc('month', at at time zone 'UTC')::date
$$;

create function counted_kind(kind text) returns text
language sql immutable parallel safe as $$
  select case when kind in ('near_miss', 'drill') then kind else 'incident' end
$$;

-- For each table: what its rows count for (`n` times), as a view, and triggers that tally what a statement changed. `at` is when, and
-- `subject_id` the incident, or the postmortem, which an asker has to see if it is to be counted for them.
do $make$
declare
  source record;
  change record;
  rows_of text;
begin
  for source in
    select * from (values
      ('incidents', $$
        select 'incident' as figure, utc_month(occurred_at) as month, counted_kind(kind) as kind, severity,
          null::uuid as class_id, 0 as marks, null::double precision as minutes, occurred_at as at, id as subject_id,
          1 as n
        from SOURCE where occurred_at is not null
        union all
        select 'undated', '-infinity', counted_kind(kind), null, null, 0, null, null, id, 1
        from SOURCE where occurred_at is null
        union all
        select span.figure, utc_month(occurred_at), null, null, null, 0,
          date_part('epoch', span.until - impact_started_at) / 60, occurred_at, id, 1
        from SOURCE cross join lateral (
          values ('detect', detected_at), ('mitigate', mitigated_at), ('recover', recovered_at)
        ) as span (figure, until)
        where occurred_at is not null and counted_kind(kind) = 'incident' and span.until >= impact_started_at
      $$),
      ('class_occurrences', $$
        select 'occurrence' as figure, utc_month(occurred_at) as month, null as kind, null as severity, class_id,
          is_repeat::int as marks, null::double precision as minutes, occurred_at as at, incident_id as subject_id,
          1 as n
        from SOURCE
      $$),
      ('postmortem_cards', $$
        select 'coverage' as figure, utc_month(sort_at) as month, null as kind, null as severity, null::uuid as class_id,
          sections_written as marks, null::double precision as minutes, sort_at as at, postmortem_id as subject_id,
          1 as n
        from SOURCE where dated and state <> 'withdrawn' and counted_kind(kind) = 'incident'
        union all
        select 'read', utc_month(sort_at), null, null, null, 0, null, sort_at, postmortem_id, 1
        from SOURCE
        where open_findings is not null and dated and state <> 'withdrawn' and counted_kind(kind) = 'incident'
        union all
        select 'finding', utc_month(sort_at), null, null, null, category::int, null, sort_at, postmortem_id, open::int
        from SOURCE cross join lateral unnest(open_findings) with ordinality as found (open, category)
        where open > 0 and dated and state <> 'withdrawn' and counted_kind(kind) = 'incident'
      $$),
      ('action_items', $$
        select 'open' as figure, utc_month(proposed_at) as month, null as kind, null as severity, null::uuid as class_id,
          (owner_id is null)::int + 2 * (due is null)::int as marks, null::double precision as minutes,
          proposed_at as at, postmortem_id as subject_id, 1 as n
        from SOURCE where not closed
        union all
        select 'open_due', date_trunc('month', due)::date, null, null, null, 0, null,
          due::timestamp at time zone 'UTC', postmortem_id, 1
        from SOURCE where not closed and due is not null
        union all
        select case when closed then 'class_verified' else 'class_open' end, '-infinity', null, null, class_id, 0, null,
          null, postmortem_id, 1
        from SOURCE where class_id is not null and (not closed or state = 'verified')
      $$)
    ) as sources (name, query)
  loop
    execute format('create view trend_rows_of_%s as %s', source.name, replace(source.query, 'SOURCE', source.name));
    for change in
      select * from (values
        ('insert', 'new table as came', 'select * from (CAME) as came'),
        ('delete', 'old table as gone',
          'select figure, month, kind, severity, class_id, marks, minutes, -n as n from (GONE) as gone'),
        ('update', 'new table as came old table as gone',
          'select figure, month, kind, severity, class_id, marks, minutes, n from (CAME) as came
            union all select figure, month, kind, severity, class_id, marks, minutes, -n from (GONE) as gone')
      ) as changes (event, tables, query)
    loop
      rows_of := replace(change.query, 'CAME', replace(source.query, 'SOURCE', 'came'));
      rows_of := replace(rows_of, 'GONE', replace(source.query, 'SOURCE', 'gone'));
      execute format(
        $function$
          create function tally_%1$s_on_%2$s() returns trigger language plpgsql as $body$
          begin
            insert into trend_tallies (figure, month, kind, severity, class_id, marks, minutes, n)
            select figure, month, kind, severity, class_id, marks, minutes, sum(n) from (%3$s) as changed
            group by figure, month, kind, severity, class_id, marks, minutes having sum(n) <> 0;
            return null;
          end $body$
        $function$, source.name, change.event, rows_of
      );
      execute format(
        'create trigger %1$s_tallied_on_%2$s after %2$s on %1$s referencing %3$s
          for each statement execute function tally_%1$s_on_%2$s()',
        source.name, change.event, change.tables
      );
    end loop;
  end loop;

  -- An incident of several classes is classified once, and a repeat when it is one in any of them. Its row is locked, so that
  -- two writes at once each see what the other did.
  create view trend_rows_of_classified as
    select 'classified' as figure, utc_month(occurred_at) as month, null as kind, null as severity, null::uuid as class_id,
      bool_or(is_repeat)::int as marks, null::double precision as minutes, occurred_at as at, incident_id as subject_id,
      1 as n
    from class_occurrences group by incident_id, occurred_at;
  for change in
    select * from (values
      ('insert', 'new table as came', 'select incident_id from came',
        'select incident_id, occurred_at, is_repeat from class_occurrences o
          where incident_id in (select incident_id from came)
            and not exists (select from came c where c.class_id = o.class_id and c.incident_id = o.incident_id)'),
      ('delete', 'old table as gone', 'select incident_id from gone',
        'select incident_id, occurred_at, is_repeat from class_occurrences o
          where incident_id in (select incident_id from gone)
          union all select incident_id, occurred_at, is_repeat from gone'),
      ('update', 'new table as came old table as gone',
        'select incident_id from came union select incident_id from gone',
        'select incident_id, occurred_at, is_repeat from class_occurrences o
          where incident_id in (select incident_id from came union select incident_id from gone)
            and not exists (select from came c where c.class_id = o.class_id and c.incident_id = o.incident_id)
          union all select incident_id, occurred_at, is_repeat from gone')
    ) as changes (event, tables, touched, earlier)
  loop
    execute format(
      $function$
        create function tally_classified_on_%1$s() returns trigger language plpgsql as $body$
        begin
          perform from incidents where id in (%2$s) order by id for no key update;
          insert into trend_tallies (figure, month, marks, n)
          select 'classified', utc_month(occurred_at), marks, sum(n) from (
            select occurred_at, bool_or(is_repeat)::int as marks, 1 as n from class_occurrences
            where incident_id in (%2$s) group by incident_id, occurred_at
            union all
            select occurred_at, bool_or(is_repeat)::int, -1 from (%3$s) as earlier group by incident_id, occurred_at
          ) as changed
          group by utc_month(occurred_at), marks having sum(n) <> 0;
          return null;
        end $body$
      $function$, change.event, change.touched, change.earlier
    );
    execute format(
      'create trigger classified_tallied_on_%1$s after %1$s on class_occurrences referencing %2$s
        for each statement execute function tally_classified_on_%1$s()',
      change.event, change.tables
    );
  end loop;
end $make$;

create view trend_rows as
  select * from trend_rows_of_incidents
  union all select * from trend_rows_of_class_occurrences
  union all select * from trend_rows_of_classified
  union all select * from trend_rows_of_postmortem_cards
  union all select * from trend_rows_of_action_items;

insert into trend_tallies (figure, month, kind, severity, class_id, marks, minutes, n)
select figure, month, kind, severity, class_id, marks, minutes, sum(n) from trend_rows
group by figure, month, kind, severity, class_id, marks, minutes;

-- What of the above few may see, row by row and close together, so that taking it away from a count reads little: of each
-- restricted postmortem all that it and its incidents count for. Kept with its card (restricted-trend-rows.ts).
create table restricted_trend_rows (
  postmortem_id uuid not null references postmortems (id) on delete cascade,
  -- Null for what the postmortem itself counts for.
  incident_id uuid references incidents (id) on delete cascade,
  -- Whether another postmortem may tell of the incident: then who sees that one sees it.
  shared boolean not null,
  figure text not null,
  kind text,
  severity text,
  class_id uuid,
  marks int not null,
  minutes double precision,
  at timestamptz(3),
  n int not null
);
create index restricted_trend_rows_by_time on restricted_trend_rows (figure, at)
  include (postmortem_id, incident_id, shared, kind, severity, class_id, marks, minutes, n);
create index restricted_trend_rows_postmortem on restricted_trend_rows (postmortem_id);
create index restricted_trend_rows_incident on restricted_trend_rows (incident_id) where incident_id is not null;

-- "offset 0" keeps the parts from being joined as a whole.
create function restricted_rows_of(postmortems uuid[]) returns setof restricted_trend_rows
language sql stable as $$
  select p.id, pi.incident_id,
    exists (
      select from postmortem_incidents other
      where other.incident_id = pi.incident_id and other.postmortem_id <> p.id
    ),
    figure, own.kind, severity, class_id, marks, minutes, at, n
  from postmortems p join postmortem_incidents pi on pi.postmortem_id = p.id
  cross join lateral (
    select * from trend_rows_of_incidents where subject_id = pi.incident_id
    union all select * from trend_rows_of_class_occurrences where subject_id = pi.incident_id
    union all select * from trend_rows_of_classified where subject_id = pi.incident_id
    offset 0
  ) as own
  where p.id = any(postmortems) and p.visibility = 'restricted'
  union all
  select p.id, null, false, figure, own.kind, severity, class_id, marks, minutes, at, n
  from postmortems p
  cross join lateral (
    select * from trend_rows_of_postmortem_cards where subject_id = p.id
    union all select * from trend_rows_of_action_items where subject_id = p.id
    offset 0
  ) as own
  where p.id = any(postmortems) and p.visibility = 'restricted'
$$;

insert into restricted_trend_rows
select own.* from postmortems p cross join lateral restricted_rows_of(array[p.id]) as own
where p.visibility = 'restricted';

-- The row of an incident is locked by whoever says that it is shared, or looks whether it is: of two at once one sees the other.
create function tell_that_incidents_are_shared() returns trigger language plpgsql as $$
begin
  perform from incidents where id in (select incident_id from came) order by id for no key update;
  update restricted_trend_rows r set shared = true
  from came where r.incident_id = came.incident_id and r.postmortem_id <> came.postmortem_id and not shared;
  return null;
end $$;
create trigger postmortem_incidents_shared after insert on postmortem_incidents referencing new table as came
  for each statement execute function tell_that_incidents_are_shared();
