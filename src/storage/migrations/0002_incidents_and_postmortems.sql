-- Incidents, and the postmortems written of them with every part they are made of.

create table incidents (
  id uuid primary key,
  title text not null check (title <> ''),
  kind text not null check (kind in ('outage', 'degradation', 'security', 'data', 'near_miss', 'drill')),
  severity text references severities (code) on update cascade,
  severity_as_written text,
  owning_team_id uuid references teams (id),
  impact_started_at timestamptz(3),
  detected_at timestamptz(3),
  acknowledged_at timestamptz(3),
  mitigated_at timestamptz(3),
  recovered_at timestamptz(3),
  -- The day, where the minute of the start is not known.
  impact_started_on date,
  -- IANA name, UTC, or an offset such as +02:00.
  zone text,
  -- Clocks lie: why these moments are kept although they are out of order.
  moments_override_reason text check (moments_override_reason <> ''),
  -- The best known time of the incident; null when not even the day is known.
  occurred_at timestamptz(3) generated always as (
    coalesce(
      impact_started_at, detected_at, acknowledged_at,
      impact_started_on::timestamp at time zone 'UTC', mitigated_at, recovered_at
    )
  ) stored,
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  -- Where it stands in a list: the best known time, or else when it was written down.
  sort_at timestamptz(3) not null generated always as (
    coalesce(
      impact_started_at, detected_at, acknowledged_at,
      impact_started_on::timestamp at time zone 'UTC', mitigated_at, recovered_at, created_at
    )
  ) stored,
  constraint incidents_moments_in_order check (
    moments_override_reason is not null
    or (
      coalesce(detected_at >= impact_started_at, true)
      and coalesce(acknowledged_at >= greatest(impact_started_at, detected_at), true)
      and coalesce(mitigated_at >= greatest(impact_started_at, detected_at, acknowledged_at), true)
      and coalesce(
        recovered_at >= greatest(impact_started_at, detected_at, acknowledged_at, mitigated_at), true
      )
    )
  )
);
-- Carries what the trends count, so that they never touch the rows themselves.
create index incidents_by_time on incidents (occurred_at)
  include (kind, severity, owning_team_id, impact_started_at, detected_at, mitigated_at, recovered_at);
create index incidents_newest on incidents (sort_at desc, id desc);
create index incidents_undated on incidents (id) include (kind) where occurred_at is null;
create index incidents_team on incidents (owning_team_id, sort_at desc);
create index incidents_severity on incidents (severity, sort_at desc);

create table incident_services (
  incident_id uuid not null references incidents (id) on delete cascade,
  service_id uuid not null references services (id),
  primary key (incident_id, service_id)
);
create index incident_services_service on incident_services (service_id);

-- Teams that felt the incident besides the one that owns it.
create table incident_teams (
  incident_id uuid not null references incidents (id) on delete cascade,
  team_id uuid not null references teams (id),
  primary key (incident_id, team_id)
);
create index incident_teams_team on incident_teams (team_id);

create table incident_sources (
  incident_id uuid not null references incidents (id) on delete cascade,
  position int not null,
  system text not null,
  external_id text,
  url text,
  primary key (incident_id, position)
);
create index incident_sources_external on incident_sources (system, external_id);

create table severity_changes (
  id uuid primary key,
  incident_id uuid not null references incidents (id) on delete cascade,
  from_severity text references severities (code) on update cascade,
  to_severity text references severities (code) on update cascade,
  reason text not null default '',
  changed_by_id uuid not null references people (id),
  changed_at timestamptz(3) not null,
  constraint severity_changes_is_change check (from_severity is distinct from to_severity),
  -- The first grading explains itself.
  constraint severity_changes_needs_reason check (from_severity is null or reason <> '')
);
create index severity_changes_incident on severity_changes (incident_id, changed_at);
create index severity_changes_by_time on severity_changes (changed_at);
create index severity_changes_from on severity_changes (from_severity);
create index severity_changes_to on severity_changes (to_severity);
create index severity_changes_by on severity_changes (changed_by_id);

create sequence postmortem_number as int;

