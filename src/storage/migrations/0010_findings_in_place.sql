-- Findings say where they stand, cards carry how many are open, and an organisation says what each rule weighs.

-- Every postmortem is linted anew by a background job: see postmortems.linted_with.
delete from findings;
alter table findings
  add column category text not null check (
    category in (
      'blame', 'team-blame', 'hindsight', 'vague', 'cause-framing', 'passive-omission', 'weak-action', 'wording'
    )
  ),
  add column message text not null,
  -- [{"title", "replacement", "isSafe"}]
  add column suggestions jsonb not null,
  -- The words it speaks of, as they stood when it was last seen.
  add column words text not null,
  -- In the order of the text.
  add column position int not null,
  -- The part it stands in; null once the text does not say it any more.
  add column part text check (part in ('section', 'event', 'factor_title', 'factor_text', 'action')),
  -- The event, factor or action; null for a section. No key: the part may be gone before the finding is.
  add column part_id uuid,
  -- UTF-16 units within the text of the part.
  add column starts_at int check (starts_at >= 0),
  add column ends_at int,
  add constraint findings_place_whole check (
    (part is null) = (starts_at is null) and (part is null) = (ends_at is null)
    and coalesce(ends_at >= starts_at, true)
    and (part is distinct from 'section' or part_id is null)
  ),
  add constraint findings_open_stands check (state <> 'open' or part is not null);
-- How often each rule was found, fixed and set aside.
create index findings_by_rule on findings (rule_id, state) include (postmortem_id);

-- The rules and settings that its findings were made by; null before the first time.
alter table postmortems add column linted_with text;

-- Open findings by category; null where the rules do not read its language, or have not read it yet.
alter table postmortem_cards add column open_findings smallint[];
alter table postmortem_cards alter column open_findings set storage plain;
create index postmortem_cards_wording on postmortem_cards (sort_at) include (postmortem_id, open_findings)
  where open_findings is not null and dated and state <> 'withdrawn' and kind not in ('near_miss', 'drill');

alter table organisation
  -- Companies it buys from, by the names that texts call them.
  add column vendors text[] not null default '{}',
  -- {"<rule>": "error" | "warning" | "info" | "off"}, for rules that weigh something else here than by themselves.
  add column rule_severities jsonb not null default '{}',
  -- Grows with each change of the two above.
  add column wording_version int not null default 1;
