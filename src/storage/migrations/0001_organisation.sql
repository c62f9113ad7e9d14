-- The organisation, its people, teams, services, protective layers and incident classes, and how people and programs sign in.

create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- Words are found with and without their accents. English texts are stemmed, all others are taken as written.
create text search configuration highwater_english (copy = pg_catalog.english);
alter text search configuration highwater_english
  alter mapping for hword, hword_part, word with unaccent, english_stem;
create text search configuration highwater_simple (copy = pg_catalog.simple);
alter text search configuration highwater_simple
  alter mapping for hword, hword_part, word with unaccent, simple;

-- One row: one installation serves one organisation.
create table organisation (
  id uuid primary key,
  singleton boolean not null default true unique check (singleton),
  name text not null check (name <> ''),
  time_zone text not null default 'UTC',
  currency text not null default 'EUR' check (currency ~ '^[A-Z]{3}$'),
  -- ISO days: 1 is Monday, 7 is Sunday.
  working_days int[] not null default '{1,2,3,4,5}'
    check (cardinality(working_days) > 0 and working_days <@ '{1,2,3,4,5,6,7}'::int[]),
  demonstration boolean not null default false,
  settings jsonb not null default '{}' check (jsonb_typeof(settings) = 'object'),
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now()
);

create table severities (
  code text primary key check (code ~ '^[A-Z][A-Z0-9-]{0,9}$'),
  -- 1 is the gravest.
  rank int not null check (rank > 0),
  meaning text not null,
  leadership_read boolean not null default false,
  constraint severities_rank unique (rank) deferrable initially deferred
);

-- Accounts, sessions and their secrets are written by the sign-in library alone.
create table auth_users (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now()
);

create table auth_sessions (
  id text primary key,
  token text not null unique,
  user_id text not null references auth_users (id) on delete cascade,
  expires_at timestamptz(3) not null,
  ip_address text,
  user_agent text,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now()
);
create index auth_sessions_user on auth_sessions (user_id);

create table auth_accounts (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references auth_users (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz(3),
  refresh_token_expires_at timestamptz(3),
  scope text,
  password text,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  unique (provider_id, account_id)
);
create index auth_accounts_user on auth_accounts (user_id);

create table auth_verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz(3) not null,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now()
);
create index auth_verifications_identifier on auth_verifications (identifier);

create table people (
  id uuid primary key,
  name text not null check (name <> ''),
  email text check (email = lower(email)),
  title text,
  location text,
  manager_id uuid references people (id),
  start_date date,
  roles text[] not null default '{viewer}'
    check (roles <@ '{viewer,contributor,facilitator,leader,admin}'::text[]),
  -- The account this person signs in with; null until they have one.
  user_id text unique references auth_users (id) on delete set null,
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  constraint people_not_own_manager check (manager_id is distinct from id)
);
create unique index people_email on people (email);
create index people_manager on people (manager_id);
create index people_by_name on people (lower(name), id);
create index people_name_parts on people using gin (lower(name) gin_trgm_ops);

create table teams (
  id uuid primary key,
  name text not null check (name <> ''),
  lead_id uuid references people (id),
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now()
);
create unique index teams_name on teams (lower(name));
create index teams_lead on teams (lead_id);

create table team_members (
  team_id uuid not null references teams (id) on delete cascade,
  person_id uuid not null references people (id) on delete cascade,
  primary key (team_id, person_id)
);
create index team_members_person on team_members (person_id);

create table services (
  id uuid primary key,
  name text not null check (name <> ''),
  team_id uuid references teams (id),
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now()
);
create unique index services_name on services (lower(name));
create index services_team on services (team_id);

create table layers (
  id uuid primary key,
  name text not null check (name <> ''),
  description text,
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now()
);
create unique index layers_name on layers (lower(name));

create table incident_classes (
  id uuid primary key,
  -- By which the program's own lexicon knows it; null for a class the organisation made.
  lexicon_key text unique,
  name text not null check (name <> ''),
  description text,
  -- The words that suggest it.
  words text[] not null default '{}',
  -- Days within which another occurrence counts as a repeat.
  window_days int not null default 90 check (window_days between 1 and 3650),
  active boolean not null default true,
  version int not null default 1,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now()
);
create unique index incident_classes_name on incident_classes (lower(name));

-- The layers that should catch an incident of a class.
create table incident_class_layers (
  class_id uuid not null references incident_classes (id) on delete cascade,
  layer_id uuid not null references layers (id),
  primary key (class_id, layer_id)
);
create index incident_class_layers_layer on incident_class_layers (layer_id);

-- Codes that work once: the first run, and setting a password. Only the SHA-256 of a code is kept.
create table one_time_links (
  id uuid primary key,
  purpose text not null check (purpose in ('setup', 'set_password')),
  person_id uuid references people (id) on delete cascade,
  code_hash bytea not null unique check (octet_length(code_hash) = 32),
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  created_at timestamptz(3) not null default now(),
  constraint one_time_links_person check ((purpose = 'setup') = (person_id is null))
);
create index one_time_links_person on one_time_links (person_id);

-- Tokens for programs. Only the SHA-256 of a token is kept.
create table api_tokens (
  id uuid primary key,
  name text not null check (name <> ''),
  owner_id uuid not null references people (id),
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  scopes text[] not null check (cardinality(scopes) > 0),
  expires_at timestamptz(3) not null,
  withdrawn_at timestamptz(3),
  last_used_at timestamptz(3),
  created_at timestamptz(3) not null default now()
);
create index api_tokens_owner on api_tokens (owner_id, id);

-- What a POST with an Idempotency-Key answered, so that its repetition answers the same.
create table idempotency_keys (
  principal text not null,
  key text not null check (length(key) between 1 and 255),
  request_sha256 bytea not null check (octet_length(request_sha256) = 32),
  -- Null while the first request is still running.
  status int,
  headers jsonb,
  body bytea,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  primary key (principal, key)
);
create index idempotency_keys_expiry on idempotency_keys (expires_at);

create table saved_views (
  id uuid primary key,
  owner_id uuid not null references people (id) on delete cascade,
  name text not null check (name <> ''),
  query text not null,
  shared boolean not null default false,
  created_at timestamptz(3) not null default now(),
  updated_at timestamptz(3) not null default now(),
  unique (owner_id, name)
);
create index saved_views_shared on saved_views (name) where shared;

-- Uploaded files: evidence and attachments, byte for byte.
create table files (
  id uuid primary key,
  name text not null,
  media_type text not null,
  sha256 bytea not null check (octet_length(sha256) = 32),
  bytes bytea not null,
  uploaded_by_id uuid references people (id),
  created_at timestamptz(3) not null default now()
);
create index files_uploaded_by on files (uploaded_by_id);
