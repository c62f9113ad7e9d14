create table action_items (
  id uuid not null,
  number integer not null default nextval('action_item_number'::regclass),
  postmortem_id uuid not null,
  title text not null,
  kind text not null default 'technical'::text,
  aim text,
  state text not null default 'proposed'::text,
  major boolean not null default false,
  team_id uuid,
  owner_id uuid,
  owner_as_written text,
  accepted_at timestamp(3) with time zone,
  due date,
  measure_observed text,
  measure_baseline text,
  measure_target text,
  measure_by date,
  measure_check text,
  class_id uuid,
  layer_id uuid,
  tracker_url text,
  verified_by_id uuid,
  verified_at timestamp(3) with time zone,
  verified_reading text,
  reason text,
  expires_on date,
  funding text not null default 'not_asked'::text,
  imported boolean not null default false,
  proposed_at timestamp(3) with time zone not null default now(),
  state_changed_at timestamp(3) with time zone not null default now(),
  closed boolean not null generated always as ((state = ANY (ARRAY['verified'::text, 'dropped'::text]))) stored,
  due_or_never date not null generated always as (COALESCE(due, 'infinity'::date)) stored,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now(),
  constraint action_items_accepted_by_owner CHECK (accepted_at IS NULL OR owner_id IS NOT NULL),
  constraint action_items_aim_check CHECK (aim = ANY (ARRAY['prevent'::text, 'detect'::text, 'mitigate'::text, 'recover'::text, 'learn'::text])),
  constraint action_items_class_id_fkey FOREIGN KEY (class_id) REFERENCES incident_classes(id),
  constraint action_items_commitment CHECK (imported OR (state <> ALL (ARRAY['committed'::text, 'in_progress'::text, 'claimed_done'::text, 'verified'::text, 'not_effective'::text])) OR owner_id IS NOT NULL AND accepted_at IS NOT NULL AND due IS NOT NULL AND measure_observed IS NOT NULL),
  constraint action_items_dropped_returns CHECK (
CASE
    WHEN state = 'dropped'::text THEN imported OR expires_on IS NOT NULL
    ELSE expires_on IS NULL
END),
  constraint action_items_funding_check CHECK (funding = ANY (ARRAY['not_asked'::text, 'requested'::text, 'funded'::text, 'declined'::text, 'deferred'::text, 'no_money_needed'::text])),
  constraint action_items_kind_check CHECK (kind = ANY (ARRAY['technical'::text, 'alert_threshold'::text, 'on_call_communication'::text, 'rollback_rule'::text, 'escalation_level'::text, 'runbook'::text, 'training'::text, 'other_process'::text])),
  constraint action_items_layer_id_fkey FOREIGN KEY (layer_id) REFERENCES layers(id),
  constraint action_items_major_is_funded CHECK (imported OR NOT major OR (state <> ALL (ARRAY['committed'::text, 'in_progress'::text, 'claimed_done'::text, 'verified'::text, 'not_effective'::text])) OR (funding = ANY (ARRAY['funded'::text, 'no_money_needed'::text]))),
  constraint action_items_measure_observed_check CHECK (measure_observed <> ''::text),
  constraint action_items_measure_whole CHECK (measure_observed IS NOT NULL OR num_nonnulls(measure_baseline, measure_target, measure_by, measure_check) = 0),
  constraint action_items_number_check CHECK (number > 0),
  constraint action_items_number_key UNIQUE (number),
  constraint action_items_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id),
  constraint action_items_pkey PRIMARY KEY (id),
  constraint action_items_postmortem_id_fkey FOREIGN KEY (postmortem_id) REFERENCES postmortems(id),
  constraint action_items_reason CHECK ((state <> ALL (ARRAY['handed_back'::text, 'dropped'::text, 'not_effective'::text])) OR imported OR COALESCE(reason, ''::text) <> ''::text),
  constraint action_items_state_check CHECK (state = ANY (ARRAY['proposed'::text, 'handed_back'::text, 'committed'::text, 'in_progress'::text, 'claimed_done'::text, 'verified'::text, 'not_effective'::text, 'dropped'::text])),
  constraint action_items_team_id_fkey FOREIGN KEY (team_id) REFERENCES teams(id),
  constraint action_items_title_check CHECK (title <> ''::text),
  constraint action_items_verified_by_another CHECK ((state = 'verified'::text) = (verified_at IS NOT NULL) AND (num_nonnulls(verified_by_id, verified_at, verified_reading) = ANY (ARRAY[0, 3])) AND (verified_by_id IS NULL OR verified_by_id IS DISTINCT FROM owner_id)),
  constraint action_items_verified_by_id_fkey FOREIGN KEY (verified_by_id) REFERENCES people(id)
);
CREATE INDEX action_items_by_state ON action_items USING btree (state, due_or_never, id) INCLUDE (closed, postmortem_id);
CREATE INDEX action_items_class ON action_items USING btree (class_id, closed, due_or_never, id) INCLUDE (postmortem_id);
CREATE INDEX action_items_class_state ON action_items USING btree (class_id, state);
CREATE INDEX action_items_layer ON action_items USING btree (layer_id) WHERE layer_id IS NOT NULL;
CREATE INDEX action_items_open_age ON action_items USING btree (proposed_at, id) INCLUDE (closed, due, due_or_never, owner_id, postmortem_id) WHERE NOT closed;
CREATE INDEX action_items_owner ON action_items USING btree (owner_id, closed, due_or_never, id);
CREATE INDEX action_items_postmortem ON action_items USING btree (postmortem_id, id);
CREATE INDEX action_items_queue ON action_items USING btree (closed, due_or_never, id) INCLUDE (postmortem_id, proposed_at);
CREATE INDEX action_items_returning ON action_items USING btree (expires_on) WHERE expires_on IS NOT NULL;
CREATE INDEX action_items_team ON action_items USING btree (team_id, closed, due_or_never, id) INCLUDE (postmortem_id);
CREATE INDEX action_items_verified_by ON action_items USING btree (verified_by_id) WHERE verified_by_id IS NOT NULL;
CREATE TRIGGER action_items_tallied_on_delete AFTER DELETE ON action_items REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION tally_action_items_on_delete();
CREATE TRIGGER action_items_tallied_on_insert AFTER INSERT ON action_items REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION tally_action_items_on_insert();
CREATE TRIGGER action_items_tallied_on_update AFTER UPDATE ON action_items REFERENCING OLD TABLE AS gone NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION tally_action_items_on_update();

create table activity (
  id uuid not null,
  at timestamp(3) with time zone not null,
  person_id uuid,
  token_id uuid,
  origin text not null,
  thing text not null,
  thing_id uuid not null,
  what text not null,
  changes jsonb not null default '[]'::jsonb,
  reason text,
  postmortem_id uuid,
  constraint activity_changes_check CHECK (jsonb_typeof(changes) = 'array'::text),
  constraint activity_origin_check CHECK (origin = ANY (ARRAY['page'::text, 'api'::text, 'cli'::text, 'mcp'::text, 'import'::text, 'job'::text])),
  constraint activity_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint activity_pkey PRIMARY KEY (id),
  constraint activity_postmortem_id_fkey FOREIGN KEY (postmortem_id) REFERENCES postmortems(id),
  constraint activity_thing_check CHECK (thing = ANY (ARRAY['organisation'::text, 'person'::text, 'team'::text, 'service'::text, 'layer'::text, 'incident_class'::text, 'incident'::text, 'postmortem'::text, 'action_item'::text, 'sponsorship'::text, 'programme'::text, 'review'::text, 'reading'::text, 'cadence'::text, 'trend_review'::text, 'reference'::text, 'training'::text, 'import'::text, 'token'::text, 'saved_view'::text])),
  constraint activity_token_id_fkey FOREIGN KEY (token_id) REFERENCES api_tokens(id),
  constraint activity_what_check CHECK (what <> ''::text)
);
CREATE INDEX activity_by_postmortem ON activity USING btree (postmortem_id, at DESC, id DESC) WHERE postmortem_id IS NOT NULL;
CREATE INDEX activity_by_thing ON activity USING btree (thing, thing_id, at DESC, id DESC);
CREATE INDEX activity_by_time ON activity USING btree (at DESC, id DESC);
CREATE INDEX activity_person ON activity USING btree (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX activity_token ON activity USING btree (token_id) WHERE token_id IS NOT NULL;
CREATE TRIGGER activity_append_only BEFORE DELETE OR UPDATE ON activity FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER activity_never_emptied BEFORE TRUNCATE ON activity FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table api_tokens (
  id uuid not null,
  name text not null,
  owner_id uuid not null,
  token_hash bytea not null,
  scopes text[] not null,
  expires_at timestamp(3) with time zone not null,
  withdrawn_at timestamp(3) with time zone,
  last_used_at timestamp(3) with time zone,
  created_at timestamp(3) with time zone not null default now(),
  constraint api_tokens_name_check CHECK (name <> ''::text),
  constraint api_tokens_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id),
  constraint api_tokens_pkey PRIMARY KEY (id),
  constraint api_tokens_scopes_check CHECK (cardinality(scopes) > 0),
  constraint api_tokens_token_hash_check CHECK (octet_length(token_hash) = 32),
  constraint api_tokens_token_hash_key UNIQUE (token_hash)
);
CREATE INDEX api_tokens_owner ON api_tokens USING btree (owner_id, id);

create table auth_accounts (
  id text not null,
  account_id text not null,
  provider_id text not null,
  user_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp(3) with time zone,
  refresh_token_expires_at timestamp(3) with time zone,
  scope text,
  password text,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now(),
  constraint auth_accounts_pkey PRIMARY KEY (id),
  constraint auth_accounts_provider_id_account_id_key UNIQUE (provider_id, account_id),
  constraint auth_accounts_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_users(id) ON DELETE CASCADE
);
CREATE INDEX auth_accounts_user ON auth_accounts USING btree (user_id);

create table auth_sessions (
  id text not null,
  token text not null,
  user_id text not null,
  expires_at timestamp(3) with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now(),
  constraint auth_sessions_pkey PRIMARY KEY (id),
  constraint auth_sessions_token_key UNIQUE (token),
  constraint auth_sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_users(id) ON DELETE CASCADE
);
CREATE INDEX auth_sessions_user ON auth_sessions USING btree (user_id);

create table auth_users (
  id text not null,
  name text not null,
  email text not null,
  email_verified boolean not null default false,
  image text,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now(),
  constraint auth_users_email_key UNIQUE (email),
  constraint auth_users_pkey PRIMARY KEY (id)
);

create table auth_verifications (
  id text not null,
  identifier text not null,
  value text not null,
  expires_at timestamp(3) with time zone not null,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now(),
  constraint auth_verifications_pkey PRIMARY KEY (id)
);
CREATE INDEX auth_verifications_identifier ON auth_verifications USING btree (identifier);

create table cadences (
  id uuid not null,
  team_id uuid,
  version integer not null,
  valid_from timestamp(3) with time zone not null,
  rules jsonb not null,
  review_meeting text,
  trend_meeting text,
  reminders jsonb not null default '[]'::jsonb,
  made_by_id uuid,
  created_at timestamp(3) with time zone not null default now(),
  constraint cadences_made_by_id_fkey FOREIGN KEY (made_by_id) REFERENCES people(id),
  constraint cadences_pkey PRIMARY KEY (id),
  constraint cadences_reminders_check CHECK (jsonb_typeof(reminders) = 'array'::text),
  constraint cadences_rules_check CHECK (jsonb_typeof(rules) = 'array'::text),
  constraint cadences_team_id_fkey FOREIGN KEY (team_id) REFERENCES teams(id),
  constraint cadences_team_id_version_key UNIQUE NULLS NOT DISTINCT (team_id, version),
  constraint cadences_version_check CHECK (version > 0)
);
CREATE INDEX cadences_made_by ON cadences USING btree (made_by_id);

create table claim_evidence (
  id uuid not null,
  postmortem_id uuid not null,
  section text not null,
  sentence text not null,
  evidence_id uuid not null,
  constraint claim_evidence_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES evidence(id) ON DELETE CASCADE,
  constraint claim_evidence_pkey PRIMARY KEY (id),
  constraint claim_evidence_postmortem_id_fkey FOREIGN KEY (postmortem_id) REFERENCES postmortems(id) ON DELETE CASCADE,
  constraint claim_evidence_section_check CHECK (section = ANY (ARRAY['summary'::text, 'impact'::text, 'detection'::text, 'timeline'::text, 'causes'::text, 'resolution'::text, 'wentWell'::text, 'wentWrong'::text, 'lucky'::text, 'surprised'::text, 'lessons'::text, 'actions'::text])),
  constraint claim_evidence_sentence_check CHECK (sentence <> ''::text)
);
CREATE INDEX claim_evidence_evidence ON claim_evidence USING btree (evidence_id);
CREATE INDEX claim_evidence_postmortem ON claim_evidence USING btree (postmortem_id, section);

