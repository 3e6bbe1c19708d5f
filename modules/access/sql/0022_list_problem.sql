-- Why a controller cannot be given a list of its doors as they are now: what it has stays in force. Null: it can. A code of
-- `@terskel/edge-protocol` (docs/decisions/0043).
alter table access.controllers
  add column list_problem text check (list_problem in ('too-many-cardholders', 'list-too-large'));