create table postmortems (
  id uuid primary key,
  -- Shown as PM-204. Numbers may have gaps.
  number int not null unique default nextval('postmortem_number') check (number > 0),
  title text not null check (title <> ''),
  state text not null default 'draft'
    check (state in ('draft', 'in_review', 'reviewed', 'published', 'withdrawn')),
  state_changed_at timestamptz(3) not null default now(),
  -- Why it was sent back, overridden or withdrawn.
  state_reason text,
  tier text not null default 'standard' check (tier in ('note', 'standard', 'full')),
  visibility text not null default 'organisation' check (visibility in ('organisation', 'restricted')),
  -- BCP 47.
  language text not null default 'en',
  author_id uuid references people (id),
  facilitator_id uuid references people (id),
  published_at timestamptz(3),
  -- An amendment of a published postmortem makes the next.
  edition int not null default 1 check (edition > 0),
  superseded_by_id uuid references postmortems (id),
  -- As the imported text names its successor, until it is found.
  superseded_by_as_written text,
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  constraint postmortems_withdrawn_needs_reason check (state <> 'withdrawn' or coalesce(state_reason, '') <> ''),
  constraint postmortems_published_has_time check (state <> 'published' or published_at is not null),
  constraint postmortems_not_superseded_by_itself check (superseded_by_id is distinct from id)
);
alter sequence postmortem_number owned by postmortems.number;
create index postmortems_author on postmortems (author_id, state);
create index postmortems_facilitator on postmortems (facilitator_id, state);
create index postmortems_superseded_by on postmortems (superseded_by_id) where superseded_by_id is not null;

create table postmortem_incidents (
  postmortem_id uuid not null references postmortems (id) on delete cascade,
  incident_id uuid not null references incidents (id),
  position int not null default 0,
  primary key (postmortem_id, incident_id)
);
create index postmortem_incidents_incident on postmortem_incidents (incident_id);

-- Who may see a restricted postmortem, besides its author, its facilitator and whoever sees every restricted one.
create table postmortem_readers (
  postmortem_id uuid not null references postmortems (id) on delete cascade,
  person_id uuid not null references people (id) on delete cascade,
  primary key (postmortem_id, person_id)
);
create index postmortem_readers_person on postmortem_readers (person_id);

create table postmortem_sections (
  postmortem_id uuid not null references postmortems (id) on delete cascade,
  section text not null check (
    section in (
      'summary', 'impact', 'detection', 'timeline', 'causes', 'resolution', 'wentWell', 'wentWrong',
      'lucky', 'surprised', 'lessons', 'actions'
    )
  ),
  body text not null check (body <> ''),
  updated_at timestamptz(3) not null default now(),
  primary key (postmortem_id, section)
);

create table timeline_events (
  id uuid primary key,
  postmortem_id uuid not null references postmortems (id) on delete cascade,
  position int not null,
  at timestamptz(3),
  until timestamptz(3),
  as_written text,
  zone text,
  precision text not null check (precision in ('minute', 'approximate', 'day', 'inferred', 'unknown')),
  phase text not null check (phase in ('alarm', 'detection', 'response', 'recovery', 'context')),
  text text not null check (text <> ''),
  -- A role, not a person.
  actor text,
  source text,
  -- In the curated line, or only in the raw log.
  curated boolean not null default true
);
create index timeline_events_postmortem on timeline_events (postmortem_id, position);

create table evidence (
  id uuid primary key,
  postmortem_id uuid not null references postmortems (id) on delete cascade,
  position int not null,
  kind text not null check (kind in ('timeline_event', 'link', 'metric', 'file', 'message')),
  label text not null check (label <> ''),
  url text,
  timeline_event_id uuid references timeline_events (id) on delete set null,
  file_id uuid references files (id),
  value double precision,
  unit text,
  source text,
  -- When it came to be, as far as known.
  at timestamptz(3)
);
create index evidence_postmortem on evidence (postmortem_id, position);
create index evidence_timeline_event on evidence (timeline_event_id) where timeline_event_id is not null;
create index evidence_file on evidence (file_id) where file_id is not null;

create table contributing_factors (
  id uuid primary key,
  postmortem_id uuid not null references postmortems (id) on delete cascade,
  position int not null,
  title text not null check (title <> ''),
  text text,
  class_id uuid references incident_classes (id)
);
create index contributing_factors_postmortem on contributing_factors (postmortem_id, position);
create index contributing_factors_class on contributing_factors (class_id);