create table class_occurrences (
  class_id uuid not null,
  incident_id uuid not null,
  postmortem_id uuid not null,
  occurred_at timestamp(3) with time zone not null,
  days_since_previous double precision,
  is_repeat boolean not null default false,
  constraint class_occurrences_class_id_fkey FOREIGN KEY (class_id) REFERENCES incident_classes(id),
  constraint class_occurrences_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id) ON DELETE CASCADE,
  constraint class_occurrences_pkey PRIMARY KEY (class_id, incident_id),
  constraint class_occurrences_postmortem_id_fkey FOREIGN KEY (postmortem_id) REFERENCES postmortems(id) ON DELETE CASCADE
);
CREATE INDEX class_occurrences_by_class ON class_occurrences USING btree (class_id, occurred_at DESC, incident_id DESC) INCLUDE (is_repeat);
CREATE INDEX class_occurrences_by_time ON class_occurrences USING btree (occurred_at) INCLUDE (class_id, incident_id, is_repeat);
CREATE INDEX class_occurrences_incident ON class_occurrences USING btree (incident_id);
CREATE INDEX class_occurrences_postmortem ON class_occurrences USING btree (postmortem_id);
CREATE TRIGGER class_occurrences_tallied_on_delete AFTER DELETE ON class_occurrences REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION tally_class_occurrences_on_delete();
CREATE TRIGGER class_occurrences_tallied_on_insert AFTER INSERT ON class_occurrences REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION tally_class_occurrences_on_insert();
CREATE TRIGGER class_occurrences_tallied_on_update AFTER UPDATE ON class_occurrences REFERENCING OLD TABLE AS gone NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION tally_class_occurrences_on_update();
CREATE TRIGGER classified_tallied_on_delete AFTER DELETE ON class_occurrences REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION tally_classified_on_delete();
CREATE TRIGGER classified_tallied_on_insert AFTER INSERT ON class_occurrences REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION tally_classified_on_insert();
CREATE TRIGGER classified_tallied_on_update AFTER UPDATE ON class_occurrences REFERENCING OLD TABLE AS gone NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION tally_classified_on_update();

create table contributing_factors (
  id uuid not null,
  postmortem_id uuid not null,
  "position" integer not null,
  title text not null,
  text text,
  class_id uuid,
  constraint contributing_factors_class_id_fkey FOREIGN KEY (class_id) REFERENCES incident_classes(id),
  constraint contributing_factors_pkey PRIMARY KEY (id),
  constraint contributing_factors_postmortem_id_fkey FOREIGN KEY (postmortem_id) REFERENCES postmortems(id) ON DELETE CASCADE,
  constraint contributing_factors_title_check CHECK (title <> ''::text)
);
CREATE INDEX contributing_factors_class ON contributing_factors USING btree (class_id);
CREATE INDEX contributing_factors_postmortem ON contributing_factors USING btree (postmortem_id, "position");

create table decision_information (
  decision_point_id uuid not null,
  "position" integer not null,
  decided_at timestamp(3) with time zone,
  kind text not null,
  text text not null,
  proved_right boolean,
  at timestamp(3) with time zone,
  evidence_id uuid,
  proved_at timestamp(3) with time zone,
  constraint decision_information_decided_at FOREIGN KEY (decision_point_id, decided_at) REFERENCES decision_points(id, decided_at) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint decision_information_decision_point_id_fkey FOREIGN KEY (decision_point_id) REFERENCES decision_points(id) ON DELETE CASCADE,
  constraint decision_information_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES evidence(id) ON DELETE SET NULL,
  constraint decision_information_hindsight CHECK (kind <> 'known'::text OR COALESCE(at <= decided_at, true)),
  constraint decision_information_kind_check CHECK (kind = ANY (ARRAY['known'::text, 'believed'::text, 'discoverable'::text, 'learned_later'::text, 'unknowable'::text])),
  constraint decision_information_only_beliefs_prove CHECK (proved_right IS NULL OR kind = 'believed'::text),
  constraint decision_information_only_beliefs_prove_in_time CHECK (proved_at IS NULL OR kind = 'believed'::text),
  constraint decision_information_pkey PRIMARY KEY (decision_point_id, "position"),
  constraint decision_information_text_check CHECK (text <> ''::text)
);
CREATE INDEX decision_information_evidence ON decision_information USING btree (evidence_id) WHERE evidence_id IS NOT NULL;

create table decision_options (
  decision_point_id uuid not null,
  "position" integer not null,
  text text not null,
  consequence text,
  constraint decision_options_decision_point_id_fkey FOREIGN KEY (decision_point_id) REFERENCES decision_points(id) ON DELETE CASCADE,
  constraint decision_options_pkey PRIMARY KEY (decision_point_id, "position"),
  constraint decision_options_text_check CHECK (text <> ''::text)
);

create table decision_points (
  id uuid not null,
  postmortem_id uuid not null,
  "position" integer not null,
  decided_at timestamp(3) with time zone,
  question text not null,
  choice text not null,
  deciding_role text,
  prompted_by_id uuid,
  decision_quality text,
  outcome text,
  constraint decision_points_id_decided_at_key UNIQUE (id, decided_at),
  constraint decision_points_pkey PRIMARY KEY (id),
  constraint decision_points_postmortem_id_fkey FOREIGN KEY (postmortem_id) REFERENCES postmortems(id) ON DELETE CASCADE,
  constraint decision_points_prompted_by_id_fkey FOREIGN KEY (prompted_by_id) REFERENCES timeline_events(id) ON DELETE SET NULL,
  constraint decision_points_question_check CHECK (question <> ''::text)
);
CREATE INDEX decision_points_postmortem ON decision_points USING btree (postmortem_id, "position");
CREATE INDEX decision_points_prompted_by ON decision_points USING btree (prompted_by_id) WHERE prompted_by_id IS NOT NULL;

create table evidence (
  id uuid not null,
  postmortem_id uuid not null,
  "position" integer not null,
  kind text not null,
  label text not null,
  url text,
  timeline_event_id uuid,
  file_id uuid,
  value double precision,
  unit text,
  source text,
  at timestamp(3) with time zone,
  constraint evidence_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id),
  constraint evidence_kind_check CHECK (kind = ANY (ARRAY['timeline_event'::text, 'link'::text, 'metric'::text, 'file'::text, 'message'::text])),
  constraint evidence_label_check CHECK (label <> ''::text),
  constraint evidence_pkey PRIMARY KEY (id),
  constraint evidence_postmortem_id_fkey FOREIGN KEY (postmortem_id) REFERENCES postmortems(id) ON DELETE CASCADE,
  constraint evidence_timeline_event_id_fkey FOREIGN KEY (timeline_event_id) REFERENCES timeline_events(id) ON DELETE SET NULL
);
CREATE INDEX evidence_file ON evidence USING btree (file_id) WHERE file_id IS NOT NULL;
CREATE INDEX evidence_postmortem ON evidence USING btree (postmortem_id, "position");
CREATE INDEX evidence_timeline_event ON evidence USING btree (timeline_event_id) WHERE timeline_event_id IS NOT NULL;

create table evidence_links (
  id uuid not null,
  evidence_id uuid not null,
  impact_id uuid,
  timeline_event_id uuid,
  layer_met_id uuid,
  factor_id uuid,
  constraint evidence_links_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES evidence(id) ON DELETE CASCADE,
  constraint evidence_links_factor_id_fkey FOREIGN KEY (factor_id) REFERENCES contributing_factors(id) ON DELETE CASCADE,
  constraint evidence_links_impact_id_fkey FOREIGN KEY (impact_id) REFERENCES impact_statements(id) ON DELETE CASCADE,
  constraint evidence_links_layer_met_id_fkey FOREIGN KEY (layer_met_id) REFERENCES layers_met(id) ON DELETE CASCADE,
  constraint evidence_links_one_thing CHECK (num_nonnulls(impact_id, timeline_event_id, layer_met_id, factor_id) = 1),
  constraint evidence_links_pkey PRIMARY KEY (id),
  constraint evidence_links_timeline_event_id_fkey FOREIGN KEY (timeline_event_id) REFERENCES timeline_events(id) ON DELETE CASCADE
);
CREATE INDEX evidence_links_event ON evidence_links USING btree (timeline_event_id) WHERE timeline_event_id IS NOT NULL;
CREATE INDEX evidence_links_evidence ON evidence_links USING btree (evidence_id);
CREATE INDEX evidence_links_factor ON evidence_links USING btree (factor_id) WHERE factor_id IS NOT NULL;
CREATE INDEX evidence_links_impact ON evidence_links USING btree (impact_id) WHERE impact_id IS NOT NULL;
CREATE INDEX evidence_links_layer ON evidence_links USING btree (layer_met_id) WHERE layer_met_id IS NOT NULL;

create table files (
  id uuid not null,
  name text not null,
  media_type text not null,
  sha256 bytea not null,
  bytes bytea not null,
  uploaded_by_id uuid,
  created_at timestamp(3) with time zone not null default now(),
  constraint files_pkey PRIMARY KEY (id),
  constraint files_sha256_check CHECK (octet_length(sha256) = 32),
  constraint files_uploaded_by_id_fkey FOREIGN KEY (uploaded_by_id) REFERENCES people(id)
);
CREATE INDEX files_uploaded_by ON files USING btree (uploaded_by_id);

create table findings (
  id uuid not null,
  postmortem_id uuid not null,
  fingerprint text not null,
  rule_id text not null,
  severity text not null,
  section text not null,
  state text not null default 'open'::text,
  is_claim boolean not null default false,
  set_aside_by_id uuid,
  set_aside_at timestamp(3) with time zone,
  set_aside_reason text,
  created_at timestamp(3) with time zone not null default now(),
  category text not null,
  message text not null,
  suggestions jsonb not null,
  words text not null,
  "position" integer not null,
  part text,
  part_id uuid,
  starts_at integer,
  ends_at integer,
  constraint findings_category_check CHECK (category = ANY (ARRAY['blame'::text, 'team-blame'::text, 'hindsight'::text, 'vague'::text, 'cause-framing'::text, 'passive-omission'::text, 'weak-action'::text, 'wording'::text])),
  constraint findings_open_stands CHECK (state <> 'open'::text OR part IS NOT NULL),
  constraint findings_part_check CHECK (part = ANY (ARRAY['section'::text, 'event'::text, 'factor_title'::text, 'factor_text'::text, 'action'::text])),
  constraint findings_pkey PRIMARY KEY (id),
  constraint findings_place_whole CHECK ((part IS NULL) = (starts_at IS NULL) AND (part IS NULL) = (ends_at IS NULL) AND COALESCE(ends_at >= starts_at, true) AND (part IS DISTINCT FROM 'section'::text OR part_id IS NULL)),
  constraint findings_postmortem_id_fingerprint_key UNIQUE (postmortem_id, fingerprint),
  constraint findings_postmortem_id_fkey FOREIGN KEY (postmortem_id) REFERENCES postmortems(id) ON DELETE CASCADE,
  constraint findings_section_check CHECK (section = ANY (ARRAY['summary'::text, 'impact'::text, 'detection'::text, 'timeline'::text, 'causes'::text, 'resolution'::text, 'wentWell'::text, 'wentWrong'::text, 'lucky'::text, 'surprised'::text, 'lessons'::text, 'actions'::text])),
  constraint findings_set_aside_by_id_fkey FOREIGN KEY (set_aside_by_id) REFERENCES people(id),
  constraint findings_set_aside_says_why CHECK ((state = 'set_aside'::text) = (set_aside_at IS NOT NULL) AND (state <> 'set_aside'::text OR set_aside_by_id IS NOT NULL AND COALESCE(set_aside_reason, ''::text) <> ''::text)),
  constraint findings_severity_check CHECK (severity = ANY (ARRAY['error'::text, 'warning'::text, 'info'::text])),
  constraint findings_starts_at_check CHECK (starts_at >= 0),
  constraint findings_state_check CHECK (state = ANY (ARRAY['open'::text, 'fixed'::text, 'set_aside'::text]))
);
CREATE INDEX findings_by_rule ON findings USING btree (rule_id, state) INCLUDE (postmortem_id);
CREATE INDEX findings_set_aside_by ON findings USING btree (set_aside_by_id) WHERE set_aside_by_id IS NOT NULL;

create table idempotency_keys (
  principal text not null,
  key text not null,
  request_sha256 bytea not null,
  status integer,
  headers jsonb,
  body bytea,
  created_at timestamp(3) with time zone not null default now(),
  expires_at timestamp(3) with time zone not null,
  constraint idempotency_keys_key_check CHECK (length(key) >= 1 AND length(key) <= 255),
  constraint idempotency_keys_pkey PRIMARY KEY (principal, key),
  constraint idempotency_keys_request_sha256_check CHECK (octet_length(request_sha256) = 32)
);
CREATE INDEX idempotency_keys_expiry ON idempotency_keys USING btree (expires_at);

