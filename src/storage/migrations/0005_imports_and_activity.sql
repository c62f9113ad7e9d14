-- What was brought in, to the byte, and the record of who did what.

create table imports (
  id uuid primary key,
  source text not null check (source in ('upload', 'folder')),
  -- The folder on the server, or the name the uploader gave.
  label text not null,
  zone text,
  state text not null default 'open' check (state in ('open', 'running', 'done', 'failed')),
  message text,
  -- Files found or told of so far; null until known.
  total int check (total >= 0),
  done int not null default 0 check (done >= 0),
  started_by_id uuid references people (id),
  started_at timestamptz(3) not null default now(),
  finished_at timestamptz(3),
  constraint imports_finished check ((state in ('done', 'failed')) = (finished_at is not null))
);
create index imports_started_by on imports (started_by_id);

-- One file as it was, byte for byte; the same path with other bytes is the next version.
create table originals (
  id uuid primary key,
  -- The import's label: the same path in another folder is another file.
  folder text not null,
  path text not null,
  version int not null check (version > 0),
  sha256 bytea not null check (octet_length(sha256) = 32),
  bytes bytea not null,
  byte_length int not null generated always as (octet_length(bytes)) stored,
  -- How it was read: utf-8, utf-16le, windows-1252, …
  encoding text not null default 'utf-8',
  import_id uuid references imports (id),
  imported_at timestamptz(3) not null default now(),
  unique (folder, path, version)
);
-- Texts of the size of a postmortem compress well and are read whole.
create index originals_sha256 on originals (sha256);
create index originals_import on originals (import_id);

-- Which postmortem was read from which original; one file may hold many.
create table postmortem_originals (
  postmortem_id uuid not null references postmortems (id) on delete cascade,
  original_id uuid not null references originals (id),
  -- Which of the incidents in the file, from 1; 0 when the file holds one.
  part int not null default 0 check (part >= 0),
  primary key (postmortem_id, original_id)
);
create index postmortem_originals_original on postmortem_originals (original_id, part);

create table import_documents (
  id uuid primary key,
  import_id uuid not null references imports (id) on delete cascade,
  path text not null,
  sha256 bytea check (octet_length(sha256) = 32),
  outcome text not null
    check (outcome in ('created', 'updated', 'unchanged', 'several', 'skipped', 'failed')),
  reason text,
  message text,
  title text,
  confidence jsonb,
  warnings jsonb not null default '[]' check (jsonb_typeof(warnings) = 'array'),
  postmortem_id uuid references postmortems (id) on delete set null,
  created_at timestamptz(3) not null default now(),
  unique (import_id, path),
  constraint import_documents_says_why check (outcome not in ('skipped', 'failed') or reason is not null)
);
create index import_documents_by_outcome on import_documents (import_id, outcome, id);
create index import_documents_order on import_documents (import_id, id);
create index import_documents_postmortem on import_documents (postmortem_id, id)
  where postmortem_id is not null;

-- Who did what to which thing, when and from where. Nothing is edited or deleted from it.
create table activity (
  id uuid primary key,
  at timestamptz(3) not null,
  -- Null for what the server does on its own.
  person_id uuid references people (id),
  token_id uuid references api_tokens (id),
  origin text not null check (origin in ('page', 'api', 'cli', 'mcp', 'import', 'job')),
  thing text not null check (
    thing in (
      'organisation', 'person', 'team', 'service', 'layer', 'incident_class', 'incident', 'postmortem',
      'action_item', 'sponsorship', 'programme', 'review', 'reading', 'cadence', 'trend_review',
      'reference', 'training', 'import', 'token', 'saved_view'
    )
  ),
  thing_id uuid not null,
  what text not null check (what <> ''),
  changes jsonb not null default '[]' check (jsonb_typeof(changes) = 'array'),
  reason text,
  -- The postmortem it concerns, also when the thing is a part of one: while that is restricted, so is the entry.
  postmortem_id uuid references postmortems (id)
);
create index activity_by_time on activity (at desc, id desc);
create index activity_by_thing on activity (thing, thing_id, at desc, id desc);
create index activity_by_postmortem on activity (postmortem_id, at desc, id desc)
  where postmortem_id is not null;
create index activity_person on activity (person_id) where person_id is not null;
create index activity_token on activity (token_id) where token_id is not null;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % is refused', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation';
end
$$;
create trigger activity_append_only before update or delete on activity
  for each row execute function refuse_change();
create trigger activity_never_emptied before truncate on activity
  for each statement execute function refuse_change();
create trigger postmortem_editions_frozen before update on postmortem_editions
  for each row execute function refuse_change();
create trigger sponsorship_decisions_frozen before update on sponsorship_decisions
  for each row execute function refuse_change();
create trigger originals_frozen before update on originals
  for each row execute function refuse_change();
