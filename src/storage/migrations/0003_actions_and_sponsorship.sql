-- Improvement work: ideas, action items, who sponsors them, and programmes across teams.

create sequence action_item_number as int;

create table action_items (
  id uuid primary key,
  -- Shown as A-31. Numbers may have gaps.
  number int not null unique default nextval('action_item_number') check (number > 0),
  postmortem_id uuid not null references postmortems (id),
  title text not null check (title <> ''),
  kind text not null default 'technical' check (
    kind in (
      'technical', 'alert_threshold', 'on_call_communication', 'rollback_rule', 'escalation_level',
      'runbook', 'training', 'other_process'
    )
  ),
  aim text check (aim in ('prevent', 'detect', 'mitigate', 'recover', 'learn')),
  state text not null default 'proposed' check (
    state in (
      'proposed', 'handed_back', 'committed', 'in_progress', 'claimed_done', 'verified', 'not_effective',
      'dropped'
    )
  ),
  major boolean not null default false,
  team_id uuid references teams (id),
  owner_id uuid references people (id),
  -- Owner as an imported text names them, where no person is known.
  owner_as_written text,
  -- When the owner accepted; null while it is only asked of them.
  accepted_at timestamptz(3),
  due date,
  measure_observed text check (measure_observed <> ''),
  measure_baseline text,
  measure_target text,
  measure_by date,
  measure_check text,
  class_id uuid references incident_classes (id),
  layer_id uuid references layers (id),
  tracker_url text,
  verified_by_id uuid references people (id),
  verified_at timestamptz(3),
  -- The measure's reading, or what was checked.
  verified_reading text,
  -- Why it was last handed back, dropped or found not effective.
  reason text,
  -- When a dropped one returns.
  expires_on date,
  -- Follows the sponsorship of this item, so that commitment without funding cannot be stored.
  funding text not null default 'not_asked' check (
    funding in ('not_asked', 'requested', 'funded', 'declined', 'deferred', 'no_money_needed')
  ),
  -- Read from an imported text: its past was not agreed here, so what commitment asks for may be missing.
  imported boolean not null default false,
  proposed_at timestamptz(3) not null default now(),
  state_changed_at timestamptz(3) not null default now(),
  closed boolean not null generated always as (state in ('verified', 'dropped')) stored,
  due_or_never date not null generated always as (coalesce(due, 'infinity'::date)) stored,
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  constraint action_items_commitment check (
    imported
    or state not in ('committed', 'in_progress', 'claimed_done', 'verified', 'not_effective')
    or (owner_id is not null and accepted_at is not null and due is not null and measure_observed is not null)
  ),
  constraint action_items_major_is_funded check (
    imported
    or not major
    or state not in ('committed', 'in_progress', 'claimed_done', 'verified', 'not_effective')
    or funding in ('funded', 'no_money_needed')
  ),
  constraint action_items_accepted_by_owner check (accepted_at is null or owner_id is not null),
  constraint action_items_measure_whole check (
    measure_observed is not null
    or num_nonnulls(measure_baseline, measure_target, measure_by, measure_check) = 0
  ),
  constraint action_items_reason check (
    state not in ('handed_back', 'dropped', 'not_effective') or imported or coalesce(reason, '') <> ''
  ),
  constraint action_items_dropped_returns check (
    case when state = 'dropped' then imported or expires_on is not null else expires_on is null end
  ),
  constraint action_items_verified_by_another check (
    (state = 'verified') = (verified_at is not null)
    and num_nonnulls(verified_by_id, verified_at, verified_reading) in (0, 3)
    and (verified_by_id is null or verified_by_id is distinct from owner_id)
  )
);
alter sequence action_item_number owned by action_items.number;
-- The order in which action items are shown: open before closed, overdue first, then by due date.
create index action_items_queue on action_items (closed, due_or_never, id);
create index action_items_by_state on action_items (state, due_or_never, id);
create index action_items_owner on action_items (owner_id, closed, due_or_never, id);
create index action_items_team on action_items (team_id, closed, due_or_never, id);
create index action_items_class on action_items (class_id, closed, due_or_never, id);
create index action_items_layer on action_items (layer_id) where layer_id is not null;
create index action_items_postmortem on action_items (postmortem_id, id);
create index action_items_verified_by on action_items (verified_by_id) where verified_by_id is not null;
-- Carries what the figure of open actions by age counts.
create index action_items_open_age on action_items (proposed_at, id)
  include (due, owner_id, postmortem_id) where not closed;
create index action_items_returning on action_items (expires_on) where expires_on is not null;

-- Not commitments: an idea becomes an action item or is set aside with a reason.
create table improvement_ideas (
  id uuid primary key,
  postmortem_id uuid not null references postmortems (id) on delete cascade,
  position int not null,
  text text not null check (text <> ''),
  kind text check (
    kind in (
      'technical', 'alert_threshold', 'on_call_communication', 'rollback_rule', 'escalation_level',
      'runbook', 'training', 'other_process'
    )
  ),
  aim text check (aim in ('prevent', 'detect', 'mitigate', 'recover', 'learn')),
  action_item_id uuid references action_items (id),
  set_aside_reason text check (set_aside_reason <> ''),
  constraint improvement_ideas_one_end check (action_item_id is null or set_aside_reason is null)
);
create index improvement_ideas_postmortem on improvement_ideas (postmortem_id, position);
create index improvement_ideas_action_item on improvement_ideas (action_item_id) where action_item_id is not null;