create table impact_statements (
  id uuid not null,
  postmortem_id uuid not null,
  "position" integer not null,
  segment text not null,
  kind text not null,
  count double precision,
  share double precision,
  from_at timestamp(3) with time zone,
  to_at timestamp(3) with time zone,
  money_amount bigint,
  money_currency text,
  slo_budget_share double precision,
  customers_told_at timestamp(3) with time zone,
  note text,
  constraint impact_statements_count_check CHECK (count >= 0::double precision),
  constraint impact_statements_in_order CHECK (to_at >= from_at),
  constraint impact_statements_kind_check CHECK (kind = ANY (ARRAY['availability'::text, 'latency'::text, 'data'::text, 'security'::text, 'money'::text])),
  constraint impact_statements_money_currency_check CHECK (money_currency ~ '^[A-Z]{3}$'::text),
  constraint impact_statements_money_has_currency CHECK ((money_amount IS NULL) = (money_currency IS NULL)),
  constraint impact_statements_pkey PRIMARY KEY (id),
  constraint impact_statements_postmortem_id_fkey FOREIGN KEY (postmortem_id) REFERENCES postmortems(id) ON DELETE CASCADE,
  constraint impact_statements_share_check CHECK (share >= 0::double precision AND share <= 1::double precision),
  constraint impact_statements_slo_budget_share_check CHECK (slo_budget_share >= 0::double precision)
);
CREATE INDEX impact_statements_postmortem ON impact_statements USING btree (postmortem_id, "position");

create table import_documents (
  id uuid not null,
  import_id uuid not null,
  path text not null,
  sha256 bytea,
  outcome text not null,
  reason text,
  message text,
  title text,
  confidence jsonb,
  warnings jsonb not null default '[]'::jsonb,
  postmortem_id uuid,
  created_at timestamp(3) with time zone not null default now(),
  constraint import_documents_import_id_fkey FOREIGN KEY (import_id) REFERENCES imports(id) ON DELETE CASCADE,
  constraint import_documents_import_id_path_key UNIQUE (import_id, path),
  constraint import_documents_outcome_check CHECK (outcome = ANY (ARRAY['created'::text, 'updated'::text, 'unchanged'::text, 'several'::text, 'skipped'::text, 'failed'::text])),
  constraint import_documents_pkey PRIMARY KEY (id),
  constraint import_documents_postmortem_id_fkey FOREIGN KEY (postmortem_id) REFERENCES postmortems(id) ON DELETE SET NULL,
  constraint import_documents_says_why CHECK ((outcome <> ALL (ARRAY['skipped'::text, 'failed'::text])) OR reason IS NOT NULL),
  constraint import_documents_sha256_check CHECK (octet_length(sha256) = 32),
  constraint import_documents_warnings_check CHECK (jsonb_typeof(warnings) = 'array'::text)
);
CREATE INDEX import_documents_by_outcome ON import_documents USING btree (import_id, outcome, id);
CREATE INDEX import_documents_order ON import_documents USING btree (import_id, id);
CREATE INDEX import_documents_postmortem ON import_documents USING btree (postmortem_id, id) WHERE postmortem_id IS NOT NULL;

create table imports (
  id uuid not null,
  source text not null,
  label text not null,
  zone text,
  state text not null default 'open'::text,
  message text,
  total integer,
  done integer not null default 0,
  started_by_id uuid,
  started_at timestamp(3) with time zone not null default now(),
  finished_at timestamp(3) with time zone,
  constraint imports_done_check CHECK (done >= 0),
  constraint imports_finished CHECK ((state = ANY (ARRAY['done'::text, 'failed'::text])) = (finished_at IS NOT NULL)),
  constraint imports_pkey PRIMARY KEY (id),
  constraint imports_source_check CHECK (source = ANY (ARRAY['upload'::text, 'folder'::text])),
  constraint imports_started_by_id_fkey FOREIGN KEY (started_by_id) REFERENCES people(id),
  constraint imports_state_check CHECK (state = ANY (ARRAY['open'::text, 'running'::text, 'done'::text, 'failed'::text])),
  constraint imports_total_check CHECK (total >= 0)
);
CREATE INDEX imports_started_by ON imports USING btree (started_by_id);

create table improvement_ideas (
  id uuid not null,
  postmortem_id uuid not null,
  "position" integer not null,
  text text not null,
  kind text,
  aim text,
  action_item_id uuid,
  set_aside_reason text,
  constraint improvement_ideas_action_item_id_fkey FOREIGN KEY (action_item_id) REFERENCES action_items(id),
  constraint improvement_ideas_aim_check CHECK (aim = ANY (ARRAY['prevent'::text, 'detect'::text, 'mitigate'::text, 'recover'::text, 'learn'::text])),
  constraint improvement_ideas_kind_check CHECK (kind = ANY (ARRAY['technical'::text, 'alert_threshold'::text, 'on_call_communication'::text, 'rollback_rule'::text, 'escalation_level'::text, 'runbook'::text, 'training'::text, 'other_process'::text])),
  constraint improvement_ideas_one_end CHECK (action_item_id IS NULL OR set_aside_reason IS NULL),
  constraint improvement_ideas_pkey PRIMARY KEY (id),
  constraint improvement_ideas_postmortem_id_fkey FOREIGN KEY (postmortem_id) REFERENCES postmortems(id) ON DELETE CASCADE,
  constraint improvement_ideas_set_aside_reason_check CHECK (set_aside_reason <> ''::text),
  constraint improvement_ideas_text_check CHECK (text <> ''::text)
);
CREATE INDEX improvement_ideas_action_item ON improvement_ideas USING btree (action_item_id) WHERE action_item_id IS NOT NULL;
CREATE INDEX improvement_ideas_postmortem ON improvement_ideas USING btree (postmortem_id, "position");

create table incident_class_layers (
  class_id uuid not null,
  layer_id uuid not null,
  constraint incident_class_layers_class_id_fkey FOREIGN KEY (class_id) REFERENCES incident_classes(id) ON DELETE CASCADE,
  constraint incident_class_layers_layer_id_fkey FOREIGN KEY (layer_id) REFERENCES layers(id),
  constraint incident_class_layers_pkey PRIMARY KEY (class_id, layer_id)
);
CREATE INDEX incident_class_layers_layer ON incident_class_layers USING btree (layer_id);

create table incident_classes (
  id uuid not null,
  lexicon_key text,
  name text not null,
  description text,
  words text[] not null default '{}'::text[],
  window_days integer not null default 90,
  active boolean not null default true,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now(),
  constraint incident_classes_lexicon_key_key UNIQUE (lexicon_key),
  constraint incident_classes_name_check CHECK (name <> ''::text),
  constraint incident_classes_pkey PRIMARY KEY (id),
  constraint incident_classes_window_days_check CHECK (window_days >= 1 AND window_days <= 3650)
);
CREATE UNIQUE INDEX incident_classes_name ON incident_classes USING btree (lower(name));

create table incident_services (
  incident_id uuid not null,
  service_id uuid not null,
  constraint incident_services_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id) ON DELETE CASCADE,
  constraint incident_services_pkey PRIMARY KEY (incident_id, service_id),
  constraint incident_services_service_id_fkey FOREIGN KEY (service_id) REFERENCES services(id)
);
CREATE INDEX incident_services_service ON incident_services USING btree (service_id);

create table incident_sources (
  incident_id uuid not null,
  "position" integer not null,
  system text not null,
  external_id text,
  url text,
  constraint incident_sources_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id) ON DELETE CASCADE,
  constraint incident_sources_pkey PRIMARY KEY (incident_id, "position")
);
CREATE INDEX incident_sources_external ON incident_sources USING btree (system, external_id);

create table incident_teams (
  incident_id uuid not null,
  team_id uuid not null,
  constraint incident_teams_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id) ON DELETE CASCADE,
  constraint incident_teams_pkey PRIMARY KEY (incident_id, team_id),
  constraint incident_teams_team_id_fkey FOREIGN KEY (team_id) REFERENCES teams(id)
);
CREATE INDEX incident_teams_team ON incident_teams USING btree (team_id);

create table incidents (
  id uuid not null,
  title text not null,
  kind text not null,
  severity text,
  severity_as_written text,
  owning_team_id uuid,
  impact_started_at timestamp(3) with time zone,
  detected_at timestamp(3) with time zone,
  acknowledged_at timestamp(3) with time zone,
  mitigated_at timestamp(3) with time zone,
  recovered_at timestamp(3) with time zone,
  impact_started_on date,
  zone text,
  moments_override_reason text,
  occurred_at timestamp(3) with time zone generated always as (COALESCE(impact_started_at, detected_at, acknowledged_at, ((impact_started_on)::timestamp without time zone AT TIME ZONE 'UTC'::text), mitigated_at, recovered_at)) stored,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now(),
  sort_at timestamp(3) with time zone not null generated always as (COALESCE(impact_started_at, detected_at, acknowledged_at, ((impact_started_on)::timestamp without time zone AT TIME ZONE 'UTC'::text), mitigated_at, recovered_at, created_at)) stored,
  constraint incidents_kind_check CHECK (kind = ANY (ARRAY['outage'::text, 'degradation'::text, 'security'::text, 'data'::text, 'near_miss'::text, 'drill'::text])),
  constraint incidents_moments_in_order CHECK (moments_override_reason IS NOT NULL OR COALESCE(detected_at >= impact_started_at, true) AND COALESCE(acknowledged_at >= GREATEST(impact_started_at, detected_at), true) AND COALESCE(mitigated_at >= GREATEST(impact_started_at, detected_at, acknowledged_at), true) AND COALESCE(recovered_at >= GREATEST(impact_started_at, detected_at, acknowledged_at, mitigated_at), true)),
  constraint incidents_moments_override_reason_check CHECK (moments_override_reason <> ''::text),
  constraint incidents_owning_team_id_fkey FOREIGN KEY (owning_team_id) REFERENCES teams(id),
  constraint incidents_pkey PRIMARY KEY (id),
  constraint incidents_severity_fkey FOREIGN KEY (severity) REFERENCES severities(code) ON UPDATE CASCADE,
  constraint incidents_title_check CHECK (title <> ''::text)
);
CREATE INDEX incidents_by_time ON incidents USING btree (occurred_at) INCLUDE (id, kind, severity, impact_started_at, detected_at, mitigated_at, recovered_at);
CREATE INDEX incidents_newest ON incidents USING btree (sort_at DESC, id DESC);
CREATE INDEX incidents_severity ON incidents USING btree (severity, sort_at DESC);
CREATE INDEX incidents_team ON incidents USING btree (owning_team_id, sort_at DESC);
CREATE INDEX incidents_undated ON incidents USING btree (id) INCLUDE (kind) WHERE occurred_at IS NULL;
CREATE TRIGGER incidents_tallied_on_delete AFTER DELETE ON incidents REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION tally_incidents_on_delete();
CREATE TRIGGER incidents_tallied_on_insert AFTER INSERT ON incidents REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION tally_incidents_on_insert();
CREATE TRIGGER incidents_tallied_on_update AFTER UPDATE ON incidents REFERENCING OLD TABLE AS gone NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION tally_incidents_on_update();

