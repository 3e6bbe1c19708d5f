-- Who needs a door to stay unlocked for longer (docs/decisions/0050): a wheelchair, a pram or a full bag, nobody asks which.
create table access.extended_times (
  member_id uuid primary key,
  organisation_id uuid not null references kernel.organisations on delete cascade,
  created_at timestamptz not null default now(),
  foreign key (organisation_id, member_id) references kernel.memberships (organisation_id, id) on delete cascade
);
create index on access.extended_times (organisation_id);
alter table access.extended_times enable row level security, force row level security;
create policy tenant on access.extended_times using (
  organisation_id = kernel.organisation() or kernel.doing('access.run-controllers'));
grant select, insert, delete, update on access.extended_times to terskel_app;

-- For how long it then is. Never shorter than for everybody else: the longer of the two counts.
alter table access.doors add column extended_open_seconds integer not null default 20
  check (extended_open_seconds between 1 and 120);
