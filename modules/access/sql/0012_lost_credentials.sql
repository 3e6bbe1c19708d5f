-- Since when a card or fob is lost: it stands in no access list. Null: it opens what its holder may open.
alter table access.credentials add column blocked_at timestamptz;

-- As of when the list of `list_revision` was read from this database, and as of when the controller knows what stands
-- here: so one can say of a lost card which doors know it. By the database's clock, as `blocked_at` is.
alter table access.controllers
  add column list_read_at timestamptz,
  add column list_known_at timestamptz;