create table layers (
  id uuid not null,
  name text not null,
  description text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now(),
  constraint layers_name_check CHECK (name <> ''::text),
  constraint layers_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX layers_name ON layers USING btree (lower(name));

create table layers_met (
  id uuid not null,
  postmortem_id uuid not null,
  "position" integer not null,
  layer_id uuid not null,
  outcome text not null,
  shown_by text,
  factor_id uuid,
  constraint layers_met_factor_id_fkey FOREIGN KEY (factor_id) REFERENCES contributing_factors(id) ON DELETE SET NULL,
  constraint layers_met_layer_id_fkey FOREIGN KEY (layer_id) REFERENCES layers(id),
  constraint layers_met_outcome_check CHECK (outcome = ANY (ARRAY['held'::text, 'failed'::text, 'bypassed'::text, 'absent'::text])),
  constraint layers_met_pkey PRIMARY KEY (id),
  constraint layers_met_postmortem_id_fkey FOREIGN KEY (postmortem_id) REFERENCES postmortems(id) ON DELETE CASCADE
);
CREATE INDEX layers_met_factor ON layers_met USING btree (factor_id) WHERE factor_id IS NOT NULL;
CREATE INDEX layers_met_layer ON layers_met USING btree (layer_id, outcome);
CREATE INDEX layers_met_postmortem ON layers_met USING btree (postmortem_id, "position");

create table missing_information (
  decision_point_id uuid not null,
  "position" integer not null,
  what text not null,
  held_by text,
  arrived_at timestamp(3) with time zone,
  how text,
  constraint missing_information_decision_point_id_fkey FOREIGN KEY (decision_point_id) REFERENCES decision_points(id) ON DELETE CASCADE,
  constraint missing_information_pkey PRIMARY KEY (decision_point_id, "position"),
  constraint missing_information_what_check CHECK (what <> ''::text)
);

create table notices (
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  text text not null,
  thing text,
  thing_id uuid,
  due date,
  seen_at timestamp(3) with time zone,
  created_at timestamp(3) with time zone not null default now(),
  constraint notices_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE,
  constraint notices_pkey PRIMARY KEY (id)
);
CREATE INDEX notices_unseen ON notices USING btree (person_id, id) WHERE seen_at IS NULL;

create table one_time_links (
  id uuid not null,
  purpose text not null,
  person_id uuid,
  code_hash bytea not null,
  expires_at timestamp(3) with time zone not null,
  used_at timestamp(3) with time zone,
  created_at timestamp(3) with time zone not null default now(),
  constraint one_time_links_code_hash_check CHECK (octet_length(code_hash) = 32),
  constraint one_time_links_code_hash_key UNIQUE (code_hash),
  constraint one_time_links_person CHECK ((purpose = 'setup'::text) = (person_id IS NULL)),
  constraint one_time_links_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE,
  constraint one_time_links_pkey PRIMARY KEY (id),
  constraint one_time_links_purpose_check CHECK (purpose = ANY (ARRAY['setup'::text, 'set_password'::text]))
);
CREATE INDEX one_time_links_person ON one_time_links USING btree (person_id);

create table organisation (
  id uuid not null,
  singleton boolean not null default true,
  name text not null,
  time_zone text not null default 'UTC'::text,
  currency text not null default 'EUR'::text,
  working_days integer[] not null default '{1,2,3,4,5}'::integer[],
  demonstration boolean not null default false,
  settings jsonb not null default '{}'::jsonb,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now(),
  vendors text[] not null default '{}'::text[],
  rule_severities jsonb not null default '{}'::jsonb,
  wording_version integer not null default 1,
  constraint organisation_currency_check CHECK (currency ~ '^[A-Z]{3}$'::text),
  constraint organisation_name_check CHECK (name <> ''::text),
  constraint organisation_pkey PRIMARY KEY (id),
  constraint organisation_settings_check CHECK (jsonb_typeof(settings) = 'object'::text),
  constraint organisation_singleton_check CHECK (singleton),
  constraint organisation_singleton_key UNIQUE (singleton),
  constraint organisation_working_days_check CHECK (cardinality(working_days) > 0 AND working_days <@ '{1,2,3,4,5,6,7}'::integer[])
);

create table originals (
  id uuid not null,
  folder text not null,
  path text not null,
  version integer not null,
  sha256 bytea not null,
  bytes bytea not null,
  byte_length integer not null generated always as (octet_length(bytes)) stored,
  encoding text not null default 'utf-8'::text,
  import_id uuid,
  imported_at timestamp(3) with time zone not null default now(),
  constraint originals_folder_path_version_key UNIQUE (folder, path, version),
  constraint originals_import_id_fkey FOREIGN KEY (import_id) REFERENCES imports(id),
  constraint originals_pkey PRIMARY KEY (id),
  constraint originals_sha256_check CHECK (octet_length(sha256) = 32),
  constraint originals_version_check CHECK (version > 0)
);
CREATE INDEX originals_import ON originals USING btree (import_id);
CREATE INDEX originals_sha256 ON originals USING btree (sha256);
CREATE TRIGGER originals_frozen BEFORE UPDATE ON originals FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table people (
  id uuid not null,
  name text not null,
  email text,
  title text,
  location text,
  manager_id uuid,
  start_date date,
  roles text[] not null default '{viewer}'::text[],
  user_id text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now(),
  constraint people_email_check CHECK (email = lower(email)),
  constraint people_manager_id_fkey FOREIGN KEY (manager_id) REFERENCES people(id),
  constraint people_name_check CHECK (name <> ''::text),
  constraint people_not_own_manager CHECK (manager_id IS DISTINCT FROM id),
  constraint people_pkey PRIMARY KEY (id),
  constraint people_roles_check CHECK (roles <@ '{viewer,contributor,facilitator,leader,admin}'::text[]),
  constraint people_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth_users(id) ON DELETE SET NULL,
  constraint people_user_id_key UNIQUE (user_id)
);
CREATE INDEX people_by_name ON people USING btree (lower(name), id);
CREATE UNIQUE INDEX people_email ON people USING btree (email);
CREATE INDEX people_manager ON people USING btree (manager_id);
CREATE INDEX people_name_parts ON people USING gin (lower(name) gin_trgm_ops);

create table postmortem_cards (
  postmortem_id uuid not null,
  sort_at timestamp(3) with time zone not null,
  number integer not null,
  title text not null,
  learned text,
  state text not null,
  tier text not null,
  visibility text not null,
  readable_by uuid[] not null,
  kind text not null,
  severity text,
  impact_started_at timestamp(3) with time zone,
  impact_started_on date,
  impact_minutes double precision,
  owning_team_id uuid,
  service_ids uuid[] not null,
  classes jsonb not null,
  layers jsonb not null,
  repeat_after_days double precision,
  actions_total integer not null,
  actions_open integer not null,
  actions_verified integer not null,
  open_claims integer not null,
  sections_written integer not null,
  facets bigint[] not null,
  search tsvector not null,
  updated_at timestamp(3) with time zone not null,
  dated boolean not null,
  open_findings smallint[],
  constraint postmortem_cards_pkey PRIMARY KEY (postmortem_id),
  constraint postmortem_cards_postmortem_id_fkey FOREIGN KEY (postmortem_id) REFERENCES postmortems(id) ON DELETE CASCADE
);
CREATE INDEX postmortem_cards_facets ON postmortem_cards USING gin (facets);
CREATE INDEX postmortem_cards_newest ON postmortem_cards USING btree (sort_at DESC, postmortem_id DESC) INCLUDE (dated, state, kind, sections_written);
CREATE INDEX postmortem_cards_restricted ON postmortem_cards USING btree (postmortem_id) INCLUDE (visibility, readable_by) WHERE visibility = 'restricted'::text;
CREATE INDEX postmortem_cards_search ON postmortem_cards USING gin (search);
CREATE INDEX postmortem_cards_updated ON postmortem_cards USING btree (updated_at DESC, postmortem_id DESC);
CREATE INDEX postmortem_cards_wording ON postmortem_cards USING btree (sort_at) INCLUDE (postmortem_id, open_findings) WHERE open_findings IS NOT NULL AND dated AND state <> 'withdrawn'::text AND (kind <> ALL (ARRAY['near_miss'::text, 'drill'::text]));
CREATE TRIGGER postmortem_cards_tallied_on_delete AFTER DELETE ON postmortem_cards REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION tally_postmortem_cards_on_delete();
CREATE TRIGGER postmortem_cards_tallied_on_insert AFTER INSERT ON postmortem_cards REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION tally_postmortem_cards_on_insert();
CREATE TRIGGER postmortem_cards_tallied_on_update AFTER UPDATE ON postmortem_cards REFERENCING OLD TABLE AS gone NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION tally_postmortem_cards_on_update();

create table postmortem_classes (
  postmortem_id uuid not null,
  class_id uuid not null,
  "position" integer not null default 0,
  standing text not null,
  confidence double precision,
  constraint postmortem_classes_class_id_fkey FOREIGN KEY (class_id) REFERENCES incident_classes(id),
  constraint postmortem_classes_confidence_check CHECK (confidence >= 0::double precision AND confidence <= 1::double precision),
  constraint postmortem_classes_pkey PRIMARY KEY (postmortem_id, class_id),
  constraint postmortem_classes_postmortem_id_fkey FOREIGN KEY (postmortem_id) REFERENCES postmortems(id) ON DELETE CASCADE,
  constraint postmortem_classes_standing_check CHECK (standing = ANY (ARRAY['suggested'::text, 'confirmed'::text, 'set_aside'::text]))
);
CREATE INDEX postmortem_classes_class ON postmortem_classes USING btree (class_id, standing, confidence DESC NULLS LAST);

create table postmortem_editions (
  postmortem_id uuid not null,
  edition integer not null,
  content jsonb not null,
  reason text,
  made_by_id uuid,
  made_at timestamp(3) with time zone not null,
  constraint postmortem_editions_edition_check CHECK (edition > 0),
  constraint postmortem_editions_made_by_id_fkey FOREIGN KEY (made_by_id) REFERENCES people(id),
  constraint postmortem_editions_pkey PRIMARY KEY (postmortem_id, edition),
  constraint postmortem_editions_postmortem_id_fkey FOREIGN KEY (postmortem_id) REFERENCES postmortems(id) ON DELETE CASCADE
);
CREATE INDEX postmortem_editions_made_by ON postmortem_editions USING btree (made_by_id);
CREATE TRIGGER postmortem_editions_frozen BEFORE UPDATE ON postmortem_editions FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table postmortem_incidents (
  postmortem_id uuid not null,
  incident_id uuid not null,
  "position" integer not null default 0,
  constraint postmortem_incidents_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id),
  constraint postmortem_incidents_pkey PRIMARY KEY (postmortem_id, incident_id),
  constraint postmortem_incidents_postmortem_id_fkey FOREIGN KEY (postmortem_id) REFERENCES postmortems(id) ON DELETE CASCADE
);
CREATE INDEX postmortem_incidents_incident ON postmortem_incidents USING btree (incident_id, postmortem_id);
CREATE TRIGGER postmortem_incidents_shared AFTER INSERT ON postmortem_incidents REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION tell_that_incidents_are_shared();

create table postmortem_originals (
  postmortem_id uuid not null,
  original_id uuid not null,
  part integer not null default 0,
  constraint postmortem_originals_original_id_fkey FOREIGN KEY (original_id) REFERENCES originals(id),
  constraint postmortem_originals_part_check CHECK (part >= 0),
  constraint postmortem_originals_pkey PRIMARY KEY (postmortem_id, original_id),
  constraint postmortem_originals_postmortem_id_fkey FOREIGN KEY (postmortem_id) REFERENCES postmortems(id) ON DELETE CASCADE
);
CREATE INDEX postmortem_originals_original ON postmortem_originals USING btree (original_id, part);

create table postmortem_readers (
  postmortem_id uuid not null,
  person_id uuid not null,
  constraint postmortem_readers_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE,
  constraint postmortem_readers_pkey PRIMARY KEY (postmortem_id, person_id),
  constraint postmortem_readers_postmortem_id_fkey FOREIGN KEY (postmortem_id) REFERENCES postmortems(id) ON DELETE CASCADE
);
CREATE INDEX postmortem_readers_person ON postmortem_readers USING btree (person_id);

create table postmortem_references (
  id uuid not null,
  postmortem_id uuid not null,
  kind text not null,
  title text not null,
  url text,
  from_postmortem_id uuid,
  at timestamp(3) with time zone not null,
  constraint postmortem_references_from_postmortem_id_fkey FOREIGN KEY (from_postmortem_id) REFERENCES postmortems(id) ON DELETE CASCADE,
  constraint postmortem_references_kind_check CHECK (kind = ANY (ARRAY['pull_request'::text, 'design'::text, 'ticket'::text, 'postmortem'::text, 'outage'::text])),
  constraint postmortem_references_pkey PRIMARY KEY (id),
  constraint postmortem_references_postmortem_id_fkey FOREIGN KEY (postmortem_id) REFERENCES postmortems(id) ON DELETE CASCADE,
  constraint postmortem_references_says_from_where CHECK (num_nonnulls(url, from_postmortem_id) > 0 AND from_postmortem_id IS DISTINCT FROM postmortem_id),
  constraint postmortem_references_title_check CHECK (title <> ''::text)
);
CREATE INDEX postmortem_references_from ON postmortem_references USING btree (from_postmortem_id) WHERE from_postmortem_id IS NOT NULL;
CREATE INDEX postmortem_references_postmortem ON postmortem_references USING btree (postmortem_id, at);

create table postmortem_sections (
  postmortem_id uuid not null,
  section text not null,
  body text not null,
  updated_at timestamp(3) with time zone not null default now(),
  constraint postmortem_sections_body_check CHECK (body <> ''::text),
  constraint postmortem_sections_pkey PRIMARY KEY (postmortem_id, section),
  constraint postmortem_sections_postmortem_id_fkey FOREIGN KEY (postmortem_id) REFERENCES postmortems(id) ON DELETE CASCADE,
  constraint postmortem_sections_section_check CHECK (section = ANY (ARRAY['summary'::text, 'impact'::text, 'detection'::text, 'timeline'::text, 'causes'::text, 'resolution'::text, 'wentWell'::text, 'wentWrong'::text, 'lucky'::text, 'surprised'::text, 'lessons'::text, 'actions'::text]))
);