create table impact_statements (
  id uuid primary key,
  postmortem_id uuid not null references postmortems (id) on delete cascade,
  position int not null,
  segment text not null,
  kind text not null check (kind in ('availability', 'latency', 'data', 'security', 'money')),
  count double precision check (count >= 0),
  -- 0 to 1.
  share double precision check (share between 0 and 1),
  from_at timestamptz(3),
  to_at timestamptz(3),
  -- In the currency's smallest unit.
  money_amount bigint,
  money_currency text check (money_currency ~ '^[A-Z]{3}$'),
  -- Share of the period's error budget that was spent; may exceed 1.
  slo_budget_share double precision check (slo_budget_share >= 0),
  customers_told_at timestamptz(3),
  note text,
  constraint impact_statements_in_order check (to_at >= from_at),
  constraint impact_statements_money_has_currency check ((money_amount is null) = (money_currency is null))
);
create index impact_statements_postmortem on impact_statements (postmortem_id, position);

create table layers_met (
  id uuid primary key,
  postmortem_id uuid not null references postmortems (id) on delete cascade,
  position int not null,
  layer_id uuid not null references layers (id),
  outcome text not null check (outcome in ('held', 'failed', 'bypassed', 'absent')),
  shown_by text,
  -- The contributing factor it met.
  factor_id uuid references contributing_factors (id) on delete set null
);
create index layers_met_postmortem on layers_met (postmortem_id, position);
create index layers_met_layer on layers_met (layer_id, outcome);
create index layers_met_factor on layers_met (factor_id) where factor_id is not null;

create table decision_points (
  id uuid primary key,
  postmortem_id uuid not null references postmortems (id) on delete cascade,
  position int not null,
  decided_at timestamptz(3),
  question text not null check (question <> ''),
  choice text not null,
  deciding_role text,
  prompted_by_id uuid references timeline_events (id) on delete set null,
  decision_quality text,
  outcome text,
  unique (id, decided_at)
);
create index decision_points_postmortem on decision_points (postmortem_id, position);
create index decision_points_prompted_by on decision_points (prompted_by_id) where prompted_by_id is not null;

create table decision_options (
  decision_point_id uuid not null references decision_points (id) on delete cascade,
  position int not null,
  text text not null check (text <> ''),
  consequence text,
  primary key (decision_point_id, position)
);

-- What was known, believed, to be had, learned later or out of reach when the decision was taken.
create table decision_information (
  decision_point_id uuid not null references decision_points (id) on delete cascade,
  position int not null,
  -- Kept equal to the decision's own time by the key below, so that the guard against hindsight can see it.
  decided_at timestamptz(3),
  kind text not null check (kind in ('known', 'believed', 'discoverable', 'learned_later', 'unknowable')),
  text text not null check (text <> ''),
  -- Whether a belief proved right; null when not known, or when it was no belief.
  proved_right boolean,
  -- When it was available, as far as known.
  at timestamptz(3),
  evidence_id uuid references evidence (id) on delete set null,
  primary key (decision_point_id, position),
  constraint decision_information_decided_at foreign key (decision_point_id, decided_at)
    references decision_points (id, decided_at) on update cascade on delete cascade,
  constraint decision_information_hindsight check (kind <> 'known' or coalesce(at <= decided_at, true)),
  constraint decision_information_only_beliefs_prove check (proved_right is null or kind = 'believed')
);
create index decision_information_evidence on decision_information (evidence_id) where evidence_id is not null;

create table missing_information (
  decision_point_id uuid not null references decision_points (id) on delete cascade,
  position int not null,
  what text not null check (what <> ''),
  -- What or who had it.
  held_by text,
  arrived_at timestamptz(3),
  how text,
  primary key (decision_point_id, position)
);

create table postmortem_classes (
  postmortem_id uuid not null references postmortems (id) on delete cascade,
  class_id uuid not null references incident_classes (id),
  position int not null default 0,
  standing text not null check (standing in ('suggested', 'confirmed', 'set_aside')),
  -- 0 to 1; null where a person chose it.
  confidence double precision check (confidence between 0 and 1),
  primary key (postmortem_id, class_id)
);
create index postmortem_classes_class on postmortem_classes (class_id, standing, confidence desc nulls last);

