-- Trends answer from indexes alone, leave out what the asker may not see, and never date a postmortem by when it was written.

drop index incidents_by_time;
create index incidents_by_time on incidents (occurred_at)
  include (id, kind, severity, impact_started_at, detected_at, mitigated_at, recovered_at);

-- Whether the time of its incident is known; false where sort_at is only when it was written.
alter table postmortem_cards add column dated boolean not null default true;
update postmortem_cards set dated = exists (
  select from postmortem_incidents pi join incidents i on i.id = pi.incident_id
  where pi.postmortem_id = postmortem_cards.postmortem_id and i.occurred_at is not null
);
alter table postmortem_cards alter column dated drop default;
drop index postmortem_cards_newest;
create index postmortem_cards_newest on postmortem_cards (sort_at desc, postmortem_id desc)
  include (dated, state, kind, sections_written);