create table postmortems (
  id uuid not null,
  number integer not null default nextval('postmortem_number'::regclass),
  title text not null,
  state text not null default 'draft'::text,
  state_changed_at timestamp(3) with time zone not null default now(),
  state_reason text,
  tier text not null default 'standard'::text,
  visibility text not null default 'organisation'::text,
  language text not null default 'en'::text,
  author_id uuid,
  facilitator_id uuid,
  published_at timestamp(3) with time zone,
  edition integer not null default 1,
  superseded_by_id uuid,
  superseded_by_as_written text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now(),
  linted_with text,
  constraint postmortems_author_id_fkey FOREIGN KEY (author_id) REFERENCES people(id),
  constraint postmortems_edition_check CHECK (edition > 0),
  constraint postmortems_facilitator_id_fkey FOREIGN KEY (facilitator_id) REFERENCES people(id),
  constraint postmortems_not_superseded_by_itself CHECK (superseded_by_id IS DISTINCT FROM id),
  constraint postmortems_number_check CHECK (number > 0),
  constraint postmortems_number_key UNIQUE (number),
  constraint postmortems_pkey PRIMARY KEY (id),
  constraint postmortems_published_has_time CHECK (state <> 'published'::text OR published_at IS NOT NULL),
  constraint postmortems_state_check CHECK (state = ANY (ARRAY['draft'::text, 'in_review'::text, 'reviewed'::text, 'published'::text, 'withdrawn'::text])),
  constraint postmortems_superseded_by_id_fkey FOREIGN KEY (superseded_by_id) REFERENCES postmortems(id),
  constraint postmortems_tier_check CHECK (tier = ANY (ARRAY['note'::text, 'standard'::text, 'full'::text])),
  constraint postmortems_title_check CHECK (title <> ''::text),
  constraint postmortems_visibility_check CHECK (visibility = ANY (ARRAY['organisation'::text, 'restricted'::text])),
  constraint postmortems_withdrawn_needs_reason CHECK (state <> 'withdrawn'::text OR COALESCE(state_reason, ''::text) <> ''::text)
);
CREATE INDEX postmortems_author ON postmortems USING btree (author_id, state);
CREATE INDEX postmortems_facilitator ON postmortems USING btree (facilitator_id, state);
CREATE INDEX postmortems_superseded_by ON postmortems USING btree (superseded_by_id) WHERE superseded_by_id IS NOT NULL;

create table programme_commitments (
  programme_id uuid not null,
  action_item_id uuid not null,
  team_id uuid not null,
  constraint programme_commitments_action_item_id_fkey FOREIGN KEY (action_item_id) REFERENCES action_items(id),
  constraint programme_commitments_pkey PRIMARY KEY (programme_id, action_item_id),
  constraint programme_commitments_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programmes(id) ON DELETE CASCADE,
  constraint programme_commitments_team_id_fkey FOREIGN KEY (team_id) REFERENCES teams(id)
);
CREATE INDEX programme_commitments_action_item ON programme_commitments USING btree (action_item_id);
CREATE INDEX programme_commitments_team ON programme_commitments USING btree (team_id);

create table programme_dependencies (
  programme_id uuid not null,
  action_item_id uuid not null,
  depends_on_id uuid not null,
  constraint programme_dependencies_not_itself CHECK (action_item_id <> depends_on_id),
  constraint programme_dependencies_pkey PRIMARY KEY (programme_id, action_item_id, depends_on_id),
  constraint programme_dependencies_programme_id_action_item_id_fkey FOREIGN KEY (programme_id, action_item_id) REFERENCES programme_commitments(programme_id, action_item_id) ON DELETE CASCADE,
  constraint programme_dependencies_programme_id_depends_on_id_fkey FOREIGN KEY (programme_id, depends_on_id) REFERENCES programme_commitments(programme_id, action_item_id) ON DELETE CASCADE
);
CREATE INDEX programme_dependencies_on ON programme_dependencies USING btree (programme_id, depends_on_id);

create table programme_milestones (
  id uuid not null,
  programme_id uuid not null,
  title text not null,
  due date not null,
  reached_on date,
  constraint programme_milestones_pkey PRIMARY KEY (id),
  constraint programme_milestones_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programmes(id) ON DELETE CASCADE,
  constraint programme_milestones_title_check CHECK (title <> ''::text)
);
CREATE INDEX programme_milestones_programme ON programme_milestones USING btree (programme_id, due);

create table programme_postmortems (
  programme_id uuid not null,
  postmortem_id uuid not null,
  constraint programme_postmortems_pkey PRIMARY KEY (programme_id, postmortem_id),
  constraint programme_postmortems_postmortem_id_fkey FOREIGN KEY (postmortem_id) REFERENCES postmortems(id),
  constraint programme_postmortems_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programmes(id) ON DELETE CASCADE
);
CREATE INDEX programme_postmortems_postmortem ON programme_postmortems USING btree (postmortem_id);

create table programmes (
  id uuid not null,
  title text not null,
  purpose text not null,
  state text not null default 'proposed'::text,
  sponsor_id uuid,
  coordinator_id uuid,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now(),
  constraint programmes_coordinator_id_fkey FOREIGN KEY (coordinator_id) REFERENCES people(id),
  constraint programmes_pkey PRIMARY KEY (id),
  constraint programmes_sponsor_id_fkey FOREIGN KEY (sponsor_id) REFERENCES people(id),
  constraint programmes_state_check CHECK (state = ANY (ARRAY['proposed'::text, 'running'::text, 'done'::text, 'stopped'::text])),
  constraint programmes_title_check CHECK (title <> ''::text)
);
CREATE INDEX programmes_coordinator ON programmes USING btree (coordinator_id);
CREATE INDEX programmes_sponsor ON programmes USING btree (sponsor_id);

create table readings (
  id uuid not null,
  postmortem_id uuid not null,
  reader_id uuid not null,
  sent_at timestamp(3) with time zone not null,
  channel text not null,
  due date not null,
  opened_at timestamp(3) with time zone,
  acknowledged_at timestamp(3) with time zone,
  word text,
  constraint readings_acknowledged_with_a_word CHECK ((acknowledged_at IS NULL) = (word IS NULL)),
  constraint readings_channel_check CHECK (channel = ANY (ARRAY['mail'::text, 'chat'::text, 'page'::text])),
  constraint readings_in_order CHECK (opened_at >= sent_at AND acknowledged_at >= sent_at),
  constraint readings_pkey PRIMARY KEY (id),
  constraint readings_postmortem_id_fkey FOREIGN KEY (postmortem_id) REFERENCES postmortems(id) ON DELETE CASCADE,
  constraint readings_postmortem_id_reader_id_key UNIQUE (postmortem_id, reader_id),
  constraint readings_reader_id_fkey FOREIGN KEY (reader_id) REFERENCES people(id),
  constraint readings_word_check CHECK (word = ANY (ARRAY['will_sponsor'::text, 'has_question'::text, 'read'::text]))
);
CREATE INDEX readings_by_due ON readings USING btree (due);
CREATE INDEX readings_reader ON readings USING btree (reader_id, due) WHERE acknowledged_at IS NULL;

create table restricted_trend_rows (
  postmortem_id uuid not null,
  incident_id uuid,
  shared boolean not null,
  figure text not null,
  kind text,
  severity text,
  class_id uuid,
  marks integer not null,
  minutes double precision,
  at timestamp(3) with time zone,
  n integer not null,
  constraint restricted_trend_rows_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id) ON DELETE CASCADE,
  constraint restricted_trend_rows_postmortem_id_fkey FOREIGN KEY (postmortem_id) REFERENCES postmortems(id) ON DELETE CASCADE
);
CREATE INDEX restricted_trend_rows_by_time ON restricted_trend_rows USING btree (figure, at) INCLUDE (postmortem_id, incident_id, shared, kind, severity, class_id, marks, minutes, n);
CREATE INDEX restricted_trend_rows_incident ON restricted_trend_rows USING btree (incident_id) WHERE incident_id IS NOT NULL;
CREATE INDEX restricted_trend_rows_postmortem ON restricted_trend_rows USING btree (postmortem_id);

create table review_attendance (
  review_id uuid not null,
  person_id uuid not null,
  invited boolean not null default true,
  attended boolean not null default false,
  constraint review_attendance_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint review_attendance_pkey PRIMARY KEY (review_id, person_id),
  constraint review_attendance_review_id_fkey FOREIGN KEY (review_id) REFERENCES reviews(id) ON DELETE CASCADE
);
CREATE INDEX review_attendance_person ON review_attendance USING btree (person_id);

create table reviews (
  id uuid not null,
  postmortem_id uuid not null,
  leadership boolean not null default false,
  due date,
  scheduled_at timestamp(3) with time zone,
  facilitator_id uuid,
  learning_not_defence boolean,
  claims_tied boolean,
  no_passing_between_teams boolean,
  actions_owned boolean,
  minutes text,
  held_at timestamp(3) with time zone,
  outcome text,
  absence_reason text,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now(),
  constraint reviews_facilitator_id_fkey FOREIGN KEY (facilitator_id) REFERENCES people(id),
  constraint reviews_outcome_check CHECK (outcome = ANY (ARRAY['accepted'::text, 'needs_another'::text])),
  constraint reviews_outcome_of_a_held_one CHECK (outcome IS NULL OR held_at IS NOT NULL),
  constraint reviews_pkey PRIMARY KEY (id),
  constraint reviews_postmortem_id_fkey FOREIGN KEY (postmortem_id) REFERENCES postmortems(id) ON DELETE CASCADE
);
CREATE INDEX reviews_by_due ON reviews USING btree (due);
CREATE INDEX reviews_facilitator ON reviews USING btree (facilitator_id, due) WHERE held_at IS NULL;
CREATE INDEX reviews_postmortem ON reviews USING btree (postmortem_id);

create table saved_views (
  id uuid not null,
  owner_id uuid not null,
  name text not null,
  query text not null,
  shared boolean not null default false,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now(),
  constraint saved_views_name_check CHECK (name <> ''::text),
  constraint saved_views_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id) ON DELETE CASCADE,
  constraint saved_views_owner_id_name_key UNIQUE (owner_id, name),
  constraint saved_views_pkey PRIMARY KEY (id)
);
CREATE INDEX saved_views_shared ON saved_views USING btree (name) WHERE shared;

create table services (
  id uuid not null,
  name text not null,
  team_id uuid,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now(),
  constraint services_name_check CHECK (name <> ''::text),
  constraint services_pkey PRIMARY KEY (id),
  constraint services_team_id_fkey FOREIGN KEY (team_id) REFERENCES teams(id)
);
CREATE UNIQUE INDEX services_name ON services USING btree (lower(name));
CREATE INDEX services_team ON services USING btree (team_id);

create table severities (
  code text not null,
  rank integer not null,
  meaning text not null,
  leadership_read boolean not null default false,
  constraint severities_code_check CHECK (code ~ '^[A-Z][A-Z0-9-]{0,9}$'::text),
  constraint severities_pkey PRIMARY KEY (code),
  constraint severities_rank UNIQUE (rank) DEFERRABLE INITIALLY DEFERRED,
  constraint severities_rank_check CHECK (rank > 0)
);

create table severity_changes (
  id uuid not null,
  incident_id uuid not null,
  from_severity text,
  to_severity text,
  reason text not null default ''::text,
  changed_by_id uuid not null,
  changed_at timestamp(3) with time zone not null,
  constraint severity_changes_changed_by_id_fkey FOREIGN KEY (changed_by_id) REFERENCES people(id),
  constraint severity_changes_from_severity_fkey FOREIGN KEY (from_severity) REFERENCES severities(code) ON UPDATE CASCADE,
  constraint severity_changes_incident_id_fkey FOREIGN KEY (incident_id) REFERENCES incidents(id) ON DELETE CASCADE,
  constraint severity_changes_is_change CHECK (from_severity IS DISTINCT FROM to_severity),
  constraint severity_changes_needs_reason CHECK (from_severity IS NULL OR reason <> ''::text),
  constraint severity_changes_pkey PRIMARY KEY (id),
  constraint severity_changes_to_severity_fkey FOREIGN KEY (to_severity) REFERENCES severities(code) ON UPDATE CASCADE
);
CREATE INDEX severity_changes_by ON severity_changes USING btree (changed_by_id);
CREATE INDEX severity_changes_by_time ON severity_changes USING btree (changed_at);
CREATE INDEX severity_changes_from ON severity_changes USING btree (from_severity);
CREATE INDEX severity_changes_incident ON severity_changes USING btree (incident_id, changed_at);
CREATE INDEX severity_changes_to ON severity_changes USING btree (to_severity);

