-- When a belief of a decision point proved right or wrong: the reader draws how long it was held.
alter table decision_information
  add column proved_at timestamptz(3),
  add constraint decision_information_only_beliefs_prove_in_time check (proved_at is null or kind = 'believed');
