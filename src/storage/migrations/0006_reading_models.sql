-- What lists, search and trends read: kept in the transaction of each write, and rebuilt at any time from the tables above.

-- The library's rows: everything that a list shows, narrows by or searches in, one row a postmortem.
create table postmortem_cards (
  postmortem_id uuid primary key references postmortems (id) on delete cascade,
  -- The time of its first incident, or of its writing where that is not known.
  sort_at timestamptz(3) not null,
  number int not null,
  title text not null,
  -- The first lesson, or the summary's first sentence.
  learned text,
  state text not null,
  tier text not null,
  visibility text not null,
  -- Who may see it while it is restricted: author, facilitator and its readers by name.
  readable_by uuid[] not null,
  kind text not null,
  severity text,
  impact_started_at timestamptz(3),
  impact_started_on date,
  impact_minutes double precision,
  owning_team_id uuid,
  service_ids uuid[] not null,
  -- [{"id", "standing", "confidence"}]
  classes jsonb not null,
  -- [{"id", "outcome"}]
  layers jsonb not null,
  repeat_after_days double precision,
  actions_total int not null,
  actions_open int not null,
  actions_verified int not null,
  open_claims int not null,
  -- Bit n is set when the nth section, in reading order from 0, is written.
  sections_written int not null,
  -- What a list can be narrowed by, as words such as "severity:SEV1" and "class:<id>".
  facets text[] not null,
  search tsvector not null,
  updated_at timestamptz(3) not null
);
-- The words of a text are kept outside the row, so that a walk over the rows stays short.
alter table postmortem_cards set (toast_tuple_target = 128);
alter table postmortem_cards alter column search set storage external;
create index postmortem_cards_newest on postmortem_cards (sort_at desc, postmortem_id desc)
  include (state, kind, sections_written);
create index postmortem_cards_updated on postmortem_cards (updated_at desc, postmortem_id desc);
create index postmortem_cards_restricted on postmortem_cards (postmortem_id) where visibility = 'restricted';
create index postmortem_cards_facets on postmortem_cards using gin (facets);
create index postmortem_cards_search on postmortem_cards using gin (search);

-- Each incident of each confirmed class, with the one before it. Drills and near misses are not counted, nor withdrawn postmortems.
create table class_occurrences (
  class_id uuid not null references incident_classes (id),
  incident_id uuid not null references incidents (id) on delete cascade,
  postmortem_id uuid not null references postmortems (id) on delete cascade,
  occurred_at timestamptz(3) not null,
  -- Null for the first of its class.
  days_since_previous double precision,
  -- Within the window of its class.
  is_repeat boolean not null default false,
  primary key (class_id, incident_id)
);
create index class_occurrences_by_class on class_occurrences (class_id, occurred_at desc, incident_id desc)
  include (is_repeat);
create index class_occurrences_by_time on class_occurrences (occurred_at)
  include (class_id, incident_id, is_repeat);
create index class_occurrences_postmortem on class_occurrences (postmortem_id);
create index class_occurrences_incident on class_occurrences (incident_id);

-- Chinese, Japanese and Korean are written without spaces: each pair of neighbouring characters is a word of the index.
create function cjk_words(body text, weight text) returns tsvector
language sql immutable parallel safe as $$
  select case
    when body !~ '[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]' then ''::tsvector
    else coalesce(
      (
        select string_agg(distinct '''' || word || ''':1' || weight, ' ')::tsvector
        from regexp_matches(left(body, 50000), '[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]+', 'g') as run,
          generate_series(1, length(run[1])) as start,
          lateral substr(run[1], start, 2) as word
      ),
      ''::tsvector
    )
  end
$$;