create table sponsorship_decisions (
  id uuid not null,
  sponsorship_id uuid not null,
  state text not null,
  currency text,
  approved_amount bigint,
  approved_days double precision,
  reason text,
  until date,
  decided_by_id uuid,
  decided_at timestamp(3) with time zone not null,
  constraint sponsorship_decisions_decided_by_id_fkey FOREIGN KEY (decided_by_id) REFERENCES people(id),
  constraint sponsorship_decisions_pkey PRIMARY KEY (id),
  constraint sponsorship_decisions_sponsorship_id_fkey FOREIGN KEY (sponsorship_id) REFERENCES sponsorships(id) ON DELETE CASCADE,
  constraint sponsorship_decisions_state_check CHECK (state = ANY (ARRAY['requested'::text, 'funded'::text, 'declined'::text, 'deferred'::text]))
);
CREATE INDEX sponsorship_decisions_decided_by ON sponsorship_decisions USING btree (decided_by_id);
CREATE INDEX sponsorship_decisions_sponsorship ON sponsorship_decisions USING btree (sponsorship_id, decided_at);
CREATE TRIGGER sponsorship_decisions_frozen BEFORE UPDATE ON sponsorship_decisions FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table sponsorships (
  id uuid not null,
  action_item_id uuid,
  programme_id uuid,
  sponsor_id uuid,
  state text not null default 'requested'::text,
  currency text,
  asked_amount bigint,
  asked_days double precision,
  approved_amount bigint,
  approved_days double precision,
  spent_amount bigint,
  spent_days double precision,
  no_money_needed boolean not null default false,
  reason text,
  until date,
  state_changed_at timestamp(3) with time zone not null default now(),
  version integer not null default 1,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now(),
  constraint sponsorships_action_item_id_fkey FOREIGN KEY (action_item_id) REFERENCES action_items(id),
  constraint sponsorships_approved_amount_check CHECK (approved_amount >= 0),
  constraint sponsorships_approved_days_check CHECK (approved_days >= 0::double precision),
  constraint sponsorships_asked_amount_check CHECK (asked_amount >= 0),
  constraint sponsorships_asked_days_check CHECK (asked_days >= 0::double precision),
  constraint sponsorships_currency_check CHECK (currency ~ '^[A-Z]{3}$'::text),
  constraint sponsorships_decided_by_someone CHECK (state = 'requested'::text OR sponsor_id IS NOT NULL),
  constraint sponsorships_declined_needs_reason CHECK (state <> 'declined'::text OR COALESCE(reason, ''::text) <> ''::text AND until IS NOT NULL),
  constraint sponsorships_deferred_needs_date CHECK (state <> 'deferred'::text OR until IS NOT NULL),
  constraint sponsorships_funded_says_how_much CHECK (state <> 'funded'::text OR no_money_needed OR num_nonnulls(approved_amount, approved_days) > 0),
  constraint sponsorships_money_has_currency CHECK (currency IS NOT NULL OR num_nonnulls(asked_amount, approved_amount, spent_amount) = 0),
  constraint sponsorships_of_one_thing CHECK (num_nonnulls(action_item_id, programme_id) = 1),
  constraint sponsorships_pkey PRIMARY KEY (id),
  constraint sponsorships_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programmes(id),
  constraint sponsorships_spent_amount_check CHECK (spent_amount >= 0),
  constraint sponsorships_spent_days_check CHECK (spent_days >= 0::double precision),
  constraint sponsorships_sponsor_id_fkey FOREIGN KEY (sponsor_id) REFERENCES people(id),
  constraint sponsorships_state_check CHECK (state = ANY (ARRAY['requested'::text, 'funded'::text, 'declined'::text, 'deferred'::text]))
);
CREATE UNIQUE INDEX sponsorships_action_item ON sponsorships USING btree (action_item_id) WHERE action_item_id IS NOT NULL;
CREATE UNIQUE INDEX sponsorships_programme ON sponsorships USING btree (programme_id) WHERE programme_id IS NOT NULL;
CREATE INDEX sponsorships_sponsor ON sponsorships USING btree (sponsor_id, state);
CREATE INDEX sponsorships_until ON sponsorships USING btree (until) WHERE until IS NOT NULL;

create table team_members (
  team_id uuid not null,
  person_id uuid not null,
  constraint team_members_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE,
  constraint team_members_pkey PRIMARY KEY (team_id, person_id),
  constraint team_members_team_id_fkey FOREIGN KEY (team_id) REFERENCES teams(id) ON DELETE CASCADE
);
CREATE INDEX team_members_person ON team_members USING btree (person_id);

create table teams (
  id uuid not null,
  name text not null,
  lead_id uuid,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now(),
  constraint teams_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES people(id),
  constraint teams_name_check CHECK (name <> ''::text),
  constraint teams_pkey PRIMARY KEY (id)
);
CREATE INDEX teams_lead ON teams USING btree (lead_id);
CREATE UNIQUE INDEX teams_name ON teams USING btree (lower(name));

create table timeline_events (
  id uuid not null,
  postmortem_id uuid not null,
  "position" integer not null,
  at timestamp(3) with time zone,
  until timestamp(3) with time zone,
  as_written text,
  zone text,
  "precision" text not null,
  phase text not null,
  text text not null,
  actor text,
  source text,
  curated boolean not null default true,
  constraint timeline_events_phase_check CHECK (phase = ANY (ARRAY['alarm'::text, 'detection'::text, 'response'::text, 'recovery'::text, 'context'::text])),
  constraint timeline_events_pkey PRIMARY KEY (id),
  constraint timeline_events_postmortem_id_fkey FOREIGN KEY (postmortem_id) REFERENCES postmortems(id) ON DELETE CASCADE,
  constraint timeline_events_precision_check CHECK ("precision" = ANY (ARRAY['minute'::text, 'approximate'::text, 'day'::text, 'inferred'::text, 'unknown'::text])),
  constraint timeline_events_text_check CHECK (text <> ''::text)
);
CREATE INDEX timeline_events_postmortem ON timeline_events USING btree (postmortem_id, "position");

create table training_attempts (
  id uuid not null,
  module_id uuid not null,
  person_id uuid not null,
  started_at timestamp(3) with time zone not null,
  finished_at timestamp(3) with time zone,
  score double precision,
  answers jsonb not null default '{}'::jsonb,
  constraint training_attempts_in_order CHECK (finished_at >= started_at),
  constraint training_attempts_module_id_fkey FOREIGN KEY (module_id) REFERENCES training_modules(id),
  constraint training_attempts_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE,
  constraint training_attempts_pkey PRIMARY KEY (id),
  constraint training_attempts_score_at_the_end CHECK ((finished_at IS NULL) = (score IS NULL)),
  constraint training_attempts_score_check CHECK (score >= 0::double precision AND score <= 1::double precision)
);
CREATE INDEX training_attempts_module ON training_attempts USING btree (module_id);
CREATE INDEX training_attempts_person ON training_attempts USING btree (person_id, module_id);

create table training_modules (
  id uuid not null,
  title text not null,
  audience text not null,
  pass_score double precision not null,
  content jsonb not null default '{}'::jsonb,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now(),
  constraint training_modules_audience_check CHECK (audience = ANY (ARRAY['technical'::text, 'leadership'::text])),
  constraint training_modules_pass_score_check CHECK (pass_score >= 0::double precision AND pass_score <= 1::double precision),
  constraint training_modules_pkey PRIMARY KEY (id),
  constraint training_modules_title_check CHECK (title <> ''::text)
);

create table trend_review_attendance (
  trend_review_id uuid not null,
  person_id uuid not null,
  constraint trend_review_attendance_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint trend_review_attendance_pkey PRIMARY KEY (trend_review_id, person_id),
  constraint trend_review_attendance_trend_review_id_fkey FOREIGN KEY (trend_review_id) REFERENCES trend_reviews(id) ON DELETE CASCADE
);
CREATE INDEX trend_review_attendance_person ON trend_review_attendance USING btree (person_id);

create table trend_review_decisions (
  id uuid not null,
  trend_review_id uuid not null,
  "position" integer not null,
  action_item_id uuid,
  sponsorship_id uuid,
  programme_id uuid,
  cadence_id uuid,
  constraint trend_review_decisions_action_item_id_fkey FOREIGN KEY (action_item_id) REFERENCES action_items(id),
  constraint trend_review_decisions_cadence_id_fkey FOREIGN KEY (cadence_id) REFERENCES cadences(id),
  constraint trend_review_decisions_one_thing CHECK (num_nonnulls(action_item_id, sponsorship_id, programme_id, cadence_id) = 1),
  constraint trend_review_decisions_pkey PRIMARY KEY (id),
  constraint trend_review_decisions_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programmes(id),
  constraint trend_review_decisions_sponsorship_id_fkey FOREIGN KEY (sponsorship_id) REFERENCES sponsorships(id),
  constraint trend_review_decisions_trend_review_id_fkey FOREIGN KEY (trend_review_id) REFERENCES trend_reviews(id) ON DELETE CASCADE
);
CREATE INDEX trend_review_decisions_action ON trend_review_decisions USING btree (action_item_id) WHERE action_item_id IS NOT NULL;
CREATE INDEX trend_review_decisions_cadence ON trend_review_decisions USING btree (cadence_id) WHERE cadence_id IS NOT NULL;
CREATE INDEX trend_review_decisions_programme ON trend_review_decisions USING btree (programme_id) WHERE programme_id IS NOT NULL;
CREATE INDEX trend_review_decisions_review ON trend_review_decisions USING btree (trend_review_id, "position");
CREATE INDEX trend_review_decisions_sponsorship ON trend_review_decisions USING btree (sponsorship_id) WHERE sponsorship_id IS NOT NULL;

create table trend_reviews (
  id uuid not null,
  span text not null,
  from_at timestamp(3) with time zone not null,
  to_at timestamp(3) with time zone not null,
  frozen_at timestamp(3) with time zone,
  rules_version text,
  figures jsonb,
  held_at timestamp(3) with time zone,
  version integer not null default 1,
  created_at timestamp(3) with time zone not null default now(),
  updated_at timestamp(3) with time zone not null default now(),
  constraint trend_reviews_pack_whole CHECK (num_nonnulls(frozen_at, rules_version, figures) = ANY (ARRAY[0, 3])),
  constraint trend_reviews_period CHECK (to_at > from_at),
  constraint trend_reviews_pkey PRIMARY KEY (id),
  constraint trend_reviews_span_check CHECK (span = ANY (ARRAY['month'::text, 'quarter'::text, 'year'::text])),
  constraint trend_reviews_span_from_at_key UNIQUE (span, from_at)
);

create table trend_tallies (
  figure text not null,
  month date not null,
  kind text,
  severity text,
  class_id uuid,
  marks integer not null default 0,
  minutes double precision,
  n integer not null,
  constraint trend_tallies_figure_check CHECK (figure = ANY (ARRAY['incident'::text, 'undated'::text, 'detect'::text, 'mitigate'::text, 'recover'::text, 'occurrence'::text, 'classified'::text, 'coverage'::text, 'open'::text, 'open_due'::text, 'class_open'::text, 'class_verified'::text, 'read'::text, 'finding'::text]))
);
CREATE INDEX trend_tallies_by_month ON trend_tallies USING btree (figure, month) INCLUDE (kind, severity, class_id, marks, minutes, n);

create view trend_rows as
 SELECT trend_rows_of_incidents.figure,
    trend_rows_of_incidents.month,
    trend_rows_of_incidents.kind,
    trend_rows_of_incidents.severity,
    trend_rows_of_incidents.class_id,
    trend_rows_of_incidents.marks,
    trend_rows_of_incidents.minutes,
    trend_rows_of_incidents.at,
    trend_rows_of_incidents.subject_id,
    trend_rows_of_incidents.n
   FROM trend_rows_of_incidents
UNION ALL
 SELECT trend_rows_of_class_occurrences.figure,
    trend_rows_of_class_occurrences.month,
    trend_rows_of_class_occurrences.kind,
    trend_rows_of_class_occurrences.severity,
    trend_rows_of_class_occurrences.class_id,
    trend_rows_of_class_occurrences.marks,
    trend_rows_of_class_occurrences.minutes,
    trend_rows_of_class_occurrences.at,
    trend_rows_of_class_occurrences.subject_id,
    trend_rows_of_class_occurrences.n
   FROM trend_rows_of_class_occurrences
UNION ALL
 SELECT trend_rows_of_classified.figure,
    trend_rows_of_classified.month,
    trend_rows_of_classified.kind,
    trend_rows_of_classified.severity,
    trend_rows_of_classified.class_id,
    trend_rows_of_classified.marks,
    trend_rows_of_classified.minutes,
    trend_rows_of_classified.at,
    trend_rows_of_classified.subject_id,
    trend_rows_of_classified.n
   FROM trend_rows_of_classified
UNION ALL
 SELECT trend_rows_of_postmortem_cards.figure,
    trend_rows_of_postmortem_cards.month,
    trend_rows_of_postmortem_cards.kind,
    trend_rows_of_postmortem_cards.severity,
    trend_rows_of_postmortem_cards.class_id,
    trend_rows_of_postmortem_cards.marks,
    trend_rows_of_postmortem_cards.minutes,
    trend_rows_of_postmortem_cards.at,
    trend_rows_of_postmortem_cards.subject_id,
    trend_rows_of_postmortem_cards.n
   FROM trend_rows_of_postmortem_cards
UNION ALL
 SELECT trend_rows_of_action_items.figure,
    trend_rows_of_action_items.month,
    trend_rows_of_action_items.kind,
    trend_rows_of_action_items.severity,
    trend_rows_of_action_items.class_id,
    trend_rows_of_action_items.marks,
    trend_rows_of_action_items.minutes,
    trend_rows_of_action_items.at,
    trend_rows_of_action_items.subject_id,
    trend_rows_of_action_items.n
   FROM trend_rows_of_action_items;

create view trend_rows_of_action_items as
 SELECT 'open'::text AS figure,
    utc_month(action_items.proposed_at) AS month,
    NULL::text AS kind,
    NULL::text AS severity,
    NULL::uuid AS class_id,
    (((action_items.owner_id IS NULL))::integer + (2 * ((action_items.due IS NULL))::integer)) AS marks,
    NULL::double precision AS minutes,
    action_items.proposed_at AS at,
    action_items.postmortem_id AS subject_id,
    1 AS n
   FROM action_items
  WHERE (NOT action_items.closed)
