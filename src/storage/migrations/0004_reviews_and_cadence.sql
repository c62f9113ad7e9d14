-- What the organisation has promised itself: cadences, reviews, readings, trend reviews, training; and what it tells people.

-- Each row is one version of a policy; a team's stands over the organisation's default (no team).
create table cadences (
  id uuid primary key,
  team_id uuid references teams (id),
  version int not null check (version > 0),
  valid_from timestamptz(3) not null,
  rules jsonb not null check (jsonb_typeof(rules) = 'array'),
  -- RFC 5545 recurrence rules.
  review_meeting text,
  trend_meeting text,
  reminders jsonb not null default '[]' check (jsonb_typeof(reminders) = 'array'),
  made_by_id uuid references people (id),
  created_at timestamptz(3) not null default now(),
  unique nulls not distinct (team_id, version)
);
create index cadences_made_by on cadences (made_by_id);

create table reviews (
  id uuid primary key,
  postmortem_id uuid not null references postmortems (id) on delete cascade,
  leadership boolean not null default false,
  due date,
  scheduled_at timestamptz(3),
  facilitator_id uuid references people (id),
  -- The four disciplines; null while one has not been looked at.
  learning_not_defence boolean,
  claims_tied boolean,
  no_passing_between_teams boolean,
  actions_owned boolean,
  minutes text,
  held_at timestamptz(3),
  outcome text check (outcome in ('accepted', 'needs_another')),
  -- Why the VP Engineering was not there.
  absence_reason text,
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  constraint reviews_outcome_of_a_held_one check (outcome is null or held_at is not null)
);
create index reviews_postmortem on reviews (postmortem_id);
create index reviews_facilitator on reviews (facilitator_id, due) where held_at is null;
create index reviews_by_due on reviews (due);

create table review_attendance (
  review_id uuid not null references reviews (id) on delete cascade,
  person_id uuid not null references people (id),
  invited boolean not null default true,
  attended boolean not null default false,
  primary key (review_id, person_id)
);
create index review_attendance_person on review_attendance (person_id);

create table readings (
  id uuid primary key,
  postmortem_id uuid not null references postmortems (id) on delete cascade,
  reader_id uuid not null references people (id),
  sent_at timestamptz(3) not null,
  channel text not null check (channel in ('mail', 'chat', 'page')),
  due date not null,
  opened_at timestamptz(3),
  acknowledged_at timestamptz(3),
  word text check (word in ('will_sponsor', 'has_question', 'read')),
  unique (postmortem_id, reader_id),
  constraint readings_in_order check (opened_at >= sent_at and acknowledged_at >= sent_at),
  constraint readings_acknowledged_with_a_word check ((acknowledged_at is null) = (word is null))
);
create index readings_reader on readings (reader_id, due) where acknowledged_at is null;
create index readings_by_due on readings (due);

create table trend_reviews (
  id uuid primary key,
  span text not null check (span in ('month', 'quarter', 'year')),
  from_at timestamptz(3) not null,
  to_at timestamptz(3) not null,
  -- The pack is frozen once and never recomputed.
  frozen_at timestamptz(3),
  rules_version text,
  figures jsonb,
  held_at timestamptz(3),
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  unique (span, from_at),
  constraint trend_reviews_period check (to_at > from_at),
  constraint trend_reviews_pack_whole check (num_nonnulls(frozen_at, rules_version, figures) in (0, 3))
);

create table trend_review_attendance (
  trend_review_id uuid not null references trend_reviews (id) on delete cascade,
  person_id uuid not null references people (id),
  primary key (trend_review_id, person_id)
);
create index trend_review_attendance_person on trend_review_attendance (person_id);

-- A decision of the meeting is always one of the things that can be followed.
create table trend_review_decisions (
  id uuid primary key,
  trend_review_id uuid not null references trend_reviews (id) on delete cascade,
  position int not null,
  action_item_id uuid references action_items (id),
  sponsorship_id uuid references sponsorships (id),
  programme_id uuid references programmes (id),
  cadence_id uuid references cadences (id),
  constraint trend_review_decisions_one_thing
    check (num_nonnulls(action_item_id, sponsorship_id, programme_id, cadence_id) = 1)
);
create index trend_review_decisions_review on trend_review_decisions (trend_review_id, position);
create index trend_review_decisions_action on trend_review_decisions (action_item_id)
  where action_item_id is not null;
create index trend_review_decisions_sponsorship on trend_review_decisions (sponsorship_id)
  where sponsorship_id is not null;
create index trend_review_decisions_programme on trend_review_decisions (programme_id)
  where programme_id is not null;
create index trend_review_decisions_cadence on trend_review_decisions (cadence_id)
  where cadence_id is not null;

create table training_modules (
  id uuid primary key,
  title text not null check (title <> ''),
  audience text not null check (audience in ('technical', 'leadership')),
  -- Score from which an attempt completes the module, 0 to 1.
  pass_score double precision not null check (pass_score between 0 and 1),
  content jsonb not null default '{}',
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now()
);

create table training_attempts (
  id uuid primary key,
  module_id uuid not null references training_modules (id),
  person_id uuid not null references people (id) on delete cascade,
  started_at timestamptz(3) not null,
  finished_at timestamptz(3),
  -- 0 to 1; null while not finished.
  score double precision check (score between 0 and 1),
  answers jsonb not null default '{}',
  constraint training_attempts_score_at_the_end check ((finished_at is null) = (score is null)),
  constraint training_attempts_in_order check (finished_at >= started_at)
);
create index training_attempts_person on training_attempts (person_id, module_id);
create index training_attempts_module on training_attempts (module_id);

-- What a person was told, and whether they have seen it.
create table notices (
  id uuid primary key,
  person_id uuid not null references people (id) on delete cascade,
  kind text not null,
  text text not null,
  thing text,
  thing_id uuid,
  due date,
  seen_at timestamptz(3),
  created_at timestamptz(3) not null default now()
);
create index notices_unseen on notices (person_id, id) where seen_at is null;
