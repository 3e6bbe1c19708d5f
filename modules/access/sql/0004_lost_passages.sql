-- Passages that a controller had no room to keep: counted a door, from the first to the last (at).
alter table access.passages
  add column lost_since timestamptz,
  add column lost_opened integer,
  add column lost_refused integer,
  drop constraint passages_outcome_check1,
  add constraint passages_outcome_check
    check (outcome in ('opened', 'refused', 'unanswered', 'lost')),
  add constraint passages_lost_check check (
    case when outcome = 'lost'
      then lost_since <= at and lost_opened >= 0 and lost_refused >= 0
           and lost_opened + lost_refused > 0 and holder_id is null
      else num_nonnulls(lost_since, lost_opened, lost_refused) = 0 end
  );