UNION ALL
 SELECT 'open_due'::text AS figure,
    (date_trunc('month'::text, (action_items.due)::timestamp with time zone))::date AS month,
    NULL::text AS kind,
    NULL::text AS severity,
    NULL::uuid AS class_id,
    0 AS marks,
    NULL::double precision AS minutes,
    ((action_items.due)::timestamp without time zone AT TIME ZONE 'UTC'::text) AS at,
    action_items.postmortem_id AS subject_id,
    1 AS n
   FROM action_items
  WHERE ((NOT action_items.closed) AND (action_items.due IS NOT NULL))
UNION ALL
 SELECT
        CASE
            WHEN action_items.closed THEN 'class_verified'::text
            ELSE 'class_open'::text
        END AS figure,
    '-infinity'::date AS month,
    NULL::text AS kind,
    NULL::text AS severity,
    action_items.class_id,
    0 AS marks,
    NULL::double precision AS minutes,
    NULL::timestamp with time zone AS at,
    action_items.postmortem_id AS subject_id,
    1 AS n
   FROM action_items
  WHERE ((action_items.class_id IS NOT NULL) AND ((NOT action_items.closed) OR (action_items.state = 'verified'::text)));

create view trend_rows_of_class_occurrences as
 SELECT 'occurrence'::text AS figure,
    utc_month(occurred_at) AS month,
    NULL::text AS kind,
    NULL::text AS severity,
    class_id,
    (is_repeat)::integer AS marks,
    NULL::double precision AS minutes,
    occurred_at AS at,
    incident_id AS subject_id,
    1 AS n
   FROM class_occurrences;

create view trend_rows_of_classified as
 SELECT 'classified'::text AS figure,
    utc_month(occurred_at) AS month,
    NULL::text AS kind,
    NULL::text AS severity,
    NULL::uuid AS class_id,
    (bool_or(is_repeat))::integer AS marks,
    NULL::double precision AS minutes,
    occurred_at AS at,
    incident_id AS subject_id,
    1 AS n
   FROM class_occurrences
  GROUP BY incident_id, occurred_at;

create view trend_rows_of_incidents as
 SELECT 'incident'::text AS figure,
    utc_month(incidents.occurred_at) AS month,
    counted_kind(incidents.kind) AS kind,
    incidents.severity,
    NULL::uuid AS class_id,
    0 AS marks,
    NULL::double precision AS minutes,
    incidents.occurred_at AS at,
    incidents.id AS subject_id,
    1 AS n
   FROM incidents
  WHERE (incidents.occurred_at IS NOT NULL)
UNION ALL
 SELECT 'undated'::text AS figure,
    '-infinity'::date AS month,
    counted_kind(incidents.kind) AS kind,
    NULL::text AS severity,
    NULL::uuid AS class_id,
    0 AS marks,
    NULL::double precision AS minutes,
    NULL::timestamp with time zone AS at,
    incidents.id AS subject_id,
    1 AS n
   FROM incidents
  WHERE (incidents.occurred_at IS NULL)
UNION ALL
 SELECT span.figure,
    utc_month(incidents.occurred_at) AS month,
    NULL::text AS kind,
    NULL::text AS severity,
    NULL::uuid AS class_id,
    0 AS marks,
    (date_part('epoch'::text, (span.until - incidents.impact_started_at)) / (60)::double precision) AS minutes,
    incidents.occurred_at AS at,
    incidents.id AS subject_id,
    1 AS n
   FROM (incidents
     CROSS JOIN LATERAL ( VALUES ('detect'::text,incidents.detected_at), ('mitigate'::text,incidents.mitigated_at), ('recover'::text,incidents.recovered_at)) span(figure, until))
  WHERE ((incidents.occurred_at IS NOT NULL) AND (counted_kind(incidents.kind) = 'incident'::text) AND (span.until >= incidents.impact_started_at));

create view trend_rows_of_postmortem_cards as
 SELECT 'coverage'::text AS figure,
    utc_month(postmortem_cards.sort_at) AS month,
    NULL::text AS kind,
    NULL::text AS severity,
    NULL::uuid AS class_id,
    postmortem_cards.sections_written AS marks,
    NULL::double precision AS minutes,
    postmortem_cards.sort_at AS at,
    postmortem_cards.postmortem_id AS subject_id,
    1 AS n
   FROM postmortem_cards
  WHERE (postmortem_cards.dated AND (postmortem_cards.state <> 'withdrawn'::text) AND (counted_kind(postmortem_cards.kind) = 'incident'::text))
UNION ALL
 SELECT 'read'::text AS figure,
    utc_month(postmortem_cards.sort_at) AS month,
    NULL::text AS kind,
    NULL::text AS severity,
    NULL::uuid AS class_id,
    0 AS marks,
    NULL::double precision AS minutes,
    postmortem_cards.sort_at AS at,
    postmortem_cards.postmortem_id AS subject_id,
    1 AS n
   FROM postmortem_cards
  WHERE ((postmortem_cards.open_findings IS NOT NULL) AND postmortem_cards.dated AND (postmortem_cards.state <> 'withdrawn'::text) AND (counted_kind(postmortem_cards.kind) = 'incident'::text))
UNION ALL
 SELECT 'finding'::text AS figure,
    utc_month(postmortem_cards.sort_at) AS month,
    NULL::text AS kind,
    NULL::text AS severity,
    NULL::uuid AS class_id,
    (found.category)::integer AS marks,
    NULL::double precision AS minutes,
    postmortem_cards.sort_at AS at,
    postmortem_cards.postmortem_id AS subject_id,
    (found.open)::integer AS n
   FROM (postmortem_cards
     CROSS JOIN LATERAL unnest(postmortem_cards.open_findings) WITH ORDINALITY found(open, category))
  WHERE ((found.open > 0) AND postmortem_cards.dated AND (postmortem_cards.state <> 'withdrawn'::text) AND (counted_kind(postmortem_cards.kind) = 'incident'::text));

create sequence action_item_number as integer;
create sequence postmortem_number as integer;