-- What a piece of evidence shows; exactly one thing a row.
create table evidence_links (
  id uuid primary key,
  evidence_id uuid not null references evidence (id) on delete cascade,
  impact_id uuid references impact_statements (id) on delete cascade,
  timeline_event_id uuid references timeline_events (id) on delete cascade,
  layer_met_id uuid references layers_met (id) on delete cascade,
  factor_id uuid references contributing_factors (id) on delete cascade,
  constraint evidence_links_one_thing
    check (num_nonnulls(impact_id, timeline_event_id, layer_met_id, factor_id) = 1)
);
create index evidence_links_evidence on evidence_links (evidence_id);
create index evidence_links_impact on evidence_links (impact_id) where impact_id is not null;
create index evidence_links_event on evidence_links (timeline_event_id) where timeline_event_id is not null;
create index evidence_links_layer on evidence_links (layer_met_id) where layer_met_id is not null;
create index evidence_links_factor on evidence_links (factor_id) where factor_id is not null;

-- A sentence of a section tied to evidence; it stays found over edits by its text.
create table claim_evidence (
  id uuid primary key,
  postmortem_id uuid not null references postmortems (id) on delete cascade,
  section text not null check (
    section in (
      'summary', 'impact', 'detection', 'timeline', 'causes', 'resolution', 'wentWell', 'wentWrong',
      'lucky', 'surprised', 'lessons', 'actions'
    )
  ),
  sentence text not null check (sentence <> ''),
  evidence_id uuid not null references evidence (id) on delete cascade
);
create index claim_evidence_postmortem on claim_evidence (postmortem_id, section);
create index claim_evidence_evidence on claim_evidence (evidence_id);

-- What the linter says about a range of text, kept by fingerprint so that it survives edits.
create table findings (
  id uuid primary key,
  postmortem_id uuid not null references postmortems (id) on delete cascade,
  fingerprint text not null,
  rule_id text not null,
  severity text not null check (severity in ('error', 'warning', 'info')),
  section text not null check (
    section in (
      'summary', 'impact', 'detection', 'timeline', 'causes', 'resolution', 'wentWell', 'wentWrong',
      'lucky', 'surprised', 'lessons', 'actions'
    )
  ),
  state text not null default 'open' check (state in ('open', 'fixed', 'set_aside')),
  -- Whether it marks a vague claim: open until evidence is tied to it.
  is_claim boolean not null default false,
  set_aside_by_id uuid references people (id),
  set_aside_at timestamptz(3),
  set_aside_reason text,
  created_at timestamptz(3) not null default now(),
  unique (postmortem_id, fingerprint),
  constraint findings_set_aside_says_why check (
    (state = 'set_aside') = (set_aside_at is not null)
    and (state <> 'set_aside' or (set_aside_by_id is not null and coalesce(set_aside_reason, '') <> ''))
  )
);
create index findings_set_aside_by on findings (set_aside_by_id) where set_aside_by_id is not null;

-- A postmortem as it was published, whole; never changed.
create table postmortem_editions (
  postmortem_id uuid not null references postmortems (id) on delete cascade,
  edition int not null check (edition > 0),
  content jsonb not null,
  reason text,
  made_by_id uuid references people (id),
  made_at timestamptz(3) not null,
  primary key (postmortem_id, edition)
);
create index postmortem_editions_made_by on postmortem_editions (made_by_id);

-- Later things that cite a postmortem.
create table postmortem_references (
  id uuid primary key,
  postmortem_id uuid not null references postmortems (id) on delete cascade,
  kind text not null check (kind in ('pull_request', 'design', 'ticket', 'postmortem', 'outage')),
  title text not null check (title <> ''),
  url text,
  from_postmortem_id uuid references postmortems (id) on delete cascade,
  at timestamptz(3) not null,
  constraint postmortem_references_says_from_where
    check (num_nonnulls(url, from_postmortem_id) > 0 and from_postmortem_id is distinct from postmortem_id)
);
create index postmortem_references_postmortem on postmortem_references (postmortem_id, at);
create index postmortem_references_from on postmortem_references (from_postmortem_id)
  where from_postmortem_id is not null;
