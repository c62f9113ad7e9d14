-- A walk over the cards stays short: what they are narrowed by is kept as numbers in the row, the words of the text outside it.

-- The number of a facet such as "severity:SEV1", of 53 bits so that every program can hold it. An organisation has some
-- thousand facets: that two of them share a number happens to one in a billion organisations.
create function facet_code(facet text) returns bigint
language sql immutable parallel safe as $$
  select hashtextextended(facet, 0) & 9007199254740991
$$;

create function facet_codes(facets text[]) returns bigint[]
language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct facet_code(facet)), '{}') from unnest(facets) as facet
$$;

drop index postmortem_cards_facets;
alter table postmortem_cards alter column facets type bigint[] using facet_codes(facets);
alter table postmortem_cards alter column facets set storage main;
alter table postmortem_cards alter column readable_by set storage main;
create index postmortem_cards_facets on postmortem_cards using gin (facets);

-- Nobody is named on a card that all may see.
update postmortem_cards set readable_by = '{}' where visibility = 'organisation';
drop index postmortem_cards_restricted;
create index postmortem_cards_restricted on postmortem_cards (postmortem_id) include (visibility, readable_by)
  where visibility = 'restricted';

drop index postmortem_incidents_incident;
create index postmortem_incidents_incident on postmortem_incidents (incident_id, postmortem_id);

create index action_items_class_state on action_items (class_id, state);

-- Counting action items does not read the items.
drop index action_items_queue;
create index action_items_queue on action_items (closed, due_or_never, id) include (postmortem_id, proposed_at);
drop index action_items_by_state;
create index action_items_by_state on action_items (state, due_or_never, id) include (closed, postmortem_id);
drop index action_items_team;
create index action_items_team on action_items (team_id, closed, due_or_never, id) include (postmortem_id);
drop index action_items_class;
create index action_items_class on action_items (class_id, closed, due_or_never, id) include (postmortem_id);
drop index action_items_open_age;
create index action_items_open_age on action_items (proposed_at, id)
  include (closed, due, due_or_never, owner_id, postmortem_id) where not closed;