create table programmes (
  id uuid primary key,
  title text not null check (title <> ''),
  purpose text not null,
  state text not null default 'proposed' check (state in ('proposed', 'running', 'done', 'stopped')),
  sponsor_id uuid references people (id),
  coordinator_id uuid references people (id),
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now()
);
create index programmes_sponsor on programmes (sponsor_id);
create index programmes_coordinator on programmes (coordinator_id);

create table programme_postmortems (
  programme_id uuid not null references programmes (id) on delete cascade,
  postmortem_id uuid not null references postmortems (id),
  primary key (programme_id, postmortem_id)
);
create index programme_postmortems_postmortem on programme_postmortems (postmortem_id);

create table programme_commitments (
  programme_id uuid not null references programmes (id) on delete cascade,
  action_item_id uuid not null references action_items (id),
  team_id uuid not null references teams (id),
  primary key (programme_id, action_item_id)
);
create index programme_commitments_action_item on programme_commitments (action_item_id);
create index programme_commitments_team on programme_commitments (team_id);

-- The first cannot be finished before the second. Longer circles are refused by the domain.
create table programme_dependencies (
  programme_id uuid not null,
  action_item_id uuid not null,
  depends_on_id uuid not null,
  primary key (programme_id, action_item_id, depends_on_id),
  foreign key (programme_id, action_item_id)
    references programme_commitments (programme_id, action_item_id) on delete cascade,
  foreign key (programme_id, depends_on_id)
    references programme_commitments (programme_id, action_item_id) on delete cascade,
  constraint programme_dependencies_not_itself check (action_item_id <> depends_on_id)
);
create index programme_dependencies_on on programme_dependencies (programme_id, depends_on_id);

create table programme_milestones (
  id uuid primary key,
  programme_id uuid not null references programmes (id) on delete cascade,
  title text not null check (title <> ''),
  due date not null,
  reached_on date
);
create index programme_milestones_programme on programme_milestones (programme_id, due);

create table sponsorships (
  id uuid primary key,
  action_item_id uuid references action_items (id),
  programme_id uuid references programmes (id),
  sponsor_id uuid references people (id),
  state text not null default 'requested' check (state in ('requested', 'funded', 'declined', 'deferred')),
  -- All amounts in the smallest unit of this one currency; null is "not stated".
  currency text check (currency ~ '^[A-Z]{3}$'),
  asked_amount bigint check (asked_amount >= 0),
  asked_days double precision check (asked_days >= 0),
  approved_amount bigint check (approved_amount >= 0),
  approved_days double precision check (approved_days >= 0),
  spent_amount bigint check (spent_amount >= 0),
  spent_days double precision check (spent_days >= 0),
  no_money_needed boolean not null default false,
  -- Why it was declined or deferred.
  reason text,
  -- Declined: when it comes back to its sponsor. Deferred: until when.
  until date,
  state_changed_at timestamptz(3) not null default now(),
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  constraint sponsorships_of_one_thing check (num_nonnulls(action_item_id, programme_id) = 1),
  constraint sponsorships_money_has_currency
    check (currency is not null or num_nonnulls(asked_amount, approved_amount, spent_amount) = 0),
  constraint sponsorships_decided_by_someone check (state = 'requested' or sponsor_id is not null),
  constraint sponsorships_declined_needs_reason
    check (state <> 'declined' or (coalesce(reason, '') <> '' and until is not null)),
  constraint sponsorships_deferred_needs_date check (state <> 'deferred' or until is not null),
  constraint sponsorships_funded_says_how_much check (
    state <> 'funded' or no_money_needed or num_nonnulls(approved_amount, approved_days) > 0
  )
);
create unique index sponsorships_action_item on sponsorships (action_item_id) where action_item_id is not null;
create unique index sponsorships_programme on sponsorships (programme_id) where programme_id is not null;
create index sponsorships_sponsor on sponsorships (sponsor_id, state);
create index sponsorships_until on sponsorships (until) where until is not null;

-- Each state a sponsorship has been in; never changed.
create table sponsorship_decisions (
  id uuid primary key,
  sponsorship_id uuid not null references sponsorships (id) on delete cascade,
  state text not null check (state in ('requested', 'funded', 'declined', 'deferred')),
  currency text,
  approved_amount bigint,
  approved_days double precision,
  reason text,
  until date,
  decided_by_id uuid references people (id),
  decided_at timestamptz(3) not null
);
create index sponsorship_decisions_sponsorship on sponsorship_decisions (sponsorship_id, decided_at);
create index sponsorship_decisions_decided_by on sponsorship_decisions (decided_by_id);