CREATE OR REPLACE FUNCTION public.cjk_words(body text, weight text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.counted_kind(kind text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case when kind in ('near_miss', 'drill') then kind else 'incident' end
$function$;

CREATE OR REPLACE FUNCTION public.facet_code(facet text)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select hashtextextended(facet, 0) & 9007199254740991
$function$;

CREATE OR REPLACE FUNCTION public.facet_codes(facets text[])
 RETURNS bigint[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select coalesce(array_agg(distinct facet_code(facet)), '{}') from unnest(facets) as facet
$function$;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only: % is refused', tg_table_name, lower(tg_op)
    using errcode = 'restrict_violation';
end
$function$;

CREATE OR REPLACE FUNCTION public.restricted_rows_of(postmortems uuid[])
 RETURNS SETOF restricted_trend_rows
 LANGUAGE sql
 STABLE
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.tally_action_items_on_delete()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
          begin
            insert into trend_tallies (figure, month, kind, severity, class_id, marks, minutes, n)
            select figure, month, kind, severity, class_id, marks, minutes, sum(n) from (select figure, month, kind, severity, class_id, marks, minutes, -n as n from (
        select 'open' as figure, utc_month(proposed_at) as month, null as kind, null as severity, null::uuid as class_id,
          (owner_id is null)::int + 2 * (due is null)::int as marks, null::double precision as minutes,
          proposed_at as at, postmortem_id as subject_id, 1 as n
        from gone where not closed
        union all
        select 'open_due', date_trunc('month', due)::date, null, null, null, 0, null,
          due::timestamp at time zone 'UTC', postmortem_id, 1
        from gone where not closed and due is not null
        union all
        select case when closed then 'class_verified' else 'class_open' end, '-infinity', null, null, class_id, 0, null,
          null, postmortem_id, 1
        from gone where class_id is not null and (not closed or state = 'verified')
      ) as gone) as changed
            group by figure, month, kind, severity, class_id, marks, minutes having sum(n) <> 0;
            return null;
          end $function$;

CREATE OR REPLACE FUNCTION public.tally_action_items_on_insert()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
          begin
            insert into trend_tallies (figure, month, kind, severity, class_id, marks, minutes, n)
            select figure, month, kind, severity, class_id, marks, minutes, sum(n) from (select * from (
        select 'open' as figure, utc_month(proposed_at) as month, null as kind, null as severity, null::uuid as class_id,
          (owner_id is null)::int + 2 * (due is null)::int as marks, null::double precision as minutes,
          proposed_at as at, postmortem_id as subject_id, 1 as n
        from came where not closed
        union all
        select 'open_due', date_trunc('month', due)::date, null, null, null, 0, null,
          due::timestamp at time zone 'UTC', postmortem_id, 1
        from came where not closed and due is not null
        union all
        select case when closed then 'class_verified' else 'class_open' end, '-infinity', null, null, class_id, 0, null,
          null, postmortem_id, 1
        from came where class_id is not null and (not closed or state = 'verified')
      ) as came) as changed
            group by figure, month, kind, severity, class_id, marks, minutes having sum(n) <> 0;
            return null;
          end $function$;

CREATE OR REPLACE FUNCTION public.tally_action_items_on_update()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
          begin
            insert into trend_tallies (figure, month, kind, severity, class_id, marks, minutes, n)
            select figure, month, kind, severity, class_id, marks, minutes, sum(n) from (select figure, month, kind, severity, class_id, marks, minutes, n from (
        select 'open' as figure, utc_month(proposed_at) as month, null as kind, null as severity, null::uuid as class_id,
          (owner_id is null)::int + 2 * (due is null)::int as marks, null::double precision as minutes,
          proposed_at as at, postmortem_id as subject_id, 1 as n
        from came where not closed
        union all
        select 'open_due', date_trunc('month', due)::date, null, null, null, 0, null,
          due::timestamp at time zone 'UTC', postmortem_id, 1
        from came where not closed and due is not null
        union all
        select case when closed then 'class_verified' else 'class_open' end, '-infinity', null, null, class_id, 0, null,
          null, postmortem_id, 1
        from came where class_id is not null and (not closed or state = 'verified')
      ) as came
            union all select figure, month, kind, severity, class_id, marks, minutes, -n from (
        select 'open' as figure, utc_month(proposed_at) as month, null as kind, null as severity, null::uuid as class_id,
          (owner_id is null)::int + 2 * (due is null)::int as marks, null::double precision as minutes,
          proposed_at as at, postmortem_id as subject_id, 1 as n
        from gone where not closed
        union all
        select 'open_due', date_trunc('month', due)::date, null, null, null, 0, null,
          due::timestamp at time zone 'UTC', postmortem_id, 1
        from gone where not closed and due is not null
        union all
        select case when closed then 'class_verified' else 'class_open' end, '-infinity', null, null, class_id, 0, null,
          null, postmortem_id, 1
        from gone where class_id is not null and (not closed or state = 'verified')
      ) as gone) as changed
            group by figure, month, kind, severity, class_id, marks, minutes having sum(n) <> 0;
            return null;
          end $function$;

CREATE OR REPLACE FUNCTION public.tally_class_occurrences_on_delete()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
          begin
            insert into trend_tallies (figure, month, kind, severity, class_id, marks, minutes, n)
            select figure, month, kind, severity, class_id, marks, minutes, sum(n) from (select figure, month, kind, severity, class_id, marks, minutes, -n as n from (
        select 'occurrence' as figure, utc_month(occurred_at) as month, null as kind, null as severity, class_id,
          is_repeat::int as marks, null::double precision as minutes, occurred_at as at, incident_id as subject_id,
          1 as n
        from gone
      ) as gone) as changed
            group by figure, month, kind, severity, class_id, marks, minutes having sum(n) <> 0;
            return null;
          end $function$;

CREATE OR REPLACE FUNCTION public.tally_class_occurrences_on_insert()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
          begin
            insert into trend_tallies (figure, month, kind, severity, class_id, marks, minutes, n)
            select figure, month, kind, severity, class_id, marks, minutes, sum(n) from (select * from (
        select 'occurrence' as figure, utc_month(occurred_at) as month, null as kind, null as severity, class_id,
          is_repeat::int as marks, null::double precision as minutes, occurred_at as at, incident_id as subject_id,
          1 as n
        from came
      ) as came) as changed
            group by figure, month, kind, severity, class_id, marks, minutes having sum(n) <> 0;
            return null;
          end $function$;

CREATE OR REPLACE FUNCTION public.tally_class_occurrences_on_update()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
          begin
            insert into trend_tallies (figure, month, kind, severity, class_id, marks, minutes, n)
            select figure, month, kind, severity, class_id, marks, minutes, sum(n) from (select figure, month, kind, severity, class_id, marks, minutes, n from (
        select 'occurrence' as figure, utc_month(occurred_at) as month, null as kind, null as severity, class_id,
          is_repeat::int as marks, null::double precision as minutes, occurred_at as at, incident_id as subject_id,
          1 as n
        from came
      ) as came
            union all select figure, month, kind, severity, class_id, marks, minutes, -n from (
        select 'occurrence' as figure, utc_month(occurred_at) as month, null as kind, null as severity, class_id,
          is_repeat::int as marks, null::double precision as minutes, occurred_at as at, incident_id as subject_id,
          1 as n
        from gone
      ) as gone) as changed
            group by figure, month, kind, severity, class_id, marks, minutes having sum(n) <> 0;
            return null;
          end $function$;

CREATE OR REPLACE FUNCTION public.tally_classified_on_delete()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
        begin
          perform from incidents where id in (select incident_id from gone) order by id for no key update;
          insert into trend_tallies (figure, month, marks, n)
          select 'classified', utc_month(occurred_at), marks, sum(n) from (
            select occurred_at, bool_or(is_repeat)::int as marks, 1 as n from class_occurrences
            where incident_id in (select incident_id from gone) group by incident_id, occurred_at
            union all
            select occurred_at, bool_or(is_repeat)::int, -1 from (select incident_id, occurred_at, is_repeat from class_occurrences o
          where incident_id in (select incident_id from gone)
          union all select incident_id, occurred_at, is_repeat from gone) as earlier group by incident_id, occurred_at
          ) as changed
          group by utc_month(occurred_at), marks having sum(n) <> 0;
          return null;
        end $function$;

CREATE OR REPLACE FUNCTION public.tally_classified_on_insert()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
        begin
          perform from incidents where id in (select incident_id from came) order by id for no key update;
          insert into trend_tallies (figure, month, marks, n)
          select 'classified', utc_month(occurred_at), marks, sum(n) from (
            select occurred_at, bool_or(is_repeat)::int as marks, 1 as n from class_occurrences
            where incident_id in (select incident_id from came) group by incident_id, occurred_at
            union all
            select occurred_at, bool_or(is_repeat)::int, -1 from (select incident_id, occurred_at, is_repeat from class_occurrences o
          where incident_id in (select incident_id from came)
            and not exists (select from came c where c.class_id = o.class_id and c.incident_id = o.incident_id)) as earlier group by incident_id, occurred_at
          ) as changed
          group by utc_month(occurred_at), marks having sum(n) <> 0;
          return null;
        end $function$;

CREATE OR REPLACE FUNCTION public.tally_classified_on_update()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
        begin
          perform from incidents where id in (select incident_id from came union select incident_id from gone) order by id for no key update;
          insert into trend_tallies (figure, month, marks, n)
          select 'classified', utc_month(occurred_at), marks, sum(n) from (
            select occurred_at, bool_or(is_repeat)::int as marks, 1 as n from class_occurrences
            where incident_id in (select incident_id from came union select incident_id from gone) group by incident_id, occurred_at
            union all
            select occurred_at, bool_or(is_repeat)::int, -1 from (select incident_id, occurred_at, is_repeat from class_occurrences o
          where incident_id in (select incident_id from came union select incident_id from gone)
            and not exists (select from came c where c.class_id = o.class_id and c.incident_id = o.incident_id)
          union all select incident_id, occurred_at, is_repeat from gone) as earlier group by incident_id, occurred_at
          ) as changed
          group by utc_month(occurred_at), marks having sum(n) <> 0;
          return null;
        end $function$;

CREATE OR REPLACE FUNCTION public.tally_incidents_on_delete()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
          begin
            insert into trend_tallies (figure, month, kind, severity, class_id, marks, minutes, n)
            select figure, month, kind, severity, class_id, marks, minutes, sum(n) from (select figure, month, kind, severity, class_id, marks, minutes, -n as n from (
        select 'incident' as figure, utc_month(occurred_at) as month, counted_kind(kind) as kind, severity,
          null::uuid as class_id, 0 as marks, null::double precision as minutes, occurred_at as at, id as subject_id,
          1 as n
        from gone where occurred_at is not null
        union all
        select 'undated', '-infinity', counted_kind(kind), null, null, 0, null, null, id, 1
        from gone where occurred_at is null
        union all
        select span.figure, utc_month(occurred_at), null, null, null, 0,
          date_part('epoch', span.until - impact_started_at) / 60, occurred_at, id, 1
        from gone cross join lateral (
          values ('detect', detected_at), ('mitigate', mitigated_at), ('recover', recovered_at)
        ) as span (figure, until)
        where occurred_at is not null and counted_kind(kind) = 'incident' and span.until >= impact_started_at
      ) as gone) as changed
            group by figure, month, kind, severity, class_id, marks, minutes having sum(n) <> 0;
            return null;
          end $function$;

CREATE OR REPLACE FUNCTION public.tally_incidents_on_insert()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
          begin
            insert into trend_tallies (figure, month, kind, severity, class_id, marks, minutes, n)
            select figure, month, kind, severity, class_id, marks, minutes, sum(n) from (select * from (
        select 'incident' as figure, utc_month(occurred_at) as month, counted_kind(kind) as kind, severity,
          null::uuid as class_id, 0 as marks, null::double precision as minutes, occurred_at as at, id as subject_id,
          1 as n
        from came where occurred_at is not null
        union all
        select 'undated', '-infinity', counted_kind(kind), null, null, 0, null, null, id, 1
        from came where occurred_at is null
        union all
        select span.figure, utc_month(occurred_at), null, null, null, 0,
          date_part('epoch', span.until - impact_started_at) / 60, occurred_at, id, 1
        from came cross join lateral (
          values ('detect', detected_at), ('mitigate', mitigated_at), ('recover', recovered_at)
        ) as span (figure, until)
        where occurred_at is not null and counted_kind(kind) = 'incident' and span.until >= impact_started_at
      ) as came) as changed
            group by figure, month, kind, severity, class_id, marks, minutes having sum(n) <> 0;
            return null;
          end $function$;

CREATE OR REPLACE FUNCTION public.tally_incidents_on_update()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
          begin
            insert into trend_tallies (figure, month, kind, severity, class_id, marks, minutes, n)
            select figure, month, kind, severity, class_id, marks, minutes, sum(n) from (select figure, month, kind, severity, class_id, marks, minutes, n from (
        select 'incident' as figure, utc_month(occurred_at) as month, counted_kind(kind) as kind, severity,
          null::uuid as class_id, 0 as marks, null::double precision as minutes, occurred_at as at, id as subject_id,
          1 as n
        from came where occurred_at is not null
        union all
        select 'undated', '-infinity', counted_kind(kind), null, null, 0, null, null, id, 1
        from came where occurred_at is null
        union all
        select span.figure, utc_month(occurred_at), null, null, null, 0,
          date_part('epoch', span.until - impact_started_at) / 60, occurred_at, id, 1
        from came cross join lateral (
          values ('detect', detected_at), ('mitigate', mitigated_at), ('recover', recovered_at)
        ) as span (figure, until)
        where occurred_at is not null and counted_kind(kind) = 'incident' and span.until >= impact_started_at
      ) as came
            union all select figure, month, kind, severity, class_id, marks, minutes, -n from (
        select 'incident' as figure, utc_month(occurred_at) as month, counted_kind(kind) as kind, severity,
          null::uuid as class_id, 0 as marks, null::double precision as minutes, occurred_at as at, id as subject_id,
          1 as n
        from gone where occurred_at is not null
        union all
        select 'undated', '-infinity', counted_kind(kind), null, null, 0, null, null, id, 1
        from gone where occurred_at is null
        union all
        select span.figure, utc_month(occurred_at), null, null, null, 0,
          date_part('epoch', span.until - impact_started_at) / 60, occurred_at, id, 1
        from gone cross join lateral (
          values ('detect', detected_at), ('mitigate', mitigated_at), ('recover', recovered_at)
        ) as span (figure, until)
        where occurred_at is not null and counted_kind(kind) = 'incident' and span.until >= impact_started_at
      ) as gone) as changed
            group by figure, month, kind, severity, class_id, marks, minutes having sum(n) <> 0;
            return null;
          end $function$;

CREATE OR REPLACE FUNCTION public.tally_postmortem_cards_on_delete()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
          begin
            insert into trend_tallies (figure, month, kind, severity, class_id, marks, minutes, n)
            select figure, month, kind, severity, class_id, marks, minutes, sum(n) from (select figure, month, kind, severity, class_id, marks, minutes, -n as n from (
        select 'coverage' as figure, utc_month(sort_at) as month, null as kind, null as severity, null::uuid as class_id,
          sections_written as marks, null::double precision as minutes, sort_at as at, postmortem_id as subject_id,
          1 as n
        from gone where dated and state <> 'withdrawn' and counted_kind(kind) = 'incident'
        union all
        select 'read', utc_month(sort_at), null, null, null, 0, null, sort_at, postmortem_id, 1
        from gone
        where open_findings is not null and dated and state <> 'withdrawn' and counted_kind(kind) = 'incident'
        union all
        select 'finding', utc_month(sort_at), null, null, null, category::int, null, sort_at, postmortem_id, open::int
        from gone cross join lateral unnest(open_findings) with ordinality as found (open, category)
        where open > 0 and dated and state <> 'withdrawn' and counted_kind(kind) = 'incident'
      ) as gone) as changed
            group by figure, month, kind, severity, class_id, marks, minutes having sum(n) <> 0;
            return null;
          end $function$;

CREATE OR REPLACE FUNCTION public.tally_postmortem_cards_on_insert()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
          begin
            insert into trend_tallies (figure, month, kind, severity, class_id, marks, minutes, n)
            select figure, month, kind, severity, class_id, marks, minutes, sum(n) from (select * from (
        select 'coverage' as figure, utc_month(sort_at) as month, null as kind, null as severity, null::uuid as class_id,
          sections_written as marks, null::double precision as minutes, sort_at as at, postmortem_id as subject_id,
          1 as n
        from came where dated and state <> 'withdrawn' and counted_kind(kind) = 'incident'
        union all
        select 'read', utc_month(sort_at), null, null, null, 0, null, sort_at, postmortem_id, 1
        from came
        where open_findings is not null and dated and state <> 'withdrawn' and counted_kind(kind) = 'incident'
        union all
        select 'finding', utc_month(sort_at), null, null, null, category::int, null, sort_at, postmortem_id, open::int
        from came cross join lateral unnest(open_findings) with ordinality as found (open, category)
        where open > 0 and dated and state <> 'withdrawn' and counted_kind(kind) = 'incident'
      ) as came) as changed
            group by figure, month, kind, severity, class_id, marks, minutes having sum(n) <> 0;
            return null;
          end $function$;

CREATE OR REPLACE FUNCTION public.tally_postmortem_cards_on_update()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
          begin
            insert into trend_tallies (figure, month, kind, severity, class_id, marks, minutes, n)
            select figure, month, kind, severity, class_id, marks, minutes, sum(n) from (select figure, month, kind, severity, class_id, marks, minutes, n from (
        select 'coverage' as figure, utc_month(sort_at) as month, null as kind, null as severity, null::uuid as class_id,
          sections_written as marks, null::double precision as minutes, sort_at as at, postmortem_id as subject_id,
          1 as n
        from came where dated and state <> 'withdrawn' and counted_kind(kind) = 'incident'
        union all
        select 'read', utc_month(sort_at), null, null, null, 0, null, sort_at, postmortem_id, 1
        from came
        where open_findings is not null and dated and state <> 'withdrawn' and counted_kind(kind) = 'incident'
        union all
        select 'finding', utc_month(sort_at), null, null, null, category::int, null, sort_at, postmortem_id, open::int
        from came cross join lateral unnest(open_findings) with ordinality as found (open, category)
        where open > 0 and dated and state <> 'withdrawn' and counted_kind(kind) = 'incident'
      ) as came
            union all select figure, month, kind, severity, class_id, marks, minutes, -n from (
        select 'coverage' as figure, utc_month(sort_at) as month, null as kind, null as severity, null::uuid as class_id,
          sections_written as marks, null::double precision as minutes, sort_at as at, postmortem_id as subject_id,
          1 as n
        from gone where dated and state <> 'withdrawn' and counted_kind(kind) = 'incident'
        union all
        select 'read', utc_month(sort_at), null, null, null, 0, null, sort_at, postmortem_id, 1
        from gone
        where open_findings is not null and dated and state <> 'withdrawn' and counted_kind(kind) = 'incident'
        union all
        select 'finding', utc_month(sort_at), null, null, null, category::int, null, sort_at, postmortem_id, open::int
        from gone cross join lateral unnest(open_findings) with ordinality as found (open, category)
        where open > 0 and dated and state <> 'withdrawn' and counted_kind(kind) = 'incident'
      ) as gone) as changed
            group by figure, month, kind, severity, class_id, marks, minutes having sum(n) <> 0;
            return null;
          end $function$;

CREATE OR REPLACE FUNCTION public.tell_that_incidents_are_shared()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform from incidents where id in (select incident_id from came) order by id for no key update;
  update restricted_trend_rows r set shared = true
  from came where r.incident_id = came.incident_id and r.postmortem_id <> came.postmortem_id and not shared;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.utc_month(at timestamp with time zone)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select date_trunc('month', at at time zone 'UTC')::date
$function$;
